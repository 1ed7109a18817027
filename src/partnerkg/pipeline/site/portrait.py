"""A thing as a record shows it: what is said of it under headings, each value with the claims that say it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from partnerkg.model.name import fold
from partnerkg.pipeline.site import absent, lines
from partnerkg.pipeline.site.headings import FACETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.completeness import Score
    from partnerkg.pipeline.site.lines import Value
    from partnerkg.pipeline.site.names import Text
    from partnerkg.pipeline.site.whole import Whole


@dataclass(slots=True)
class Line:
    """A line of a record: its label, its values; one without values says what is missing.

    `absence` is `expected`, `nice`, or `none` for what is never asked of such a thing.
    """

    label: Text
    values: list[Value] = field(default_factory=list)
    absence: str = ""
    order: float = 0.0


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; `group` is the last part of its IRI."""

    group: str
    heading: Text
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that is said of a thing; `claims` are those that say it, in the order of the record."""

    thing: NamedNode
    name: Text
    classes: Sequence[NamedNode]
    kinds: Sequence[NamedNode]
    sections: Sequence[Section]
    claims: Sequence[NamedNode]
    score: Score | None

    def values(self, *groups: str) -> list[Value]:
        """Return the values under some headings."""
        return [
            value
            for section in self.sections
            if section.group in groups
            for line in section.lines
            for value in line.values
        ]


def portrait(thing: NamedNode, whole: Whole, language: str) -> Portrait:
    """Return what is said of a thing in the words of a language."""
    from partnerkg.pipeline.site.terms import DCT, ORG, PK

    names = whole.names(language)
    groups: dict[str, dict[str, Line]] = {}
    for found in lines.of(thing, whole, names):
        rows = groups.setdefault(found.group, {})
        line = rows.setdefault(found.label.words, Line(found.label, order=found.order))
        line.order = min(line.order, found.order)
        lines.put(line.values, found.value)
    score = whole.score(thing)
    for facet, label, absence in absent.of(thing, score, whole, language) if score else ():
        rows = groups.setdefault(FACETS.get(facet, facet), {})
        rows.setdefault(label.words, Line(label, absence=absence, order=90 + (absence == "none")))
    for rows in groups.values():
        for line in rows.values():
            line.values.sort(key=lambda value: (fold(value.text.words), str(value.thing)))
    sections = [
        Section(
            group,
            whole.headings.label(group, language),
            sorted(rows.values(), key=lambda line: (line.order, line.label.words)),
        )
        for group, rows in sorted(groups.items(), key=lambda item: whole.headings.order(item[0]))
    ]
    ordered = [value for section in sections for line in section.lines for value in line.values]
    claims = dict.fromkeys(claim for value in ordered for claim in value.claims)
    return Portrait(
        thing,
        names[thing],
        whole.classes(thing),
        whole.said.links(thing, ORG.classification, PK.memberKind, DCT.type),
        sections,
        list(claims),
        score,
    )
