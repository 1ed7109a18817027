"""One at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest

from partnerkg.files.locks import NAME, BusyProject, alone

pytestmark = pytest.mark.skipif(os.name != "posix", reason="nothing is locked there")
HOLDING = """
import sys
from partnerkg.files.locks import alone
with alone({folder!r}):
    print("held"); sys.stdout.flush(); sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Return another process that writes in the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING.format(folder=str(tmp_path))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    with process:
        yield process
        process.kill()


def test_nothing_is_left_in_the_end(tmp_path):
    with alone(str(tmp_path)):
        assert (tmp_path / NAME).exists()
    assert not list(tmp_path.iterdir())


def test_another_that_is_at_work_is_named_when_patience_ends(tmp_path, holder):
    with pytest.raises(BusyProject, match=str(tmp_path)), alone(str(tmp_path), 0.2):
        pass


def test_it_waits_until_the_other_is_done(tmp_path, holder):
    threading.Timer(0.5, holder.stdin.close).start()
    start = time.monotonic()
    with alone(str(tmp_path), 60):
        assert time.monotonic() - start > 0.4


def test_what_a_dead_process_left_stands_in_no_way(tmp_path, holder):
    holder.kill()
    holder.wait()
    assert (tmp_path / NAME).exists()
    with alone(str(tmp_path), 0.2):
        pass
    assert not list(tmp_path.iterdir())


def test_one_waits_for_the_other_among_many(tmp_path):
    inside, most = [], []

    def work():
        for _ in range(20):
            with alone(str(tmp_path), 60):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.001)
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1 and len(most) == 80


def test_a_folder_that_cannot_be_written_says_so_later(tmp_path):
    with alone(str(tmp_path / "nothing"), 0.2):
        pass
