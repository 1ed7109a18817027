"""The formats and what they promise of themselves."""

from __future__ import annotations

import json
import sys

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from partnerkg.errors import UnknownExport
from partnerkg.export import FORMATS, chosen, write
from partnerkg.export.rdfxml import UnwritableTriple

S, P = NamedNode("http://a/s"), NamedNode("http://a/p")


NAMES = [
    *(
        "annotations",
        "csvw",
        "gexf",
        "graphml",
        "jsonld",
        "jsonld-compact",
        "jsonld-context",
        "nquads",
        "ntriples",
    ),
    *("parquet", "rdfxml", "schema-org", "trig", "trig12", "turtle", "turtle12", "xlsx"),
]


def test_it_knows_the_formats_by_the_names_of_their_files() -> None:
    assert list(FORMATS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_format_says_what_it_is_for_and_how_it_is_made(name: str) -> None:
    form = FORMATS[name]
    assert form.summary and form.ending[0] == "." and "/" in form.media_type
    assert (form.chunks is None) != (form.asked is None)


def test_no_two_formats_have_the_same_ending_or_media_type() -> None:
    assert len({form.ending for form in FORMATS.values()}) == len(NAMES)
    assert len({form.media_type for form in FORMATS.values() if form.name not in ("csvw",)}) == len(NAMES) - 1


@pytest.mark.parametrize(
    ("name", "media_type", "ending", "graphs"),
    [
        ("turtle", "text/turtle", ".ttl", False),
        ("trig", "application/trig", ".trig", True),
        ("nquads", "application/n-quads", ".nq", True),
        ("ntriples", "application/n-triples", ".nt", False),
        ("jsonld", "application/ld+json", ".jsonld", True),
        ("rdfxml", "application/rdf+xml", ".rdf", False),
    ],
)
def test_it_tells_media_type_ending_and_graphs(name: str, media_type: str, ending: str, graphs: bool) -> None:
    form = FORMATS[name]
    assert (form.name, form.media_type, form.ending, form.graphs) == (name, media_type, ending, graphs)


def test_it_loads_a_format_when_it_is_asked_for() -> None:
    sys.modules.pop("partnerkg.export.trig", None)
    assert "trig" in FORMATS
    assert "partnerkg.export.trig" not in sys.modules
    assert FORMATS["trig"].ending == ".trig"
    assert "partnerkg.export.trig" in sys.modules


@pytest.mark.parametrize("name", ["", "../turtle", "__init__", "jsonld_compact"])
def test_it_refuses_an_unknown_format(name: str) -> None:
    with pytest.raises(UnknownExport, match="jsonld-context, nquads"):
        write([], name)


@pytest.mark.parametrize(
    ("name", "near"), [("csv", "csvw"), ("turtel", "turtle"), ("json-ld", "jsonld"), ("n-quads", "nquads")]
)
def test_it_suggests_the_nearest_format(name: str, near: str) -> None:
    with pytest.raises(UnknownExport, match=f"did you mean .*`{near}`"):
        chosen(name)


@pytest.mark.parametrize("name", ["turtle", "ntriples", "rdfxml"])
def test_it_writes_each_triple_once_where_there_are_no_graphs(name: str) -> None:
    found = [Quad(S, P, S, NamedNode(f"http://a/{graph}")) for graph in "gh"]
    assert b"".join(write(found, name)) == b"".join(write([Quad(S, P, S)], name))


@pytest.mark.parametrize("name", NAMES)
def test_it_writes_an_empty_dataset(name: str) -> None:
    assert b"http://a" not in b"".join(write([], name))


def test_it_gives_json_that_json_parsers_read() -> None:
    [node] = json.loads(b"".join(write([Quad(S, P, Literal("\x00\u2028"))], "jsonld")))
    assert node == {"@id": "http://a/s", "http://a/p": [{"@value": "\x00\u2028"}]}


def test_it_keeps_carriage_returns_in_xml() -> None:
    data = b"".join(write([Quad(S, P, Literal("a\r\nb\r"))], "rdfxml"))
    assert b"a&#13;\nb&#13;<" in data
    assert b"\r" not in data


def test_it_declares_only_the_prefixes_used_in_xml() -> None:
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    data = b"".join(write([Quad(S, label, Literal("x", language="fr"))], "rdfxml")).decode()
    assert [line.strip().split("=")[0] for line in data.splitlines() if " xmlns:" in line] == [
        "xmlns:rdf",
        "xmlns:skos",
    ]
    assert '<skos:prefLabel xml:lang="fr">x</skos:prefLabel>' in data


@pytest.mark.parametrize(
    "predicate",
    [
        *("http://a/", "http://a/1", "http://a/(x)", "urn:x:1"),
        *(
            f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}"
            for name in ("li", "Description", "about", "RDF")
        ),
    ],
)
def test_it_names_the_triple_whose_predicate_is_no_xml_name(predicate: str) -> None:
    with pytest.raises(UnwritableTriple, match="cannot be written as RDF/XML: no XML element") as caught:
        b"".join(write([Quad(S, NamedNode(predicate), S)], "rdfxml"))
    assert f"<http://a/s> <{predicate}> <http://a/s>" in str(caught.value)


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1f", "\ufffe"])
def test_it_names_the_triple_with_a_character_that_xml_cannot_say(character: str) -> None:
    with pytest.raises(UnwritableTriple, match="<http://a/s> <http://a/p>"):
        b"".join(write([Quad(S, P, Literal(character))], "rdfxml"))


@pytest.mark.parametrize("name", ["foo", "été", "a.b"])
def test_it_declares_no_namespace_that_xml_keeps_for_itself(name: str) -> None:
    quad = Quad(S, NamedNode(f"http://www.w3.org/2000/xmlns/{name}"), S)  # Namespaces in XML 1.0 §3
    data = b"".join(write([quad], "rdfxml"))
    assert list(parse(data, format=RdfFormat.RDF_XML)) == [quad]
    assert [str(predicate) for predicate in rdflib.Graph().parse(data=data, format="xml").predicates()] == [
        quad.predicate.value
    ]


def test_it_refuses_a_name_of_one_letter_in_a_namespace_that_xml_keeps() -> None:
    with pytest.raises(UnwritableTriple, match="no XML element"):
        b"".join(write([Quad(S, NamedNode("http://www.w3.org/2000/xmlns/f"), S)], "rdfxml"))


def test_it_writes_classes_that_no_xml_element_can_be_named_after() -> None:
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    data = b"".join(write([Quad(S, kind, NamedNode("http://a/1"))], "rdfxml"))
    assert b'<rdf:type rdf:resource="http://a/1"/>' in data
