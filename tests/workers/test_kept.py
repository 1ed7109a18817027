"""A process that is kept for what a process with threads cannot do in a copy of itself."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path

import pytest

from partnerkg.errors import OutOfMemory, OutOfTime, WorkerEnded
from partnerkg.workers import memory
from partnerkg.workers.kept import Kept

MANY = (1 << 30) + 7  # too much memory, and too many seconds


def children() -> set[str]:
    """Return the processes that this one has started and that are still there."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split())


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Return one whose tasks are given MANY first."""
    monkeypatch.setenv(memory.SETTING, "300")
    return Kept((int, (str(MANY),)))


def test_it_does_task_after_task_in_one_process(kept: Kept) -> None:
    before = children()
    assert [kept.do(60, int.__add__, number) for number in (3, 4)] == [MANY + 3, MANY + 4]
    assert len(children() - before) == 1


@pytest.mark.parametrize(
    ("seconds", "task", "error", "said"),
    [
        (0.3, (time.sleep,), OutOfTime, r"within 0\.3 s"),
        (60, (bytearray,), OutOfMemory, "within 300 MB"),
        (60, (os._exit,), WorkerEnded, "code 7"),
    ],
    ids=["time", "memory", "end"],
)
def test_it_says_which_limit_was_met_and_does_the_next_task(kept: Kept, seconds, task, error, said) -> None:
    with pytest.raises(error, match=said):
        kept.do(seconds, *task)
    assert kept.do(60, int.__neg__) == -MANY


def test_its_memory_comes_beyond_what_it_needed_to_be_ready(monkeypatch) -> None:
    monkeypatch.setenv(memory.SETTING, "300")
    graph = Kept((bytes, (400 << 20,)))
    assert len(graph.do(60, bytes.__getitem__, slice(50 << 20))) == 50 << 20
    with pytest.raises(OutOfMemory):
        graph.do(60, bytes.__getitem__, slice(350 << 20))


def test_it_says_why_nothing_could_be_made_ready() -> None:
    with pytest.raises(WorkerEnded, match="code 3"):
        Kept((os._exit, (3,))).do(60, int.__neg__)


def test_no_process_stays_when_nobody_holds_it_any_more() -> None:
    before, kept = children(), Kept((int, (str(MANY),)))
    assert kept.do(60, int.__neg__) == -MANY
    del kept
    gc.collect()
    assert children() <= before
