"""A process that is asked to end tidies up first."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from threading import current_thread, main_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_TERMINATED = 128 + signal.SIGTERM  # as a shell counts


@contextmanager
def tidied() -> Iterator[None]:
    """Let what is open be closed when the process is asked to end (SIGTERM)."""

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a second one must not break off the tidying
        raise SystemExit(_TERMINATED)

    former = signal.signal(signal.SIGTERM, end) if current_thread() is main_thread() else None
    try:
        yield
    finally:
        if former is not None:
            signal.signal(signal.SIGTERM, former)
