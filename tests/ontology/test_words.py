"""Labels and definitions, in French and English."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

if TYPE_CHECKING:
    from rdflib.term import Node

KINDS = [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty]
LANGUAGES = ["en", "fr"]


def _named(graph: Graph, kind: Node) -> list[Node]:
    return [s for s in graph.subjects(RDF.type, kind) if str(s).startswith("https://w3id.org/partnerkg/")]


def _languages(graph: Graph, subject: Node, predicate: URIRef) -> list[str | None]:
    return sorted(getattr(text, "language", None) or "" for text in graph.objects(subject, predicate))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("about", [RDFS.label, SKOS.definition])
def test_it_names_and_defines_every_term_once_a_language(
    ontology: Graph, kind: URIRef, about: URIRef
) -> None:
    terms = _named(ontology, kind)
    assert terms
    assert [t for t in terms if _languages(ontology, t, about) != LANGUAGES] == []


@pytest.mark.parametrize("kind", [SKOS.Concept, SKOS.ConceptScheme])
@pytest.mark.parametrize("about", [SKOS.prefLabel, SKOS.definition])
def test_it_names_and_defines_every_concept_once_a_language(
    whole: Graph, kind: URIRef, about: URIRef
) -> None:
    concepts = _named(whole, kind)
    assert concepts
    assert [c for c in concepts if _languages(whole, c, about) != LANGUAGES] == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_for_every_term_which_others_were_considered(ontology: Graph, kind: URIRef) -> None:
    notes = {t: str(ontology.value(t, SKOS.editorialNote)) for t in _named(ontology, kind)}
    assert [t for t, note in notes.items() if not note.startswith("Considered: ")] == []


def test_it_defines_things_and_not_classes_of_things(whole: Graph) -> None:
    roundabout = re.compile(r"(the|a|la|une) (class|classe|property|propriété|concept)\b", re.IGNORECASE)
    assert [d for d in whole.objects(None, SKOS.definition) if roundabout.match(d)] == []


def test_it_writes_definitions_as_sentences(whole: Graph) -> None:
    definitions = list(whole.objects(None, SKOS.definition))
    assert [d for d in definitions if not (d[0].isupper() and d.endswith("."))] == []


@pytest.mark.parametrize(
    "about", [RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.definition, SKOS.scopeNote]
)
def test_it_writes_french_with_french_punctuation(whole: Graph, about: URIRef) -> None:
    wrong = re.compile(r"['\"]|[^\u00a0\u202f][;:?!»](?!//)|«[^\u00a0\u202f]")
    texts = [t for t in whole.objects(None, about) if isinstance(t, Literal) and t.language == "fr"]
    assert [t for t in texts if wrong.search(t)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [[OWL.Class], [OWL.ObjectProperty, OWL.DatatypeProperty]])
def test_it_gives_no_two_terms_the_same_label(ontology: Graph, language: str, kind: list[URIRef]) -> None:
    labels = [x for k in kind for t in _named(ontology, k) for x in ontology.objects(t, RDFS.label)]
    assert [x for x, n in Counter(str(x) for x in labels if x.language == language).items() if n > 1] == []


def test_it_gives_no_two_concepts_of_a_scheme_the_same_label(vocabularies: dict[str, Graph]) -> None:
    for graph in vocabularies.values():
        labels = Counter(graph.objects(None, SKOS.prefLabel))
        assert [label for label, n in labels.items() if n > 1] == []
