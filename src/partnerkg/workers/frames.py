"""Values between two processes over a socket: each pickled, with its length before it."""

from __future__ import annotations

import pickle
import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from socket import socket
    from typing import Any

    from partnerkg.errors import PartnerkgError

_LENGTH = struct.Struct("!Q")
_PIECE = 1 << 20


class Outcome:
    """What came of a task: an error or an answer; `spent` says that the process is not to be used again."""

    __slots__ = ("answer", "error", "spent")

    def __init__(self, error: PartnerkgError | None, answer: Any = None, spent: bool = False) -> None:
        self.error = error
        self.answer = answer
        self.spent = spent


def packed(value: object) -> bytes:
    """Return a value as it goes over the socket."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def taken(data: bytearray) -> Any:
    """Take the next value of our own process off `data` and return it; None if it is not whole."""
    if len(data) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack_from(data)
    if len(data) < _LENGTH.size + length:
        return None
    with memoryview(data) as whole:
        value = pickle.loads(whole[_LENGTH.size :])  # noqa: S301 - our own process wrote it
    del data[: _LENGTH.size + length]
    return value


def receive(connection: socket) -> Any:
    """Return the next value of the process that started us; EOFError once it has ended."""
    (length,) = _LENGTH.unpack(_exactly(connection, _LENGTH.size))
    return pickle.loads(_exactly(connection, length))  # noqa: S301 - our own parent wrote it


def _exactly(connection: socket, length: int) -> bytes:
    data = bytearray()
    while len(data) < length:
        piece = connection.recv(min(length - len(data), _PIECE))
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)
