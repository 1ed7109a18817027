"""Turtle (https://www.w3.org/TR/turtle/)."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.rdf import writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.statements import Statements

MEDIA_TYPE = "text/turtle"
ENDING = ".ttl"
GRAPHS = False
SUMMARY = N_("Turtle, all graphs as one: the form to read and to compare")


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return canonical Turtle of the union of all graphs."""
    return (text.encode() for text in writer.turtle(quads))
