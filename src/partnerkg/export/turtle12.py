"""Turtle 1.2 with reified claims (https://www.w3.org/TR/rdf12-turtle/)."""

from __future__ import annotations

from pyoxigraph import RdfFormat

from partnerkg.errors import N_
from partnerkg.export.reified import chunks as chunks_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.statements import Statements

MEDIA_TYPE = "text/turtle;version=1.2"
ENDING = ".rdf12.ttl"
GRAPHS = False
SUMMARY = N_("Turtle of RDF 1.2: each triple with the claim that states it, all graphs as one")


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return sorted Turtle 1.2; a claim reifies the triples that stood in its graph."""
    return chunks_of(quads, RdfFormat.TURTLE)
