"""Sheets as programs write them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from partnerkg.errors import BrokenFile, MissingFile, UnreadableFile
from partnerkg.files import worksheet
from partnerkg.identifiers import spreadsheet


def rows(path, data: bytes):
    path.write_bytes(data)
    return list(spreadsheet.read(str(path)).rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_it_reads_the_letters_of_any_spreadsheet(tmp_path, encoding):
    assert rows(tmp_path / "x.csv", "é;œ\r\nà;€\r\n".encode(encoding)) == [(1, ["é", "œ"]), (2, ["à", "€"])]


def test_it_says_on_which_line_letters_are_broken(tmp_path):
    with pytest.raises(BrokenFile, match="line 2"):
        rows(tmp_path / "x.csv", b"a;b\nc;\x81\xe9\n")


def test_semicolons_tell_that_days_come_first(tmp_path):
    for text, first in ((b"a;b\n", True), (b"a,b\n", False)):
        (tmp_path / "x.csv").write_bytes(text)
        assert spreadsheet.read(str(tmp_path / "x.csv")).day_first is first


def book(*cells) -> bytes:
    made = openpyxl.Workbook()
    made.active.append(cells)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_it_reads_a_workbook_whatever_its_name(tmp_path):
    cells = (
        5520135,
        "005520135",
        73282932000074,
        29.5,
        date(2026, 11, 29),
        datetime(2026, 11, 29),
        None,
        True,
    )
    ((line, found),) = rows(tmp_path / "x.csv", book(*cells))
    days = ["2026-11-29", "2026-11-29"]
    assert (line, found) == (1, ["5520135", "005520135", "73282932000074", "29.5", *days, "", "True"])


def test_it_does_not_make_up_digits_that_a_workbook_lost(tmp_path):
    ((_, found),) = rows(tmp_path / "x.xlsx", book(1234567890123456789))
    assert found == ["1.23456789012346E+18"]


def test_it_shows_a_formula_as_it_is_written(tmp_path):
    ((_, found),) = rows(tmp_path / "x.xlsx", book("=A1"))
    assert found == ["=A1"]


def packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0rest", "old .xls"),
        (b"PK\x03\x04torn", "no whole .xlsx"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "no .xlsx"),
        (packed(**{"[Content_Types].xml": b"<a"}), "no whole .xlsx"),
    ],
)
def test_it_says_what_a_file_is_that_it_does_not_read(tmp_path, data, words):
    with pytest.raises(UnreadableFile, match=words):
        rows(tmp_path / "x.xlsx", data)


def test_it_unpacks_no_more_than_it_may(tmp_path, monkeypatch):
    monkeypatch.setattr(worksheet, "UNPACKED", 1000)
    with pytest.raises(UnreadableFile, match="unpacks to more than 1000 bytes"):
        rows(tmp_path / "x.xlsx", book("a"))


def test_it_refuses_a_workbook_that_lies_about_what_it_holds(tmp_path):
    data = bytearray(book("a" * 50_000))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        sheet = made.getinfo("xl/worksheets/sheet1.xml")
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    assert int.from_bytes(data[place + 24 : place + 28], "little") == sheet.file_size
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableFile, match="no whole"):
        rows(tmp_path / "x.xlsx", bytes(data))


def test_it_refuses_a_cell_without_end(tmp_path):
    with pytest.raises(BrokenFile, match="line 2: a cell has more than 131072 characters"):
        rows(tmp_path / "x.csv", b"a,b\n" + b'1,"' + b"2" * 140_000)


def test_it_refuses_what_is_too_large_or_absent(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "LARGEST", 3)
    with pytest.raises(UnreadableFile, match="more than 3 bytes"):
        rows(tmp_path / "x.csv", b"abcd")
    with pytest.raises(MissingFile):
        spreadsheet.read(str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (999999999999999, "999999999999999"),
        (-999999999999999, "-999999999999999"),
        (1000000000000000, "1.00000000000000E+15"),
        (-1000000000000000, "-1.00000000000000E+15"),
    ],
)
def test_it_takes_the_15_digits_that_a_spreadsheet_keeps_and_no_more(tmp_path, number, text):
    assert rows(tmp_path / "x.xlsx", book(number)) == [(1, [text])]
