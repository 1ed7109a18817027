"""The sheet as a file, and what is read when it comes back."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerkg.errors import UnwritableValue
from partnerkg.identifiers import filled
from partnerkg.identifiers.filled import Filled
from partnerkg.identifiers.missing import COLUMNS, Row
from partnerkg.identifiers.sheet import BOM, FORMATS
from partnerkg.translation import LANGUAGES

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00", exclude_categories=["Cs", "Cc"]))
SLUG, NUMBER = (
    st.from_regex("[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    st.from_regex("[A-Z0-9]{1,16}", fullmatch=True),
)
SOURCE = st.from_regex("https://[a-z]{1,9}/", fullmatch=True)
ROWS = st.lists(
    st.builds(Row, SLUG, CELL, CELL, CELL, SLUG, CELL, st.just("") | NUMBER, SOURCE, st.just("2026-11-22"))
)
SAMPLE = Row(
    "a", "=1+1", "@town", "-kind", "siren", "+where", "005520135", "https://x.example/", "2026-11-22"
)


def written(rows, name, language="en") -> bytes:
    return b"".join(FORMATS[name](rows, language))


def cells(data: bytes):
    return list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows())


def test_it_is_written_as_excel_opens_it():
    assert written([SAMPLE], "excel").decode().startswith(f"{BOM}{';'.join(COLUMNS)}\r\n")


@settings(max_examples=50, deadline=None)
@given(ROWS, st.sampled_from(sorted(FORMATS)), st.sampled_from(LANGUAGES))
def test_it_comes_back_as_it_was_filled_in(tmp_path_factory, rows, name, language):
    path = tmp_path_factory.mktemp("sheet") / "sheet"
    path.write_bytes(written(rows, name, language))
    read = filled.read(str(path))
    assert [replace(row, line=0) for row in read] == [
        Filled(0, row.organization, row.scheme, row.identifier, row.source, row.seen_on)
        for row in rows
        if row.identifier and not row.identifier.isspace()
    ]
    assert [row.line for row in read] == sorted(row.line for row in read)


@pytest.mark.parametrize("name", FORMATS)
def test_its_headings_are_in_the_language_asked_for(name):
    data = written([SAMPLE], name, "fr")
    head = (
        [cell.value for cell in cells(data)[0]]
        if name == "xlsx"
        else data.decode().removeprefix(BOM).splitlines()[0].replace(";", ",").split(",")
    )
    assert head == [
        *("organisation", "nom", "commune", "genre", "répertoire", "où chercher"),
        *("identifiant", "source", "vu le"),
    ]


def test_a_workbook_holds_texts_alone_the_empty_cells_too():
    head, *rows = cells(written([SAMPLE, replace(SAMPLE, identifier="", source="")], "xlsx"))
    assert [cell.value for cell in head] == list(COLUMNS)
    assert [cell.value for cell in rows[0]] == list(astuple(SAMPLE))
    assert {cell.data_type for cell in rows[0]} == {"s"}
    assert {cell.number_format for row in rows for cell in row} == {"@"}


@pytest.mark.parametrize("name", ["csv", "excel"])
def test_no_cell_of_csv_is_a_formula(name):
    text = written([SAMPLE], name).decode().removeprefix(BOM)
    (row,) = list(csv.reader(io.StringIO(text), delimiter=";" if name == "excel" else ","))[1:]
    assert row[1:6] == ["'=1+1", "'@town", "'-kind", "siren", "'+where"]


def test_the_same_rows_give_the_same_workbook():
    assert written([SAMPLE], "xlsx") == written([SAMPLE], "xlsx")


def test_it_names_the_cell_that_a_workbook_cannot_hold():
    with pytest.raises(UnwritableValue, match="The town of a cannot be written as xlsx"):
        written([replace(SAMPLE, town="\x07")], "xlsx")
