"""Work in shares, in copies of the process."""

from __future__ import annotations

import os

import pytest

from partnerkg.errors import PartnerkgError, WorkerEnded
from partnerkg.workers import copied
from partnerkg.workers.shares import processors, shared


class Refused(PartnerkgError):
    message = "It is refused: {number}."


@pytest.mark.parametrize("possible", [True, False])
def test_it_returns_what_each_share_gives_in_order(possible, monkeypatch):
    monkeypatch.setattr(copied, "is_possible", lambda: possible)
    found = shared(3, lambda number: (number, os.getpid()))
    assert [number for number, _ in found] == [0, 1, 2]
    assert found[0][1] == os.getpid()
    assert len({process for _, process in found}) == (3 if possible else 1)


def test_it_passes_on_the_error_of_a_share(monkeypatch):
    monkeypatch.setattr(copied, "is_possible", lambda: True)

    def work(number: int) -> int:
        if number:
            raise Refused(number=number)
        return 0

    with pytest.raises(Refused, match="refused: 1"):
        shared(2, work)


def test_it_says_that_a_copy_has_died(monkeypatch):
    monkeypatch.setattr(copied, "is_possible", lambda: True)
    with pytest.raises(WorkerEnded):
        shared(2, lambda number: os._exit(3) if number else 0)


def test_no_copy_outlives_a_share_that_fails_here(monkeypatch):
    monkeypatch.setattr(copied, "is_possible", lambda: True)
    reading, writing = os.pipe()

    def work(number: int) -> int:
        if number:
            os.write(writing, str(os.getpid()).encode())
            return int.from_bytes(os.read(os.pipe()[0], 1))  # for ever
        copies.append(int(os.read(reading, 20)))
        raise Refused(number=0)

    copies: list[int] = []
    with pytest.raises(Refused):
        shared(2, work)
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)
    os.close(reading)
    os.close(writing)


def test_there_is_work_for_one_processor_at_least():
    assert processors() >= 1
