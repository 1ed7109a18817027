"""Much of the same work, in as many copies of this process as there are processors for it."""

from __future__ import annotations

import gc
import os
import pickle
from _thread import start_new_thread

from partnerkg.errors import PartnerkgError
from partnerkg.workers import copied, memory
from partnerkg.workers.process import LONGEST, end_with, ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Answer = TypeVar("Answer")

MOST = 8  # copies, each of which needs memory of its own


def processors() -> int:
    """Return how many shares are worth making."""
    known = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(known, MOST)


def shared(count: int, work: Callable[[int], Answer]) -> list[Answer]:
    """Return what a function returns for each number below `count`, in that order.

    This process does the first share, copies of it the others meanwhile; where it cannot be copied, one
    share comes after the other. WorkerEnded, or the error of a share.
    """
    if count < 2 or not copied.is_possible():
        return [work(number) for number in range(count)]
    gc.freeze()  # what is known already is not looked at in each copy, and so stays shared
    copies: list[copied.Copy] = []
    try:
        copies.extend(_copy(work, number) for number in range(1, count))
        first = work(0)
        return [first, *(_answer(copy) for copy in copies)]
    finally:
        for copy in copies:
            copy.kill()
        gc.unfreeze()


def _copy(work: Callable[[int], Answer], number: int) -> copied.Copy:
    parent = os.getpid()

    def given() -> bytes:
        start_new_thread(end_with, (parent,))
        try:
            return pickle.dumps((None, work(number)))
        except PartnerkgError as error:
            return pickle.dumps((error, None))

    return copied.Copy(given)


def _answer(copy: copied.Copy) -> Answer:  # type: ignore[type-var]
    code, written, said = copy.end(LONGEST)
    if code:
        raise ended(code, said, memory.most())
    error, answer = pickle.loads(written)  # noqa: S301 - our own process wrote it
    if error is not None:
        raise error
    return answer  # type: ignore[no-any-return]
