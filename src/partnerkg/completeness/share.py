"""A share in whole percent, as every number of completeness is said."""

from __future__ import annotations


def percent(number: float, of: float) -> int | None:
    """Return a share in whole percent, None if it is one of nothing; 0 means none and 100 means all."""
    if not of:
        return None
    rounded = round(100 * number / of)
    return min(max(rounded, 1), 99) if 0 < number < of else rounded
