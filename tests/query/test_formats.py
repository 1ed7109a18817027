"""Solutions in the formats of others, read back by rdflib, and as tables for pages."""

from __future__ import annotations

import importlib
import io
import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib.query import Result

from partnerkg.errors import UnwritableValue
from partnerkg.namespaces import namespace
from partnerkg.query import formats
from partnerkg.query.formats import Look
from partnerkg.query.formats.concise import without_repeats
from partnerkg.query.results import Solutions
from partnerkg.query.run import ask

SHOP = namespace("organization")["la-plume-rivebois"]
TERMS = [
    SHOP,
    NamedNode("http://e/a?b=1&c=2#é"),
    Literal("a \"b\", <c> & 'd'\n\te\\ ] |"),
    Literal("日本 é", language="ja"),
    Literal("7", datatype=namespace("xsd").integer),
    Literal("1990", datatype=namespace("xsd").gYear),
    Literal(""),
]
SOLUTIONS = Solutions(("term", "again"), [(term, None) for term in TERMS] + [(None, SHOP)])
NASTY = Literal("<script>alert('1')</script> [x](javascript:y) **b** | \\| `c`\n&amp;\x1b")


def text(solutions, name, store=None):
    return "".join(formats.lines(solutions, name, Look(store)))


@pytest.mark.parametrize(("name", "known"), [("sparql-json", "json"), ("sparql-xml", "xml"), ("tsv", "tsv")])
def test_it_writes_results_that_rdflib_reads_back(name, known):
    found = Result.parse(io.BytesIO(text(SOLUTIONS, name).encode()), format=known)
    values = [row.get(rdflib.Variable("term")) for row in found.bindings]
    assert [str(variable) for variable in found.vars] == ["term", "again"]
    assert [value if value is None else value.n3() for value in values] == [*map(_same, TERMS), None]
    assert str(found.bindings[-1][rdflib.Variable("again")]) == SHOP.value


def _same(term):
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value).n3()
    plain = term.language or term.datatype.value.endswith("#string")
    datatype = None if plain else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False).n3()


@pytest.mark.parametrize("name", [name for name in formats.NAMES if name not in (*formats.BINARY, "svg")])
def test_it_writes_no_rows(name):
    assert text(Solutions(("a",), []), name).endswith("\n")


@pytest.mark.parametrize("name", ["sparql-json", "sparql-xml", "tsv", "html", "markdown"])
def test_it_writes_blank_nodes_and_triples(name):
    triple = Triple(SHOP, SHOP, Literal("x"))
    assert "x" in text(Solutions(("a",), [(BlankNode("b"),), (triple,)]), name)


def test_it_keeps_the_parts_of_a_triple():
    solutions = Solutions(("a",), [(Triple(SHOP, SHOP, Literal("x")),)])
    parts = json.loads(text(solutions, "sparql-json"))["results"]["bindings"][0]["a"]["value"]
    assert parts["object"] == {"type": "literal", "value": "x"}
    tree = ET.fromstring(text(solutions, "sparql-xml"))
    assert tree.find(".//{*}triple/{*}object/{*}literal").text == "x"


def test_it_keeps_line_ends_in_xml():
    tree = ET.fromstring(text(Solutions(("a",), [(Literal("a\r\nb"),)]), "sparql-xml"))
    assert tree.find(".//{*}literal").text == "a\r\nb"


def test_it_refuses_what_xml_cannot_hold():
    with pytest.raises(UnwritableValue, match=r"no character U\+0001; choose sparql-json"):
        text(Solutions(("a",), [(Literal("\x01"),)]), "sparql-xml")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("sparql-json", lambda text: json.loads(text)["boolean"]),
        ("sparql-xml", lambda text: ET.fromstring(text).find("{*}boolean").text == "true"),
        ("json", json.loads),
    ],
)
def test_it_writes_the_truth(name, read):
    assert [read(formats.truth(answer, name)) for answer in (True, False)] == [True, False]
    assert formats.truth(True, "csv") is None


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links, self.words = [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name == "href"]

    def handle_data(self, data):
        self.words.append(data)


def test_it_writes_html_with_labels_links_and_nothing_unescaped(store):
    page = Page()
    page.feed(
        text(Solutions(("<a>", "b"), [(SHOP, NASTY), (NamedNode("javascript:x"), TERMS[1])]), "html", store)
    )
    assert {"html", "title", "style", "main", "table"} < set(page.tags)
    assert "script" not in page.tags
    assert page.links == ["#content", TERMS[1].value]  # what has a name here is no link that leads away
    assert "La Plume" in page.words
    assert "".join(page.words).count("<script>alert('1')</script>") == 1


def test_it_writes_markdown_with_labels_links_and_nothing_unescaped(store):
    lines = text(Solutions(("a", "b"), [(SHOP, NASTY)]), "markdown", store).splitlines()
    assert lines[:2] == ["| a | b |", "| --- | --- |"]
    assert lines[2].startswith(f"| [La Plume](<{SHOP.value}>) | \\<script\\>")
    assert r"\[x\](javascript:y) \*\*b\*\* \| \\\| \`c\` \&amp;" in lines[2]
    assert len(lines) == 3


def test_it_links_the_cells_of_a_terminal_that_shows_links(store):
    solutions = Solutions(("a", "b"), [(SHOP, Literal("http://e/text")), (NamedNode("urn:x"), None)])
    linked = "".join(formats.lines(solutions, "table", Look(store, width=60, links=True)))
    plain = "".join(formats.lines(solutions, "table", Look(store, width=60)))
    assert f";{SHOP.value}\x1b\\La Plume\x1b]8;;\x1b\\" in linked
    assert linked.count("\x1b]8;id=") == 1
    assert "\x1b[" not in linked and "\x1b" not in plain


@pytest.mark.parametrize(("name", "read"), [("parquet", "read_parquet"), ("arrow", "read_ipc")])
def test_tables_for_programs_come_back_as_they_were(store, name, read):
    polars = importlib.import_module("polars")
    solutions = Solutions(["a", "n"], [(NamedNode("http://e/é"), Literal(7)), (None, Literal(8))])
    found = getattr(polars, read)(b"".join(formats.lines(solutions, name)))
    assert found.rows() == [("http://e/é", 7), (None, 8)]


@pytest.mark.parametrize(("name", "kept"), [("Le Bateau", ["thing"]), ("Un autre nom", ["thing", "name"])])
def test_people_read_a_name_once(name, kept):
    thing = NamedNode("http://a/bateau")
    found = Solutions(["thing", "name"], [(thing, Literal(name))])
    assert without_repeats(found, {thing.value: "Le Bateau"}).columns == tuple(kept)


def test_programs_get_the_name_as_well(store):
    found = ask("SELECT ?thing ?name { ?thing a pk:Bookshop ; skos:prefLabel ?name }", store)
    assert text(found, "csv", store).startswith("thing,thing_label,name")
    assert text(found, "table", store).split("\n")[0] == "thing"
