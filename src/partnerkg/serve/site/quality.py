"""What is known and what is missing: a heat map, and behind each cell the records to complete."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.site import quality
from partnerkg.pipeline.site.listing import towns_of
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.site.names import Text
    from partnerkg.pipeline.site.quality import Cell
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

NEXT = 8  # gaps to fill first
HEADINGS = {
    "kind": N_("Kind of record"),
    "group": N_("Group"),
    "item": N_("Item"),
    "present": N_("Records that have it"),
    "of": N_("Records"),
    "percent": N_("complete, in percent"),
}
MISSING = {
    "name": N_("Name"),
    "town": N_("Town"),
    "missing": N_("What is missing"),
    "look_up": N_("What to do"),
    "iri": N_("Permanent address"),
}


def show(view: View, rest: str) -> Page | None:
    """Return the heat map, or the list behind a cell below it."""
    if rest:
        return _cell(view, rest)
    whole = view.whole
    facets, kinds = quality.kinds(whole, Audience(view.language))
    body = rendered(
        "quality",
        view,
        facets=facets,
        kinds=kinds,
        score=whole.completeness.score,
        shade=quality.shade,
        address=lambda cell: view.to(f"quality/{quality.path(cell, whole)}"),
        steps=[(step, _of(step.wanted, view)) for step in whole.completeness.steps()[:NEXT]],
        releases=[one for one in quality.releases(whole, view.site.folder) if one[1] is not None],
    )
    return framed(
        view, view.say(N_("What is known, what is missing")), body, alternates=of_table(view, things=False)
    )


def _of(wanted: object, view: View) -> str | None:
    for path, cell in quality.cells(view.whole).items():
        if cell.wanted is wanted:
            return view.to(f"quality/{path}")
    return None


def _cell(view: View, path: str) -> Page | None:
    cell = quality.cells(view.whole).get(path)
    if cell is None:
        return None
    class_ = view.whole.completeness.class_name(cell.wanted.class_, view.language)
    name = cell.wanted.name(view.language)
    body = rendered(
        "cell",
        view,
        cell=cell,
        class_=class_,
        name=name,
        rows=_rows(cell, view),
        nameless=len(cell.missing) - len(_named(cell)),
        advice=view.in_language(cell.wanted.messages),
    )
    return framed(view, view.say(N_("{kind}: {item}"), kind=class_, item=name), body)


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return the heat map as data, or the list behind a cell, for those who complete it."""
    if not rest:
        return taken(HEADINGS, _shares(view), ending, view)
    cell = quality.cells(view.whole).get(rest) if ending == "csv" else None
    if cell is None or not _named(cell):
        return None
    name, advice = cell.wanted.name(view.language), view.in_language(cell.wanted.messages)
    rows = [(words.words, towns, name, advice, thing.value) for words, towns, thing in _rows(cell, view)]
    return taken(MISSING, rows, ending, view)


def _shares(view: View) -> Iterator[tuple[object, ...]]:
    """Yield a row a cell of the heat map."""
    facets, kinds = quality.kinds(view.whole, Audience(view.language))
    for kind in kinds:
        for facet, cells in zip(facets, kind.facets, strict=True):
            for name, cell in cells:
                yield kind.name, facet, name, cell.answered, cell.of, cell.percent


def _rows(cell: Cell, view: View) -> list[tuple[Text, str, NamedNode]]:
    rows = [_row(NamedNode(iri), view) for iri in _named(cell)]
    return sorted(rows, key=lambda row: (row[1], row[0].words, row[2].value))


def _named(cell: Cell) -> list[str]:
    """Return what lacks an item and can be named: not what only stands inside of something else."""
    return [iri for iri in cell.missing if not iri.startswith("_:")]


def _row(thing: NamedNode, view: View) -> tuple[Text, str, NamedNode]:
    towns = ", ".join(view.names[town].words for town in towns_of(thing, view.whole))
    return view.names[thing], towns, thing


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the heat map and each cell."""
    yield "quality", {}
    for path in quality.cells(site.whole):
        yield f"quality/{path}", {}
