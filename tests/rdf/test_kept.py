"""What a conversion keeps of a file besides its statements: prefixes, the spelling of language tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.export import write
from partnerkg.export.streamed import streamed
from partnerkg.rdf import kept, tags
from partnerkg.rdf.format import formatted
from partnerkg.rdf.read import parse
from partnerkg.rdf.writer import turtle

TEXT = """PREFIX v: <http://v.example/v#> PREFIX : <http://my.example/> PREFIX item: <http://my.example/item_>
PREFIX schema: <http://schema.org/> PREFIX unused: <http://unused.example/>
v:it a :Kind ; :p item:1 , "colour"@en-GB , "rot\\nes"@de-CH ; schema:name "x"@zh-Hant-TW .
"""
LATE = TEXT + "PREFIX late: <http://late.example/> late:a :p 01 ."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "in.ttl"
    path.write_text(TEXT, "utf-8")
    return path


def written(path: Path, name: str) -> str:
    return b"".join(write(parse(str(path)), name)).decode()


def test_it_keeps_the_prefixes_that_a_file_declares_and_uses(file: Path) -> None:
    text = written(file, "turtle")
    assert text.startswith(
        "@prefix : <http://my.example/> .\n@prefix item: <http://my.example/item_> .\n"
        "@prefix schema: <http://schema.org/> .\n@prefix v: <http://v.example/v#> .\n\nv:it a :Kind ;\n"
    )
    assert "item:1" in text


def test_it_names_nothing_by_a_prefix_that_the_file_uses_otherwise(file: Path) -> None:
    file.write_text(
        TEXT + "v:it :p <https://schema.org/Thing> , <http://www.w3.org/2004/02/skos/core#x> .", "utf-8"
    )
    assert "<https://schema.org/Thing> , item:1 , skos:x" in written(file, "trig")


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "nquads", "rdfxml"])
def test_it_keeps_the_capitals_of_language_tags(file: Path, name: str) -> None:
    text = written(file, name)
    mark = 'xml:lang="{}"' if name == "rdfxml" else '"@{}'
    assert all(mark.format(tag) in text for tag in ("en-GB", "de-CH", "zh-Hant-TW"))


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "nquads"])
def test_it_keeps_them_where_statements_pass_unsorted(file: Path, name: str) -> None:
    text = b"".join(streamed(kept.passed(iter(quads := parse(str(file))), quads), name)).decode()
    assert all(f'"@{tag}' in text for tag in ("en-GB", "de-CH", "zh-Hant-TW"))
    assert ("v:it a :Kind" in text) == (name in ("turtle", "trig"))


def test_what_it_wrote_says_the_same(file: Path, tmp_path: Path) -> None:
    for name, ending in (("turtle", "ttl"), ("rdfxml", "rdf"), ("nquads", "nq")):
        path = tmp_path / f"out.{ending}"
        path.write_text(written(file, name), "utf-8")
        assert set(parse(str(path))) == set(parse(str(file)))
        assert written(path, "ntriples") == written(file, "ntriples")


def test_a_tag_spelt_in_two_ways_is_written_in_small_letters(file: Path) -> None:
    file.write_text('<http://a/b> <http://a/c> "x"@en-GB , "y"@en-gb , "z"@fr-FR .', "utf-8")
    assert '"x"@en-gb , "y"@en-gb , "z"@fr-FR' in written(file, "turtle")


def test_it_touches_no_text_that_looks_like_a_tag(file: Path) -> None:
    file.write_text(
        r'<http://a/b> <http://a/c> "x"@en-GB , "\"@en-gb" , "@en-gb", "\"@en-gb <http://g> ." .', "utf-8"
    )
    quads = list(parse(str(file)))
    assert sorted(quad.object.value for quad in quads) == ['"@en-gb', '"@en-gb <http://g> .', "@en-gb", "x"]
    for name, ending in (("ntriples", "nt"), ("turtle", "ttl")):
        path = file.with_name(f"out.{ending}")
        path.write_text(written(file, name), "utf-8")
        assert set(parse(str(path))) == set(quads)


def test_formatting_keeps_prefixes_and_tags_wherever_they_are_declared(file: Path) -> None:
    file.write_text(LATE, "utf-8")
    text = formatted(str(file)).decode()
    assert "late:a :p" in text
    assert '"colour"@en-GB' in text
    file.write_text(text, "utf-8")
    assert formatted(str(file)).decode() == text


def test_prefixes_that_no_turtle_can_have_are_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "in.rdf"
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    path.write_text(
        f'<rdf:RDF xmlns:rdf="{rdf}" xmlns:_x="http://x/" xmlns:y="http://y/"><rdf:Description rdf:about="http://a">'
        '<_x:p xml:lang="en-GB">1</_x:p><y:p>2</y:p></rdf:Description></rdf:RDF>'
    )
    assert (
        written(path, "turtle")
        == '@prefix y: <http://y/> .\n\n<http://a> <http://x/p> "1"@en-GB ;\n    y:p "2" .\n'
    )


def test_tags_of_a_file_in_utf_16_keep_their_capitals(tmp_path: Path) -> None:
    path = tmp_path / "in.rdf"
    text = (
        '<?xml version="1.0" encoding="UTF-16"?><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:y="http://y/">'
        '<r:Description r:about="http://a"><y:p xml:lang="en-GB">1</y:p></r:Description></r:RDF>'
    )
    path.write_bytes(text.encode("utf-16"))
    assert '"1"@en-GB' in written(path, "turtle")


def test_statements_of_no_file_have_the_prefixes_of_the_project(file: Path) -> None:
    assert "schema:name" not in "".join(turtle(list(parse(str(file)))))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("ttl", b"'x'@en-GB-oed"),
        ("rdf", b"<p xml:lang = 'en-GB-oed'>"),
        ("json", b'{"@language": "en-GB-oed"}'),
        ("json", b'{"name": {"en-GB-oed": "x"}}'),
    ],
)
def test_it_finds_a_tag_where_pieces_of_a_file_meet(form: str, text: bytes) -> None:
    from partnerkg.rdf import forms

    for cut in range(len(text)):
        found = tags.spellings([text[:cut], text[cut:]], forms.FORMS[f".{form}"])
        assert found == {"en-gb-oed": "en-GB-oed"}, cut
