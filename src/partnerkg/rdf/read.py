"""RDF files in: the one door, whatever is read and for whom."""

from __future__ import annotations

import os
from collections import deque
from itertools import islice

from pyoxigraph import Quad

from partnerkg.rdf import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import NamedNode, Store

    from partnerkg.errors import Message

_FIRST = 10_000  # statements that are looked through for prefixes


def parse(path: str, base: str | None = source.OWN) -> Quads:
    """Return the quads of a file, in its order; its format follows from the ending of its name.

    `-` is standard input, whose format follows from how it begins. Relative IRIs are resolved against `base`,
    by default the address of the file; with None they are errors. Blank nodes get new labels, so that those
    of two files never meet. A file of any size is read as it is used, but for JSON-LD that is not plain or
    does not put the type and the name of a thing before all else. Raises MissingFile, UnreadableFile and
    UnknownFormat at once, BrokenFile with its line when the fault is reached; what is left out is said in a
    warning, LeftOut.
    """
    return Quads(source.Source(path, base))


class Quads:
    """The quads of a file, once; `prefixes` are those that it has declared so far.

    `tags` are the language tags that it writes with capitals, by what they are without: a literal here has
    none (RDF 1.1 Concepts §3.3 lets them go). Of a tag that it writes in several ways it has none either.
    `is_empty` says that none has come yet.
    """

    __slots__ = ("_found", "_source", "is_empty")

    def __init__(self, opened: source.Source) -> None:
        self._source = opened
        self._found = self._read()
        self.is_empty = True

    @property
    def name(self) -> str | Message:
        """Return what the file is called in a message."""
        return self._source.name

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Return prefix and namespace of each declaration in the part that has been read."""
        return self._source.prefixes

    @property
    def tags(self) -> Mapping[str, str]:
        """Return the spelling of each language tag with capitals; the file is read once more for it."""
        return self._source.tags()

    def __iter__(self) -> Iterator[Quad]:
        return self._found

    def __next__(self) -> Quad:
        return next(self._found)

    def _read(self) -> Iterator[Quad]:
        with self._source:
            for first in (quads := iter(self._source.quads())):
                self.is_empty = False
                yield first
                yield from quads


def prefixes(paths: Iterable[str], base: str = source.OWN) -> dict[str, str]:
    """Return the prefixes that files declare before or among their first statements; errors of `parse`.

    The first that declares one counts.
    """
    declared: dict[str, str] = {}
    for path in paths:
        found = parse(path, base)
        deque(islice(found, _FIRST), maxlen=0)
        declared = dict(found.prefixes) | declared
    return declared


def quads(data: Iterable[Quad | str | os.PathLike[str]]) -> Iterator[Quad]:
    """Yield the quads among `data`, and those of the files it names; the errors of `parse`."""
    for item in data:
        if isinstance(item, Quad):
            yield item
        else:
            yield from parse(os.fspath(item))


def load(path: str, store: Store, graph: NamedNode | None = None, base: str = source.OWN) -> None:
    """Put the quads of a file into a store; `base` and errors are those of `parse`.

    The triples of a syntax without graphs go into this graph.
    """
    with source.Source(path, base) as opened:
        home = None if opened.form.supports_datasets else graph
        if opened.content is not None:
            content, form = opened.content, opened.form
            store.load(content, form, base_iri=opened.base, to_graph=home)  # type: ignore[arg-type]
        elif home is None:
            store.bulk_extend(opened.quads())
        else:
            store.bulk_extend(Quad(s, p, o, home) for s, p, o, _ in opened.quads())
