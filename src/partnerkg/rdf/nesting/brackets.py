"""How deep brackets stand in one another, once all that only looks like one is gone."""

from __future__ import annotations

from itertools import accumulate

from partnerkg.rdf.nesting.bounds import DEEPEST

OPENING, CLOSING = b"([{<", b")]}>"
STEPS = {**dict.fromkeys(OPENING, 1), **dict.fromkeys(CLOSING, -1)}
_ROUNDS = 2
_PAIRS = (b"{}", b"[]")


def depth(brackets: bytes, before: int) -> int | None:
    """Return how deep the text is after these brackets, or None if it was too deep between them.

    Pairs with nothing inside are taken away first, most of what there is; each time hides one level.
    """
    few = brackets
    for pair in _PAIRS * _ROUNDS:
        few = few.replace(pair, b"")
    after, highest = _walk(few, before)
    if highest + len(_PAIRS) * _ROUNDS > DEEPEST:
        after, highest = _walk(brackets, before)
    return after if highest <= DEEPEST else None


def _walk(brackets: bytes, before: int) -> tuple[int, int]:
    depths = list(accumulate(map(STEPS.__getitem__, brackets), initial=before))
    return depths[-1], max(depths)
