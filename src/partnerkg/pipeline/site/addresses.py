"""Which page shows which thing: the path of an IRI, the same under any host and prefix."""

from __future__ import annotations

import re

from partnerkg.model.name import fold
from partnerkg.pipeline.site.terms import DCT, OWL, PK, RDF, RDFS, SKOS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.index import Index

_PARTS = re.compile(r"^https?://[^/]+/(?:.*?/)?(id/|concept/|claim/|ontology#|shapes#)(.+)$")
_PLAIN = re.compile(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")
_TERMS = frozenset({RDFS.Class, OWL.Class, RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty,
                    OWL.AnnotationProperty, SKOS.ConceptScheme})  # fmt: skip
_UNNAMED = _TERMS | {PK.Source}  # what has a page though nobody gave it a name


class Addresses:
    """The path of each thing that has a page, below the folder of a language and without an ending."""

    def __init__(self, things: Iterable[NamedNode]) -> None:
        self._paths: dict[NamedNode, str] = {}
        self._things: dict[str, NamedNode] = {}
        for thing in sorted(things, key=lambda node: (not _PARTS.match(node.value), node.value)):
            path, number = path_of(thing.value), 1
            while path.lower() in self._things:  # no two files whose names differ by case alone
                number += 1
                path = f"{path_of(thing.value)}-{number}"
            self._paths[thing], self._things[path.lower()] = path, thing

    def __contains__(self, thing: object) -> bool:
        return thing in self._paths

    def __iter__(self) -> Iterator[tuple[NamedNode, str]]:
        return iter(self._paths.items())

    def path(self, thing: NamedNode) -> str | None:
        """Return the path of a thing, None if it has no page."""
        return self._paths.get(thing)

    def thing(self, path: str) -> NamedNode | None:
        """Return the thing that a path shows, None if there is none."""
        return self._things.get(path.lower())

    def data_path(self, thing: NamedNode) -> str | None:
        """Return where the data of a thing with a page stand below the root, None for what is not ours."""
        return local(thing) if thing in self else None


def local(thing: NamedNode) -> str | None:
    """Return the address below the root of a thing of the graph, None for a term, or what is not its own."""
    match = _PARTS.match(thing.value)
    if not match or "#" in match[1] or not _PLAIN.fullmatch(match[2]):
        return None
    return f"{match[1]}{match[2]}"


def path_of(iri: str) -> str:
    """Return the path that an IRI asks for: `organization/cap-nord-arras`, `concept/kind/bookshop`."""
    match = _PARTS.match(iri)
    if match:
        room = {"id/": "", "ontology#": "vocabulary/", "shapes#": "shape/"}.get(match[1], match[1])
        if _PLAIN.fullmatch(match[2]) and ".." not in match[2]:
            return room + match[2]
    return f"thing/{fold(iri.partition('://')[2]).replace(' ', '-') or 'unnamed'}"


def shown(said: Index, known: Index, claims: Iterable[NamedNode]) -> Iterator[NamedNode]:
    """Yield the things that have a page: what is described and named, terms, pages read, claims."""
    seen: set[NamedNode] = set()
    for index, properties in ((said, (SKOS.prefLabel, RDFS.label)), (known, (SKOS.prefLabel, DCT.title))):
        for thing in index.subjects():
            row = index.about(thing)
            if any(property_ in row for property_ in properties) and _has_page(thing, known):
                seen.add(thing)
    for thing in known.subjects():
        if not _UNNAMED.isdisjoint(known.links(thing, RDF.type)):
            seen.add(thing)
    yield from seen
    yield from (claim for claim in claims if claim not in seen)


def _has_page(thing: NamedNode, known: Index) -> bool:
    kinds = known.links(thing, RDF.type)
    return not kinds or not {PK.Capture, PK.Evidence}.intersection(kinds)
