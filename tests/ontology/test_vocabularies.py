"""The concept schemes: one a file, every concept within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from partnerkg.namespaces import expand
from partnerkg.readings.proposed import KINDS

if TYPE_CHECKING:
    from pathlib import Path

CONCEPT = "https://w3id.org/partnerkg/concept/"
PK = "https://w3id.org/partnerkg/ontology#"
SCHEMES = {
    *("activity", "category", "direction", "identifier-scheme", "kind"),
    *("level", "list-completeness", "measure", "name-status", "status", "support-type", "value"),
}


def test_it_keeps_one_scheme_a_file(vocabularies: dict[str, Graph]) -> None:
    assert set(vocabularies) == SCHEMES
    for name, graph in vocabularies.items():
        assert list(graph.subjects(RDF.type, SKOS.ConceptScheme)) == [URIRef(CONCEPT + name)]


def test_it_leads_from_every_kind_to_the_class_that_it_refines(
    vocabularies: dict[str, Graph], whole: Graph
) -> None:
    kinds = vocabularies["kind"]
    classes = set(whole.subjects(RDF.type, OWL.Class))
    for concept in kinds.subjects(RDF.type, SKOS.Concept):
        refined = list(kinds.objects(concept, RDFS.seeAlso))
        assert len(refined) == (0 if str(concept).endswith("/inhabitant") else 1), concept
        assert set(refined) <= classes


def test_it_gives_every_kind_of_public_body_a_level(vocabularies: dict[str, Graph]) -> None:
    kinds, levels = vocabularies["kind"], set(vocabularies["level"].subjects(RDF.type, SKOS.Concept))
    bodies = set(kinds.subjects(RDFS.seeAlso, URIRef(PK + "PublicBody")))
    levelled = dict(kinds.subject_objects(URIRef(PK + "administrativeLevel")))
    assert set(levelled) == bodies
    assert set(levelled.values()) <= levels


@pytest.mark.parametrize("slug", ["cada", "mecs", "pjj-service"])
def test_it_keeps_an_acronym_that_no_source_spells_out(vocabularies: dict[str, Graph], slug: str) -> None:
    concept = URIRef(f"{CONCEPT}kind/{slug}")
    acronym = slug.partition("-")[0].upper()
    assert all(acronym in label for label in vocabularies["kind"].objects(concept, SKOS.prefLabel))
    assert {n.language for n in vocabularies["kind"].objects(concept, SKOS.scopeNote)} == {"fr", "en"}


def test_it_defines_every_concept_in_use(
    vocabularies: dict[str, Graph], quads: dict[Path, list[ox.Quad]]
) -> None:
    defined = {str(s) for graph in vocabularies.values() for s in graph.subjects()}
    used = {(path.name, q.object) for path, statements in quads.items() for q in statements}
    concepts = {(name, o.value) for name, o in used if isinstance(o, ox.NamedNode)}
    assert {(n, iri) for n, iri in concepts if iri.startswith(CONCEPT) and iri not in defined} == set()


def test_it_keeps_no_concept_that_nothing_needs(
    vocabularies: dict[str, Graph], quads: dict[Path, list[ox.Quad]]
) -> None:
    """Those that no page needs yet are registers, what a page may say of a list, what questions count, and kinds to choose from."""
    used = {
        q.object.value
        for statements in quads.values()
        for q in statements
        if isinstance(q.object, ox.NamedNode) and q.predicate.value != str(SKOS.hasTopConcept)
    }
    unused = {
        concept
        for name, graph in vocabularies.items()
        for concept in graph.subjects(RDF.type, SKOS.Concept)
        if str(concept) not in used and name not in ("identifier-scheme", "list-completeness", "measure")
    }
    asked = {URIRef(PK + name) for name in ("MediaOutlet", "TradeUnion")}  # whose record asks for the kind
    kinds = vocabularies["kind"]
    left = {concept for concept in unused if not asked & {*kinds.objects(concept, RDFS.seeAlso)}}
    read = {URIRef(expand(f"kind:{slug}")) for slug in KINDS}  # what pages of others are full of
    assert {concept for concept in left - read if not read & {*kinds.objects(concept, SKOS.broader)}} == set()


def test_it_has_no_kind_for_the_rest(vocabularies: dict[str, Graph]) -> None:
    assert not [c for g in vocabularies.values() for c in g.subjects() if str(c).endswith("/other")]
