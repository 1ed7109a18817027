"""`partnerkg questions`."""

from __future__ import annotations

import csv
import io
import json

import pytest


def names(found):
    assert (found.returncode, found.stderr) == (0, "")
    return [row["name"] for row in csv.DictReader(io.StringIO(found.stdout))]


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


@pytest.mark.parametrize("words", [("zzz",), ("réseau", "zzz"), ("…",)])
def test_it_lists_nothing_where_nothing_fits(ask, words):
    assert names(ask("questions", *words)) == []


def test_it_lists_in_the_language_and_format_asked_for(ask):
    (found,) = json.loads(ask("questions", "town_organizations", "--format", "json", "--lang", "fr").stdout)
    assert found["summary"].startswith("Quelles organisations")
    assert found["parameters"] == "--town --since"


def test_it_writes_to_a_file(ask, tmp_path):
    assert ask("questions", "-o", "questions.csv").stdout == ""
    assert (tmp_path / "questions.csv").read_text().startswith("name,summary,parameters\n")
