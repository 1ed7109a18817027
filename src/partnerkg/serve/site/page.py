"""What is answered to a request for a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

HTML = "text/html; charset=utf-8"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The media types of data by ending.
TYPES = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
    "trig": "application/trig",
    "xlsx": SHEET,
    "svg": "image/svg+xml",
    "graphml": "application/graphml+xml",
}
OF_THINGS = ("ttl", "jsonld", "json", "csv", "rdf", "nt", "trig")
# Nothing from elsewhere, no script or style in the page itself, no frame around it.
POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: its status as HTTP counts (RFC 9110 §15), its media type, its bytes, further headers."""

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
