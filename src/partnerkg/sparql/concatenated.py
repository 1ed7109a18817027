"""GROUP_CONCAT gives a text without language (SPARQL 1.1 §18.5.1.7), whatever its texts have."""

from __future__ import annotations

from partnerkg.sparql.calls import calls
from partnerkg.sparql.query import read


def complete(text: str) -> str:
    """Return a query whose joined texts have no language."""
    for call in sorted(calls(read(text), "GROUP_CONCAT"), key=lambda call: -call.name.start):
        start, end = call.name.start, call.end + 1
        text = f"{text[:start]}STR({text[start:end]}){text[end:]}"
    return text
