"""What LOV and FOOPS! ask of the metadata of an ontology."""

from __future__ import annotations

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, URIRef

ONTOLOGY = URIRef("https://w3id.org/partnerkg/ontology")


@pytest.mark.parametrize("about", ["title", "abstract", "description"])
def test_it_is_presented_in_french_and_english(ontology: Graph, about: str) -> None:
    assert {text.language for text in ontology.objects(ONTOLOGY, DCTERMS[about])} == {"fr", "en"}


@pytest.mark.parametrize("day", ["created", "issued", "modified"])
def test_it_is_dated_by_the_day(ontology: Graph, day: str) -> None:
    (date,) = ontology.objects(ONTOLOGY, DCTERMS[day])
    assert date.datatype == XSD.date


@pytest.mark.parametrize("term", ["creator", "publisher", "license", "bibliographicCitation", "source"])
def test_it_says_who_made_it_and_how_to_use_it(ontology: Graph, term: str) -> None:
    assert (ONTOLOGY, DCTERMS[term], None) in ontology


def test_it_names_its_version_apart_from_itself(ontology: Graph) -> None:
    version = ontology.value(ONTOLOGY, OWL.versionInfo)
    assert ontology.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{version}")


def test_it_gives_the_prefix_and_namespace_of_its_terms(ontology: Graph) -> None:
    assert ontology.value(ONTOLOGY, VANN.preferredNamespacePrefix) == Literal("pk")
    assert ontology.value(ONTOLOGY, VANN.preferredNamespaceUri) == Literal(f"{ONTOLOGY}#")


def test_it_says_that_its_addresses_do_not_resolve_yet(ontology: Graph) -> None:
    notes = list(ontology.objects(ONTOLOGY, SKOS.editorialNote))
    assert any(note.language == "en" and "not registered yet" in note for note in notes)
    assert any(note.language == "fr" and "pas encore enregistrée" in note for note in notes)


def test_it_says_that_every_term_is_defined_by_it(ontology: Graph) -> None:
    terms = [s for s in set(ontology.subjects(SKOS.definition)) if isinstance(s, URIRef)]
    assert terms
    assert all((term, RDFS.isDefinedBy, ONTOLOGY) in ontology for term in terms)


def test_it_fetches_nothing(whole: Graph) -> None:
    assert not list(whole.objects(None, OWL.imports))
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in whole
