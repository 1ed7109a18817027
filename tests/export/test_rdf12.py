"""RDF 1.2: claims as reifiers, and statements written as they pass."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from pyoxigraph import Store as Oxigraph

from partnerkg.encode.generated import DESCRIPTIONS
from partnerkg.export import write
from partnerkg.export.streamed import BATCH, FORMS, streamed
from partnerkg.namespaces import namespace, prefixes
from partnerkg.rdf.statements import UnwritableTerm
from partnerkg.store import embedded

from .test_round_trips import datasets, shape

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def test_it_asserts_every_triple_and_names_the_claim_that_states_it(store: embedded.Embedded) -> None:
    found = set(parse(b"".join(write(store, "turtle12")), format=RdfFormat.TURTLE))
    for quad in store.quads():
        triple = quad.triple
        assert Quad(triple.subject, triple.predicate, triple.object) in found
        if quad.graph_name not in DESCRIPTIONS:
            assert Quad(quad.graph_name, namespace("rdf").reifies, triple) in found


def test_it_leads_from_a_triple_to_its_words(store: embedded.Embedded) -> None:
    graph = Oxigraph()
    graph.load(b"".join(write(store, "turtle12")), RdfFormat.TURTLE)
    text = """SELECT ?quote {
        ?claim rdf:reifies <<( organization:libraires-d-ombre pk:supportedBy organization:agence-du-livre-d-ombre )>> ;
            pk:evidence/pk:passage/oa:hasSelector/oa:exact ?quote }"""
    rows = [row[0].value for row in graph.query(text, prefixes=prefixes())]
    assert "With the support of Agence du livre d’Ombre" in rows


def test_it_keeps_the_graphs_that_are_no_claims(store: embedded.Embedded) -> None:
    found = list(parse(b"".join(write(store, "trig12")), format=RdfFormat.TRIG))
    assert {quad.graph_name for quad in found} == {
        DefaultGraph(),
        *{q.graph_name for q in store.quads()} & set(DESCRIPTIONS),
    }


def test_it_writes_the_same_in_any_order(store: embedded.Embedded) -> None:
    quads = list(store.quads())
    assert b"".join(write(quads, "turtle12")) == b"".join(write(quads[::-1], "turtle12"))


@pytest.mark.parametrize("name", FORMS)
@few
@given(found=datasets)
def test_it_writes_statements_as_they_pass(name: str, found: list[Quad]) -> None:
    data = b"".join(streamed(found, name))
    graphs = FORMS[name].supports_datasets
    kept = found if graphs else [Quad(q.subject, q.predicate, q.object) for q in found]
    assert shape(parse(data, format=FORMS[name])) == shape(kept)


def test_it_keeps_their_order_over_many_pieces() -> None:
    numbers = [f"http://a/{number}" for number in range(2 * BATCH + 1)]
    text = "".join(f"<{one}> <http://a/p> <{two}> .\n" for one, two in pairwise(numbers))
    quads = list(parse(text, format=RdfFormat.N_TRIPLES))
    for name, form in FORMS.items():
        data = b"".join(streamed(quads, name))
        assert data.count(b"@prefix org:") <= 1
        assert list(parse(data, format=form)) == quads


def test_it_passes_on_what_only_rdf_1_2_can_say() -> None:
    text = b'<http://a/s> <http://a/p> <<( <http://a/s> <http://a/p> "x"@fr--ltr )>> .\n'
    quads = list(parse(text, format=RdfFormat.N_TRIPLES))
    assert isinstance(quads[0].object, Triple)
    assert list(parse(b"".join(streamed(quads, "turtle")), format=RdfFormat.TURTLE)) == quads


def test_it_converts_what_only_rdf_1_2_can_say() -> None:
    text = b'<http://a/s> <http://a/p> <<( <http://a/s> <http://a/p> "x"@fr--ltr )>> <http://a/g> .\n'
    quads = list(parse(text, format=RdfFormat.N_QUADS))
    assert list(parse(b"".join(write(quads, "trig12")), format=RdfFormat.TRIG)) == quads


def test_it_refuses_a_blank_node_inside_a_triple_term() -> None:
    text = b'<http://a/s> <http://a/p> <<( _:a <http://a/p> "x" )>> .\n'
    with pytest.raises(UnwritableTerm, match="blank node inside"):
        b"".join(write(parse(text, format=RdfFormat.N_TRIPLES), "turtle12"))


def test_it_opens_a_large_graph_once() -> None:
    graph = NamedNode("http://a/g")
    quads = [Quad(NamedNode(f"http://a/{n}"), graph, Literal("x"), graph) for n in range(5000)]
    data = b"".join(write(quads, "trig12"))
    assert (data.count(b"{"), data.count(b"}")) == (1, 1)
    assert set(parse(data, format=RdfFormat.TRIG)) == set(quads)
