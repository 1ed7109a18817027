"""The process that those of a pool are copies of: it makes itself ready once, they share what it has read.

What its parent sends first is what makes it ready. Each byte that comes then, with two open files (a socket
to its parent, and where it complains), asks for a copy; it tells the id of each, and how each has ended.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import socket

from partnerkg.workers import frames, memory, worker
from partnerkg.workers.frames import Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Protocol

    class Closable(Protocol):
        def close(self) -> None: ...


COPY = b"c"


def main() -> None:
    """Copy this process as often as the parent says, until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the parent ends us
    parent = socket.socket(fileno=os.dup(0))
    megabytes, seconds, (function, arguments) = frames.receive(parent)
    memory.bound(memory.room())
    ready = worker.outcome(megabytes, function, arguments)
    parent.sendall(frames.packed(Outcome(ready.error)))
    if ready.error is None:
        gc.collect()
        gc.freeze()  # what is here already is not looked at in each copy, and so stays shared
        _copy_on_demand(parent, megabytes, seconds, ready.answer)


def _copy_on_demand(parent: socket.socket, megabytes: int, seconds: float, ready: Any) -> None:
    woken, wakes = socket.socketpair()
    wakes.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wakes.fileno(), warn_on_full_buffer=False)
    copies: set[int] = set()
    with selectors.DefaultSelector() as selector:
        selector.register(parent, selectors.EVENT_READ)
        selector.register(woken, selectors.EVENT_READ)
        while True:
            ready_ones = [key.fileobj for key, _ in selector.select()]
            if woken in ready_ones:
                woken.recv(4096)
                _tell_ended(parent, copies)
            if parent in ready_ones:
                asked, files, _, _ = socket.recv_fds(parent, len(COPY), 2)
                if not asked:
                    break
                copy = os.fork()
                if not copy:
                    _be_copy(files, (parent, woken, wakes, selector), megabytes, seconds, ready)
                copies.add(copy)
                for file in files:
                    os.close(file)
                parent.sendall(frames.packed((copy, None)))
    for copy in copies:
        os.kill(copy, signal.SIGKILL)


def _tell_ended(parent: socket.socket, copies: set[int]) -> None:
    with contextlib.suppress(ChildProcessError):
        while (one := os.waitpid(-1, os.WNOHANG))[0]:
            copy, status = one
            copies.discard(copy)
            parent.sendall(frames.packed((copy, os.waitstatus_to_exitcode(status))))


def _be_copy(
    files: list[int], others: Iterable[Closable], megabytes: int, seconds: float, ready: Any
) -> None:
    """Do what the parent says over its socket; end without what the copied process would do at its end."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for other in others:
            other.close()
        os.dup2(files[1], 2)
        os.dup2(files[1], 0)  # where the socket of the copied process was
        os.close(files[1])
        worker.work(socket.socket(fileno=files[0]), ready, megabytes, seconds)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
