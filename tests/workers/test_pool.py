"""Tasks in processes that stay, and are ended when they take too much."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from partnerkg.errors import Busy, NoProject, OutOfMemory, OutOfTime, WorkerEnded, WrongSparql
from partnerkg.pipeline.publish import sparql
from partnerkg.pipeline.publish.opening import Place, open_again
from partnerkg.workers.pool import SOON, Bounds, Pool

pytestmark = pytest.mark.slow
BOUNDS = Bounds(workers=1, aside=1, seconds=20, megabytes=512)
PATIENT = Bounds(
    workers=1, aside=1, seconds=30, megabytes=512, soon=20
)  # nothing is moved aside on a busy machine
CALLING = str, ("getattr(__import__(module), name)(*given)",)  # a process that is ready to call any function
GREEDY = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def using(conversation, bounds=BOUNDS, ready=CALLING):
    """Return what a conversation with a pool returns."""

    async def talk():
        one = Pool(ready, bounds)
        await one.open()
        try:
            return await conversation(one)
        finally:
            await one.close()

    return asyncio.run(talk())


def call(one, client, function, *given):
    return one.run(client, eval, {"module": function.__module__, "name": function.__name__, "given": given})


async def aside(one, tasks):
    """Wait until so many tasks of a pool were moved aside."""
    while one.aside < tasks:
        await asyncio.sleep(0.01)


def query(text, rows=1000):
    return sparql.Asked(text, None, rows=rows, bytes=1_000_000)


def opening(path):
    return open_again, (Place(path, None, "en", None, None),)


def test_it_does_one_task_after_the_other_in_one_process():
    async def twice(one):
        return await call(one, "a", os.getpid), await call(one, "a", os.getpid)

    first, second = using(twice, PATIENT)
    assert first == second != os.getpid()


def test_what_its_parent_holds_is_not_counted_as_its_own():
    async def twice(one):
        return await call(one, "a", os.getpid), await call(one, "a", os.getpid)

    held = bytearray(300 << 20)  # more than half of what a process may take, after which it is replaced
    first, second = using(twice, PATIENT)
    assert (first == second, len(held)) == (True, 300 << 20)


def test_it_raises_the_error_of_a_task_and_goes_on(world):
    async def twice(one):
        with pytest.raises(WrongSparql):
            await one.run("a", sparql.answered, query("ASK"))
        return await one.run("a", sparql.answered, query("ASK {}"))

    assert b"true" in using(twice, ready=opening(world)).data


def test_it_ends_a_task_that_takes_too_long():
    async def once(one):
        with pytest.raises(OutOfTime, match="within 1 s"):
            await call(one, "a", time.sleep, 100)

    using(once, Bounds(workers=1, aside=1, seconds=1, megabytes=512))


def test_it_answers_others_while_a_task_takes_long():
    async def both(one):
        bomb = asyncio.ensure_future(call(one, "a", time.sleep, 100))
        await asyncio.sleep(0)
        await call(one, "b", os.getpid)
        meanwhile = not bomb.done()
        bomb.cancel()
        return meanwhile

    assert using(both)


def test_it_tells_who_takes_long_to_come_back_where_others_do():
    async def both(one):
        first = asyncio.ensure_future(call(one, "a", time.sleep, 100))
        await aside(one, 1)
        with pytest.raises(Busy, match="come back in 5 s"):
            await call(one, "b", time.sleep, 100)
        assert await call(one, "c", os.getpid)
        first.cancel()

    using(both)


BURN = "exec('import time\\nend = time.process_time() + 0.15\\nwhile time.process_time() < end: pass')"
HOG = "import os\nos.sched_setaffinity(0, {%d})\nwhile True: pass"


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="the system does not say who waits")
def test_it_counts_no_time_in_which_the_machine_did_others_work():
    processor = max(os.sched_getaffinity(0))

    async def crowded(one):
        await call(one, "a", os.sched_setaffinity, 0, {processor})
        hogs = [subprocess.Popen([sys.executable, "-c", HOG % processor]) for _ in range(5)]
        try:
            await asyncio.sleep(0.2)
            start = time.monotonic()
            await call(one, "a", eval, BURN)
            return time.monotonic() - start
        finally:
            for hog in hogs:
                hog.kill()
                hog.wait()

    assert using(crowded, Bounds(workers=1, aside=0, seconds=20, megabytes=512)) > SOON


def test_it_keeps_room_for_others_that_take_long():
    async def three(one):
        first = asyncio.ensure_future(call(one, "a", time.sleep, 100))
        await aside(one, 1)
        with pytest.raises(Busy):
            await call(one, "a", time.sleep, 100)
        other = asyncio.ensure_future(call(one, "b", time.sleep, 100))
        await aside(one, 2)
        first.cancel()
        other.cancel()

    using(three, replace(BOUNDS, aside=2))


def test_it_answers_what_is_nearly_quick_where_all_long_places_are_taken_and_many_wait():
    async def all_of_them(one):
        first = asyncio.ensure_future(call(one, "a", time.sleep, 100))
        await aside(one, 1)
        slower = asyncio.ensure_future(
            call(one, "b", time.sleep, 0.2)
        )  # longer than it has while others wait
        await asyncio.gather(*(call(one, f"c{number}", os.getpid) for number in range(30)))
        await slower
        first.cancel()

    using(all_of_them)


def test_it_outlives_a_task_that_ends_its_process():
    async def twice(one):
        with pytest.raises(WorkerEnded, match="SIGABRT"):
            await call(one, "a", signal.raise_signal, signal.SIGABRT)
        return await call(one, "a", os.getpid)

    assert using(twice)


def test_it_knows_that_memory_ran_out_however_long_the_engine_tells_where_it_was():
    said = b"memory allocation of 9 bytes failed\n" + b"  7: somewhere\n" * 2000

    async def once(one):
        await call(one, "a", os.write, 2, said)
        with pytest.raises(OutOfMemory):
            await call(one, "a", signal.raise_signal, signal.SIGABRT)

    using(once)


def test_it_ends_a_task_that_wants_too_much_memory_and_names_the_limit(world):
    async def once(one):
        with pytest.raises(OutOfMemory, match="within 300 MB"):
            await one.run("a", sparql.answered, query(GREEDY, rows=1 << 40))

    using(once, Bounds(workers=1, seconds=60, megabytes=300), opening(world))


@pytest.mark.skipif(not Path("/proc").exists(), reason="no /proc here")
def test_it_leaves_no_process_behind():
    async def once(one):
        return await call(one, "a", os.getpid)

    found = Path(f"/proc/{using(once)}")
    end = time.monotonic() + 5
    while found.exists() and time.monotonic() < end:
        time.sleep(0.02)
    assert not found.exists()


def test_it_says_why_its_processes_cannot_make_themselves_ready(tmp_path):
    async def never(one):
        raise AssertionError

    with pytest.raises(NoProject):
        using(never, ready=opening(str(tmp_path)))


def test_it_goes_on_where_a_client_has_left():
    async def leave(one):
        left = asyncio.ensure_future(call(one, "a", time.sleep, 100))
        await asyncio.sleep(0.1)
        left.cancel()
        return await call(one, "b", os.getpid)

    assert using(leave)


def test_it_starts_anew_where_the_process_that_was_copied_has_ended():
    async def twice(one):
        origin = await call(one, "a", os.getppid)
        with pytest.raises(WorkerEnded):
            await call(one, "a", os.kill, origin, signal.SIGKILL) or await call(one, "a", time.sleep, 100)
        return origin, await call(one, "a", os.getppid)

    before, after = using(twice, PATIENT)
    assert before != after
