"""How deep and how long what a parser is given may be, and the fault of what is more."""

from __future__ import annotations

from partnerkg.errors import N_, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
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


class Fault(Exception):
    """The first place that is too deep or too large: its line, and the reason."""

    def __init__(self, line: int, reason: Message) -> None:
        """Take what a BrokenFile says."""
        super().__init__(line, reason)  # so that it comes whole out of another process
        self.line = line
        self.reason = reason


def too_deep(what: str) -> Message:
    """Return the reason, for brackets or elements."""
    return Message(N_("more than {limit} {what} stand inside one another"), limit=DEEPEST, what=Message(what))


def too_long(limit: int, *, line: bool = False) -> Message:
    """Return the reason, where a parser can hold no more."""
    if line:
        return Message(N_("a line is longer than {limit} bytes"), limit=limit)
    return Message(N_("a text, name or comment is longer than {limit} bytes"), limit=limit)
