"""N-Quads (https://www.w3.org/TR/n-quads/)."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.rdf import writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.statements import Statements

MEDIA_TYPE = "application/n-quads"
ENDING = ".nq"
GRAPHS = True
SUMMARY = N_("N-Quads: every statement with its claim, a line each")


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return sorted N-Quads."""
    return (text.encode() for text in writer.nquads(quads))
