"""What is written comes back, read by two parsers that know nothing of each other."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from partnerkg.export import FORMATS, write
from partnerkg.namespaces import expand, prefixes

pytestmark = pytest.mark.slow

XSD = "http://www.w3.org/2001/XMLSchema#"
FORMS = {
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "trig": (RdfFormat.TRIG, "trig"),
    "nquads": (RdfFormat.N_QUADS, "nquads"),
    "ntriples": (RdfFormat.N_TRIPLES, "nt"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
    "jsonld-compact": (RdfFormat.JSON_LD, "json-ld"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
}
few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

nasty = [
    *('"', "\\", "\n", "\r", "\t", "\r\n", "'", '"""', "\\u0041", "\\n", "<", ">", "&", "]]>", "{", "}", "#"),
    *("\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\xa0", "\xad", "\u2028", "\u200f"),
    *("\u202e", "\ufeff", "\ufffe", "\uffff", "é", "e\u0301", "שלום", "😀", " .\n", " <http://a> .", "_:b"),
    *(" _:b ", "^^", "@fr", "--ltr"),
]
texts = some.lists(some.one_of(some.sampled_from(nasty), some.text(max_size=4)), max_size=4).map("".join)
endings = [
    *(
        "",
        "a",
        "cap-nord",
        "1",
        "01-x",
        "-x",
        "--",
        "x-",
        ".x",
        "x.",
        "x..y",
        "a/b",
        "a/b/",
        "a(b)",
        "(",
        "a%20b",
    ),
    *(
        "%C3%A9",
        "é",
        "שלום",
        "😀",
        "x\u0301",
        "a:b",
        ":",
        "a;b",
        "a,b",
        "a=b&c=d",
        "a?b",
        "a@b",
        "a!b",
        "a$b",
    ),
    *("a*b", "a+b", "a'b", "~x", "_", "_x"),
]
roots = [
    *("http://example.org/", "http://example.org/x#", "urn:x:", prefixes()["concept"]),
    *list(prefixes().values())[::6],
]
iris = some.builds(
    lambda root, end: NamedNode(root + end), some.sampled_from(roots), some.sampled_from(endings)
)
predicates = some.sampled_from(["skos:prefLabel", "pk:partner", "rdf:type", "dct:isPartOf", "rdf:value"]).map(
    lambda curie: NamedNode(expand(curie) or "")
)
odd = [
    *(("01", "integer"), ("1", "integer"), ("-0", "integer"), ("+5", "integer"), ("0", "integer")),
    *(("-12", "integer"), ("x", "integer"), (" 1 ", "integer"), ("", "string"), ("a b", "anyURI")),
    *(("1.0", "decimal"), ("1.", "decimal"), ("1.50", "decimal"), (".5", "decimal"), ("-0.25", "decimal")),
    *(("1.0e0", "double"), ("INF", "double"), ("true", "boolean"), ("1", "boolean"), ("TRUE", "boolean")),
    *(("2026-01-01+00:00", "date"), ("2026-01-01T00:00:00.000Z", "dateTime"), ("1981", "gYear")),
]
tags = some.sampled_from(["fr", "en-gb", "zh-hant-tw"])
literals = some.one_of(
    texts.map(Literal),
    some.builds(lambda text, tag: Literal(text, language=tag), texts, tags),
    some.sampled_from(odd).map(lambda pair: Literal(pair[0], datatype=NamedNode(XSD + pair[1]))),
    some.builds(lambda text: Literal(text, datatype=NamedNode("http://example.org/type(1)")), texts),
)
blanks = some.sampled_from("abcdef").map(BlankNode)
graphs = some.one_of(some.just(DefaultGraph()), iris, some.sampled_from("gh").map(BlankNode))
quads = some.builds(
    Quad, some.one_of(iris, blanks), predicates, some.one_of(iris, literals, literals, blanks), graphs
)
datasets = some.lists(quads, max_size=8)


@pytest.fixture(autouse=True)
def lexical_forms_as_they_are() -> Iterator[None]:
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    yield
    rdflib.NORMALIZE_LITERALS = before


def shape(found: Iterable[Quad]) -> set[str]:
    """Return the quads with canonical labels; RDFC-1.0 overlooks graphs, so predicates name theirs too."""
    dataset = Dataset(Quad(q.subject, with_graph(q), q.object, q.graph_name) for q in found)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def with_graph(quad: Quad) -> NamedNode:
    graph = "" if isinstance(quad.graph_name, BlankNode) else str(quad.graph_name)
    return NamedNode("urn:in:" + quote(f"{quad.predicate} {graph}", safe=""))


def expected(given_quads: list[Quad], name: str) -> set[str]:
    if FORMATS[name].graphs:
        return shape(given_quads)
    return shape([Quad(quad.subject, quad.predicate, quad.object) for quad in given_quads])


def from_rdflib(term: rdflib.term.Node) -> NamedNode | BlankNode | Literal:
    if isinstance(term, rdflib.BNode):
        return BlankNode("r" + str(term).replace("-", ""))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(term.datatype)) if term.datatype else Literal(str(term))
    return NamedNode(str(term))


def by_rdflib(data: bytes, form: str) -> set[str]:
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=form)
    found = []
    for s, p, o, g in dataset.quads():
        name = DefaultGraph() if g is None or str(g) == "urn:x-rdflib:default" else from_rdflib(g)
        found.append(Quad(from_rdflib(s), from_rdflib(p), from_rdflib(o), name))
    return shape(found)


def sayable(given_quads: list[Quad]) -> list[Quad]:
    """Return the quads without the characters that XML 1.0 forbids."""
    forbidden = {chr(code) for code in range(32)} - set("\t\n\r") | {"\ufffe", "\uffff"}
    return [quad for quad in given_quads if not set(getattr(quad.object, "value", "")) & forbidden]


@pytest.mark.parametrize("name", FORMS)
@few
@given(found=datasets)
def test_it_comes_back_by_both_parsers(name: str, found: list[Quad]) -> None:
    found = sayable(found) if name == "rdfxml" else found
    data = b"".join(write(found, name))
    assert shape(list(parse(data, format=FORMS[name][0]))) == expected(found, name)
    assert by_rdflib(data, FORMS[name][1]) == expected(found, name)


@pytest.mark.parametrize("name", FORMS)
@few
@given(found=datasets, seed=some.integers())
def test_it_gives_the_same_bytes_in_any_order_with_any_labels(
    name: str, found: list[Quad], seed: int
) -> None:
    found = sayable(found) if name == "rdfxml" else found
    once = list(parse(b"".join(write(found, "nquads")), format=RdfFormat.N_QUADS, rename_blank_nodes=True))
    random.Random(seed).shuffle(once)
    assert b"".join(write(once + once, name)) == b"".join(write(found, name))


@pytest.mark.parametrize("name", ["turtle", "trig"])
@few
@given(found=datasets)
def test_it_changes_nothing_the_second_time(name: str, found: list[Quad]) -> None:
    once = b"".join(write(found, name))
    assert b"".join(write(parse(once, format=FORMS[name][0], rename_blank_nodes=True), name)) == once


@few
@given(found=datasets)
def test_it_writes_no_invisible_or_control_character_raw(found: list[Quad]) -> None:
    literals_only = [q for q in found if isinstance(q.object, Literal)]
    text = b"".join(write(literals_only, "trig")).decode()
    assert not set(text) & set("\x00\x07\r\t\x85\xad\u200f\u2028\u202e\ufeff\uffff")
