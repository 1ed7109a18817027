"""A function in a process of its own, which ends when its time is over or it wants too much memory.

Nothing in this process can stop an engine that never looks at the clock, nor outlive one that aborts.
"""

from __future__ import annotations

import pickle
import subprocess
import sys

from partnerkg.errors import OutOfTime, PartnerkgError, Unexpected, WorkerEnded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ParamSpec, TypeVar

    Given = ParamSpec("Given")
    Answer = TypeVar("Answer")

LONGEST = 1_000_000.0  # seconds; the clock of poll() takes no more than twice as many
GRACE = 1.0


def run(
    seconds: float,
    function: Callable[Given, Answer],
    /,
    *arguments: Given.args,
    **named: Given.kwargs,
) -> Answer:
    """Return what a function of a module of partnerkg returns, called in a process of its own.

    It and what it takes and returns are pickled. OutOfTime if the time is over, WorkerEnded if the process
    ends without an answer, the PartnerkgError that the function raises, and Unexpected for any other error.
    """
    seconds = min(seconds, LONGEST)
    command = [sys.executable, "-P", "-m", __name__]
    task = pickle.dumps((seconds, function, arguments, named))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        try:
            written, _ = process.communicate(task, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise OutOfTime(seconds=f"{seconds:g}") from None
        finally:
            process.kill()
    if process.returncode:
        raise WorkerEnded(code=process.returncode)
    error, answer = pickle.loads(written)  # noqa: S301 - our own process wrote it
    if error is not None:
        raise error
    return answer  # type: ignore[no-any-return]


def main() -> None:
    """Call the function that standard input names; what is written is the error, if any, and the answer."""
    seconds, function, arguments, named = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own parent wrote it
    _end_after(seconds + GRACE)
    sys.stdout.buffer.write(pickle.dumps(_outcome(function, arguments, named)))
    sys.stdout.buffer.flush()


def _end_after(seconds: float) -> None:
    """Have the system end this process, should its parent have ended without killing it."""
    import signal

    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _outcome(
    function: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]
) -> tuple[PartnerkgError | None, Any]:
    try:
        return None, function(*arguments, **named)
    except PartnerkgError as error:
        return error, None
    except Exception as error:
        return Unexpected(kind=type(error).__name__, reason=str(error)), None


if __name__ == "__main__":
    main()
