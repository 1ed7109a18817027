"""Asking."""

from __future__ import annotations

import json

import pytest

from partnerkg.errors import NoQuotes, NoText, OutOfTime, UnknownFormat, WrongUse
from partnerkg.pipeline.ask import Asking, Bounds, answer, explained, outcome

NETWORK = {"network": "libraires-d-ombre"}
SLOW = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a = ?l && ?b = ?k) }"


@pytest.fixture
def members(graph):
    return graph.questions["network_members"]


def test_it_answers_a_question_with_its_values(graph, members, program, text):
    assert "La Plume" in text(answer(graph, Asking(members, NETWORK), program))


def test_a_program_gets_csv_and_a_person_a_table(graph, members, program, person, text):
    assert text(answer(graph, Asking(members, NETWORK), program)).startswith("member,member_label,name,")
    assert not text(answer(graph, Asking(members, NETWORK), person)).startswith("member,member_label,name,")


def test_a_free_query_has_the_columns_that_it_asks_for(graph, program, text):
    query = "SELECT ?shop { ?shop a pk:Bookshop } LIMIT 1"
    assert text(answer(graph, Asking(query), program)).startswith("shop\n")


def test_it_shows_the_quotes_behind_a_row(graph, members, program, text):
    (row,) = json.loads(text(answer(graph, Asking(members, NETWORK, why=True), program)))
    assert "La Plume" in json.dumps(row, ensure_ascii=False)
    assert row["why"]


def test_what_is_known_of_its_completeness_is_a_note_where_the_format_has_no_place(
    graph, members, program, person
):
    assert answer(graph, Asking(members, NETWORK), program).notes
    assert not answer(graph, Asking(members, NETWORK, format="markdown"), person).notes


def test_it_says_that_a_limit_has_cut_the_rows(graph, program, text):
    cut = answer(graph, Asking("SELECT ?s { ?s a pk:Source }", bounds=Bounds(rows=1)), program)
    assert text(cut).count("\n") == 2
    assert "more than the 1" in str(cut.notes[-1])
    assert not answer(graph, Asking("SELECT ?s { ?s a pk:Source }", bounds=Bounds(rows=9)), program).notes


def test_a_truth_is_a_word_in_the_language(graph, program, text):
    assert text(answer(graph, Asking("ASK {}"), program)) == "yes\n"


def test_triples_are_turtle(graph, program, text):
    construct = Asking("CONSTRUCT { ?s a pk:Network } WHERE { ?s a pk:Network }", format="turtle")
    assert "a pk:Network ." in text(answer(graph, construct, program))


@pytest.mark.parametrize(
    ("asking", "error"),
    [
        ({"format": "pdf"}, UnknownFormat),
        ({"format": "csv", "why": True}, NoQuotes),
    ],
)
def test_what_cannot_be_written_is_refused_before_it_is_asked(graph, program, asking, error):
    with pytest.raises(error):
        answer(graph, Asking("this is no SPARQL", **asking), program)


def test_a_binary_format_is_not_for_a_terminal(graph, person):
    with pytest.raises(NoText, match="parquet is no text for a terminal"):
        answer(graph, Asking("this is no SPARQL", format="parquet"), person)


def test_no_quotes_stand_behind_a_truth(graph, program):
    with pytest.raises(WrongUse, match="--why"):
        answer(graph, Asking("ASK {}", why=True), program)


def test_it_gives_up_when_the_time_is_over(graph):
    with pytest.raises(OutOfTime):
        outcome(graph, Asking(SLOW, bounds=Bounds(seconds=0.3)))


def test_it_writes_the_query_as_it_would_be_asked(graph, members, program, text):
    query = text(explained(graph, Asking(members, NETWORK, Bounds(rows=3)), program))
    assert "organization/libraires-d-ombre>" in query
    assert "LIMIT 3" in query
