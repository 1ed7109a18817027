"""The logic: what every term must say, and what OWL 2 DL asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, URIRef

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

PK = "https://w3id.org/partnerkg/ontology#"
PROPERTIES = [OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty]
BUILT_IN = tuple(str(names._NS) for names in (RDF, RDFS, OWL, XSD))
ORGANIZATION = URIRef("http://www.w3.org/ns/org#Organization")


def _ours(graph: Graph, *kinds: URIRef) -> Iterator[Node]:
    return (t for kind in kinds for t in graph.subjects(RDF.type, kind) if str(t).startswith(PK))


def test_it_holds_no_blank_node(whole: Graph) -> None:
    assert [t for t in whole if any(isinstance(x, BNode) for x in t)] == []


def test_it_uses_a_name_in_one_role_only(whole: Graph) -> None:
    roles = {kind: set(whole.subjects(RDF.type, kind)) for kind in [OWL.Class, *PROPERTIES]}
    individuals = {s for kind in (SKOS.Concept, SKOS.ConceptScheme) for s in whole.subjects(RDF.type, kind)}
    seen: set[Node] = set()
    for names in (*roles.values(), individuals):
        assert seen & names == set()
        seen |= names


def test_it_declares_every_property_that_it_uses(whole: Graph) -> None:
    declared = {p for kind in PROPERTIES for p in whole.subjects(RDF.type, kind)}
    used = {p for p in whole.predicates() if not str(p).startswith(BUILT_IN)}
    used |= set(whole.objects(None, RDFS.subPropertyOf)) | set(whole.objects(None, OWL.inverseOf))
    assert used - declared == set()


def test_it_keeps_a_property_in_the_role_of_what_it_specialises(whole: Graph) -> None:
    roles = {p: kind for kind in PROPERTIES for p in whole.subjects(RDF.type, kind)}
    pairs = list(whole.subject_objects(RDFS.subPropertyOf))
    assert pairs
    assert [(s, o) for s, o in pairs if roles[s] != roles[o]] == []


@pytest.mark.parametrize("axiom", [RDFS.subClassOf, OWL.disjointWith, RDFS.domain, RDFS.range, RDF.type])
def test_it_declares_every_class_that_its_axioms_use(whole: Graph, axiom: URIRef) -> None:
    used = {c for c in whole.objects(None, axiom) if not str(c).startswith(BUILT_IN)}
    assert used - set(whole.subjects(RDF.type, OWL.Class)) == set()


def test_it_declares_every_term_of_its_own_in_use(whole: Graph, quads: dict[Path, list[ox.Quad]]) -> None:
    declared = set(map(str, _ours(whole, OWL.Class, *PROPERTIES)))
    used = {
        (path.name, term.value)
        for path, statements in quads.items()
        for quad in statements
        for term in (quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(PK)
    }
    assert {(name, iri) for name, iri in used if iri not in declared | {PK}} == set()


def test_it_keeps_to_the_datatypes_of_owl_in_its_axioms(ontology: Graph) -> None:
    ranges = {r for t in _ours(ontology, OWL.DatatypeProperty) for r in ontology.objects(t, RDFS.range)}
    assert {str(r).rpartition("#")[2] for r in ranges} == {"boolean", "integer", "string"}


@pytest.mark.parametrize("kind", ["Bookshop", "Library", "Network", "PublicBody", "School", "TradeUnion"])
def test_it_makes_the_kinds_organisations(whole: Graph, kind: str) -> None:
    assert ORGANIZATION in whole.transitive_objects(URIRef(PK + kind), RDFS.subClassOf)


def test_it_never_takes_support_for_funding(whole: Graph) -> None:
    schema = "https://schema.org/"
    assert not [t for t in whole if URIRef(schema + "funder") in t or URIRef(schema + "funding") in t]
    assert (URIRef(PK + "supportedBy"), SKOS.closeMatch, URIRef(schema + "sponsor")) in whole


def test_it_maps_to_other_vocabularies_from_its_own_terms_only(alignments: Graph, whole: Graph) -> None:
    ours = set(_ours(whole, OWL.Class, *PROPERTIES)) | set(whole.subjects(RDF.type, SKOS.Concept))
    mapped = {s for s, p in alignments.subject_predicates() if str(p).endswith("Match")}
    assert mapped
    assert mapped <= ours
