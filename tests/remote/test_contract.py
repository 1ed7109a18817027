"""What every store promises, wherever its quads live: in memory, on the disk, on a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, Variable, serialize

from partnerkg.errors import WrongSparql
from partnerkg.store import embedded, held, loading, persisted, remote
from partnerkg.store.base import CLAIMS, EVIDENCE, Store

A, B, P, Q, G, H = (NamedNode(f"http://e/{name}") for name in "abpqgh")
PROVENANCE = NamedNode("https://w3id.org/partnerkg/graph/provenance")
QUADS = [
    Quad(A, P, Literal("é\n"), G),
    Quad(A, P, Literal("é\n"), H),  # said twice
    Quad(A, Q, B, G),
    Quad(B, P, Literal("x", language="fr"), H),
    Quad(P, Q, A, PROVENANCE),
]
KINDS = ("embedded", "held", "scratch", "persisted", "remote")


def file(folder: Path) -> str:
    path = folder / "a.nq"
    path.write_bytes(serialize(QUADS, format=RdfFormat.N_QUADS) or b"")
    return str(path)


@pytest.fixture(params=KINDS)
def store(request, tmp_path, monkeypatch, serve) -> Store:
    if request.param == "embedded":
        return embedded.read(file(tmp_path))
    if request.param == "held":
        return held.hold(QUADS)
    if request.param == "scratch":
        monkeypatch.setattr(held, "MOST", 2)
        return held.hold(QUADS)
    if request.param == "persisted":
        loading.load([file(tmp_path)], str(tmp_path / "store"))
        return persisted.read(str(tmp_path / "store"))
    return remote.read(served(serve) + "/query")


def served(serve, kept: list[str] = []) -> str:  # noqa: B006 - one server for all tests
    if not kept:
        kept.append(serve("--union-default-graph", quads=QUADS))
    return kept[0]


def test_it_can_be_needed_twice(store):
    store.need()
    store.need((CLAIMS,))


def test_select_gives_rows_under_columns(store):
    rows = store.select("SELECT DISTINCT ?s ?o { ?s <http://e/p> ?o } ORDER BY ?s")
    assert rows.columns == ["s", "o"]
    assert list(rows) == [(A, Literal("é\n")), (B, Literal("x", language="fr"))]


def test_select_gives_none_for_what_is_unbound(store):
    text = "SELECT ?s ?o { VALUES ?s { <http://e/b> } OPTIONAL { ?s <http://e/q> ?o } }"
    assert list(store.select(text)) == [(B, None)]


def test_select_is_told_values_as_terms(store):
    term = Literal("é\n")
    rows = store.select("SELECT DISTINCT ?s ?o { ?s ?p ?o }", {Variable("o"): term})
    assert [tuple(row) for row in rows] == [(A, term)]


def test_rows_come_once(store):
    rows = store.select("SELECT DISTINCT ?s { ?s <http://e/q> <http://e/b> }")
    assert [*rows, *rows] == [(A,)]


def test_ask_gives_a_truth(store):
    assert store.ask("ASK { ?s <http://e/q> ?o }") is True
    assert store.ask("ASK { ?s <http://e/none> ?o }") is False


def test_construct_gives_triples(store):
    assert list(store.construct("CONSTRUCT WHERE { ?s <http://e/q> <http://e/b> }")) == [Triple(A, Q, B)]


def test_describe_gives_triples(store):
    found = set(store.construct("DESCRIBE <http://e/b>"))
    assert Triple(B, P, Literal("x", language="fr")) in found


def test_each_gives_the_program_its_rows(store):
    assert list(store.each("SELECT DISTINCT ?o { <http://e/a> <http://e/q> ?o }")) == [(B,)]


def test_it_knows_the_prefixes_of_the_project(store):
    assert list(store.each("SELECT (STR(skos:prefLabel) AS ?iri) {}")) == [
        (Literal("http://www.w3.org/2004/02/skos/core#prefLabel"),)
    ]


def test_its_graphs_can_be_asked_by_name(store):
    rows = store.select("SELECT DISTINCT ?g { GRAPH ?g { <http://e/a> <http://e/p> ?o } } ORDER BY ?g")
    assert list(rows) == [(G,), (H,)]


@pytest.mark.parametrize("ask", ["select", "ask", "construct"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "changes data"),
        ("nothing", "no SELECT"),
        ("{", "no SELECT"),
    ],
)
def test_it_refuses_what_is_no_query(store, ask, text, words):
    with pytest.raises(WrongSparql, match=words):
        getattr(store, ask)(text)


@pytest.mark.parametrize(
    ("ask", "text", "form"),
    [("select", "ASK {}", "ASK"), ("ask", "SELECT * {}", "SELECT"), ("construct", "SELECT * {}", "SELECT")],
)
def test_each_method_takes_its_own_form(store, ask, text, form):
    with pytest.raises(WrongSparql, match=f"it is {form}, not "):
        getattr(store, ask)(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT *\n{ ?s ex:p ?o }", "line 2: unknown prefix in `ex:p`"),
        ("SELECT *\n{ ?s ?p }", "line 2, column 10"),
    ],
)
def test_it_says_what_is_wrong_with_a_query(store, text, words):
    with pytest.raises(WrongSparql, match=words):
        store.select(text)


def test_it_gives_its_quads(store):
    assert set(store.quads()) == set(QUADS)
    assert set(QUADS) <= set(store.everything())


def test_it_knows_what_something_is_said_of(store):
    assert store.contains(A) and not store.contains(NamedNode("http://e/none"))
    assert store.known([B, NamedNode("http://e/none"), A]) == [B, A]


def test_it_has_rooms(store):
    if not isinstance(store, embedded.Embedded) or isinstance(store, held.Held):  # a file is a room
        assert store.known([P, A], (CLAIMS,)) == [A]
    assert P in store.known([P], (CLAIMS, EVIDENCE))


def test_it_cannot_be_changed(store):
    assert not {"add", "update", "load", "remove", "clear", "extend"} & {*dir(store)}
