"""The headings of pages that no category is called: each becomes a category of the project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.encode.space import Space
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import Listed, Partnership, Reading
from partnerkg.model.name import slug
from partnerkg.namespaces import namespace
from partnerkg.readings.words import SLUG

SCHEME = "category"
RDF, SKOS = namespace("rdf"), namespace("skos")
LABELS = {"en": "heading “{label}”", "fr": "rubrique « {label} »"}  # where the page is in the other language
DEFINITIONS = {
    "en": "What a page lists under the heading “{label}”.",
    "fr": "Ce qu’une page énumère sous la rubrique « {label} ».",
}
GRAPH = namespace("graph").vocabulary


def new(readings: Iterable[Reading], vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """Return the label and language of each category that only a heading names, by slug.

    What looks like a slug is none: it is meant to be one that is known.
    """
    found: dict[str, tuple[str, str]] = {}
    for reading in readings:
        for label in categories(reading):
            known = SLUG.fullmatch(label) or vocabulary.called_so(SCHEME, label)
            if not known and any(map(str.isalnum, label)):
                found.setdefault(slug(label), (" ".join(label.split()), reading.source.language))
    return found


def categories(reading: Reading) -> Iterator[str]:
    """Yield the categories that a reading names."""
    pending = (claim for entry in reading.pending for claim in entry.claims)
    for claim in (*reading.claims, *pending):
        for fact in claim.facts:
            if isinstance(fact.value, Partnership | Listed) and fact.value.category:
                yield fact.value.category


def quads(categories: dict[str, tuple[str, str]], space: Space) -> Iterator[Quad]:
    """Yield the concepts of the categories."""
    scheme = NamedNode(namespace("concept").iri + SCHEME)
    for name, (label, language) in categories.items():
        concept = space.node(SCHEME, name)
        yield Quad(concept, RDF.type, SKOS.Concept, GRAPH)
        yield Quad(concept, SKOS.inScheme, scheme, GRAPH)
        yield Quad(concept, SKOS.topConceptOf, scheme, GRAPH)
        yield Quad(scheme, SKOS.hasTopConcept, concept, GRAPH)
        for tag, template in LABELS.items():
            words = label if tag == language else template.format(label=label)
            yield Quad(concept, SKOS.prefLabel, Literal(words, language=tag), GRAPH)
            yield Quad(
                concept, SKOS.definition, Literal(DEFINITIONS[tag].format(label=label), language=tag), GRAPH
            )


def with_them(vocabulary: Vocabulary, categories: dict[str, tuple[str, str]]) -> Vocabulary:
    """Return the vocabulary with the categories of the project."""
    for name, (label, _) in categories.items():
        vocabulary.add(SCHEME, name, label)
    return vocabulary
