"""What is counted of the time that a process takes."""

from __future__ import annotations

import time

import pytest

from partnerkg.workers.clock import MOST, Clock


@pytest.mark.parametrize(("waited", "counted"), [(0.0, 5.0), (0.4, 4.6), (4.0, 5.0 - MOST), (-1.0, 5.0)])
def test_it_does_not_count_what_a_process_waits_but_only_so_much(monkeypatch, waited, counted):
    moments, waits = iter([100.0, 105.0]), iter([7.0, 7.0 + waited])
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    monkeypatch.setattr(Clock, "_waiting", lambda clock: next(waits))
    clock = Clock(1)
    assert clock.seconds() == pytest.approx(counted)
    clock.close()
