"""Which levels of headings are names, and not what is listed below them; decided over all siblings."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from partnerkg.extract import labels, names, towns
from partnerkg.extract import sections as of_page
from partnerkg.extract.units import is_activity
from partnerkg.extract.view import ALT, HEADING, ITEM, NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from partnerkg.extract.sections import Row, Section
    from partnerkg.extract.view import Line

_FEW = 2  # headings of the first level that may be the title of the page
Level = tuple[int, int]


def of(row: Row) -> Level:
    """Return the level of a heading: what it stands under, and how deep."""
    return id(row.section.above), row.line.level


def named(rows: Sequence[Row], alike: Container[int]) -> set[Level]:
    """Return the levels of headings that are mostly names; `alike` are lines that are names, by identity."""
    votes: dict[Level, list[bool]] = {}
    listing = {section for section, count in Counter(_listed(rows, alike)).items() if count > 1}
    above = parents(rows)
    for row in rows:
        if row.is_heading and row.line.kind == HEADING and id(row.line) not in above:
            section = row.section
            vote = is_name(row.line) and not section.away and not section.relation
            votes.setdefault(of(row), []).append(vote and section not in listing)
    return {
        level
        for level, vote in votes.items()
        if sum(vote) * 2 > len(vote) and (level[1] > 1 or len(vote) > _FEW)
    }


def led(rows: Sequence[Row]) -> dict[int, Section]:
    """Return the headings that end what the heading before them begins ("with the support of"), by identity.

    Each with the section of that one.
    """
    return {id(after.line): row.section for row, after in pairwise(rows) if _leads(row, after)}


def parents(rows: Sequence[Row]) -> set[int]:
    """Return the headings, by identity, that a deeper one stands directly below: categories."""
    headings = [(row, after) for row, after in pairwise(rows) if row.is_heading and after.is_heading]
    return {
        id(row.line)
        for row, after in headings
        if row.line.kind == HEADING == after.line.kind and row.line.level < after.line.level
    }


def _tells(line: Line) -> bool:
    """Return whether an item tells what is done, or has no capital but its first letter."""
    inner = line.text.split()[1:]
    small = bool(inner) and not any(map(str.isupper, " ".join(inner)))
    return line.kind == ITEM and (is_activity(line.text) or (small and not line.links))


def is_name(line: Line) -> bool:
    """Return whether a heading looks like a name by itself."""
    return names.is_name(line.text) and not of_page.is_category(line.text) and not towns.is_place(line.text)


def _leads(row: Row, after: Row) -> bool:
    line, other = row.line, after.line
    both = line.kind == HEADING == other.kind and line.level <= other.level
    return both and of_page.is_lead(line.text) and is_name(other)


def _listed(rows: Sequence[Row], alike: Container[int]) -> Iterator[Section]:
    """Yield the section of each line that looks like a name by itself: an item, a label, a card, a link."""
    for row in rows:
        line = row.line
        whole = any(end - start >= len(line.text) - 1 for start, end in line.links)
        heading = row.section.heading
        again = line.kind == ALT and heading is not None and labels.share(line.text, heading.text)
        if row.is_heading or again:
            continue
        listed = line.kind in (ITEM, ALT, NAME) or whole
        if id(line) in alike or (listed and names.is_name(line.text) and not _tells(line)):
            yield row.section
