"""Which of several media types or languages somebody wants most (RFC 9110 §12.5)."""

from __future__ import annotations

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 4096  # characters of a header that are looked at


def best(accept: str | None, offered: Iterable[str]) -> str | None:
    """Return the offered media type that an `Accept` header wants most, the first of equals; None for none.

    Without a header anything will do.
    """
    return _best((accept or "")[:_LONGEST], tuple(offered))


@lru_cache(maxsize=256)  # programs always want the same
def _best(accept: str, offered: tuple[str, ...]) -> str | None:
    ranges = list(_ranges(accept)) if accept.strip() else [("*/*", 1.0)]
    best_weight, chosen = 0.0, None
    for one in offered:
        fitting = [(_fit(wanted, one), weight) for wanted, weight in ranges]
        specific, weight = max(fitting, key=lambda pair: pair[0], default=(0, 0.0))
        if specific and weight > best_weight:
            best_weight, chosen = weight, one
    return chosen


def language(accept: str | None, offered: Iterable[str]) -> str | None:
    """Return the offered language that an `Accept-Language` header wants most, None for none of them.

    Of those that it wants alike, the one that it names first: so do people and browsers mean it.
    """
    known = list(offered)
    ranges = sorted(_ranges(accept or "*"), key=lambda pair: -pair[1])
    refused = {name for name, weight in ranges if not weight}
    for wanted, weight in ranges:
        for one in known:
            if weight and one not in refused and wanted.partition("-")[0] in (one, "*"):
                return one
    return None


def _ranges(header: str) -> Iterable[tuple[str, float]]:
    """Yield what a header names, with its weight; a weight that is none counts as 1."""
    for part in header[:_LONGEST].split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        others = [piece for piece in parameters if not piece.startswith(("q=", "charset="))]
        if name:
            yield ";".join((name, *others)), _weight(weight)


def _weight(written: str) -> float:
    try:
        return min(max(float(written), 0.0), 1.0)
    except ValueError:
        return 1.0


def _fit(wanted: str, offered: str) -> int:
    """Return how closely a range fits a type, 0 if it does not."""
    if wanted == offered:
        return 3
    if wanted.endswith("/*") and wanted != "*/*":
        return 2 * offered.startswith(wanted[:-1])
    return wanted == "*/*"
