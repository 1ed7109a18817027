"""Lines of JSON-RPC as a client of assistants writes them; one that is no request gets its answer, too.

The SDK reads over what it cannot parse, and its client waits.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import AsyncIterator

import anyio.to_thread
from mcp import types
from mcp.shared.message import SessionMessage

from partnerkg.errors import N_, Message, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from anyio.abc import ObjectSendStream

LONGEST = 10_000_000  # characters of a line


class NoRequest(PartnerkgError):
    message = N_("This is no request of JSON-RPC 2.0: {reason}.")


class Lines:
    """Standard input line by line: what is a message goes on, the rest is answered through `answers`."""

    def __init__(self, stream: Any = None) -> None:
        given = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
        self._file = given if stream is None else stream
        self.answers: ObjectSendStream[SessionMessage] | None = None

    async def __aiter__(self) -> AsyncIterator[str]:
        """Yield the lines that are messages."""
        while line := await self._line():
            error = fault(line)
            while not line.endswith("\n") and (line := await self._line()):
                pass  # the rest of one that is too long
            if error is not None and self.answers is not None:
                await self.answers.send(SessionMessage(error))
            elif error is None and line.strip():
                yield line

    async def _line(self) -> str:
        found: str = await anyio.to_thread.run_sync(self._file.readline, LONGEST)
        return found


def fault(line: str) -> types.JSONRPCError | None:
    """Return the answer to a line that is no message, None if it is one or blank (JSON-RPC 2.0 §5.1)."""
    if not line.strip():
        return None
    try:
        message = None if len(line) >= LONGEST else json.loads(line)
        json.dumps(message, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return _error(
            types.PARSE_ERROR, Message(N_("it has half of a character (a lone surrogate)")), message
        )
    except (ValueError, RecursionError):
        return _error(types.PARSE_ERROR, Message(N_("it is no JSON, or nested too deep")))
    if len(line) >= LONGEST:
        return _error(types.PARSE_ERROR, Message(N_("it is longer than {most} characters"), most=LONGEST))
    reason = _reason(message, line)
    return _error(types.INVALID_REQUEST, reason, message) if reason else None


def _reason(message: object, line: str) -> Message | None:
    """Return why JSON is no request, None if it is one."""
    if not isinstance(message, dict):
        return Message(N_("it is no object"))
    if "id" in message and _id(message) is None:
        return Message(N_("its `id` is neither a text nor a whole number"))
    try:
        types.jsonrpc_message_adapter.validate_json(line, by_name=False)
    except ValueError:
        return Message(N_('`jsonrpc` is "2.0", `method` a text, `params` an object'))
    return None


def _id(message: object) -> str | int | None:
    found = message.get("id") if isinstance(message, dict) else None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def _error(code: int, reason: Message, message: object = None) -> types.JSONRPCError:
    data = types.ErrorData(code=code, message=str(NoRequest(reason=reason)))
    return types.JSONRPCError(jsonrpc="2.0", id=_id(message), error=data)
