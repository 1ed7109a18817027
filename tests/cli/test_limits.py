"""`partnerkg query … --limit` and `--timeout`."""

from __future__ import annotations

import json

import pytest

from partnerkg.cli import limits
from partnerkg.errors import WrongUse

ASK = ("query", "network_members", "--network", "libraires-d-ombre")
ALL = ("query", "-e", "SELECT ?s { ?s a pk:Bookshop } ORDER BY ?s")
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?l) }"


@pytest.fixture
def run(inside):
    return inside


def test_it_writes_no_more_rows_than_asked_for_and_says_so(ask):
    every = ask(*ALL).stdout.splitlines()
    found = ask(*ALL, "--limit", "2")
    assert (found.returncode, found.stdout.splitlines()) == (0, every[:3])
    assert found.stderr == "partnerkg: There is more than the 2 that --limit asks for.\n"


@pytest.mark.parametrize("limit", ["3", "1000"])
def test_it_says_nothing_when_nothing_is_cut(ask, limit):
    assert (ask(*ALL, "--limit", limit).stdout, ask(*ALL, "--limit", limit).stderr) == (ask(*ALL).stdout, "")


def test_it_limits_questions_and_triples_too(ask):
    found = ask("query", "bookshop_places", "--limit", "1", "--format", "json", locale="fr")
    assert len(json.loads(found.stdout)) == 1 and "--limit demande" in found.stderr
    text = "CONSTRUCT { ?s skos:notation 'x' } WHERE { ?s a pk:Bookshop }"
    cut = ask("query", "-e", text, "--limit", "2")
    assert cut.stdout.count("skos:notation") == 2 and "more than the 2" in cut.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ASK,
        (*ASK, "--why"),
        (*ASK, "--format", "table"),
        ("query", "-e", "ASK { ?s a pk:Network }"),
        ("query", "-e", "CONSTRUCT WHERE { ?s a pk:Network }"),
    ],
)
def test_it_gives_the_same_answer_in_time(ask, arguments):
    found = ask(*arguments, "--timeout", "60")
    without = ask(*arguments)
    assert (found.returncode, found.stderr) == (0, without.stderr)
    assert found.stdout == without.stdout != ""


def test_it_stops_a_query_that_takes_too_long(ask, tmp_path):
    found = ask("query", "-e", ENDLESS, "--timeout", "1.5", "-o", "answer.csv")
    assert (found.returncode, found.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert (
        found.stderr
        == "partnerkg: No answer within 1.5 s; ask for less, or give it more time with --timeout.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((*ASK[:3], "nowhere"), "Nothing in the graph is called `nowhere`"),
        (("query", "-e", "SELECT"), "The SPARQL text is wrong: line 1"),
    ],
)
def test_it_says_what_is_wrong_as_without_a_deadline(ask, arguments, message):
    found = ask(*arguments, "--timeout", "60")
    assert found.returncode == 2 and message in found.stderr
    assert found.stderr == ask(*arguments).stderr


@pytest.mark.parametrize("value", ["0", "-1", "abc", "1e9", "nan", "0.0", ".", "", "1.2.3", "٣", "9" * 5000])
def test_it_refuses_wrong_times(ask, value):
    found = ask(*ASK, f"--timeout={value}")
    assert found.returncode == 2 and "--timeout takes a number of seconds" in found.stderr


@pytest.mark.parametrize("value", ["-1", "abc", "1.5"])
def test_it_refuses_wrong_limits(ask, value):
    assert "--limit attend un nombre entier" in ask(*ASK, f"--limit={value}", locale="fr").stderr


def test_it_takes_numbers_of_15_digits_and_none_longer():
    assert limits.rows("9" * 15, "query") == 10**15 - 1
    assert limits.seconds("9" * 15 + ".5", "query") == 10**15 - 0.5
    for asked, number in (
        (limits.rows, "9" * 16),
        (limits.seconds, "9" * 16),
        (limits.seconds, "1." + "9" * 16),
    ):
        with pytest.raises(WrongUse):
            asked(number, "query")


def test_it_holds_a_free_query_to_its_memory_without_being_told_a_time(ask):
    found = ask("query", "-e", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", PARTNERKG_MEMORY="400")
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr == (
        "partnerkg: No answer within 400 MB of memory; ask for less, or give it more with PARTNERKG_MEMORY.\n"
    )


def test_it_still_asks_what_comes_by_a_pipe(run):
    found = run(
        "--project", "-", "query", "-e", "SELECT ?s { ?s ?p 1 }", given="<http://e/a> <http://e/p> 1 ."
    )
    assert (found.returncode, found.stdout) == (0, "s\nhttp://e/a\n")
