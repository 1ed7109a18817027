"""The sheet that is written from the graph, and what is read when it comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import partnerkg
from partnerkg.identifiers import filled
from partnerkg.identifiers.filled import Filled
from partnerkg.identifiers.missing import BOM, COLUMNS, QUESTION, Row, missing, sheet

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00", exclude_categories=["Cs"]))
NUMBER = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1)
ROWS = st.lists(st.builds(Row, *([CELL] * 6), st.just("") | NUMBER, CELL, CELL))


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


def test_it_is_written_as_excel_opens_it(graph):
    text = sheet(rows(graph), excel=True)
    assert text.startswith(f"{BOM}{';'.join(COLUMNS)}\r\n")


@given(ROWS, st.booleans())
def test_it_comes_back_as_it_was_filled_in(tmp_path_factory, given_rows, excel):
    path = tmp_path_factory.mktemp("sheet") / "sheet.csv"
    path.write_bytes(sheet(given_rows, excel).encode())
    expected = [row for row in given_rows if row.identifier]
    read = filled.read(str(path))
    assert [replace(row, line=0) for row in read] == [
        Filled(
            0,
            row.organization.strip(),
            row.scheme.strip().lower(),
            row.identifier,
            row.source.strip(),
            row.seen_on.strip(),
        )
        for row in expected
    ]
    assert [row.line for row in read] == sorted(row.line for row in read)
