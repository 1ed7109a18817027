"""`partnerkg questions`."""

from __future__ import annotations

import csv
import io
import json

import pytest


def names(found):
    assert (found.returncode, found.stderr) == (0, "")
    return [row["name"] for row in csv.DictReader(io.StringIO(found.stdout))]


@pytest.fixture
def run(inside):
    return inside


def test_it_lists_all_questions_as_query_does(ask):
    assert ask("questions").stdout == ask("query").stdout != ""


@pytest.mark.parametrize(
    "words",
    [
        ("RESEAU",),
        ("réseau", "network"),
        ("membership",),
        ("since",),
        ("network_members",),
        ("résea existe",),
    ],
)
def test_it_finds_words_in_both_languages_tags_and_columns(ask, words):
    assert "network_members" in names(ask("questions", *words))
    assert "bookshop_places" not in names(ask("questions", *words))


@pytest.mark.parametrize("words", [("zzz",), ("xxx", "zzz"), ("…",)])
def test_it_lists_nothing_where_nothing_fits(ask, words):
    found = ask("questions", *words)
    assert (found.returncode, found.stdout) == (0, "name,summary,parameters\n")
    assert (
        found.stderr
        == "partnerkg: No question speaks of any of these words; `partnerkg questions` lists all.\n"
    )


def test_it_lists_in_the_language_and_format_asked_for(ask):
    (found,) = json.loads(ask("questions", "town_organizations", "--format", "json", "--lang", "fr").stdout)
    assert found["summary"].startswith("Quelles organisations")
    assert found["parameters"] == "--town --since"


def test_it_writes_to_a_file(ask, tmp_path):
    assert ask("questions", "-o", "questions.csv").stdout == ""
    assert (tmp_path / "questions.csv").read_text().startswith("name,summary,parameters\n")


@pytest.mark.parametrize("verb", ["questions", "query"])
def test_it_lists_no_more_than_asked_for_and_says_so(ask, verb):
    every = ask(verb).stdout.splitlines()
    found = ask(verb, "--limit", "2")
    assert (found.returncode, found.stdout.splitlines()) == (0, every[:3])
    assert found.stderr == "partnerkg: There is more than the 2 that --limit asks for.\n"
    assert (ask(verb, "--limit", "999").stdout.splitlines(), ask(verb, "--limit", "999").stderr) == (
        every,
        "",
    )


def test_it_refuses_a_wrong_limit(ask):
    assert "--limit takes a whole number, not `two`" in ask("questions", "--limit", "two").stderr


@pytest.mark.parametrize("option", [("--why",), ("--explain",), ("--timeout", "5"), ("--param", "a=b")])
def test_the_list_refuses_what_only_a_question_can_have(ask, option):
    found = ask("query", *option)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr == f"partnerkg: {option[0]} needs a question; `partnerkg query --help` shows how.\n"


def test_a_sparql_query_refuses_values_that_it_would_not_see(ask):
    found = ask("query", "-e", "ASK {}", "--param", "a=b")
    assert found.returncode == 2 and "--param needs a question" in found.stderr
