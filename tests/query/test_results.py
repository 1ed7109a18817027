"""Solutions as plain Python and as text."""

from __future__ import annotations

import csv
import io
import json

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.errors import UnknownFormat
from partnerkg.namespaces import namespace
from partnerkg.query import formats
from partnerkg.query.formats import Look
from partnerkg.query.labels import best, labels
from partnerkg.query.results import Solutions
from partnerkg.query.values import plain

XSD = namespace("xsd")
SHOP = namespace("organization")["la-plume-rivebois"]
SOLUTIONS = Solutions(
    ("shop", "n", "note"),
    [
        (SHOP, Literal(2), Literal('a "b", c\nd')),
        (NamedNode("http://e/x"), None, Literal("日本", language="ja")),
    ],
)


def text(name, store, **options):
    return "".join(formats.lines(SOLUTIONS, name, Look(store, **options)))


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (NamedNode("http://e/x"), "http://e/x"),
        (Literal("01"), "01"),
        (Literal("a", language="fr"), "a"),
        (Literal(7), 7),
        (Literal("07", datatype=XSD.integer), 7),
        (Literal("2.50", datatype=XSD.decimal), 2.5),
        (Literal("INF", datatype=XSD.double), "INF"),
        (Literal("NaN", datatype=XSD.double), "NaN"),
        (Literal("ten", datatype=XSD.integer), "ten"),
        (Literal(True), True),
        (Literal("0", datatype=XSD.boolean), False),
        (Literal("1990", datatype=XSD.gYear), "1990"),
        (BlankNode("b"), "_:b"),
    ],
)
def test_it_gives_terms_as_plain_python(term, value):
    found = plain(term)
    assert (found, type(found)) == (value, type(value))


def test_it_gives_records():
    assert SOLUTIONS.records()[0] == {"shop": SHOP.value, "n": 2, "note": 'a "b", c\nd'}
    assert len(SOLUTIONS) == len(list(SOLUTIONS)) == 2


def test_it_writes_csv_that_reads_back(store):
    rows = list(csv.reader(io.StringIO(text("csv", store), newline="")))
    assert rows == [
        ["shop", "shop_label", "n", "note"],
        [SHOP.value, "La Plume", "2", 'a "b", c\nd'],
        ["http://e/x", "", "", "日本"],
    ]


def test_it_writes_json_that_reads_back(store):
    labels = ({"shop_label": "La Plume"}, {"shop_label": None})
    expected = [record | more for record, more in zip(SOLUTIONS.records(), labels, strict=True)]
    assert json.loads(text("json", store)) == expected
    assert json.loads("".join(formats.lines(Solutions(("a",), []), "json"))) == []


def test_it_writes_a_table_with_labels_and_straight_columns(store):
    lines = text("table", store).splitlines()
    assert lines[0].split() == ["shop", "n", "note"]
    assert lines[2] == 'La Plume    2  a "b", c d'
    assert lines[3].endswith("日本 (ja)")  # what is in another language says so


def test_it_folds_a_table_to_the_terminal(store):
    folded = text("table", store, width=24)
    assert max(map(len, folded.splitlines())) <= 24
    assert "La Plume" in folded


def test_it_shows_markup_as_it_is(store):
    marked = Solutions(("a",), [(Literal("[bold]x[/bold] \x1b[31m"),)])
    assert r"[bold]x[/bold] \u001B[31m" in "".join(formats.lines(marked, "table", Look(store, width=60)))


def test_it_refuses_an_unknown_format():
    with pytest.raises(UnknownFormat, match="choose one of: table, csv, json"):
        formats.lines(SOLUTIONS, "xls")


def test_it_prefers_labels_in_the_language_asked_for():
    choice = [Literal("a", language="fr"), Literal("b", language="en"), Literal("c")]
    assert [best(choice, language) for language in ("fr", "en", "de")] == ["a", "b", "c"]
    assert best(choice[:1], "en") == "a"


def test_it_fetches_labels_of_many_things(store):
    many = [NamedNode(f"http://e/{number}") for number in range(2500)]
    found = labels([*many, SHOP, namespace("place")["commune-95991"]], store, "en")
    assert found == {SHOP.value: "La Plume", namespace("place")["commune-95991"].value: "Rivebois"}


def test_it_gives_a_row_by_its_number_and_some_as_solutions():
    answer = Solutions(("a",), [(Literal("x"),), (Literal("y"),), (Literal("z"),)])
    assert answer[0] == (Literal("x"),)
    assert (answer[-1], answer[1:].rows) == ((Literal("z"),), answer.rows[1:])


def test_it_says_in_short_what_it_is():
    assert repr(Solutions(("a", "b"), [], cut=True)) == "<Solutions: 0 rows of a, b, cut>"
