"""Bounds that keep a hostile file from exhausting the parser: depth and length.

Parsers of deep brackets take quadratic time or the whole stack: RDF 1.2 triple terms nested 100,000 deep
end the process, JSON objects nested 3,000 deep take seconds. So depth is counted before parsing, outside
strings, IRIs and comments, in a file read piece by piece: a watch passes on only what it has looked at.
"""

from __future__ import annotations

from importlib import import_module

from pyoxigraph import RdfFormat

from partnerkg.rdf.nesting.bounds import DEEPEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.nesting.bounds import Watch

_OPENING = (b"(", b"[", b"{|", b"<<", b"<<")  # of what may stand in itself; `<<` counts for two
TERSE = (RdfFormat.TURTLE, RdfFormat.TRIG)
_LINES = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)


def check(data: bytes, form: RdfFormat) -> None:
    """Raise bounds.Fault if something in a whole text is too deep or too large."""
    if form in TERSE and sum(map(data.count, _OPENING)) <= DEEPEST:
        return  # whatever they mean
    seen = watch(form)
    seen.feed(data, 1)
    seen.end(1 + data.count(b"\n"))


def watch(form: RdfFormat) -> Watch:
    """Return what looks at a text of this format, piece by piece; it raises bounds.Fault."""
    if form in TERSE:
        name = "terse"
    elif form in _LINES:
        name = "lines"
    else:
        name = "json"
    found: Watch = import_module(f"{__name__}.{name}").Watch()
    return found


def comments(data: bytes) -> Iterator[int]:
    """Return the line of each comment of a Turtle or TriG text."""
    from partnerkg.rdf.nesting import terse

    return terse.comments(data)
