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

from partnerkg.pipeline.output import abandon, waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

GRACE = 0.5  # seconds to end by itself
_SHOW_CURSOR = b"\x1b[?25h"  # which a progress bar hides


class Prompt:
    """Ends the process soon after SIGINT or SIGTERM, whatever it does; only the main thread can."""

    __slots__ = ("_before", "_ended", "_former", "_writing")

    def __enter__(self) -> None:
        self._ended: list[bool] = []
        reading, self._writing = os.pipe()
        os.set_blocking(self._writing, False)
        try:
            self._former = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        except ValueError:  # another thread, or a system that knows no such thing
            os.close(reading)
            os.close(self._writing)
            self._writing = -1
            return
        self._before = signal.getsignal(signal.SIGTERM)
        if self._before == signal.SIG_DFL:
            signal.signal(signal.SIGTERM, _end)
        start_new_thread(_look_on, (reading, self._ended))

    def __exit__(self, *_: object) -> None:
        if self._writing >= 0:
            self._ended.append(True)
            signal.set_wakeup_fd(self._former)
            signal.signal(signal.SIGTERM, self._before)
            os.close(self._writing)


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
