"""Changes as a Markdown page (GitHub Flavored Markdown): the counts, the organisations, every statement."""

from __future__ import annotations

import re

from partnerkg.errors import N_
from partnerkg.release.formats import words
from partnerkg.visible import in_markdown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.errors import Translate
    from partnerkg.release.compared import Compared

_TICKS = re.compile("`+")
TITLE = N_("Changes")


def lines(changes: Compared, language: str, translate: Translate) -> Iterator[str]:
    """Yield the page; what could be read as markup is escaped."""
    yield f"# {translate(TITLE)}\n\n"
    yield from body(changes, language, translate)


def body(changes: Compared, language: str, translate: Translate) -> Iterator[str]:
    """Yield the page without its title."""
    yield f"{translate(words.DIFFERENT if changes else words.SAME)}\n\n"
    heading, *rows = words.counts(changes, translate)
    yield _row(heading)
    yield _row(["---", *["---:"] * (len(heading) - 1)])
    yield from map(_row, rows)
    for title, found in words.sections(changes, language, translate):
        yield f"\n## {title} ({len(found)})\n\n"
        yield from (_item(said, address) for said, address in found)
    if changes:
        yield f"\n## {translate(words.BY_GRAPH)}\n"
        yield from _statements(changes, translate)


def _item(said: str, address: str) -> str:
    return f"- {in_markdown(said)}{f' ({address})' if address else ''}\n"


def _statements(changes: Compared, translate: Translate) -> Iterator[str]:
    short = words.Short()
    added, removed = changes.difference.added, changes.difference.removed
    for graph in sorted(added.keys() | removed.keys()):
        marked = [f"- {short.statement(line)}\n" for line in removed.get(graph, ())]
        marked += [f"+ {short.statement(line)}\n" for line in added.get(graph, ())]
        fence = "`" * max(
            3, 1 + max((len(run) for line in marked for run in _TICKS.findall(line)), default=0)
        )
        yield f"\n### {in_markdown(short.graph(graph, translate))}\n\n{fence}diff\n"
        yield from marked
        yield f"{fence}\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    return text if set(text) <= {"-", ":"} else in_markdown(text)
