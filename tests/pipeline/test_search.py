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
    assert found(words)[0] == {"name": "La Plume", "command": "partnerkg show la-plume-rivebois"}


def test_it_finds_questions_after_things(found):
    commands = [row["command"].split()[1] for row in found("libr")]
    assert set(commands) == {"show", "query"}
    assert commands == sorted(commands, reverse=True)


def test_the_commands_it_names_work(found, graph):
    for row in found("libr"):
        verb, name = row["command"].split()[1:]
        assert graph.organization(name) if verb == "show" else graph.questions[name]


def test_it_says_that_nothing_goes_by_the_words(graph, program, text):
    output = searched(graph, "zebra", program)
    assert text(output) == "name,command\n"
    assert "Nothing goes by all these words" in str(output.notes[0])


def test_it_says_that_a_limit_has_cut_the_rows(found, graph, program):
    assert len(found("libr", limit=1)) == 1
    assert "more than the 1" in str(searched(graph, "libr", program, limit=1).notes[0])
