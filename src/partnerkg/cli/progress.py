"""A progress bar on standard error, where a person looks on."""

from __future__ import annotations

from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from partnerkg.pipeline.watch import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.pipeline.watch import Count


class Bars(Watch):
    """One bar for each thing that is counted, gone when it is done."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    @contextmanager
    def counting(self, what: str) -> Iterator[Count | None]:
        look = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:,.0f}"),
            TimeElapsedColumn(),
        )
        with Progress(*look, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(self._translate(what), total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
