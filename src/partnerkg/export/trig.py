"""TriG (https://www.w3.org/TR/trig/)."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.rdf import writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.statements import Statements

MEDIA_TYPE = "application/trig"
ENDING = ".trig"
GRAPHS = True
SUMMARY = N_("TriG: each claim as a graph of its own (what the project itself is kept in)")


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return canonical TriG."""
    return (text.encode() for text in writer.trig(quads))
