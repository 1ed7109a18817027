"""The bases that a Turtle or TriG text declares, without `.` and `..` (RFC 3986 §5.2.4).

The parser resolves references against a base as it is written, so that its dots stay in every IRI.
"""

from __future__ import annotations

import re
from functools import cache

from partnerkg.rdf import iris

_DOTTED = rb"(?i)base\s*<[^<>]*/\."


@cache
def _bases() -> re.Pattern[bytes]:
    from partnerkg.rdf.nesting.terse import OPAQUE

    return re.compile(
        rb"(?<!\S)((?:@base|(?i:base))\s*<)([a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*)>|" + OPAQUE, re.DOTALL
    )


def plain(data: bytes) -> bytes:
    """Return the text, with its declared bases in their plain form."""
    return _bases().sub(_in_plain_form, data) if b"/." in data and re.search(_DOTTED, data) else data


def _in_plain_form(match: re.Match[bytes]) -> bytes:
    if match[2] is None:
        return match[0]
    return match[1] + iris.normal(match[2].decode()).encode() + b">"
