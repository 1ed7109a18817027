"""What comes through a pipe."""

from __future__ import annotations

import sys

from partnerkg.errors import Message, UnreadableFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


def standard_input() -> BinaryIO:
    """Return the bytes that are given to the command; UnreadableFile if it was started with none to read."""
    if sys.stdin is None:
        raise UnreadableFile(path="-", reason=Message("standard input is closed"))
    return sys.stdin.buffer
