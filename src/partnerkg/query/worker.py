"""A task in a process of its own, which ends when its time is over.

The engine cannot be stopped from within: some queries never look at the clock. So the process is killed.
"""

from __future__ import annotations

import pickle
import subprocess
import sys

from partnerkg.errors import OutOfTime, PartnerkgError, Unexpected, WorkerEnded
from partnerkg.query.run import Outcome, Task, perform

LONGEST = 1_000_000.0  # seconds; the clock of poll() takes no more than twice as many
GRACE = 1.0


def within(seconds: float, task: Task, project: str | None = None, endpoint: str | None = None) -> Outcome:
    """Return the outcome of a task on a project or endpoint (None for the shipped one), read in time as well.

    OutOfTime if the time is over, WorkerEnded if the process ends without an answer, and the errors of the
    task.
    """
    seconds = min(seconds, LONGEST)
    command = [sys.executable, "-P", "-m", __name__]
    job = pickle.dumps((seconds, project, endpoint, task))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        try:
            written, _ = process.communicate(job, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise OutOfTime(seconds=f"{seconds:g}") from None
        finally:
            process.kill()
    if process.returncode:
        raise WorkerEnded(code=process.returncode)
    outcome = pickle.loads(written)  # noqa: S301 - our own process wrote it
    if isinstance(outcome, PartnerkgError):
        raise outcome
    if not isinstance(outcome, Outcome):
        raise TypeError(type(outcome))
    return outcome


def main() -> None:
    """Answer the task on standard input; what is written is the outcome, or the error."""
    seconds, project, endpoint, task = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own parent wrote it
    _end_after(seconds + GRACE)
    sys.stdout.buffer.write(pickle.dumps(_outcome(project, endpoint, task, seconds)))
    sys.stdout.buffer.flush()


def _end_after(seconds: float) -> None:
    """Have the system end this process, should its parent have ended without killing it."""
    import signal

    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _outcome(
    project: str | None, endpoint: str | None, task: Task, seconds: float
) -> Outcome | PartnerkgError:
    from partnerkg import store

    try:
        return perform(task, store.read(project, endpoint, seconds))
    except PartnerkgError as error:
        return error
    except Exception as error:
        return Unexpected(kind=type(error).__name__, reason=str(error))


if __name__ == "__main__":
    main()
