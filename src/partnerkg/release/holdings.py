"""What a release holds, counted: VoID, with the classes and properties, and where and when it is about."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from partnerkg.namespaces import shorten
from partnerkg.release.facts import DCAT, DCT, RDF, RDFS, VOID, number, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Triple

    from partnerkg.release.content import Content
    from partnerkg.release.facts import Facts


def coverage(release: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield the regions and départements it is about, and the days its pages were read."""
    for area, labels in facts.content.areas.items():
        place = NamedNode(area[1:-1])
        yield from say(release, DCT.spatial, place)
        yield from say(place, RDF.type, DCT.Location)
        yield from say(place, RDFS.label, *map(_term, labels))
    if facts.content.days:
        period = NamedNode(f"{facts.address}#read")
        first, last = map(_term, facts.content.days)
        yield from say(release, DCT.temporal, period)
        yield from say(period, RDF.type, DCT.PeriodOfTime)
        yield from say(period, DCAT.startDate, first)
        yield from say(period, DCAT.endDate, last)


def partitions(release: NamedNode, content: Content) -> Iterator[Triple]:
    """Yield how much it holds, of each class and property too."""
    for predicate, count in (
        (VOID.triples, content.triples),
        (VOID.entities, content.entities),
        (VOID.distinctSubjects, content.subjects),
        (VOID.distinctObjects, content.objects),
        (VOID.classes, len(content.classes)),
        (VOID.properties, len(content.properties)),
    ):
        yield from say(release, predicate, number(count))
    for name, link, counted, counts in (
        ("class", VOID.classPartition, VOID.entities, content.classes),
        ("property", VOID.propertyPartition, VOID.triples, content.properties),
    ):
        yield from _partition(release, name, link, counted, counts)


def _partition(
    release: NamedNode, name: str, link: NamedNode, counted: NamedNode, counts: Mapping[str, int]
) -> Iterator[Triple]:
    for token, count in counts.items():
        part = NamedNode(f"{release.value}#{name}-{_slug(token[1:-1])}")
        yield from say(release, link, part)
        yield from say(part, VOID[name], NamedNode(token[1:-1]))
        yield from say(part, counted, number(count))


def _slug(iri: str) -> str:
    short = shorten(iri)
    return quote(short.replace(":", "-"), safe="") if short != iri else sha256(iri.encode()).hexdigest()[:16]


def _term(token: str) -> Literal:
    term: object = next(iter(parse(f"<a:a> <a:a> {token} .", format=RdfFormat.N_TRIPLES))).object
    assert isinstance(term, Literal)
    return term
