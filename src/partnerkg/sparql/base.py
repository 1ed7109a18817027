"""The base of relative IRIs in a query that says none: where it was sent (RFC 3986 §5.1.3)."""

from __future__ import annotations

import re

from partnerkg.sparql.query import read
from partnerkg.sparql.tokens import IRI

_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")


def based(text: str, base: str) -> str:
    """Return a query with a base if it has relative IRIs; its lines stay."""
    relative = any(token.kind == IRI and not _ABSOLUTE.match(token.text) for token in read(text).tokens)
    return f"BASE <{base}> {text}" if relative else text
