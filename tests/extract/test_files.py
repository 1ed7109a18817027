"""Tables, annotations, saved pages and encodings: each is read like a page."""

from __future__ import annotations

import io
import json

import pytest

from partnerkg.errors import UnreadableFile
from partnerkg.extract.decode import NoPage, decode
from partnerkg.extract.mentions import extract
from partnerkg.extract.wrapped import rows

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


def test_a_page_declared_latin_1_is_taken_as_browsers_take_it() -> None:
    page = '<meta charset="iso-8859-1"><h1>Nos partenaires</h1><ul><li>L’Étincelle (Lille)</li></ul>'
    assert read(page.encode("cp1252")) == [["L’Étincelle", "company", "Lille"]]


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x00\x01\x02" * 9, b"x" * 10_000_001])
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(NoPage):
        decode(data, "page")
