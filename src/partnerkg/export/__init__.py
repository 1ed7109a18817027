"""Exports, one format a file.

A file here is a format: its name is the format's name, `-` for `_`. It holds `MEDIA_TYPE`, `ENDING`,
`SUMMARY` and either `GRAPHS` (whether it keeps the named graphs apart) with `chunks(quads)`, which returns
the bytes of any quads in pieces, or `asked(store, language, watch)`, which returns those of what it asks a
store; `watch` is given the rows that pass, and returns them. A format of several files has `files(store,
language, watch)` besides, which returns their bytes in pieces by name, to be read in their order. What
formats share stands in folders.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from partnerkg.errors import Suggestion, UnknownExport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Protocol, TypeVar

    from partnerkg.rdf.statements import Statements
    from partnerkg.store.base import Store

    T = TypeVar("T")

    class Watch(Protocol):
        """What looks at things that pass, and returns them."""

        def __call__(self, items: Iterable[T], /) -> Iterable[T]: ...


class Format:
    """One format: `name`, `media_type`, `ending` with its dot, `summary`, `graphs`, and its writers.

    `chunks` is None for a format that asks a store, `asked` for the others; `files` is None for a format that
    is one file. `binary` says that it is no text.
    """

    __slots__ = ("asked", "binary", "chunks", "ending", "files", "graphs", "media_type", "name", "summary")

    def __init__(self, name: str, room: object) -> None:
        self.name = name
        self.media_type: str = getattr(room, "MEDIA_TYPE", "")
        self.ending: str = getattr(room, "ENDING", "")
        self.summary: str = getattr(room, "SUMMARY", "")
        self.binary: bool = getattr(room, "BINARY", False)
        self.graphs: bool = getattr(room, "GRAPHS", False)
        self.chunks: Callable[[Statements], Iterator[bytes]] | None = getattr(room, "chunks", None)
        self.asked: Callable[..., Iterator[bytes]] | None = getattr(room, "asked", None)
        self.files: Callable[..., dict[str, Iterator[bytes]]] | None = getattr(room, "files", None)


class Formats(Mapping[str, Format]):
    """The formats by name, sorted; a format is loaded when it is asked for."""

    def __getitem__(self, name: str) -> Format:
        from importlib import import_module

        if name not in self:
            raise KeyError(name)
        return Format(name, import_module(f"{__name__}.{name.replace('-', '_')}"))

    def __contains__(self, name: object) -> bool:
        return name in self._names()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def _names(self) -> list[str]:
        parts = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
        return sorted(
            stem.replace("_", "-") for stem, ending in parts if ending == ".py" and not stem.startswith("_")
        )


FORMATS = Formats()


def chosen(name: str) -> Format:
    """Return the format of this name; UnknownExport with the nearest names."""
    if name not in FORMATS:
        raise UnknownExport(name=name, suggestion=Suggestion(name, FORMATS), known=", ".join(FORMATS))
    return FORMATS[name]


def write(source: Statements | Store, format_name: str, language: str = "en") -> Iterator[bytes]:
    """Return quads, or what a store holds, in a format, in pieces.

    The same quads give the same bytes in any order. Formats without graphs give the union of all triples,
    each once. A pyoxigraph Store is the fastest source of an RDF format; `language` is that of labels in
    the others. UnknownExport, UnwritableTerm, UnwritableTriple or UnwritableValue for what the format
    cannot say, MissingExtra for what it needs.
    """
    form = chosen(format_name)
    if form.chunks is not None:
        return form.chunks(source.quads() if _is_ours(source) else source)  # type: ignore[union-attr,arg-type]
    return form.asked(_stored(source), language)  # type: ignore[misc]


def unwatched(items: Iterable[T], /) -> Iterable[T]:
    """Return the items: nobody looks on."""
    return items


def _is_ours(source: object) -> bool:
    from partnerkg.store.base import Store

    return isinstance(source, Store)


def _stored(source: Statements | Store) -> Store:
    from partnerkg.store import held

    if _is_ours(source):
        return held.spacious(source)  # type: ignore[arg-type]
    return held.hold(source)  # type: ignore[arg-type]
