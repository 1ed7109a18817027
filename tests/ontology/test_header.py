"""What the ontology says of itself, beside what its shapes ask of any (`ontology/shapes/ontology/`)."""

from __future__ import annotations

from rdflib import SKOS, VANN, Graph, Literal, URIRef

ONTOLOGY = URIRef("https://w3id.org/partnerkg/ontology")


def test_it_gives_the_prefix_and_namespace_of_its_terms(ontology: Graph) -> None:
    assert ontology.value(ONTOLOGY, VANN.preferredNamespacePrefix) == Literal("pk")
    assert ontology.value(ONTOLOGY, VANN.preferredNamespaceUri) == Literal(f"{ONTOLOGY}#")


def test_it_says_that_its_addresses_do_not_resolve_yet(ontology: Graph) -> None:
    notes = list(ontology.objects(ONTOLOGY, SKOS.editorialNote))
    assert any(note.language == "en" and "not registered yet" in note for note in notes)
    assert any(note.language == "fr" and "pas encore enregistrée" in note for note in notes)
