"""Exports, one format a file.

A file here is a format: its name is the format's name, and it holds `MEDIA_TYPE`, `ENDING`, `GRAPHS`
(whether it keeps the named graphs apart) and `chunks(quads)`, which returns the bytes in pieces.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from partnerkg.errors import UnknownFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from partnerkg.rdf.statements import Statements


class Format:
    """One format: `name`, `media_type`, `ending` with its dot, `graphs`, and `chunks`, its writer."""

    __slots__ = ("chunks", "ending", "graphs", "media_type", "name")

    def __init__(
        self,
        name: str,
        media_type: str,
        ending: str,
        graphs: bool,
        chunks: Callable[[Statements], Iterator[bytes]],
    ) -> None:
        self.name = name
        self.media_type = media_type
        self.ending = ending
        self.graphs = graphs
        self.chunks = chunks


class Formats(Mapping[str, Format]):
    """The formats by name, sorted; a format is loaded when it is asked for."""

    def __getitem__(self, name: str) -> Format:
        from importlib import import_module

        if name not in self:
            raise KeyError(name)
        room = import_module(f"{__name__}.{name}")
        return Format(name, room.MEDIA_TYPE, room.ENDING, room.GRAPHS, room.chunks)

    def __contains__(self, name: object) -> bool:
        return name in self._names()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def _names(self) -> list[str]:
        parts = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
        return sorted(stem for stem, ending in parts if ending == ".py" and not stem.startswith("_"))


FORMATS = Formats()


def write(quads: Statements, format_name: str) -> Iterator[bytes]:
    """Return the quads in a format, in pieces; the same quads give the same bytes in any order.

    Formats without graphs give the union of all triples, each once. A pyoxigraph Store is the fastest
    source. Raises UnknownFormat, and UnwritableTerm or UnwritableTriple for what the format cannot say.
    """
    if format_name not in FORMATS:
        raise UnknownFormat(name=format_name, known=", ".join(FORMATS))
    return FORMATS[format_name].chunks(quads)
