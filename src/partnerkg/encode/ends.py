"""What became of a thing: it was withdrawn, or others took its place."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, Triple

from partnerkg.encode.nodes import Context
from partnerkg.model.claim import Claim, Fact, Thing
from partnerkg.namespaces import namespace

DCT, OWL = namespace("dct"), namespace("owl")


def replaced_by(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """A thing that another replaces is withdrawn, and leads to it."""
    assert isinstance(fact.value, Thing)
    yield Triple(context.iri(claim.subject), DCT.isReplacedBy, context.iri(fact.value))
    yield from withdrawn(claim, fact, context)


def withdrawn(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """A thing of which nothing is said any more keeps its name in the graph, marked as withdrawn."""
    yield Triple(context.iri(claim.subject), OWL.deprecated, Literal(True))
