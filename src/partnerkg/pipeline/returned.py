"""A spreadsheet that `export` wrote and a person edited: only the rows that say something else are read."""

from __future__ import annotations

from dataclasses import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.opened import Opened

IRI, EDITED = "IRI", "edited"
FORMAT = "xlsx"


class Returned:
    """The rows of a text between tabs, as `export` would write them today, and others."""

    def __init__(self, opened: Opened, text: str) -> None:
        self._text = text
        first = text.partition("\n")[0].split("\t")
        self._column = first.index(IRI) if IRI in first else None
        self._same = set(_rows(opened)) if self._column is not None else set()

    def changed(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Yield the mentions in rows that were added, and, in doubt, in those that were edited."""
        for mention in mentions:
            if self._column is None:
                yield mention
            elif self._line(mention) not in self._same:
                yield replace(mention, doubt=EDITED) if self.iri(mention) else mention

    def iri(self, mention: Mention) -> str:
        """Return the address of the organisation that a row is about, empty for a new one."""
        if self._column is None:
            return ""
        cells = self._line(mention).split("\t")
        return cells[self._column].strip() if self._column < len(cells) else ""

    def _line(self, mention: Mention) -> str:
        start = self._text.rfind("\n", 0, mention.start) + 1
        return self._text[start:].partition("\n")[0]


def _rows(opened: Opened) -> Iterator[str]:
    """Yield the rows of the first sheet that `export` writes of the graph, in each language."""
    from partnerkg.extract.wrapped import rows
    from partnerkg.pipeline.export import Exporting, exported
    from partnerkg.pipeline.opened import Opened

    for language in ("en", "fr"):
        graph = Opened(opened.project, language)
        pieces = exported(graph, Exporting(format=FORMAT)).pieces
        data = b"".join(piece for piece in pieces if isinstance(piece, bytes))
        yield from rows(data, FORMAT).splitlines()
