"""A progress bar on standard error, where a person looks on."""

from __future__ import annotations

import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    from partnerkg.export import Watch

    T = TypeVar("T")

STEP = 1000  # items between two looks at the clock


@contextmanager
def counting(sentence: str) -> Iterator[Watch]:
    """Give what returns items as they are; on a terminal, one bar counts all that were taken."""
    if sys.stderr.isatty():
        with _bar(sentence) as count:
            yield lambda items: _taken(items, count)
    else:
        yield lambda items: items


def counted(items: Iterable[T], sentence: str) -> Iterable[T]:
    """Return the items as they are; on a terminal, a bar counts those that were taken."""
    return _drawn(items, sentence) if sys.stderr.isatty() else items


def _drawn(items: Iterable[T], sentence: str) -> Iterator[T]:
    with _bar(sentence) as count:
        yield from _taken(items, count)


def _taken(items: Iterable[T], count: Callable[[int], None]) -> Iterator[T]:
    for number, item in enumerate(items, start=1):
        if number % STEP == 0:
            count(STEP)
        yield item


@contextmanager
def _bar(sentence: str) -> Iterator[Callable[[int], None]]:
    """Draw a bar, and give what counts on."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    look = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*look, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(sentence, total=None)
        yield lambda count: bar.advance(task, count)
