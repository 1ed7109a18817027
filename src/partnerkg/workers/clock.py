"""How long a process takes for its task: what it waits for a processor is the fault of others."""

from __future__ import annotations

import os
import time

MOST = 1.0  # seconds of waiting that do not count
_NONE = -1  # where the system does not say


class Clock:
    """A stopwatch that stands still while its process could work but has no processor, as Linux tells."""

    __slots__ = ("_file", "_start", "_waited")

    def __init__(self, process: int) -> None:
        """Look at a process of this machine."""
        try:
            self._file = os.open(f"/proc/{process}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            self._file = _NONE
        self.start()

    def start(self) -> None:
        """Begin anew."""
        self._start, self._waited = time.monotonic(), self._waiting()

    def seconds(self) -> float:
        """Return the seconds since the start, without those of waiting but what is more than MOST.

        Else a process could hold its place for long where there are too few processors for all.
        """
        waited = max(0.0, self._waiting() - self._waited)
        return time.monotonic() - self._start - min(waited, MOST)

    def _waiting(self) -> float:
        """Return how many seconds the process has waited for a processor so far; 0 if nobody knows."""
        if self._file == _NONE:
            return 0.0
        try:
            return int(os.pread(self._file, 100, 0).split()[1]) / 1e9
        except (OSError, IndexError):  # it has ended
            return 0.0

    def close(self) -> None:
        """Look no more."""
        if self._file != _NONE:
            os.close(self._file)
            self._file = _NONE
