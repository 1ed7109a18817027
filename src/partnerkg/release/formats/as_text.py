"""Changes as lines for a terminal."""

from __future__ import annotations

from partnerkg.release.formats import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.release.compared import Compared


def lines(changes: Compared, language: str, translate: Translate) -> Iterator[str]:
    """Yield the verdict, the counts, the organisations, and every statement by graph."""
    yield f"{translate(words.DIFFERENT if changes else words.SAME)}\n\n"
    yield from _table(list(words.counts(changes, translate)))
    for heading, found in words.sections(changes, language, translate):
        yield f"\n{heading} ({len(found)})\n"
        yield from (f"  {said}  {address}".rstrip() + "\n" for said, address in found)
    short = words.Short()
    added, removed = changes.difference.added, changes.difference.removed
    for number, graph in enumerate(sorted(added.keys() | removed.keys())):
        yield "" if number else f"\n{translate(words.BY_GRAPH)}\n"
        yield f"\n{short.graph(graph, translate)}\n"
        for mark, side in (("-", removed), ("+", added)):
            yield from (f"  {mark} {short.statement(line)}\n" for line in side.get(graph, ()))


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield "  ".join((first.ljust(widths[0]), *cells)).rstrip() + "\n"
