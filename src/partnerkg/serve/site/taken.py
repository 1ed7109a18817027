"""A table of a page as data: CSV, JSON, a spreadsheet, with the headings of the page."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from partnerkg.pipeline.values import Solutions
from partnerkg.serve.site.answer import as_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View


def taken(
    headings: Mapping[str, str], rows: Iterable[Sequence[object]], ending: str, view: View
) -> Page | None:
    """Return rows in the format of an ending, None if it stands for none; a thing has its name beside it.

    `headings` says in English what stands above each column, by its name in JSON.
    """
    table = Solutions(list(headings), [tuple(map(_term, row)) for row in rows])
    table.headings = {
        view.language: {column: view.translate(heading) for column, heading in headings.items()}
    }
    return as_data(table, ending, view)


def _term(cell: object) -> NamedNode | Literal | BlankNode | Triple | None:
    if isinstance(cell, NamedNode | Literal | BlankNode | Triple):
        return cell
    return Literal(cell) if isinstance(cell, int) or cell else None  # type: ignore[arg-type]
