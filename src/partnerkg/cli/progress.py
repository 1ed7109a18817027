"""A progress bar on standard error, where a person looks on."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    T = TypeVar("T")

STEP = 1000  # items between two looks at the clock


def counted(items: Iterable[T], sentence: str) -> Iterable[T]:
    """Return the items as they are; on a terminal, a bar counts those that were taken."""
    return _drawn(items, sentence) if sys.stderr.isatty() else items


def _drawn(items: Iterable[T], sentence: str) -> Iterator[T]:
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
        for number, item in enumerate(items):
            if number % STEP == 0:
                bar.update(task, completed=number)
            yield item
