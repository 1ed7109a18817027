"""A function in a process of its own, which ends when its time is over or it wants too much memory.

Nothing in this process can stop an engine that never looks at the clock, nor outlive one that aborts.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
import warnings
from _thread import start_new_thread
from contextlib import contextmanager

from partnerkg.errors import LeftOut, Message, OutOfMemory, OutOfTime, PartnerkgError, Unexpected, WorkerEnded
from partnerkg.workers import copied, memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO, Any, ParamSpec, TypeVar

    Given = ParamSpec("Given")
    Answer = TypeVar("Answer")
    Outcome = tuple[PartnerkgError | None, Any]
    Task = tuple["Limits", Callable[..., Any], tuple[Any, ...], dict[str, Any]]

LONGEST = 1_000_000.0  # seconds; the clock of poll() takes no more than twice as many
SAID = 4096  # bytes of its complaints that are read, first and last
GRACE = 1.0  # seconds that a worker outlives its time, should nobody end it
_LOOK = 0.5  # seconds between two looks at whether the parent is still there


class Limits:
    """So many seconds, and so many megabytes of memory, by default what `memory` says."""

    __slots__ = ("megabytes", "seconds")

    def __init__(self, seconds: float = LONGEST, megabytes: int | None = None) -> None:
        self.seconds = min(seconds, LONGEST)
        self.megabytes = memory.most() if megabytes is None else megabytes


def run(
    limits: Limits | float,
    function: Callable[Given, Answer],
    /,
    *arguments: Given.args,
    **named: Given.kwargs,
) -> Answer:
    """Return what a function of a module of partnerkg returns, called in a process of its own.

    A number is a limit of seconds. The function and what it takes and returns are pickled. OutOfTime or
    OutOfMemory if it wants more than its limits, WorkerEnded if the process ends without an answer, the
    PartnerkgError that the function raises, and Unexpected for any other error.
    """
    limits = limits if isinstance(limits, Limits) else Limits(limits)
    code, written, said = _given(limits, (limits, function, arguments, named))
    if code:
        raise ended(code, said, limits.megabytes)
    error, answer, warned = pickle.loads(written)  # noqa: S301 - our own process wrote it
    for warning in warned:
        warnings.warn(warning, stacklevel=2)
    if error is not None:
        raise error
    return answer  # type: ignore[no-any-return]


def _given(limits: Limits, task: Task) -> tuple[int, bytes, bytes]:
    """Return how the worker ended, what it gave and what it said; OutOfTime."""
    try:
        if copied.is_possible():
            parent = os.getpid()
            return copied.run(limits.seconds, lambda: _work(task, parent))
        return _started(limits.seconds, pickle.dumps(task))
    except TimeoutError:
        raise OutOfTime(seconds=f"{limits.seconds:g}") from None


def _started(seconds: float, task: bytes) -> tuple[int, bytes, bytes]:
    import subprocess

    command = [sys.executable, "-P", "-m", __name__]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            written, said = process.communicate(task, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        finally:
            process.kill()
    return process.returncode, written, said


def complaints(written: IO[bytes]) -> bytes:
    """Return what a process wrote to standard error first and last: the engine tells long where it was."""
    written.seek(0)
    first = written.read(SAID)
    return first + written.read()[-SAID:]


def ended(code: int, said: bytes, megabytes: int) -> WorkerEnded:
    """Return why a process ended that was to answer; `said` is what it wrote to standard error."""
    if memory.ran_out(said):
        return OutOfMemory(megabytes=megabytes)
    if code >= 0:
        return WorkerEnded(how=Message("code {code}", code=code))
    name = signal.Signals(-code).name
    if name == "SIGKILL":
        return WorkerEnded(how=Message("the system ended it, as it does where memory runs out"))
    return WorkerEnded(how=Message("signal {name}", name=name))


def main() -> None:
    """Call the function that standard input names; what is written is the error, if any, and the answer."""
    parent = os.getppid()
    task = pickle.load(sys.stdin.buffer)  # noqa: S301 - by our parent
    sys.stdout.buffer.write(_work(task, parent))
    sys.stdout.buffer.flush()


def _work(task: Task, parent: int) -> bytes:
    limits, function, arguments, named = task
    end_after(limits.seconds + GRACE)
    start_new_thread(end_with, (parent,))
    memory.bound(limits.megabytes)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always", LeftOut)
        error, answer = _outcome(limits.megabytes, function, arguments, named)
    warned = [warning.message for warning in seen if isinstance(warning.message, LeftOut)]
    return pickle.dumps((error, answer, warned))


def end_after(seconds: float) -> None:
    """Have the system end this process after so many seconds, whatever it does; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def follow(parent: int) -> None:
    """Leave Ctrl-C, which a terminal sends to all, to the parent, and end soon after it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start_new_thread(end_with, (parent,))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let processes begin that Ctrl-C does not reach before they `follow`: they would complain of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def end_with(parent: int) -> None:
    """End this process soon after its parent, who would have ended it."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _outcome(
    megabytes: int, function: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]
) -> Outcome:
    try:
        return None, function(*arguments, **named)
    except PartnerkgError as error:
        return error, None
    except MemoryError:
        return OutOfMemory(megabytes=megabytes), None
    except BaseException as error:  # an engine's panic is no Exception
        return Unexpected(kind=type(error).__name__, reason=str(error)), None


if __name__ == "__main__":
    main()
