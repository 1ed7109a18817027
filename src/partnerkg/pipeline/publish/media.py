"""The media types of answers, each with the name of its format."""

from __future__ import annotations

from partnerkg.errors import NotAcceptable
from partnerkg.pipeline.publish import negotiation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

JSON = "application/json"
HTML = "text/html"
ROWS = {
    "application/sparql-results+json": "sparql-json",
    "application/sparql-results+xml": "sparql-xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "sparql-json",
    "application/xml": "sparql-xml",
    "text/xml": "sparql-xml",
}
TRUTHS = {name: form for name, form in ROWS.items() if form.startswith("sparql-")}
TRIPLES = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
    "text/plain": "ntriples",
}
ENDINGS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
NAMES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    **ENDINGS,
}


class Document:
    """An answer as it is sent: its bytes, their media type, and what must be known of what it lacks."""

    __slots__ = ("data", "media_type", "notes")

    def __init__(self, data: bytes, media_type: str, notes: Iterable[str] = ()) -> None:
        self.data = data
        self.media_type = media_type
        self.notes = tuple(notes)


def chosen(accept: str | None, offered: Mapping[str, str]) -> str:
    """Return the media type that is wanted most; NotAcceptable if there is none."""
    found = negotiation.best(accept, offered)
    if found is None:
        raise NotAcceptable(accept=(accept or "")[:200], known=", ".join(offered))
    return found


def typed(media_type: str) -> str:
    """Return a media type with its charset, where it has one."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
