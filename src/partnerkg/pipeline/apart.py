"""What strangers may have written, done on a graph where it can be ended: never in this process.

A copy of this process is there at once and has what was read. Where other threads run, none can be made, and
a process of its own is kept, which reads the graph once more.
"""

from __future__ import annotations

import warnings

from partnerkg.pipeline.lacking import noted
from partnerkg.workers import copied, process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Concatenate, ParamSpec, TypeVar

    from partnerkg.errors import LeftOut
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store

    Given = ParamSpec("Given")
    Answer = TypeVar("Answer")


def do(
    opened: Opened,
    seconds: float,
    work: Callable[Concatenate[Store, Given], Answer],
    /,
    *arguments: Given.args,
    **named: Given.kwargs,
) -> Answer:
    """Return what a function of a module of partnerkg returns of the store and these arguments.

    OutOfTime, OutOfMemory, WorkerEnded, and the errors of the function. A server has its own bounds; so it is
    asked from here where no copy can be made, as is what came through a pipe and cannot be read again.
    """
    if copied.is_possible():
        return process.run(seconds, work, opened.store, *arguments, **named)
    if not opened.is_readable_again:
        return work(opened.store, *arguments, **named)
    found, warned = opened.kept().do(seconds, _named, work, arguments, named)
    for warning in warned:
        warnings.warn(warning, stacklevel=2)
    return found  # type: ignore[no-any-return]


def _named(
    store: Store,
    work: Callable[..., Answer],
    arguments: tuple[object, ...],
    named: dict[str, object],
) -> tuple[Answer, list[LeftOut]]:
    """Return what the function returns, and what it says that it left out."""
    with noted() as warned:
        answer = work(store, *arguments, **named)
    return answer, warned
