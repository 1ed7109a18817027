"""The one door: the same odd files at every entrance – data, shapes, a folder, standard input."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from partnerkg.errors import BrokenFile, LeftOut, PartnerkgError, UnknownFormat, UnreadableFile
from partnerkg.rdf import beginnings, members
from partnerkg.rdf.read import load, parse
from partnerkg.store import embedded
from partnerkg.validate import load as load_shapes

GOOD = b"<http://a/s> <http://a/p> <http://a/o> .\n"
XML = b'<v:C xmlns:v="http://v/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
ODD = {
    "packed.ttl.gz": (gzip.compress(GOOD), ""),
    "packed-by-another-name.ttl": (gzip.compress(GOOD), ""),
    "marked.ttl": (b"\xef\xbb\xbf" + GOOD, ""),
    "turtle.n3": (GOOD, ""),
    "elements.owl": (XML, ""),
    "elements.xml": (XML, ""),
    "keys.json": (b'{"@id": "http://a/s", "http://a/p": 1}', ""),
    "turtle.owl": (b"@prefix a: <http://a/> .\na:s a:p a:o .\n", ""),
    "lines.rdf": (GOOD, ""),
    "axioms.owl": (
        XML.replace(b"/>", b' ontologyIRI="http://a/o"/>').replace(b"v:C", b"v:Ontology"),
        "line 1: `Ontology` begins no RDF/XML",
    ),
    "page.ttl": (b"<!DOCTYPE html>\n<html><head><title>404", "line 1: it is a web page"),
    "stored.nt": (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "`git lfs pull` fetches"),
    "archive.jsonld": (b"PK\x03\x04data.ttl", "it is a zip archive"),
    "indexed.nq": (b"$HDT\x01<http://purl.org/HDT/hdt#HDTv1>", "it is HDT"),
    "functional.owl": (b"Prefix(:=<http://a/>)\nOntology(<http://a/o>)", "line 1: it is OWL in a syntax"),
    "CAPITALS.TTL": (GOOD, ""),
    "deep.ttl": (
        b"<http://a/s> <http://a/p> " + b"<<( <http://a/s> <http://a/p> " * 999,
        "line 1: more than 200",
    ),
    "letter.ttl": (b"\xe9", "line 1: the byte 0xe9 is not UTF-8"),
    "torn.ttl.gz": (gzip.compress(GOOD)[:-4], "no whole gzip file"),
    "no.zip": (b"PK", "There is no format `.zip`"),
}


def data(path: str) -> None:
    list(parse(path))


def store(path: str) -> None:
    embedded.read(path).need()


def shapes(path: str) -> None:
    load_shapes([path])


def folder(path: str) -> None:
    place = Path(path).parent / "folder"
    place.mkdir()
    Path(path).rename(place / Path(path).name)
    store(str(place))


def standard_input(path: str) -> None:
    code = "import sys; from partnerkg.rdf.read import parse\ntry: list(parse('-'))\nexcept Exception as e: print(e)"
    with open(path, "rb") as file:
        done = subprocess.run(
            [sys.executable, "-c", code], stdin=file, capture_output=True, text=True, check=True
        )
    if done.stdout:
        raise PartnerkgError(reason=done.stdout)


ENTRANCES = (data, store, shapes, folder, standard_input)
# What has no known ending is left out of a folder, and a pipe has no ending: both are told otherwise.
TRIED = [(name, way) for name in ODD for way in ENTRANCES if name != "no.zip" or way in (data, store, shapes)]


@pytest.mark.parametrize(("name", "entrance"), TRIED, ids=[f"{name}-{way.__name__}" for name, way in TRIED])
def test_an_odd_file_is_read_or_refused_alike_at_every_entrance(tmp_path: Path, name: str, entrance) -> None:
    content, reason = ODD[name]
    (tmp_path / name).write_bytes(content)
    if not reason:
        entrance(str(tmp_path / name))
        return
    with pytest.raises(PartnerkgError) as caught:
        entrance(str(tmp_path / name))
    assert reason in str(caught.value)


def test_a_folder_names_the_files_that_it_leaves_out(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl.gz", "note.txt", "package.json", "page.xml", ".hidden"):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.warns(LeftOut, match="note.txt, package.json, page.xml"):
        found = members.files(str(tmp_path))
    assert [os.path.basename(path) for path in found] == ["a.ttl", "b.ttl.gz"]


def test_a_folder_takes_what_is_rdf_under_a_shared_ending(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"@id": "http://a"}')
    (tmp_path / "b.xml").write_bytes(XML)
    assert len(members.files(str(tmp_path))) == 2


def test_a_room_of_a_project_may_hold_readings_and_pages(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.yaml", "c.rq", "README.md", members.CONTEXT):
        (tmp_path / name).touch()
    assert members.of_project(str(tmp_path)) == [str(tmp_path / "a.ttl")]


def test_a_file_under_a_shared_ending_is_what_it_begins_as_or_refused(tmp_path: Path) -> None:
    (tmp_path / "keys.xml").write_bytes(b'{"@id": "http://a/s", "http://a/p": 1}')
    (tmp_path / "lines.json").write_bytes(GOOD)
    (tmp_path / "drawing.xml").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')
    assert [len(list(parse(str(tmp_path / name)))) for name in ("keys.xml", "lines.json")] == [1, 1]
    with pytest.raises(BrokenFile, match="line 1: `svg` begins no RDF/XML"):
        list(parse(str(tmp_path / "drawing.xml")))


@pytest.mark.parametrize(
    ("start", "form"),
    [
        (b"@prefix a: <http://a/> .", RdfFormat.TRIG),
        (b"<http://a/s> <http://a/p> 'o' .", RdfFormat.TRIG),
        (b"[] a <http://a/C> .", RdfFormat.TRIG),
        (b"<urn:a> a <urn:b> .", RdfFormat.TRIG),
        (b'# c\n<a:s> <a:p> "o \\" <a:x>"@fr <a:g> .', RdfFormat.N_QUADS),
        (b"_:a <a:p> _:b _:g .", RdfFormat.N_QUADS),
        (b'\xef\xbb\xbf\n{ "@id": "a:s" }', RdfFormat.JSON_LD),
        (b'[ {"@id": "a:s"} ]', RdfFormat.JSON_LD),
        (b"<?xml version='1.0'?>", RdfFormat.RDF_XML),
        (b"<a:b xmlns:a='http://a/'/>", RdfFormat.RDF_XML),
        ("<a:b xmlns:a='http://a/'/>".encode("utf-16"), RdfFormat.RDF_XML),
    ],
)
def test_a_text_without_a_name_tells_its_syntax(start: bytes, form: RdfFormat) -> None:
    assert beginnings.guessed(start) == form


def test_an_unknown_ending_says_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()
    with pytest.raises(UnknownFormat, match=r"`\.docx`.*\.ttl"):
        parse(str(tmp_path / "a.docx"))


def test_a_pipe_is_read_as_often_as_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from partnerkg.rdf.read import parse; print(len(list(parse('-'))), len(list(parse('-'))))"
    done = subprocess.run([sys.executable, "-c", code], input=GOOD, capture_output=True, check=True)
    assert done.stdout.split() == [b"1", b"1"]


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device here")
def test_a_device_without_an_end_is_refused_and_an_empty_one_is_read() -> None:
    with pytest.raises(UnreadableFile, match="/dev/zero cannot be read: it is a device, and has no end"):
        parse("/dev/zero")
    assert list(parse("/dev/null")) == []


def test_a_relative_iri_is_of_the_file_unless_another_base_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<x> <http://p> <../y> .")
    (found,) = parse(str(tmp_path / "a.ttl"))
    assert found.subject.value == f"{tmp_path.as_uri()}/x"
    (found,) = parse(str(tmp_path / "a.ttl"), "http://b/./c/d")
    assert (found.subject.value, found.object.value) == ("http://b/c/x", "http://b/y")


def test_a_store_loads_it_into_the_graph_asked_for(tmp_path: Path) -> None:
    from pyoxigraph import NamedNode, Store

    for name, content in (("a.ttl", GOOD), ("b.rdf", XML), ("c.rdf", XML.replace(b"/>", b"><!-- --></v:C>"))):
        (tmp_path / name).write_bytes(content)
        found = Store()
        load(str(tmp_path / name), found, NamedNode("http://g"))
        assert [quad.graph_name for quad in found] == [NamedNode("http://g")]


def test_it_tells_the_prefixes_read_so_far(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("@prefix a: <http://a/> . a:s a:p a:o . @prefix b: <http://b/> .")
    found = parse(str(tmp_path / "a.ttl"))
    next(found)
    assert dict(found.prefixes) == {"a": "http://a/"}
