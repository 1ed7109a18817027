"""N-Triples (https://www.w3.org/TR/n-triples/)."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.rdf import writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.statements import Statements

MEDIA_TYPE = "application/n-triples"
ENDING = ".nt"
GRAPHS = False
SUMMARY = N_("N-Triples: every statement once, a line each")


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return sorted N-Triples of the union of all graphs."""
    return (text.encode() for text in writer.ntriples(quads))
