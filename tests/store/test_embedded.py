"""The store in this process."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Variable, parse

from partnerkg.errors import BrokenFile, MissingFile, NoRdf, UnreadableFile, WrongSparql
from partnerkg.namespaces import namespace, prefixes
from partnerkg.store import embedded
from partnerkg.store.base import CLAIMS, EVIDENCE, Store

ORG, PK = namespace("organization"), namespace("pk")
TWICE = "@prefix e: <http://e/> . e:s e:p e:o . e:g { e:s e:p e:o } e:h { e:s e:p e:o . e:s e:p e:q }"


@pytest.fixture
def twice(tmp_path):
    path = tmp_path / "twice.trig"
    path.write_text(TWICE)
    return embedded.read(str(path))


def numbers(answer):
    return [int(row[0].value) for row in answer]


def test_it_gives_the_default_graph_each_triple_once(twice):
    count = "SELECT (COUNT(*) AS ?n) { <http://e/s> <http://e/p> ?o }"
    assert numbers(twice.select(count)) == [2]
    assert numbers(twice.select(count.replace("{", "{ GRAPH ?g {").replace("}", "} }"))) == [3]


def test_it_still_gives_its_own_quads_after_that(twice):
    twice.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert set(twice.quads()) == set(parse(TWICE, format=RdfFormat.TRIG))


def test_it_answers_the_same_before_and_after_its_graphs_are_merged(twice):
    text = "SELECT DISTINCT ?o { <http://e/s> ?p ?o } ORDER BY ?o"
    before = [row[0] for row in twice.select(text)]
    twice.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert [row[0] for row in twice.select(text)] == before


ROWS = """SELECT ?thing ?label ?town {
    ?thing a pk:Library OPTIONAL { ?thing skos:prefLabel ?label } OPTIONAL { ?thing pk:commune ?town } }"""


def test_it_gives_the_program_rows_of_terms_with_none_for_what_is_unbound(world):
    (row,) = embedded.read(world).each(ROWS)
    assert row == (ORG["mediatheque-de-clairval"], Literal("Médiathèque de Clairval", language="fr"), None)


def test_it_trusts_the_text_of_the_program(twice):
    longer = "SELECT ?o { VALUES ?x { %s } ?s ?p ?o } LIMIT 1" % ("1 " * 500_001)
    assert len(list(twice.each(longer))) == 1
    with pytest.raises(SyntaxError):
        twice.each("SELECT * {")


def test_it_reads_the_graphs_that_from_names(twice):
    assert numbers(twice.select("SELECT (COUNT(*) AS ?n) FROM <http://e/g> { ?s ?p ?o }")) == [1]
    assert twice.ask("ASK FROM <http://e/g> { ?s ?p <http://e/q> }") is False


def test_it_refuses_from_a_graph_that_is_not_here(twice):
    with pytest.raises(WrongSparql, match="line 2: there is no graph <http://localhost/x> here"):
        twice.select("SELECT *\nFROM <http://localhost/x> { ?s ?p ?o }")


def test_it_binds_variables_as_terms(store):
    text = "SELECT DISTINCT ?class ?name { ?thing a ?class ; skos:prefLabel ?name } ORDER BY ?name"
    rows = [row[1].value for row in store.select(text, {Variable("class"): PK.Library})]
    assert rows == ["Médiathèque de Clairval"]


def test_it_knows_the_prefixes_of_the_table(store):
    assert store.ask("ASK { organization:le-grimoire a pk:Bookshop }")


def test_it_knows_what_something_is_said_of(store):
    assert store.contains(ORG["le-grimoire"])
    assert not store.contains(ORG["le-grimoire-2"])


def test_it_reads_rooms_when_they_are_needed(world):
    store = embedded.read(world)
    text = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    graphs = {row[0].value for row in store.select(text, rooms=(CLAIMS,))}
    assert graphs and all("/claim/" in graph for graph in graphs)
    more = {row[0].value for row in store.select(text, rooms=(CLAIMS, EVIDENCE))}
    assert more - graphs == {namespace("graph").iri + name for name in ("provenance", "enrichment")}


def test_it_holds_the_same_quads_whatever_room_comes_first(world):
    whole = set(embedded.read(world).quads())
    store = embedded.read(world)
    for room in (EVIDENCE, CLAIMS):
        store.need((room,))
    assert set(store.quads()) == whole


def test_it_borrows_the_ontology_without_giving_it_away(world):
    store = embedded.read(world)
    assert store.ask("ASK { pk:Bookshop rdfs:subClassOf org:Organization }")
    assert not any(quad.graph_name == namespace("graph").ontology for quad in store.quads())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", "<http://e/s> <http://e/p> <http://e/o> ."),
        ("a.nt", "<http://e/s> <http://e/p> <http://e/o> ."),
        ("a.nq", "<http://e/s> <http://e/p> <http://e/o> <http://e/g> ."),
        ("a.jsonld", json.dumps({"@id": "http://e/s", "http://e/p": {"@id": "http://e/o"}})),
    ],
)
def test_it_opens_any_rdf_file(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    for place in (tmp_path, tmp_path / name):
        (quad,) = embedded.read(str(place)).quads()
        assert quad.object == NamedNode("http://e/o")


def test_it_keeps_lexical_forms_of_codes(tmp_path):
    (tmp_path / "a.ttl").write_text('<http://e/s> <http://e/code> "01004" .')
    assert set(embedded.read(str(tmp_path)).quads()) == {
        Quad(NamedNode("http://e/s"), NamedNode("http://e/code"), Literal("01004"))
    }


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("a.ttl", b"<http://e/s> <http://e/p> <http://e/o> .\n<http://e/s> oops", BrokenFile, "line 2"),
        ("a.ttl", b"<http://e/s> <http://e/p>\n'\xff' .", BrokenFile, "line 2.*UTF-8"),
        ("a.ttl", b"<http://e/s> <http://e/p> " + b"(" * 9000, BrokenFile, "inside one another"),
        ("a.nq", b"\n<http://e/s> <http://e/p> '\xff' .", BrokenFile, "line 2.*UTF-8"),
        ("a.nt", b"<http://e/s> <http://e/p> " + b"<<( " * 9000, BrokenFile, "inside one another"),
        ("a.xlsx", b"", NoRdf, "`.xlsx` is no RDF"),
        (
            "a.jsonld",
            b'{"@context": "http://127.0.0.1:9/", "@id": "http://e/s"}',
            BrokenFile,
            "never fetched",
        ),
    ],
)
def test_it_says_what_is_wrong_with_a_file(tmp_path, name, content, error, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error, match=words):
        embedded.read(str(tmp_path / name)).need()


def test_it_overlooks_a_byte_order_mark(tmp_path):
    (tmp_path / "a.nt").write_bytes(b"\xef\xbb\xbf<http://e/s> <http://e/p> <http://e/o> .")
    assert numbers(embedded.read(str(tmp_path)).select("SELECT (COUNT(*) AS ?n) { <http://e/s> ?p ?o }")) == [
        1
    ]


def test_it_says_that_a_file_has_gone(tmp_path):
    (tmp_path / "a.ttl").write_text("")
    store = embedded.read(str(tmp_path))
    (tmp_path / "a.ttl").unlink()
    with pytest.raises(MissingFile):
        store.need()


def test_it_says_that_a_folder_is_no_file(tmp_path):
    (tmp_path / "a.ttl").mkdir()
    part = embedded.project.Part(str(tmp_path / "a.ttl"))
    with pytest.raises(UnreadableFile):
        embedded.Embedded({CLAIMS: [part]}).need()


def test_it_is_never_left_half_loaded(tmp_path):
    (tmp_path / "a.ttl").write_text("<http://e/s> <http://e/p> <http://e/o> .")
    (tmp_path / "b.ttl").write_text("oops")
    store = embedded.read(str(tmp_path))
    for _ in range(2):
        with pytest.raises(BrokenFile):
            store.need()
    (tmp_path / "b.ttl").write_text("")
    assert len(list(store.quads())) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT * { ?s ex:p ?o }", "line 1: unknown prefix in `ex:p`"),
        ("SELECT *\n{ ?s ?p }", "line 2, column 10: something is missing or wrong before"),
        ("SELECT * {", "unexpected end, a bracket is open"),
        ("SELECT * { ?s ?p ?o }}", "line 1: `}` closes nothing"),
        ("SELECT * { FILTER(CONTAIN(?s)) } LIMIT 1", "line 1, column 33: unexpected `LIMIT 1`"),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x ?p ?y }", "neither counted nor in GROUP BY"),
        ("SELECT * { ?s ?p <a> }", "line 1: an IRI is not absolute"),
        ("SELECT (1 AS ?x) (2 AS ?x) {}", "names a column twice"),
    ],
)
def test_it_says_in_one_line_what_is_wrong_with_a_query(store, text, words):
    with pytest.raises(WrongSparql) as error:
        store.select(text)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_every_store_has_to_answer():
    with pytest.raises(NotImplementedError):
        Store().ask("ASK {}")
    with pytest.raises(NotImplementedError):
        Store().quads()
    with pytest.raises(NotImplementedError):
        Store().each("SELECT * {}")
    with pytest.raises(NotImplementedError):
        Store().contains(NamedNode("http://e/"))


COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture(params=["<http://e/p> <http://e/o>", "a pk:Bookshop"])
def lent(tmp_path, request):
    """Return the store of a file, in our vocabulary or in another one."""
    (tmp_path / "a.ttl").write_text(f"@prefix pk: <{PK.iri}> . <http://e/s> {request.param} .")
    return embedded.read(str(tmp_path / "a.ttl"))


def test_what_is_asked_of_a_file_is_answered_about_that_file(lent):
    assert numbers(lent.own().select(COUNT)) == [1]
    assert len(list(lent.own().quads())) == len(list(lent.own().everything())) == 1
    assert not lent.own().ask("ASK { GRAPH ?g { ?class rdfs:subClassOf ?other } }")
    assert not lent.own().contains(PK.Bookshop)


def test_the_ontology_is_beside_it_for_what_needs_it(lent):
    assert numbers(lent.own().each(COUNT)) == [1]
    assert lent.ask("ASK { pk:Bookshop rdfs:subClassOf org:Organization }")
    assert numbers(lent.own().each(COUNT)) == [1]
    assert lent.contains(PK.Bookshop)


def test_a_file_that_says_what_the_ontology_says_keeps_that(tmp_path):
    """Twice, and in a graph of the same name: then the engine cannot tell whose a triple is."""
    subclass = "pk:Bookshop rdfs:subClassOf org:Organization"
    names = "@prefix pk: <{pk}> . @prefix rdfs: <{rdfs}> . @prefix org: <{org}> . @prefix graph: <{graph}> ."
    text = names.format_map(prefixes()) + f"<http://e/g> {{ {subclass} }} graph:ontology {{ {subclass} }}"
    (tmp_path / "a.trig").write_text(text)
    store = embedded.read(str(tmp_path / "a.trig"))
    for _ in range(2):
        store.need()
        store.select(COUNT)
        assert numbers(store.own().select(COUNT)) == [1]
        assert numbers(store.own().select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")) == [2]


def test_a_project_with_an_ontology_of_its_own_is_its_own():
    store = embedded.read()
    assert store.own() is store


def test_what_a_file_wrote_otherwise_is_looked_for_once(tmp_path, monkeypatch):
    path = tmp_path / "data.ttl"
    path.write_text("<http://e/a> <http://e/b> 01 .")
    store = embedded.read(str(path))
    written = store.own().written()
    monkeypatch.setattr(embedded, "read_files", None)
    assert store.own().written() is written != ()
