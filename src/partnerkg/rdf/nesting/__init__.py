"""Bounds that keep a hostile file from exhausting the parser: depth and length.

Parsers of deep brackets take quadratic time or the whole stack: RDF 1.2 triple terms nested 100,000 deep
end the process, JSON objects nested 3,000 deep take seconds. So depth is counted before parsing, outside
strings, IRIs and comments, in a file read piece by piece: a watch passes on only what it has looked at.
"""

from __future__ import annotations

from importlib import import_module

from pyoxigraph import RdfFormat

from partnerkg.errors import N_, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Watch(Protocol):
        """What looks at a text before the parser does."""

        def feed(self, block: bytes, line: int) -> bytes:
            """Return what may be passed on, not always all; `line` is that of the block's first byte."""

        def end(self, line: int) -> bytes:
            """Return what was kept back, when no more follows."""


DEEPEST = 200  # brackets or elements in one another
LONGEST = 1 << 24  # bytes of a line, text or name: the parsers hold no more at a time
LONGEST_OF_JSON = 1 << 23
_OPENING = (b"(", b"[", b"{|", b"<<", b"<<")  # of what may stand in itself; `<<` counts for two
TERSE = (RdfFormat.TURTLE, RdfFormat.TRIG)
_LINES = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)


class Fault(Exception):
    """The first place that is too deep or too large: its line, and the reason."""

    def __init__(self, line: int, reason: Message) -> None:
        """Take what a BrokenFile says."""
        super().__init__(line, reason)  # so that it comes whole out of another process
        self.line = line
        self.reason = reason


def check(data: bytes, form: RdfFormat) -> None:
    """Raise Fault if something in a whole text is too deep or too large."""
    if form in TERSE and sum(map(data.count, _OPENING)) <= DEEPEST:
        return  # whatever they mean
    seen = watch(form)
    seen.feed(data, 1)
    seen.end(1 + data.count(b"\n"))


def watch(form: RdfFormat) -> Watch:
    """Return what looks at a text of this format, piece by piece; it raises Fault."""
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


def too_deep(what: str) -> Message:
    """Return the reason, for brackets or elements."""
    return Message(N_("more than {limit} {what} stand inside one another"), limit=DEEPEST, what=Message(what))


def too_long(limit: int, *, line: bool = False) -> Message:
    """Return the reason, where a parser can hold no more."""
    if line:
        return Message(N_("a line is longer than {limit} bytes"), limit=limit)
    return Message(N_("a text, name or comment is longer than {limit} bytes"), limit=limit)
