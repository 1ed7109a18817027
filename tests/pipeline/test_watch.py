"""Looking on."""

from __future__ import annotations

from contextlib import contextmanager

from partnerkg.pipeline.watch import STEP, Watch, passing


class Witness(Watch):
    """Remembers what it was told."""

    def __init__(self):
        self.told = []

    @contextmanager
    def counting(self, what):
        yield lambda done, total: self.told.append((what, done, total))


def test_nobody_looks_on_at_no_cost():
    things = [1, 2]
    assert passing(things, None) is things
    assert list(Watch().over(things, "things")) == things


def test_who_looks_on_is_told_of_every_thousand():
    witness = Witness()
    assert list(witness.over(range(2 * STEP + 1), "things")) == list(range(2 * STEP + 1))
    assert witness.told == [("things", STEP, None), ("things", 2 * STEP, None)]
