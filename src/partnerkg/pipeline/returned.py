"""A spreadsheet that `export` wrote and a person edited: only the rows that say something else are read."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.opened import Opened

    Row = dict[str, str]  # a cell by the heading of its column

IRI, EDITED = "IRI", "edited"
FORMAT = "xlsx"
_NAMED_BY = ("named as partner by", "citée comme partenaire par")
_NOBODY = "none"  # the relation of whom no publisher names
_LANGUAGES = ("en", "fr")


class Returned:
    """The rows of a text between tabs, held against those that `export` would write today."""

    def __init__(self, opened: Opened, text: str, publisher: str) -> None:
        self._opened = opened
        self._text = text
        self._publisher = fold(publisher)
        self._headings = text.partition("\n")[0].split("\t")
        self.is_ours = IRI in self._headings

    @cached_property
    def _known(self) -> dict[str, Row]:
        """Return the rows of today by their IRI, in the language of the headings."""
        tables = [_table(self._opened, language) for language in _LANGUAGES]
        return max(tables, key=lambda rows: len(set(next(iter(rows.values()), ())) & set(self._headings)))

    def changed(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Yield the mentions in rows that were added, and, in doubt, in those that were edited."""
        for mention in mentions:
            if not self.is_ours:
                yield mention
                continue
            row = self._row(mention)
            edits = self._edits(row)
            if edits is not None:
                doubt = EDITED if edits else mention.doubt
                yield replace(mention, doubt=doubt, edits=edits, relation=self._relation(mention, row))

    def iri(self, mention: Mention) -> str:
        """Return the address of the organisation that a row is about, empty for a new one."""
        return self._row(mention).get(IRI, "") if self.is_ours else ""

    def missing(self) -> list[str]:
        """Return the names of those that have a row today and none in the text."""
        if not self.is_ours:
            return []
        there = {self._cells(line).get(IRI) for line in self._text.splitlines()}
        return [next(iter(row.values())) for iri, row in self._known.items() if iri not in there]

    def _row(self, mention: Mention) -> Row:
        start = self._text.rfind("\n", 0, mention.start) + 1
        return self._cells(self._text[start:].partition("\n")[0])

    def _cells(self, line: str) -> Row:
        cells = [cell.strip() for cell in line.split("\t")]
        return dict(zip(self._headings, cells + [""] * len(self._headings), strict=False))

    def _edits(self, row: Row) -> str | None:
        """Return what a row says otherwise, None if nothing; nothing is otherwise in a row that is new."""
        before = self._known.get(row[IRI])
        if before is None:
            return ""
        pairs = ((name, before[name], row[name]) for name in self._headings if name in before)
        return (
            "; ".join(f"{name}: {old or '–'} → {new or '–'}" for name, old, new in pairs if old != new)
            or None
        )

    def _relation(self, mention: Mention, row: Row) -> str:
        """Return how a row says that it is related to the publisher: an empty cell says so of new rows."""
        named = next((row[name] for name in _NAMED_BY if name in row), "")
        is_named = self._publisher in fold(named) if named or row[IRI] else True
        return mention.relation if is_named else _NOBODY


def _table(opened: Opened, language: str) -> dict[str, Row]:
    """Return the rows of the first sheet that `export` writes of the graph, by their IRI."""
    from partnerkg.extract.wrapped import rows
    from partnerkg.pipeline.export import Exporting, exported
    from partnerkg.pipeline.opened import Opened

    graph = Opened(opened.project, language)
    pieces = exported(graph, Exporting(format=FORMAT)).pieces
    data = b"".join(piece for piece in pieces if isinstance(piece, bytes))
    table = Returned(opened, rows(data, FORMAT), "")
    lines = table._text.splitlines()[1:]
    return {row[IRI]: row for row in map(table._cells, lines)}
