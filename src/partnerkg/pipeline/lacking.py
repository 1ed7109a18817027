"""What an answer lacks: warnings of what was left out, taken up to be said beside it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from partnerkg.errors import LeftOut


@contextmanager
def noted() -> Iterator[list[LeftOut]]:
    """Give a list that has, behind the block, what was left out inside it, in order."""
    found: list[LeftOut] = []
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always", LeftOut)
        yield found
    found += [one.message for one in seen if isinstance(one.message, LeftOut)]
