"""The rules against the OWL 2 RL closure of a graph that each of them says something about, computed by owlrl."""

from __future__ import annotations

from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, serialize
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from partnerkg.infer import infer, rules
from partnerkg.infer.rules import ONTOLOGY
from partnerkg.namespaces import namespace
from partnerkg.store import embedded

WORLD = Path(__file__).parents[1] / "world"
PK = namespace("pk")
LANGUAGE = tuple(str(names) for names in (RDF, RDFS, OWL, XSD))


THING = "https://w3id.org/partnerkg/id/organization/"
MORE = (  # what the invented project says nothing of
    ("a", PK.collaboratesWith, "b"),
    ("a", PK.subgroupOf, "b"),
    ("b", PK.subgroupOf, "c"),
    ("c", PK.subgroupOf, "d"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> embedded.Embedded:
    """Return the graph of the invented project and some more."""
    path = tmp_path_factory.mktemp("more") / "graph.nq"
    more = [Quad(NamedNode(THING + one), said, NamedNode(THING + other)) for one, said, other in MORE]
    path.write_bytes(serialize([*embedded.read(str(WORLD)).everything(), *more], format=RdfFormat.N_QUADS))
    return embedded.read(str(path))


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
    found = infer(store, [rule for rule in rules() if rule.basis == ONTOLOGY])
    assert [name for name, count in found.counts.items() if not count] == []
    return set(_graph(found))


@pytest.mark.thorough
def test_it_infers_nothing_that_owl_does_not(inferred, closure):
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
