"""The headings of a comb in columns of about one height; one that is too long goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence

from partnerkg.pipeline.site.network import Heading
from partnerkg.serve.site.pictures.ink import LINE, ROW, fits, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.names import Names

HEAD, GAP = 15, 14  # a line of a heading, what stands above one
LEAST = 200.0


def shelves(headings: Sequence[Heading], columns: int, width: float, names: Names) -> list[list[Heading]]:
    """Return the headings column by column; `width` is that of a row with its name."""
    most = max(LEAST, sum(_height(heading, width, names) for heading in headings) / columns)
    while True:
        found: list[list[Heading]] = [[]]
        filled = 0.0
        for part in (part for heading in headings for part in _split(heading, most, width, names)):
            height = _height(part, width, names)
            if found[-1] and filled + height > most:
                found.append([])
                filled = 0.0
            found[-1].append(part)
            filled += height
        if len(found) <= columns:
            return found
        most *= 1.05


def _split(heading: Heading, most: float, width: float, names: Names) -> list[Heading]:
    """Return a heading in parts that are not higher than `most`, each under its name."""
    if _height(heading, width, names) <= most:
        return [heading]
    parts = [Heading(heading.name)]
    for town, rows in heading.towns.items():
        for row in rows:
            parts[-1].towns.setdefault(town, []).append(row)
            if _height(parts[-1], width, names) > most and len(parts[-1]) > 1:
                parts[-1].towns[town].pop()
                if not parts[-1].towns[town]:
                    del parts[-1].towns[town]
                parts.append(Heading(heading.name, {town: [row]}))
    return parts


def _height(heading: Heading, width: float, names: Names) -> float:
    total = GAP + 3.0 * HEAD + HEAD * len(heading.towns)
    for rows in heading.towns.values():
        for row in rows:
            lines = wrapped(names[row.thing].words, width)
            extra = len(lines) - 1 + (not fits(lines[-1], row.town, width))
            total += ROW + LINE * extra + (ROW + LINE / 2) * len(row.parts)
    return total
