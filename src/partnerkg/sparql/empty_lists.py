"""`?x IN ()` is false (SPARQL 1.1 §17.4.1.9); the engine makes an error of it, and of `NOT IN ()`."""

from __future__ import annotations

from partnerkg.sparql.query import read

_NOBODY = "<urn:uuid:8d0e3f0c-6a0b-4a53-9f1e-6d5f0f1f3c6a>"  # an IRI of nothing


def complete(text: str) -> str:
    """Return a query whose empty lists hold what no value is."""
    found = read(text).tokens
    pieces, end = [], 0
    for token, opening, closing in zip(found, found[1:], found[2:], strict=False):
        if token.says("IN") and opening.marks("(") and closing.marks(")"):
            pieces += [text[end : closing.start], _NOBODY]
            end = closing.start
    return "".join([*pieces, text[end:]])
