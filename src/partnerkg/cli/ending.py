"""Ending when somebody asks for it: within a second, and nothing half written stays behind.

Python tells a program of a signal only between two steps of its own, and a step of the engine may take
hours. So a thread looks on: what has not ended by itself after a moment is ended by it.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from _thread import start_new_thread
from contextlib import contextmanager

from partnerkg.pipeline.output import abandon, waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

GRACE = 0.5  # seconds to end by itself
_SHOW_CURSOR = b"\x1b[?25h"  # which a progress bar hides


@contextmanager
def prompt() -> Iterator[None]:
    """End the process soon after SIGINT or SIGTERM, whatever it does; only the main thread can."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        former = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    except ValueError:  # another thread, or a system that knows no such thing
        os.close(reading)
        os.close(writing)
        yield
        return
    before = signal.getsignal(signal.SIGTERM)
    if before == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)
    ended: list[bool] = []
    start_new_thread(_look_on, (reading, ended))
    try:
        yield
    finally:
        ended.append(True)
        signal.set_wakeup_fd(former)
        signal.signal(signal.SIGTERM, before)
        os.close(writing)


def _end(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not break off the tidying
    raise SystemExit(128 + number)  # as a shell counts


def _look_on(reading: int, ended: list[bool]) -> None:
    """End the process a moment after it was told to end, unless it has ended by then."""
    waits()
    told = os.read(reading, 1)
    while told and told[0] not in (signal.SIGINT, signal.SIGTERM):
        told = os.read(reading, 1)
    os.close(reading)
    if not told:
        return
    time.sleep(GRACE)
    if not ended:
        abandon()
        if sys.stderr.isatty():
            os.write(sys.stderr.fileno(), _SHOW_CURSOR)
        os._exit(128 + told[0])
