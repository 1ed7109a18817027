"""Searching."""

from __future__ import annotations

import csv
import io

import pytest

from partnerkg.pipeline.search import searched


@pytest.fixture
def found(graph, program, text):
    return lambda words, **more: list(
        csv.DictReader(io.StringIO(text(searched(graph, words, program, **more))))
    )


@pytest.mark.parametrize("words", ["La Plume", "la plume", "PLUME", "plu"])
def test_it_finds_a_thing_in_any_spelling(found, words):
    assert found(words)[0] == {
        "name": "La Plume",
        "kind": "independent bookshop",
        "town": "Rivebois",
        "id": "la-plume-rivebois",
    }


def test_it_finds_questions_after_things(found):
    kinds = [row["kind"] for row in found("libr")]
    assert kinds.count("question") > 0
    assert (
        set(kinds[: -kinds.count("question")]) != set()
        and "question" not in kinds[: -kinds.count("question")]
    )


def test_what_it_finds_can_be_shown_or_asked(found, graph):
    for row in found("libr"):
        known = graph.questions[row["id"]] if row["kind"] == "question" else graph.organization(row["id"])
        assert known is not None


def test_to_a_person_it_names_what_a_name_finds_and_else_what_a_command_takes(graph, person, text):
    lines = text(searched(graph, "libr", person, format="csv")).splitlines()
    names = [line.rpartition(",")[2] or line.partition(",")[0].strip('"') for line in lines[1:]]
    assert all(name in graph.questions.names() or graph.organization(name) for name in names)
    assert any(line.endswith(",") for line in lines) and any("_" in line for line in lines)


def test_it_says_to_a_person_once_what_to_do_with_an_id(graph, program, person):
    assert "partnerkg show NAME" in str(searched(graph, "plume", person).notes[-1])
    assert not searched(graph, "plume", program).notes


def test_it_says_what_may_have_been_meant(graph, program):
    assert "did you mean `La Plume`" in str(searched(graph, "plumme", program).notes[0])


def test_it_says_that_nothing_has_all_the_words(graph, program, text):
    output = searched(graph, "plume zebra", program)
    assert "these go by some" in str(output.notes[0])
    assert "La Plume" in text(output)


def test_it_says_that_nothing_goes_by_the_words(graph, program, text):
    output = searched(graph, "zebra", program)
    assert text(output) == "name,kind,town,id\n"
    assert "Nothing goes by these words" in str(output.notes[0])


def test_it_says_that_a_limit_has_cut_the_rows(found, graph, program):
    assert len(found("libr", limit=1)) == 1
    assert "more than the 1" in str(searched(graph, "libr", program, limit=1).notes[0])
