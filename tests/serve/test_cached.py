"""Answers that are kept."""

from __future__ import annotations

import asyncio
import gzip
import random

from starlette.responses import Response

from partnerkg.serve import cached, squeezed
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


def test_the_loop_goes_on_while_a_large_answer_is_made_small():
    body = random.Random(0).randbytes(1 << 20) * 8

    async def both():
        response, ticks = Response(body), 0
        work = asyncio.ensure_future(squeezed.squeeze(response))
        while not work.done():
            await asyncio.sleep(0.001)
            ticks += 1
        return response, ticks

    response, ticks = asyncio.run(both())
    assert (gzip.decompress(response.body) == body, ticks > 5) == (True, True)
    assert response.headers["content-length"] == str(len(response.body))


def test_it_makes_nothing_small_that_is_so_already():
    for body, kind in ((b"x" * 999, "text/plain"), (b"x" * 5000, "image/png")):
        response = Response(body, media_type=kind)
        asyncio.run(squeezed.squeeze(response))
        assert (response.body, "content-encoding" in response.headers) == (body, False)


def test_it_gives_an_answer_again_as_it_was_packed(web):
    first, again, plain = (
        web.get("/fr/", headers={"Accept": "text/html", "Accept-Encoding": accepted})
        for accepted in ("gzip", "gzip", "gzip;q=0, identity")
    )
    assert first.text == again.text == plain.text
    packed = [one.headers.get("content-encoding") for one in (first, again, plain)]
    assert packed == ["gzip", "gzip", None]
