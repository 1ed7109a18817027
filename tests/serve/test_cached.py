"""Answers that are kept."""

from __future__ import annotations

from starlette.responses import Response

from partnerkg.serve import cached
from partnerkg.serve.cached import Kept


def test_it_forgets_what_was_not_asked_for_longest(monkeypatch):
    monkeypatch.setattr(cached, "MOST", 640)
    kept = Kept()
    for number in range(70):
        kept.put(str(number), Response(b"x" * 10))
        kept.get("0")
    assert [kept.get(tag) is not None for tag in ("0", "1", "69")] == [True, False, True]


def test_it_keeps_nothing_that_is_large_or_a_fault(monkeypatch):
    monkeypatch.setattr(cached, "MOST", 640)
    kept = Kept()
    kept.put("large", Response(b"x" * 11))
    kept.put("fault", Response(b"x", 404))
    assert (kept.get("large"), kept.get("fault")) == (None, None)
