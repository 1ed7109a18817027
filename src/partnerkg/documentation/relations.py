"""The main relations between the classes: what the diagram draws and the list below it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partnerkg.documentation.terms import CLASS, OWL, PROPERTY, RDF, RDFS, SCHEMA, SKOS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.terms import Entry, Ontology

_VALUES_ONLY = frozenset({SKOS.Concept.value, RDF.Property.value})


@dataclass(frozen=True, slots=True)
class Relations:
    """Boxes with the classes below each, and the properties that lead from one box to another."""

    boxes: Mapping[str, tuple[str, ...]]
    links: Mapping[tuple[str, str], tuple[str, ...]]


def relations(ontology: Ontology) -> Relations:
    """Return the relations of the object properties, drawn between the uppermost classes that have any.

    Properties whose values are concepts are left out, and of two inverse ones the second by IRI.
    """
    ends = {entry.iri: _ends(entry) for entry in ontology.of(PROPERTY) if not _second(entry)}
    named = {iri for pairs in ends.values() for pair in pairs for iri in pair}
    tops = {iri: _top(iri, named, ontology) for iri in named | {one.iri for one in ontology.of(CLASS)}}
    links: dict[tuple[str, str], list[str]] = {}
    for iri in sorted(ends):
        for start, end in dict.fromkeys((tops[start], tops[end]) for start, end in ends[iri]):
            links.setdefault((start, end), []).append(iri)
    drawn = {iri for pair in links for iri in pair}
    below = {box: tuple(sorted(i for i, top in tops.items() if top == box and i != box)) for box in drawn}
    return Relations(dict(sorted(below.items())), {pair: tuple(links[pair]) for pair in sorted(links)})


def _second(entry: Entry) -> bool:
    return any(other < entry.iri for other in entry.links(OWL.inverseOf))


def _ends(entry: Entry) -> list[tuple[str, str]]:
    starts = entry.links(RDFS.domain) or entry.links(SCHEMA.domainIncludes)
    ends = entry.links(RDFS.range) or entry.links(SCHEMA.rangeIncludes)
    return [(start, end) for start in _things(starts) for end in _things(ends)] if _is_object(entry) else []


def _is_object(entry: Entry) -> bool:
    return OWL.ObjectProperty.value in entry.links(RDF.type)


def _things(iris: Iterable[str]) -> list[str]:
    return [iri for iri in iris if iri not in _VALUES_ONLY]


def _top(iri: str, named: set[str], ontology: Ontology) -> str:
    """Return the uppermost class above this one that a property names, by IRI; itself if none is."""
    seen, waiting, top = {iri}, [iri], iri
    while waiting:
        entry = ontology.known(waiting.pop(0))
        for above in entry.links(RDFS.subClassOf) if entry else ():
            if above not in seen:
                seen.add(above)
                waiting.append(above)
                top = above if above in named else top
    return top
