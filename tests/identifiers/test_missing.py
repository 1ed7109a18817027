"""What is missing, from the graph."""

from __future__ import annotations

import pytest

import partnerkg
from partnerkg.identifiers.missing import QUESTION, Row, missing


@pytest.fixture(scope="module")
def graph():
    return partnerkg.open()


def rows(graph, language="en"):
    return missing(graph.store, graph.questions[QUESTION], language)


def test_it_has_a_line_for_each_row_of_the_question(graph):
    asked = {(row["organization"], row["scheme"]) for row in graph.query(QUESTION).records()}
    assert len(rows(graph)) == len(asked) > 50


def test_it_tells_the_person_what_it_is_and_where_to_look(graph):
    found = {row.organization: row for row in rows(graph, "fr")}
    assert found["college-gambetta-arras"] == Row(
        "college-gambetta-arras",
        found["college-gambetta-arras"].name,
        "Arras",
        "collège",
        "uai",
        "À chercher dans l’annuaire de l’éducation.",
    )


def test_it_says_where_to_look_for_every_scheme_in_both_languages(graph):
    assert all(row.where and row.kind for language in ("en", "fr") for row in rows(graph, language))
