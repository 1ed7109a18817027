"""Labels beside IRIs, headings in the language asked for, and spreadsheets."""

from __future__ import annotations

import csv
import importlib
import io
import json
from datetime import datetime

import pytest
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import UnwritableValue
from partnerkg.namespaces import namespace
from partnerkg.pipeline.graph import open_graph
from partnerkg.query import formats
from partnerkg.query.catalogue import catalogue
from partnerkg.query.formats import Look
from partnerkg.query.results import Solutions

SHOP = namespace("organization")["la-plume-rivebois"]


@pytest.fixture(scope="module")
def graph():
    return open_graph(language="fr")


def written(answer, name):
    return "".join(formats.lines(answer, name, answer.look))


def test_a_label_stands_beside_each_iri(graph):
    answer = graph.query("network_members", network="librairies-sorcieres")
    (row,) = json.loads(written(answer, "json"))
    assert list(row) == ["member", "member_label", "name", "commune", "commune_label", "network_since"]
    assert (row["member_label"], row["commune_label"]) == ("Le Bateau Livre", "Lille")
    (lines,) = [line.split("\t") for line in written(answer, "tsv").splitlines()[1:]]
    assert lines[4] == '"Lille"'


def test_headings_are_in_the_language_of_the_answer(graph):
    answer = graph.query("network_members", network="librairies-sorcieres")
    heads = next(csv.reader(io.StringIO(written(answer, "csv"))))
    assert heads[:2] == ["membre", "membre (libellé)"]
    for name in ("markdown", "html", "table"):
        assert "réseau depuis" in written(answer, name) and "network_since" not in written(answer, name)


@pytest.mark.parametrize("question", list(catalogue()), ids=lambda question: question.name)
def test_every_shipped_question_has_french_headings(question):
    assert list(question.headings["fr"]) == list(question.columns)


def test_what_is_no_iri_gets_no_label_and_a_column_of_the_name_is_kept(store):
    solutions = Solutions(("a", "a_label", "b"), [(SHOP, Literal("mine"), Literal("x"))])
    lines = "".join(formats.lines(solutions, "csv", Look(store))).splitlines()
    assert lines == ["a,a_label,b", f"{SHOP.value},mine,x"]


def test_without_a_graph_the_csv_is_that_of_the_standard():
    solutions = Solutions(("a",), [(SHOP,)])
    assert "".join(formats.lines(solutions, "csv")) == f"a\n{SHOP.value}\n"


def test_labelled_rows_are_solutions_too(graph):
    frame = graph.query("network_members", network="librairies-sorcieres").labelled().to_pandas()
    assert list(frame["commune_label"]) == ["Lille"]


def cells(solutions, look):
    openpyxl = importlib.import_module("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(formats.lines(solutions, "xlsx", look))))
    return [[(cell.value, cell.data_type) for cell in row] for row in book.worksheets[0].iter_rows()]


def test_a_spreadsheet_has_headings_labels_numbers_and_texts_and_no_formula(store):
    values = [(SHOP, Literal("=1+1"), Literal(7)), (None, Literal("http://e/"), Literal(10**17))]
    rows = cells(Solutions(("shop", "words", "n"), values), Look(store))
    assert [value for value, _ in rows[0]] == ["shop", "shop_label", "words", "n"]
    assert rows[1] == [(SHOP.value, "s"), ("La Plume", "s"), ("=1+1", "s"), (7, "n")]
    assert rows[2][2:] == [("http://e/", "s"), (str(10**17), "s")]


@pytest.mark.parametrize(
    ("written", "kind", "cell"),
    [
        ("2026-11-22", "date", (datetime(2026, 11, 22), "d")),
        ("2026-13-22", "date", ("2026-13-22", "s")),
        ("2026-11-22Z", "date", ("2026-11-22Z", "s")),
        ("1899-12-31", "date", ("1899-12-31", "s")),
        ("1981", "gYear", (1981, "n")),
        ("-0044", "gYear", ("-0044", "s")),
    ],
)
def test_a_spreadsheet_counts_days_and_years_that_it_knows(written, kind, cell):
    term = Literal(written, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}"))
    assert cells(Solutions(("a",), [(term,)]), Look())[1] == [cell]


def test_a_spreadsheet_of_no_rows_has_its_headings(store):
    assert cells(Solutions(("a", "b"), []), Look(store)) == [[("a", "s"), ("b", "s")]]


def test_a_spreadsheet_refuses_what_no_cell_holds(store):
    with pytest.raises(UnwritableValue, match="32,767"):
        formats.lines(Solutions(("a",), [(Literal("x" * 40_000),)]), "xlsx", Look(store))


def test_labels_are_looked_up_for_things_only(store):
    found = Solutions(("a",), [(NamedNode("http://nowhere/x"),)])
    assert "".join(formats.lines(found, "csv", Look(store))) == "a,a_label\nhttp://nowhere/x,\n"
