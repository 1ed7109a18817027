"""One process of a pool: it makes itself ready once, then does one task after the other.

What its parent sends first is what makes it ready; what that returns is the first argument of every task.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import socket
import sys
import threading

from partnerkg.errors import OutOfMemory, PartnerkgError, Unexpected
from partnerkg.workers import frames, memory
from partnerkg.workers.frames import Outcome
from partnerkg.workers.process import GRACE, end_after, end_with

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # in which the system counts memory


def main() -> None:
    """Do what the parent says until it ends."""
    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the parent ends us
    threading.Thread(target=end_with, args=(parent,), daemon=True).start()
    connection = socket.socket(fileno=0)
    megabytes, seconds, (function, arguments) = frames.receive(connection)
    memory.bound(megabytes)
    ready = _outcome(megabytes, function, arguments)
    connection.sendall(frames.packed(Outcome(ready.error)))
    gc.freeze()
    with contextlib.suppress(EOFError):
        while ready.error is None:
            function, arguments = frames.receive(connection)
            end_after(seconds + GRACE)
            outcome = _outcome(megabytes, function, (ready.answer, *arguments))
            outcome.spent = _taken() > megabytes // 2
            connection.sendall(frames.packed(outcome))
            end_after(0)


def _outcome(megabytes: int, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    try:
        return Outcome(None, function(*arguments))
    except PartnerkgError as error:
        return Outcome(error)
    except MemoryError:
        return Outcome(OutOfMemory(megabytes=megabytes), spent=True)
    except BaseException as error:  # an engine's panic is no Exception
        return Outcome(Unexpected(kind=type(error).__name__, reason=str(error)), spent=True)


def _taken() -> int:
    """Return how many megabytes this process has had at most.

    Linux tells it of this program; getrusage(2) counts in what the process that started it had.
    """
    with (
        contextlib.suppress(OSError),
        open("/proc/self/status", encoding="ascii", errors="replace") as status,
    ):
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) >> 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE >> 20


if __name__ == "__main__":
    main()
