"""One process of a pool: it makes itself ready once, then does one task after the other.

What its parent sends first is what makes it ready; what that returns is the first argument of every task.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import threading

from partnerkg.errors import OutOfMemory, PartnerkgError, Unexpected
from partnerkg.workers import frames, memory
from partnerkg.workers.frames import Outcome
from partnerkg.workers.process import GRACE, end_after, end_with

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def main() -> None:
    """Make this process ready as its parent says, then do its tasks until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the parent ends us
    connection = socket.socket(fileno=0)
    megabytes, seconds, (function, arguments) = frames.receive(connection)
    memory.bound(memory.room())
    ready = outcome(megabytes, function, arguments)
    connection.sendall(frames.packed(Outcome(ready.error)))
    gc.freeze()
    if ready.error is None:
        work(connection, ready.answer, megabytes, seconds)


def work(connection: socket.socket, ready: Any, megabytes: int, seconds: float) -> None:
    """Do one task after the other with what is ready; each may take so much more than there is now."""
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    held = memory.held()[0]
    memory.bound(megabytes)
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            function, arguments = frames.receive(connection)
            end_after(seconds + GRACE)
            found = outcome(megabytes, function, (ready, *arguments))
            found.spent = found.spent or memory.had(held + megabytes // 2)
            connection.sendall(frames.packed(found))
            end_after(0)


def outcome(megabytes: int, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    """Return what comes of a call."""
    try:
        return Outcome(None, function(*arguments))
    except PartnerkgError as error:
        return Outcome(error)
    except MemoryError:
        return Outcome(OutOfMemory(megabytes=megabytes), spent=True)
    except BaseException as error:  # an engine's panic is no Exception
        return Outcome(Unexpected(kind=type(error).__name__, reason=str(error)), spent=True)


if __name__ == "__main__":
    main()
