"""The matrix as tables of Markdown (GitHub Flavored Markdown §4.10), a table a facet."""

from __future__ import annotations

from partnerkg.completeness.formats import LACKING, NEXT, PAGES, RECORDS, STEPS, pages, shown
from partnerkg.visible import in_markdown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.completeness.formats import View


def lines(view: View) -> Iterator[str]:
    """Yield both measures under a heading each, and the next steps."""
    yield f"## {view.say(RECORDS)}\n\n"
    yield "".join(f"- {in_markdown(part)}\n" for part in view.score())
    for facet in view.facets():
        columns, rows = view.matrix(facet)
        yield f"\n### {in_markdown(view.facet(facet))}\n\n"
        yield from _table(
            [
                ["", *columns],
                *(
                    [view.class_name(class_), *(shown(row.get(column), view) for column in columns)]
                    for class_, row in rows.items()
                ),
            ]
        )
    yield from (f"\n{in_markdown(line)}\n" for line in view.legend())
    if view.pages:
        yield f"\n## {view.say(PAGES)}\n\n"
        yield from _table(pages(view))
    found = view.found.steps()[:STEPS]
    if found:
        yield f"\n## {view.say(NEXT)}\n\n"
    for step in found:
        name, class_ = step.wanted.name(view.language), view.class_name(step.wanted.class_)
        said = view.say(LACKING, class_=class_, name=name, missing=step.missing)
        yield f"1. {view.gain(step)} {in_markdown(said)}: `{view.found.command(step.wanted)}`\n"


def _table(table: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _line(table[0])
    yield "|" + " --- |" * len(table[0]) + "\n"
    yield from map(_line, table[1:])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(in_markdown, cells))} |\n"
