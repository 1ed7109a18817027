"""The rules against the OWL 2 RL closure of the shipped graph, computed by owlrl."""

from __future__ import annotations

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from pyoxigraph import BlankNode, NamedNode
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from partnerkg.infer import infer, rules
from partnerkg.infer.rules import ONTOLOGY
from partnerkg.store import embedded

LANGUAGE = tuple(str(names) for names in (RDF, RDFS, OWL, XSD))


@pytest.fixture(scope="module")
def store() -> embedded.Embedded:
    """Return the shipped graph."""
    return embedded.read()


def _term(term: object) -> URIRef | Literal:
    assert not isinstance(term, BlankNode)
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    return Literal(term.value, lang=term.language, datatype=None if term.language else term.datatype.value)


def _graph(quads: object) -> Graph:
    graph = Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _covered(triple: tuple[object, ...]) -> bool:
    """Return whether a triple says something of a thing, and not of a term or of the language itself."""
    subject, predicate, value = triple
    said_of = value if predicate == RDF.type else predicate
    return isinstance(subject, URIRef) and not str(said_of).startswith(LANGUAGE)


@pytest.fixture(scope="module")
def said(store: embedded.Embedded) -> Graph:
    return _graph(store.everything())


@pytest.fixture(scope="module")
def closure(said: Graph) -> set[tuple[object, ...]]:
    graph = Graph() + said
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return {triple for triple in graph if triple not in said and _covered(triple)}


@pytest.fixture(scope="module")
def inferred(store: embedded.Embedded) -> set[tuple[object, ...]]:
    return set(_graph(infer(store, [rule for rule in rules() if rule.basis == ONTOLOGY])))


@pytest.mark.thorough
def test_it_infers_nothing_that_owl_does_not(inferred, closure):
    assert inferred
    assert inferred - closure == set()


@pytest.mark.thorough
def test_it_infers_everything_that_owl_does(inferred, closure):
    assert closure - inferred == set()


def test_it_names_the_rules_that_owl_does_not_know():
    beyond = [rule.name for rule in rules() if rule.basis != ONTOLOGY]
    assert beyond == [
        *("membership", "org-inverse", "label", "foaf-agent", "foaf-name"),
        *("schema-class", "schema-organization", "schema-kind", "schema-name", "schema-alternate-name"),
        *("schema-member", "schema-part", "schema-sponsor", "schema-founding-date", "schema-area-served"),
        *("schema-location", "schema-organizer"),
    ]
