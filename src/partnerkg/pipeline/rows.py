"""Rows in the format chosen, with the quotes behind them and whether they are all there is."""

from __future__ import annotations

from partnerkg.errors import N_, Message, NoText, UnknownFormat
from partnerkg.pipeline.output import Output
from partnerkg.query import formats
from partnerkg.query.formats import Look
from partnerkg.translation import Number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store

FORMATS = formats.NAMES
ENDINGS = {
    ".arrow": "arrow",
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".parquet": "parquet",
    ".srj": "sparql-json",
    ".srx": "sparql-xml",
    ".svg": "svg",
    ".tsv": "tsv",
    ".txt": "table",
    ".xlsx": "xlsx",
}


def chosen(name: str | None, audience: Audience, *, why: bool = False) -> str:
    """Return the format asked for, else what suits a terminal, or a program that reads the answer.

    UnknownFormat; NoQuotes if it has no place for quotes that are asked for; NoText for a binary format on a
    terminal.
    """
    on_terminal = audience.width is not None
    name = name or ("table" if on_terminal else "json" if why else "csv")
    if name not in FORMATS:
        raise UnknownFormat(name=name, known=", ".join(FORMATS))
    if why:
        formats.check_proofs(name)
    if name in formats.BINARY and on_terminal:
        raise NoText(name=name)
    return name


def have_things(solutions: Solutions) -> bool:
    """Return whether an IRI stands in the rows, which may have a label."""
    from pyoxigraph import NamedNode

    return any(isinstance(term, NamedNode) for row in solutions for term in row)


def look(store: Store | None, audience: Audience) -> Look:
    """Return how rows are shown to somebody, their labels from a store."""
    return Look(store, audience.language, audience.width, audience.links, translate=audience.translate)


def written(
    solutions: Solutions,
    name: str,
    store: Store | None,
    audience: Audience,
    *,
    why: bool = False,
    every: bool = False,
    labelled: bool = False,
    concise: bool = True,
    title: str = "",
    where: str = "",
) -> Output:
    """Return rows in a format, with `why` the words that prove them, for programs `labelled` beside IRIs.

    `every` shows all ways in which words prove a row, and not the best alone. On a terminal a
    `concise` table says nothing twice and shows no addresses. `title` heads a page.

    What is known of their completeness, or why there are none, stands below the rows, or is a note where the
    format has no place.
    """
    shown = look(store, audience)
    shown.where = where
    shown.labelled = labelled
    shown.title = title
    shown.concise = concise
    if why:
        shown.proofs, shown.every = solutions.proofs, every
    said = solutions.nothing or (solutions.completeness.message() if solutions.completeness else None)
    if said and name in formats.WITH_NOTE:
        shown.note = said.text(audience.translate)
    notes = [said] if said and not shown.note else []
    return Output(formats.lines(solutions, name, shown), notes, styled=name == "table")


def first(
    table: Solutions,
    name: str,
    store: Store,
    audience: Audience,
    *,
    limit: int | None,
    nothing: Message,
    title: str = "",
) -> Output:
    """Return at most so many rows of a table of ours in a format; a note says if there are more, or none."""
    count = len(table)
    table.rows = table.rows[:limit]
    output = written(table, name, store, audience, title=title)
    if len(table) < count:
        output.notes = (*output.notes, more_than(limit))
    if not count:
        output.notes = (nothing,)
    return output


def more_than(limit: int | None) -> Message:
    """Return the sentence that says that a limit has cut the rows."""
    return Message(N_("There is more than the {limit} that --limit asks for."), limit=Number(limit or 0))
