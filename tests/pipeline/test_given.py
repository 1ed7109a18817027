"""What is refused in one line from Python, and what objects say of themselves."""

from __future__ import annotations

import pytest

import partnerkg
from partnerkg.errors import WrongArgument


@pytest.mark.parametrize(
    "call",
    [
        lambda graph: partnerkg.open(language="de"),
        lambda graph: partnerkg.open(language=None),
        lambda graph: partnerkg.open(5),
        lambda graph: partnerkg.open(""),
        lambda graph: partnerkg.diff(5, graph),
        lambda graph: graph.query(None),
        lambda graph: graph.sparql(None),
        lambda graph: graph.organization(None),
        lambda graph: graph.organization(5),
        lambda graph: graph.search(None),
        lambda graph: graph.search("a", limit="x"),
        lambda graph: graph.search("a", limit=-1),
        lambda graph: graph.search("a", limit=True),
        lambda graph: graph.why(None, "org:memberOf", "x"),
        lambda graph: graph.why("la-plume-rivebois", "org:memberOf", None),
        lambda graph: graph.validate(focus=5),
        lambda graph: graph.validate(focus=[5]),
        lambda graph: graph.validate(focus=[]),
        lambda graph: graph.validate(fail_on=None),
        lambda graph: graph.export(None),
        lambda graph: graph.export("turtle", 5.5),
        lambda graph: graph.export("turtle", ""),
    ],
)
def test_it_refuses_what_is_of_the_wrong_type_in_one_line(graph, call):
    with pytest.raises(WrongArgument) as error:
        call(graph)
    assert "\n" not in str(error.value) and " takes " in str(error.value)


def test_one_file_of_shapes_is_no_list_of_letters(graph):
    with pytest.raises(partnerkg.PartnerkgError, match=r"nope\.ttl"):
        graph.completeness("nope.ttl")


@pytest.mark.parametrize("focus", ["La Plume", "la-plume-rivebois", ["la plume"]])
def test_one_thing_is_validated_by_its_name(graph, focus):
    assert graph.validate(focus=focus).focus[0].endswith("/la-plume-rivebois")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (lambda graph: graph, "<KnowledgeGraph: "),
        (lambda graph: graph.organization("La Plume"), "<Organization: La Plume, "),
        (lambda graph: graph.organization("La Plume").links[0], "<Link: "),
        (lambda graph: graph.organization("La Plume").quotes[0], "<Quote: "),
        (lambda graph: graph.validate(), "<Report: "),
        (lambda graph: graph.completeness(), "<Completeness: "),
        (lambda graph: graph.inferred(), "<Inferred: "),
        (lambda graph: graph.questions, "<Catalogue: "),
        (lambda graph: graph.questions["network_members"], "<Question: network_members>"),
        (lambda graph: graph.sparql("CONSTRUCT WHERE { ?s a pk:Network }"), "<Statements: 1 triples>"),
        (lambda graph: partnerkg.diff(graph, graph), "<Changes: 0 statements added, 0 removed>"),
        (
            lambda graph: graph.query("network_members", network="libraires-d-ombre").completeness,
            "<Extent: unknown, ",
        ),
    ],
)
def test_an_object_says_in_short_what_it_is(graph, given, said):
    text = repr(given(graph))
    assert text.startswith(said) and len(text) < 200


def test_a_notebook_shows_an_organisation(graph):
    html = graph.organization("La Plume")._repr_html_()
    assert "<td>La Plume</td>" in html and "Rivebois" in html


def test_a_row_and_a_slice_are_taken_by_their_place(graph):
    answer = graph.query("bookshop_places")
    assert answer[0] == answer.rows[0] and answer[-1] == answer.rows[-1]
    assert answer[:2].rows == answer.rows[:2] and answer[:2].columns == answer.columns
