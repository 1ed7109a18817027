"""Tables, annotations, saved pages and encodings: each is read like a page."""

from __future__ import annotations

import io
import json

import pytest

from partnerkg.errors import UnreadableFile
from partnerkg.extract import wrapped
from partnerkg.extract.decode import NoPage, decode
from partnerkg.extract.mentions import extract
from partnerkg.extract.wrapped import rows
from partnerkg.readings import page

TABLE = 'nom;ville;type;depuis;source\nLe Phare;Brest;librairie;2019;https://a.example/\n"Les ""Amis"" du livre";Arras;;;\n'


def read(data: bytes) -> list[list[str]]:
    text = decode(data, "page")
    found = extract(text)
    assert all(text[mention.start : mention.end] == mention.quote for mention in found)
    return [[mention.name, mention.kind, mention.place] for mention in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_read_whatever_its_encoding(encoding: str) -> None:
    expected = [["Le Phare", "bookshop", "Brest"], ['Les "Amis" du livre', "association", "Arras"]]
    assert read(TABLE.encode(encoding)) == expected


def test_a_row_says_since_when_and_who_says_so() -> None:
    [first, _] = extract(TABLE)
    assert (first.since, first.source, first.place_code) == ("2019", "https://a.example/", "29019")


def test_a_table_has_its_columns_in_any_order_and_in_english() -> None:
    page = b"Town,Kind,Name\r\nLille,bookshop,Meura\r\n,,Truman Books\r\n"
    assert read(page) == [["Meura", "bookshop", "Lille"], ["Truman Books", "bookshop", ""]]


def test_a_workbook_is_read_row_by_row() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (
        ["Nom", "Ville", "Type"],
        ["L’Horizon", "Boulogne-sur-Mer", "Librairie"],
        ["Salam", None, None],
    ):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    assert read(data.getvalue()) == [["L’Horizon", "bookshop", "Boulogne-sur-Mer"], ["Salam", "company", ""]]


def test_a_broken_workbook_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        rows(b"PK\x03\x04 xl/workbook.xml", "partners.xlsx")


def annotation(exact: str, *tags: str, motivation: str = "tagging") -> dict[str, object]:
    body = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    target = {"selector": [{"type": "TextQuoteSelector", "exact": exact}, {"type": "TextPositionSelector"}]}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "motivation": motivation,
        "body": body,
        "target": target,
    }


def test_annotations_are_read_with_their_tags() -> None:
    page = [annotation("Le Bateau Livre", "librairie", "Lille"), annotation("Salam", "Association")]
    expected = [["Le Bateau Livre", "bookshop", "Lille"], ["Salam", "association", ""]]
    assert read(json.dumps(page).encode()) == expected
    assert read(json.dumps({"@context": "", "@graph": page}, indent=1).encode()) == expected


def test_annotations_of_places_dates_and_links_name_nobody() -> None:
    page = [
        annotation("Lille", "Place"),
        annotation("2019", "Date"),
        annotation("Salam", motivation="linking"),
    ]
    assert read(json.dumps(page).encode()) == []


def test_the_same_words_twice_are_two_annotations() -> None:
    page = json.dumps([annotation("Salam", "association"), annotation("Salam", "association")])
    first, second = extract(page)
    assert first.start < second.start


def test_a_page_is_read_out_of_what_a_browser_saved_whole() -> None:
    page = (
        b"From: <Saved by Blink>\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="--b"\n\n----b\n'
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<html><h1>Nos partenaires</h1><ul><li>M=C3=A9diath=C3=A8que de Lens</li></ul></html>\n----b--\n"
    )
    assert read(page) == [["Médiathèque de Lens", "library", "Lens"]]


def test_what_a_browser_saved_whole_says_where_the_page_stands() -> None:
    saved = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://lens.example/partenaires\n"
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        b"Content-Type: text/html\n\n<html><h1>Nos partenaires</h1></html>\n--b--\n"
    )
    assert page.address(decode(saved, "page.mhtml")) == "https://lens.example/partenaires"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(encoding: str) -> None:
    assert (
        read("<h1>Nos partenaires</h1><p>Médiathèque de Lens</p>".encode(encoding))[0][0]
        == "Médiathèque de Lens"
    )


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "copy its text"),
        (b"%PDF-1.4 plain", "copy its text"),
        (b"PK\x03\x04....word/document.xml", "save it there as a web page"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "save it there as a web page"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "save it as .xlsx"),
        (b"PK\x03\x04notes.txt", "unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word and Excel"),
        (b"{\\rtf1\\ansi Nos partenaires}", "save it there as a web page"),
        (b"\x89PNG\r\n\x1a\n", "write the names"),
        (b'{"name": "Librairie Un"}', "no Web Annotations"),
        (b'[{"@context": "x",\n "exact": "Librairie', "broken at line 2"),
        (b"reading: 1\nsource:\n  slug: page\n", "partnerkg check"),
    ],
)
def test_a_file_that_is_no_page_says_what_to_do_with_it(data: bytes, advice: str) -> None:
    with pytest.raises(NoPage, match=advice):
        decode(data, "page")


def test_a_workbook_is_read_where_its_names_are_and_says_what_was_left_out() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Mode d’emploi : écrivez une ligne par partenaire"])
    sheet = book.create_sheet("Partenaires")
    for row in (["Nos partenaires"], [], ["Nom", "Commune"], ["Salam", "Lens"], ['="Li"&"re"', "Lens"]):
        sheet.append(row)
    book.create_sheet("Vide")
    data = io.BytesIO()
    book.save(data)
    assert decode(data.getvalue(), "x.xlsx") == 'Nom\tCommune\nSalam\tLens\n="Li"&"re"\tLens\n'
    assert wrapped.unread(data.getvalue(), "x.xlsx") == ["Sheet"]


def test_of_a_formula_is_read_what_the_spreadsheet_shows() -> None:
    openpyxl, xlsxwriter = pytest.importorskip("openpyxl"), pytest.importorskip("xlsxwriter")
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nom", "Commune"])
        sheet.write_formula(1, 0, '=HYPERLINK("https://salam.example","Salam")', value="Salam")
        sheet.write(1, 1, "Lens")
    assert openpyxl and decode(data.getvalue(), "x.xlsx") == "Nom\tCommune\nSalam\tLens\n"


def test_a_page_declared_latin_1_is_taken_as_browsers_take_it() -> None:
    page = '<meta charset="iso-8859-1"><h1>Nos partenaires</h1><ul><li>L’Étincelle (Lille)</li></ul>'
    assert read(page.encode("cp1252")) == [["L’Étincelle", "company", "Lille"]]


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x00\x01\x02" * 9, b"x" * 10_000_001])
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(NoPage):
        decode(data, "page")
