"""What the engine makes of an expression without data."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Store

_ENGINE = Store()  # empty: it only computes


@lru_cache(maxsize=256)
def computed(name: str, given: tuple[str, ...], heading: str = "") -> str | None:
    """Return the value of a call as text, None if it is an error.

    What cannot be read is empty: the engine will refuse the query that has it.
    """
    try:
        rows = _ENGINE.query(f"{heading}SELECT (STR({name}({', '.join(given)})) AS ?value) {{ }}")
    except (SyntaxError, RuntimeError):
        return ""
    answer = next(iter(rows))[0]  # type: ignore[arg-type]
    return None if answer is None else answer.value


def value(token: str) -> str:
    """Return the text that a token of a text stands for."""
    return computed("STR", (token,)) or ""
