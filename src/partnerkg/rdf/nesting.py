"""Bounds that keep a hostile file from exhausting the parser: depth, and entities of XML.

Parsers of deep brackets take quadratic time or the whole stack: RDF 1.2 triple terms nested 100,000 deep
end the process, JSON objects nested 3,000 deep take seconds. So depth is counted before parsing, outside
strings, IRIs and comments.
"""

from __future__ import annotations

import re
from itertools import accumulate

from pyoxigraph import RdfFormat

from partnerkg.errors import N_, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 200  # brackets or elements in one another
LONGEST = 200  # characters of an XML entity: a namespace, not a bomb

_TURTLE = re.compile(
    rb'"""(?:[^"\\]|\\.|"(?!""))*+"""'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*+'''"
    rb'|"(?:[^"\\\n\r]|\\.)*+"'
    rb"|'(?:[^'\\\n\r]|\\.)*+'"
    rb'|<[^\x00-\x20<>"{}|^`\\]*+>'
    rb"|#[^\n\r]*+"
    rb"|\\.",
    re.DOTALL,
)
_JSON = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_OPENING = b"([{<"
_CLOSING = b")]}>"
_OTHERS = bytes(set(range(256)) - set(_OPENING + _CLOSING))
_STEPS = {**dict.fromkeys(_OPENING, 1), **dict.fromkeys(_CLOSING, -1)}


def fault(data: bytes, form: RdfFormat) -> tuple[int, Message] | None:
    """Return line and reason of the first place that is too deep or too large, None if there is none."""
    if form == RdfFormat.RDF_XML:
        return _xml_fault(data)
    if form in (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS) and b"<<" not in data:
        return None
    if sum(map(data.count, (b"(", b"[", b"{", b"<<"))) <= DEEPEST // 2:
        return None
    quiet = _JSON if form == RdfFormat.JSON_LD else _TURTLE
    depths = accumulate(map(_STEPS.__getitem__, quiet.sub(b"", data).translate(None, _OTHERS)))
    if max(depths, default=0) <= DEEPEST:
        return None
    return _line(data, quiet), _too_deep(N_("brackets"))


def comments(data: bytes) -> Iterator[int]:
    """Return the line of each comment of a Turtle or TriG text."""
    for match in _TURTLE.finditer(data):
        if match[0].startswith(b"#"):
            yield data.count(b"\n", 0, match.start()) + 1


def _too_deep(what: str) -> Message:
    return Message(N_("more than {limit} {what} stand inside one another"), limit=DEEPEST, what=Message(what))


def _line(data: bytes, quiet: re.Pattern[bytes]) -> int:
    """Return the line on which the brackets get too deep."""
    blanked = quiet.sub(lambda match: b"\n" * match[0].count(b"\n"), data)
    depth = 0
    for place, byte in enumerate(blanked):
        depth += _STEPS.get(byte, 0)
        if depth > DEEPEST:
            return blanked.count(b"\n", 0, place) + 1
    return 1


def _xml_fault(data: bytes) -> tuple[int, Message] | None:
    from xml.parsers.expat import ExpatError, ParserCreate

    reader = ParserCreate()
    watch = _Watch()
    reader.StartElementHandler = watch.start
    reader.EndElementHandler = watch.end
    reader.EntityDeclHandler = watch.entity
    try:
        reader.Parse(data, True)
    except _Found as found:
        return reader.CurrentLineNumber, found.reason
    except ExpatError as error:
        return error.lineno, Message("{reason}", reason=str(error).split(":")[0])
    return None


class _Found(Exception):
    def __init__(self, reason: Message) -> None:
        super().__init__()
        self.reason = reason


class _Watch:
    """What stops the reading of an XML text."""

    __slots__ = ("_depth",)

    def __init__(self) -> None:
        self._depth = 0

    def start(self, _name: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _Found(_too_deep(N_("elements")))

    def end(self, _name: str) -> None:
        self._depth -= 1

    def entity(self, name: str, _parameter: bool, value: str | None, *_place: object) -> None:
        if value is None or len(value) > LONGEST or "&" in value:
            problem = N_("the entity `{name}` is more than a short text of its own")
            raise _Found(Message(problem, name=name))
