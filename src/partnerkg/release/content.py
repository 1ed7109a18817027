"""What a dataset holds, counted and placed: classes, properties, areas, days of reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from partnerkg.namespaces import namespace
from partnerkg.rdf.statements import is_blank
from partnerkg.store.base import GRAPHS, ONTOLOGY, REFERENCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkg.rdf.statements import Graphs

_TYPE = str(namespace("rdf").type)
_WITHIN = str(namespace("igeo").subdivisionDe)
_AREAS = {str(namespace("igeo").Region), str(namespace("igeo").Departement)}
_LABEL = str(namespace("skos").prefLabel)
_CAPTURE_OF = str(namespace("pk").captureOf)
_DATE = str(namespace("dct").date)
_BACKGROUND = {str(namespace("graph")[name]) for part in (REFERENCE, ONTOLOGY) for name in GRAPHS[part]}


@dataclass(frozen=True)
class Content:
    """Counts of the union of all graphs, each triple once, and what it covers; terms are N-Quads tokens.

    `entities` are the subjects in the space of IRIs of the dataset, `classes` has instances, `properties`
    triples; `areas` are the regions and départements of the places that some claim names, with their
    labels; `days` the first and last day a page was read, or nothing.
    """

    triples: int
    entities: int
    subjects: int
    objects: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    areas: Mapping[str, tuple[str, ...]]
    days: tuple[str, ...]


def content(graphs: Graphs, space: str = "") -> Content:
    """Return what the graphs hold, `space` being how its IRIs begin; their text is in memory once more."""
    triples = sorted({line for lines in graphs.values() for line in lines})
    instances: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    objects = set()
    for line in triples:
        _, predicate, thing = line.split(" ", 2)
        properties[predicate] += 1
        objects.add(thing)
        if predicate == _TYPE and not is_blank(thing):
            instances[thing] += 1
    subjects = {line.split(" ", 1)[0] for line in triples}
    return Content(
        len(triples),
        sum(1 for subject in subjects if subject.startswith(f"<{space}")),
        len(subjects),
        len(objects),
        dict(sorted(instances.items())),
        dict(sorted(properties.items())),
        _areas(triples, _named(graphs)),
        _days(triples),
    )


def _named(graphs: Graphs) -> set[str]:
    """Return what the graphs of claims speak of."""
    return {
        line.split(" ", 2)[2] for graph, lines in graphs.items() if graph not in _BACKGROUND for line in lines
    }


def _areas(triples: list[str], named: set[str]) -> dict[str, tuple[str, ...]]:
    above: dict[str, list[str]] = defaultdict(list)
    labels: dict[str, list[str]] = defaultdict(list)
    areas = set()
    for subject, predicate, thing in _split(triples):
        if predicate == _WITHIN:
            above[subject].append(thing)
        elif predicate == _LABEL:
            labels[subject].append(thing)
        elif predicate == _TYPE and thing in _AREAS:
            areas.add(subject)
    reached = set()
    waiting = sorted((above.keys() | areas) & named)
    while waiting:
        place = waiting.pop()
        if place not in reached:
            reached.add(place)
            waiting += above.get(place, ())
    return {area: tuple(labels[area]) for area in sorted(areas & reached)}


def _days(triples: list[str]) -> tuple[str, ...]:
    captures = {subject for subject, predicate, _ in _split(triples) if predicate == _CAPTURE_OF}
    days = {
        thing for subject, predicate, thing in _split(triples) if predicate == _DATE and subject in captures
    }
    return (min(days), max(days)) if days else ()


def _split(triples: list[str]) -> Iterator[list[str]]:
    return (line.split(" ", 2) for line in triples)
