"""A term as a page shows it: what it means, what it is tied to, what is checked of it, where it is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.model.name import fold
from partnerkg.pipeline.site.names import Text, best
from partnerkg.pipeline.site.terms import DCT, ORG, OWL, PK, RDF, RDFS, SCHEMA, SKOS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness import Cell
    from partnerkg.pipeline.site.names import Names
    from partnerkg.pipeline.site.whole import Whole

CLASS, PROPERTY, SCHEME, CONCEPT = "class", "property", "scheme", "concept"
_SORTS = (
    (SCHEME, (SKOS.ConceptScheme,)),
    (CONCEPT, (SKOS.Concept,)),
    (CLASS, (OWL.Class, RDFS.Class)),
    (PROPERTY, (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)),
)
_NOTES = (SKOS.definition, RDFS.comment, SKOS.scopeNote, SKOS.example, SKOS.editorialNote)
_TIES = (
    *(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, SCHEMA.domainIncludes, RDFS.range),
    *(SCHEMA.rangeIncludes, OWL.inverseOf, OWL.disjointWith, OWL.equivalentClass, SKOS.inScheme),
    *(SKOS.broader, SKOS.related, SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, RDFS.seeAlso),
)
MOST = 40  # things that a page names


@dataclass(frozen=True, slots=True)
class Term:
    """A term; `ties` lead from it and `led` to it, by property; `things` are the first that it is said of."""

    thing: NamedNode
    sort: str
    name: Text
    others: Sequence[Text]
    notes: Sequence[tuple[NamedNode, Text]]
    ties: Sequence[tuple[NamedNode, list[NamedNode]]]
    led: Sequence[tuple[NamedNode, list[NamedNode]]]
    used: int
    things: Sequence[NamedNode]
    wanted: Sequence[Cell]


def sort_of(thing: NamedNode, whole: Whole) -> str | None:
    """Return what sort of term a thing is, None if it is none."""
    kinds = whole.known.links(thing, RDF.type)
    return next((name for name, classes in _SORTS if any(one in kinds for one in classes)), None)


def terms(whole: Whole, sort: str, language: str) -> list[NamedNode]:
    """Return the terms of a sort that have a page, by name."""
    names = whole.names(language)
    found = [thing for thing, _ in whole.addresses if sort_of(thing, whole) == sort]
    return sorted(found, key=lambda one: (fold(names[one].words), one.value))


def concepts(scheme: NamedNode, whole: Whole, language: str) -> list[NamedNode]:
    """Return the concepts of a scheme, by name."""
    names = whole.names(language)
    found = whole.known.leading(scheme, SKOS.inScheme)
    return sorted(found, key=lambda one: (fold(names[one].words), one.value))


def term(thing: NamedNode, sort: str, whole: Whole, language: str) -> Term:
    """Return a term with all that is known of it."""
    known, names = whole.known, whole.names(language)
    labels = known.texts(thing, SKOS.prefLabel, RDFS.label)
    own = names[thing]
    users = _users(thing, sort, whole)
    led: dict[NamedNode, list[NamedNode]] = {}
    for subject, property_ in known.into(thing):
        if property_ in _TIES and subject in whole.addresses:
            led.setdefault(property_, []).append(subject)
    return Term(
        thing,
        sort,
        own,
        [Text(label.value, label.language or "") for label in labels if label.value != own.words],
        [(note, best(texts, language)) for note in _NOTES if (texts := known.texts(thing, note))],
        [(tie, links) for tie in _TIES if (links := known.links(thing, tie))],
        [
            (tie, sorted(some, key=lambda one: fold(names[one].words)))
            for tie, some in sorted(led.items(), key=str)
        ],
        len(users),
        sorted(
            {_named(one, whole, names) for one in users}, key=lambda one: (fold(names[one].words), one.value)
        )[:MOST],
        [cell for cell in whole.completeness.cells if cell.wanted.class_ == thing.value and cell.of],
    )


def _named(thing: NamedNode, whole: Whole, names: Names) -> NamedNode:
    """Return a thing, or what leads to it where it has no name itself: the network whose number it is."""
    if names.found(thing) or thing in whole.addresses:
        return thing
    return next((subject for subject, _ in whole.said.into(thing)), thing)


def _users(thing: NamedNode, sort: str, whole: Whole) -> list[NamedNode]:
    """Return the things that a term is said of: once for each statement of a property."""
    if sort == PROPERTY:
        return [subject for subject in whole.said.subjects() for _ in whole.said.values(subject, thing)]
    return [
        subject
        for subject, property_ in whole.said.into(thing)
        if property_ in (RDF.type, ORG.classification, PK.memberKind, DCT.type) or sort == CONCEPT
    ]
