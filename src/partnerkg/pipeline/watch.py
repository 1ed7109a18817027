"""Who looks on while much is done: nobody, unless a face of partnerkg puts itself in this place."""

from __future__ import annotations

from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    T = TypeVar("T")
    Count = Callable[[int, int | None], None]


class Watch:
    """Nobody looks on; what is overridden is `counting`."""

    @contextmanager
    def counting(self, what: str) -> Iterator[Count | None]:
        """Give what is told how many things are done and how many there are (None if nobody knows).

        `what` says what is counted, in English and marked for translation. None if nobody looks on.
        """
        yield None

    def over(self, things: Iterable[T], what: str) -> Iterator[T]:
        """Yield the things, counted as they pass."""
        with self.counting(what) as count:
            yield from passing(things, count)


STEP = 1000  # things between two looks at the clock


def passing(things: Iterable[T], count: Count | None) -> Iterable[T]:
    """Return the things as they are; `count` is told of every thousand that passed."""
    return things if count is None else _counted(things, count)


def _counted(things: Iterable[T], count: Count) -> Iterator[T]:
    for number, thing in enumerate(things, start=1):
        if number % STEP == 0:
            count(number, None)
        yield thing
