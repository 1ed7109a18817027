"""A task in a process that can be stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import OutOfMemory, OutOfTime, Unexpected, UnknownThing, WorkerEnded, WrongSetting
from partnerkg.query.catalogue import catalogue
from partnerkg.query.run import Task, perform, perform_apart
from partnerkg.workers import copied, memory, process

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?l) }"
MEMBERS = catalogue()["network_members"]
VALUES = {"network": "libraires-d-ombre"}


def test_it_answers_as_this_process_does(world, store):
    there, here = (
        perform_apart(Task(MEMBERS, VALUES), world, seconds=60),
        perform(Task(MEMBERS, VALUES), store),
    )
    assert there.answer.rows == here.answer.rows != []
    assert isinstance(there.answer.rows[0][0], NamedNode)


def test_it_gives_terms_as_they_are(world):
    text = 'SELECT ("x"@fr AS ?a) ("7"^^xsd:integer AS ?b) ?c { }'
    assert perform_apart(Task(text), world, seconds=60).answer.rows == [
        (Literal("x", language="fr"), Literal(7), None)
    ]


def test_it_stops_in_time(world):
    with pytest.raises(OutOfTime, match="within 1 s"):
        perform_apart(Task(ENDLESS), world, seconds=1)


def test_it_leaves_no_process_behind(world, tmp_path):
    text = f"import os\nfrom partnerkg.query.run import Task, perform_apart\ntry: perform_apart(Task({ENDLESS!r}), {world!r}, seconds=1)\nexcept Exception: pass\nos.waitpid(-1, 0)"
    found = subprocess.run([sys.executable, "-c", text], check=False, capture_output=True, text=True)
    assert "ChildProcessError" in found.stderr


def test_it_raises_the_errors_of_the_task(world):
    with pytest.raises(UnknownThing, match="Libraires d’Ombre"):
        perform_apart(Task(MEMBERS, {"network": "libraire-d-ombr"}), world, seconds=60)


def test_it_says_when_the_process_ends_without_an_answer(world, monkeypatch):
    monkeypatch.setattr(copied, "is_possible", lambda: False)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(WorkerEnded, match="code 1"):
        perform_apart(Task("ASK {}"), world, seconds=60)


def test_it_takes_any_time():
    assert perform_apart(Task("ASK {}"), seconds=1e300).answer is True
    assert process.LONGEST > 86_400


def test_it_says_which_signal_ended_the_process():
    with pytest.raises(WorkerEnded, match="SIGABRT"):
        process.run(60, os.abort)


def test_it_says_that_the_system_ended_the_process():
    with pytest.raises(WorkerEnded, match="memory runs out"):
        process.run(60, signal.raise_signal, signal.SIGKILL)


def test_it_raises_what_is_no_exception():
    with pytest.raises(Unexpected, match="KeyboardInterrupt"):
        process.run(60, signal.default_int_handler, signal.SIGINT, None)


def test_it_stops_at_its_memory_and_names_it():
    with pytest.raises(OutOfMemory, match="within 300 MB"):
        process.run(process.Limits(60, 300), bytearray, 1 << 30)


def test_it_outlives_an_engine_that_is_refused_memory(world, monkeypatch):
    monkeypatch.setenv(memory.SETTING, "300")
    greedy = Task("SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    with pytest.raises(OutOfMemory, match="within 300 MB"):
        perform_apart(greedy, world, seconds=60)


@pytest.mark.parametrize(("installed", "most"), [(1 << 20, 2048), (3000, 1500), (400, 256)])
def test_its_memory_is_the_same_on_every_machine_that_has_twice_as_much(monkeypatch, installed, most):
    monkeypatch.delenv(memory.SETTING, raising=False)
    monkeypatch.setattr(memory, "_installed", lambda: installed)
    assert memory.most() == most
    assert memory.room() == max(most, installed // 2)


def test_a_setting_gives_it_other_memory(monkeypatch):
    monkeypatch.setenv(memory.SETTING, "512")
    assert process.Limits(1).megabytes == 512


@pytest.mark.parametrize("value", ["0", "255", "1 GB", "-1", "1e9", "²"])
def test_a_setting_that_is_no_memory_is_refused(monkeypatch, value):
    monkeypatch.setenv(memory.SETTING, value)
    with pytest.raises(WrongSetting, match="megabytes, 256 or more"):
        memory.most()


def gone(pid):
    end = time.monotonic() + 60
    while Path(f"/proc/{pid}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    return not Path(f"/proc/{pid}").exists()


def orphan(call):
    """Return the process id of a worker whose parent has been killed while it waited for it."""
    text = f"from partnerkg.workers import memory, process\nimport time, subprocess\n{call}"
    with subprocess.Popen([sys.executable, "-c", text]) as parent:
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
        while not (found := children.read_text().split()):
            time.sleep(0.02)
        time.sleep(2)  # until it has read what to do
        parent.kill()
    return int(found[0])


@pytest.mark.skipif(not Path("/proc").exists(), reason="no /proc here")
def test_a_worker_ends_with_its_parent():
    assert gone(orphan("process.run(100, time.sleep, 100)"))


@pytest.mark.skipif(not Path("/proc").exists(), reason="no /proc here")
def test_a_worker_ends_when_its_time_is_over_though_nobody_ends_it():
    """Its own look at its parent waits for the one that is at work, which may never let go."""
    assert gone(orphan("process.run(4, pow, 7, 10**9)"))


@pytest.mark.parametrize(("written", "right"), [("256", True), ("9" * 9, True), ("9" * 10, False)])
def test_its_memory_has_nine_digits_at_most(monkeypatch, written, right):
    monkeypatch.setenv(memory.SETTING, written)
    with contextlib.nullcontext() if right else pytest.raises(WrongSetting):
        assert memory.most() == int(written)


BESIDE = "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
WAYS = pytest.mark.parametrize("beside", ["", BESIDE], ids=["copied", "started"])


def asked(beside, call):
    """Return what a process of its own prints, in which nothing or a thread runs beside the one who asks."""
    text = f"{beside}import os, sys, subprocess\nfrom partnerkg.workers import copied, process\n"
    text += f"from partnerkg.errors import PartnerkgError\nassert copied.is_possible() is {not beside}\n"
    text += f"try: print({call})\nexcept PartnerkgError as error: print(type(error).__name__, error)\n"
    done = subprocess.run([sys.executable, "-c", text], check=True, capture_output=True, text=True)
    return done.stdout.strip(), done.stderr


copied_only_where = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")


@copied_only_where
@WAYS
def test_it_gives_the_same_answer_however_it_is_made(beside):
    assert asked(beside, "process.run(20, divmod, 17, 5)") == ("(3, 2)", "")


@copied_only_where
@WAYS
def test_it_stops_in_time_however_it_is_made(beside):
    assert asked(beside, "process.run(1, pow, 7, 10**9)")[0].startswith("OutOfTime")


@copied_only_where
@WAYS
def test_it_ends_with_a_signal_however_it_is_made(beside):
    call = 'process.run(20, eval, \'__import__("os").kill(__import__("os").getpid(), 11)\')'
    assert "SIGSEGV" in asked(beside, call)[0]


@copied_only_where
@WAYS
def test_it_is_refused_memory_however_it_is_made(beside):
    call = "process.run(process.Limits(20, 300), bytes, 1 << 30)"
    assert asked(beside, call)[0].startswith("OutOfMemory")
