"""The brackets of Turtle and TriG, outside texts, IRIs and comments."""

from __future__ import annotations

import re

from partnerkg.errors import N_
from partnerkg.rdf.nesting.bounds import DEEPEST, LONGEST, Fault, too_deep, too_long
from partnerkg.rdf.nesting.brackets import CLOSING, OPENING, STEPS, depth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Each part of a token: how it begins and goes on, and how it ends. Only long texts go on behind a line.
_IRI = rb'<[^\x00-\x20<>"{}|^`\\]*+(?:\\[uU][0-9A-Fa-f]*+[^\x00-\x20<>"{}|^`\\]*+)*+'
_LONG = [rb'"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+', rb"'''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+"]
_SHORT = [rb'"[^"\\\n\r]*+(?:\\[^\n\r][^"\\\n\r]*+)*+', rb"'[^'\\\n\r]*+(?:\\[^\n\r][^'\\\n\r]*+)*+"]
_COMMENT = rb"#[^\n\r]*+"
_ESCAPE = rb"\\[^\n\r]"

# A long text without end goes on to the end of the file, where the parser refuses it.
_TOKEN = re.compile(
    _IRI + rb'>|%b(?:"""|\\?\Z)|%b(?:\'\'\'|\\?\Z)|' % tuple(_LONG)
    + rb'%b"|%b\'|' % tuple(_SHORT)
    + _COMMENT + b"|" + _ESCAPE + rb"|(<<|>>|[()\[\]{}])",
    re.DOTALL,
)  # fmt: skip
# Whatever may hold what looks like something else.
OPAQUE = b"|".join(
    [
        *(text + mark for text, mark in zip(_LONG + _SHORT, (b'"""', b"'''", b'"', b"'"), strict=True)),
        _COMMENT,
        _IRI + b">",
    ]
)
# The same, only what cannot become anything else whatever follows.
_WHOLE = re.compile(
    rb"(?:[^\"'<>#\\]++|" + _IRI + rb'>|%b"""|%b\'\'\'|' % tuple(_LONG)
    + rb'(?!"""|""\Z)%b"|(?!\'\'\'|\'\'\Z)%b\'|' % tuple(_SHORT)
    + _COMMENT + rb"(?=[\n\r])|" + _ESCAPE + rb"|<<|>>)*+",
    re.DOTALL,
)  # fmt: skip
_BEGUN = re.compile(
    b"(?:%b|" % b"|".join([rb"%b\\?" % _IRI, *(rb"%b\\?" % text for text in _LONG + _SHORT), _COMMENT])
    + rb'|""' + rb"|''|>|\\|)\Z",
    re.DOTALL,
)  # fmt: skip
LONG = 1 << 16  # bytes of a token; a longer one is not looked at again with each block
_BRACKETED = re.compile(rb"(?:[^\n()\[\]{}]*+\n)*+([^\n]*+)")
_OTHERS = bytes(set(range(256)) - set(OPENING + CLOSING))


class Watch:
    """Passes on a text up to the last token that is whole; what follows waits for its end."""

    def __init__(self) -> None:
        self._depth = 0
        self._rest = b""
        self._enough = 0  # bytes at which a long rest is looked at again

    def feed(self, block: bytes, line: int) -> bytes:
        """Return what waited and what is whole of this block."""
        end = block.rfind(b"\n") + 1
        if end and not self._enough:
            data = b"".join((self._rest, memoryview(block)[:end]))
            if b'"""' not in data and b"'''" not in data:
                line -= self._rest.count(b"\n")
                self._rest = block[end:]
                return self._checked(data, line, True)
        return self._slowly(self._rest + block, line + block.count(b"\n"))

    def _slowly(self, data: bytes, line: int) -> bytes:
        """Return what is whole of a text that ends on this line, wherever its last token begins."""
        if len(data) < self._enough:
            self._rest = data
            return b""
        line -= data.count(b"\n")
        end = _whole(data)
        self._rest = data[end:]
        if len(self._rest) > LONGEST:
            raise Fault(line + data.count(b"\n", 0, end), too_long(LONGEST))
        self._enough = min(2 * len(self._rest), LONGEST) if len(self._rest) > LONG else 0
        return self._checked(data[:end], line, False)

    def end(self, line: int) -> bytes:
        """Return what waited."""
        data, self._rest = self._rest, b""
        return self._checked(data, line - data.count(b"\n"), False)

    def _checked(self, data: bytes, line: int, lined: bool) -> bytes:
        brackets = _brackets(data, lined)
        if brackets:
            after = depth(brackets, self._depth)
            if after is None:
                raise Fault(line + _lines_before(data, self._depth), too_deep(N_("brackets")))
            self._depth = after
        return data


def _whole(data: bytes) -> int:
    """Return where the last token ends that is whole; one that cannot be a token is passed by."""
    end = 0
    while True:
        found = _WHOLE.match(data, end)
        end = found.end() if found else end
        if _BEGUN.match(data, end):
            return end
        end += 1


def _brackets(data: bytes, lined: bool) -> bytes:
    """Return the brackets of a text. Where no token goes on behind a line, only lines with some are read."""
    seen = data.translate(None, _OTHERS).replace(b"<>", b"")  # what is left of `<` is no IRI, or not all
    if not seen:
        return b""
    if lined and b"<" not in seen and b">" not in seen:
        data = b"\n".join(_BRACKETED.findall(data))
    return brackets(data)


def brackets(data: bytes) -> bytes:
    """Return the brackets of a text in their order, without those in texts, IRIs and comments."""
    return b"".join(_TOKEN.findall(data))


def _lines_before(data: bytes, before: int) -> int:
    """Return how many lines stand before the one on which the brackets get too deep."""
    for match in _TOKEN.finditer(data):
        before += sum(STEPS[byte] for byte in match[1] or b"")
        if before > DEEPEST:
            return data.count(b"\n", 0, match.start())
    return 0


def comments(data: bytes) -> Iterator[int]:
    """Return the line of each comment."""
    for match in _TOKEN.finditer(data):
        if match[0].startswith(b"#"):
            yield data.count(b"\n", 0, match.start()) + 1
