"""Whether a query can tell a triple found once from one found twice, because two graphs say it.

Wide on purpose: what is not plainly indifferent counts as telling. That costs time, never a wrong number.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SPACE = r"(?:\s|#[^\r\n]*+)"
_OPENING = re.compile(
    rf"(?:{_SPACE}|PREFIX\s*[^\s:<]*\s*:\s*<[^>]*>|BASE\s*<[^>]*>)*+"
    r"(?:SELECT\s*(?:DISTINCT|(?P<loose>REDUCED))\b|ASK\b|(?P<graph>CONSTRUCT\b))",
    re.IGNORECASE,
)
# What counts what it finds, unless it counts each value once, and what is new for each that is found.
_COUNTING = re.compile(
    rf"(?:COUNT|SUM|AVG|GROUP_CONCAT){_SPACE}*+\((?!\s*DISTINCT\b)|(?:RAND|UUID|BNODE){_SPACE}*+\(",
    re.IGNORECASE,
)
_SLICE = re.compile("LIMIT|OFFSET", re.IGNORECASE)
_INNER = re.compile("SELECT", re.IGNORECASE)


@lru_cache(maxsize=256)
def tells(text: str) -> bool:
    """Return whether the answer may change if triples are found more than once; True when in doubt."""
    opening = _OPENING.match(text)
    if opening is None or _COUNTING.search(text):
        return True
    rest = text[opening.end() :]
    if opening["graph"] and ("_:" in rest or "[" in rest):
        return True  # a blank node for every row
    return bool(_SLICE.search(rest) and (opening["graph"] or opening["loose"] or _INNER.search(rest)))
