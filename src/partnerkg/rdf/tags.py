"""Language tags as a file writes them: `en-GB`, where the parsers say `en-gb`.

Found by their form and not by parsing: what only looks like one does no harm, because nothing is taken from
it but how a tag is spelt.
"""

from __future__ import annotations

import re
from itertools import chain

from pyoxigraph import RdfFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TAG = rb"([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)"  # RDF 1.1 Turtle §6.5, in the lengths of BCP 47
_TERSE = re.compile(rb"[\"']@" + _TAG + rb"(?![A-Za-z0-9-])")
_XML = re.compile(rb"xml:lang\s*=\s*[\"']\s*" + _TAG + rb"\s*[\"']")
_JSON = re.compile(rb"\"@language\"\s*:\s*\"" + _TAG + rb"\"|\"([A-Za-z]{2,3}-[A-Za-z0-9-]{1,32})\"\s*:")
_FORMS = {
    RdfFormat.RDF_XML: _XML,
    RdfFormat.JSON_LD: _JSON,
    RdfFormat.STREAMING_JSON_LD: _JSON,
}
_LETTERS = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_END = b"\n"
_OVER = 256  # bytes that are looked at with the next piece again


def spellings(pieces: Iterable[bytes], form: RdfFormat) -> Mapping[str, str]:
    """Return how a text in this syntax spells each tag that it writes with capitals and in one way only."""
    pattern = _FORMS.get(form, _TERSE)
    found: dict[bytes, set[bytes]] = {}
    rest = b""
    for piece in chain(pieces, [_END]):
        data = rest + piece.replace(b"\0", b"")  # every other byte in UTF-16
        end = len(data.rstrip(_LETTERS))  # a tag that ends there may go on
        for match in set(pattern.findall(data, 0, end)):
            tag = match if isinstance(match, bytes) else b"".join(match)
            found.setdefault(tag.lower(), set()).add(tag)
        rest = data[max(0, end - _OVER) :]
    alone = {low: spelt.pop() for low, spelt in found.items() if len(spelt) == 1}
    return {low.decode(): tag.decode() for low, tag in alone.items() if low != tag}
