"""The store on a server, asked as the embedded one is."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, Triple

import partnerkg
from partnerkg.errors import Incomplete, NoUnion, WrongSparql
from partnerkg.namespaces import namespace
from partnerkg.query import things
from partnerkg.store import remote
from partnerkg.store.base import CLAIMS, EVIDENCE

ORG, PAGE, GRAPH = namespace("organization"), namespace("source"), namespace("graph")
A, B, C = (NamedNode(f"http://e/{name}") for name in "abc")


@pytest.fixture(scope="module")
def store(oxigraph):
    return remote.read(oxigraph)


def test_it_gives_every_quad_of_the_server(store, shipped):
    assert set(store.quads()) == set(shipped.quads())
    assert set(store.everything()) == set(shipped.everything())


def test_it_lends_the_ontology_to_a_server_without_one(serve, shipped):
    data = Quad(A, B, C, A)
    borrowed = set(remote.read(serve("--union-default-graph", quads=[data]) + "/query").everything())
    own = {quad for quad in shipped.everything() if quad.graph_name == GRAPH.ontology}
    assert borrowed == own | {data}


def test_it_knows_what_something_is_said_of_and_where(store):
    assert store.contains(ORG["le-bateau-livre-lille"])
    assert not store.contains(ORG.nobody)
    page = PAGE["lis-avec-moi"]
    assert store.known([A, page, ORG["lis-avec-moi"]], (CLAIMS,)) == [ORG["lis-avec-moi"]]
    assert store.known([page], (EVIDENCE,)) == [page]
    assert store.known([]) == []


def test_it_finds_a_thing_by_its_slug_as_the_embedded_store_does(store, shipped):
    for slug in ("lis-avec-moi", "commune-62041", "pk:Bookshop", "bookshop"):
        try:
            expected = things.find(slug, shipped)
        except partnerkg.PartnerkgError as error:
            with pytest.raises(type(error)):
                things.find(slug, store)
        else:
            assert things.find(slug, store) == expected


def test_it_answers_every_kind_of_query(store):
    assert store.ask("ASK { ?s a pk:Bookshop }") is True
    assert store.ask("ASK { ?s a pk:Nothing }") is False
    (triple,) = store.construct("CONSTRUCT WHERE { organization:lis-avec-moi a ?class }")
    assert isinstance(triple, Triple)


def test_it_gives_the_program_the_rows_that_the_embedded_store_gives(store, shipped):
    text = """SELECT ?thing ?label ?network ?n { ?thing a pk:Bookshop ; skos:prefLabel ?label
        OPTIONAL { ?thing org:memberOf ?network } BIND(STRLEN(?label) AS ?n) }"""
    expected = set(shipped.each(text))
    assert set(store.each(text)) == expected
    assert {row[2] for row in expected} >= {None, ORG["librairies-sorcieres"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "changes data"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT *\n{ ?s ex:p ?o }", "line 2: unknown prefix in `ex:p`"),
        ("SELECT * FROM <http://e/none> { ?s ?p ?o }", "there is no graph <http://e/none> here"),
    ],
)
def test_it_refuses_what_the_embedded_store_refuses(store, text, words):
    with pytest.raises(WrongSparql, match=words):
        store.select(text)


FROM = "SELECT (COUNT(*) AS ?n) FROM graph:reference { ?s ?p ?o }"


def test_it_refuses_from_where_a_server_overlooks_it(store):
    """As Oxigraph does with --union-default-graph: it would answer from all graphs."""
    with pytest.raises(WrongSparql, match="overlooks FROM; write GRAPH"):
        store.select(FROM)


def test_it_reads_the_graphs_that_from_names(virtuoso, shipped):
    answer = remote.read(virtuoso).select(FROM)
    assert [row[0] for row in answer] == [row[0] for row in shipped.select(FROM)]


def test_it_says_that_a_default_graph_is_not_the_union(serve):
    url = serve(quads=[Quad(A, B, C, A)]) + "/query"
    with pytest.raises(NoUnion, match="oxigraph serve --union-default-graph"):
        partnerkg.open(url)


def test_it_asks_an_empty_server(serve):
    graph = partnerkg.open(serve("--union-default-graph") + "/query")
    assert set(graph.summary().values()) == {0}
    assert graph.export("nquads") == b""


def test_it_says_that_a_server_holds_rows_back(behaving):
    rows = b'{"head":{"vars":["s","p","o"]},"results":{"bindings":[]}}'
    counts = b"""{"head":{"vars":["graph","count"]},"results":{"bindings":[{"graph":{"type":"uri","value":"http://e/a"},
        "count":{"type":"literal","value":"2","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}"""

    def answer(request):
        body = counts if "COUNT" in request.text else rows
        request.send_response(200)
        request.send_header("Content-Type", "application/sparql-results+json")
        request.end_headers()
        request.wfile.write(body)
        return True

    with pytest.raises(Incomplete, match="0 of 2 triples of <http://e/a>"):
        list(remote.read(behaving(act=answer)).quads())


def test_a_graph_on_a_server_is_a_knowledge_graph_as_any_other(oxigraph):
    here, there = partnerkg.open(), partnerkg.open(oxigraph)
    assert there.summary() == here.summary()
    assert there.organization("lis-avec-moi").record() == here.organization("lis-avec-moi").record()
    assert there.export("nquads") == here.export("nquads")
    assert there.validate().passes()


@pytest.mark.parametrize("engine", ["oxigraph", "virtuoso"])
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("publisher_partners", {"publisher": "lis-avec-moi"}),
        ("network_members", {"network": "librairies-sorcieres"}),
        ("activity_categories", {"publisher": "lis-avec-moi"}),
        ("partnership_edges", {}),
    ],
)
def test_it_says_whether_an_answer_is_all_there_is_as_the_embedded_store_does(request, engine, name, values):
    there = partnerkg.open(request.getfixturevalue(engine)).query(name, **values).completeness
    here = partnerkg.open().query(name, **values).completeness
    assert there.record() == here.record()
