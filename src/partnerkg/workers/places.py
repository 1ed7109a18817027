"""Places of which one client may not have the last: it is kept for the others."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Places:
    """At most so many; how many are taken, and by whom."""

    __slots__ = ("_most", "_taken")

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()

    @property
    def taken(self) -> int:
        """Return how many are taken."""
        return self._taken.total()

    def are_left(self, client: str) -> bool:
        """Return whether a client may have another."""
        return self.taken < self._most and self._taken[client] < max(1, self._most - 1)

    @contextmanager
    def held(self, client: str) -> Iterator[None]:
        """Hold one for a client meanwhile."""
        self._taken[client] += 1
        try:
            yield
        finally:
            self._taken -= Counter({client: 1})  # who has none is forgotten
