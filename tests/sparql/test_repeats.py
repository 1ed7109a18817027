"""Queries that cannot tell whether two graphs say the same are spared the merging of graphs."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, RdfFormat, Store, serialize

from partnerkg.sparql import repeats
from partnerkg.sparql.query import ASK, SELECT, read
from partnerkg.store import embedded, project
from partnerkg.store.base import CLAIMS

HARMLESS = (
    "SELECT DISTINCT ?s { ?s ?p ?o }",
    "# how many?\nPREFIX e: <http://e/#> BASE <http://e/>\nselect  distinct * { ?s ?p ?o } LIMIT 50",
    "ASK { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "SELECT DISTINCT ?s ?n { { SELECT ?s (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o } GROUP BY ?s } }",
    "SELECT DISTINCT (MAX(STR(?o)) AS ?m) (COUNT( DISTINCT *) AS ?n) { ?s ?p ?o }",
)
TELLING = (
    "SELECT ?s { ?s ?p ?o }",
    "SELECT DISTINCT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT DISTINCT (COUNT # DISTINCT\n (?o) AS ?n) { ?s ?p ?o }",
    "SELECT DISTINCT (count(?o) AS ?n) { ?s ?p ?o }",
    "SELECT DISTINCT ?n { { SELECT (SUM(1) AS ?n) { ?s ?p ?o } } }",
    "SELECT DISTINCT (GROUP_CONCAT(STR(?o)) AS ?all) { ?s ?p ?o }",
    "SELECT DISTINCT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 2 } }",
    "ASK { { SELECT ?s { ?s ?p ?o } OFFSET 2 } }",
    "CONSTRUCT { ?s ?p [] } WHERE { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?s } WHERE { ?s ?p ?o } ORDER BY ?s ?p LIMIT 2",
    "SELECT REDUCED ?s { ?s ?p ?o } ORDER BY ?s LIMIT 2",
    "DESCRIBE ?s { ?s ?p ?o }",
    "SELECT DISTINCT (BNODE() AS ?b) { ?s ?p ?o }",
)
NAMES = some.sampled_from([NamedNode(f"http://e/{name}") for name in "abc"])
QUADS = some.lists(some.builds(Quad, NAMES, NAMES, NAMES, some.one_of(NAMES, some.just(DefaultGraph()))))


def test_a_query_that_allows_repeats_cannot_tell():
    assert not repeats.tells("SELECT REDUCED ?s { ?s ?p ?o }")


@pytest.mark.parametrize("text", HARMLESS)
def test_it_sees_that_a_query_cannot_tell(text):
    assert not repeats.tells(text)


@pytest.mark.parametrize("text", TELLING)
def test_it_sees_that_a_query_may_tell(text):
    assert repeats.tells(text)


def asked(store, text):
    """Return the answer of a store of ours to a query of any form."""
    query = read(text)
    return {ASK: store.ask, SELECT: store.select}.get(query.form, store.construct)(text)


def seen(text, answer):
    """Return an answer without what is left to the engine: order of rows and names, labels of blank nodes."""
    if isinstance(answer, bool | QueryBoolean):
        return bool(answer)
    rows = [tuple(row) for row in answer]
    return (
        len(rows) if "BNODE" in text or "[]" in text else sorted("".join(sorted(repr(row))) for row in rows)
    )


@settings(deadline=None, max_examples=50)
@given(quads=QUADS, texts=some.permutations(HARMLESS + TELLING))
def test_every_answer_is_that_of_a_store_whose_default_graph_has_each_triple_once(quads, texts):
    whole = Store()
    whole.extend(quads)
    whole.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.nq"
        serialize(quads, str(path), format=RdfFormat.N_QUADS)
        store = embedded.Embedded({CLAIMS: [project.Part(str(path))]})
        store.need()
    for text in texts:
        assert seen(text, asked(store, text)) == seen(text, whole.query(text)), text
