"""The words behind the rows of an answer: all that it takes to prove them, and no others.

A row is found by triples (`sparql.opened` says which patterns find them). Those that claims hold are needed;
what is given (the ontology, the places, how claims were read) is not. Whatever can go while the row still
comes out of the rest, goes. So what is shown suffices for the row, and nothing of it is superfluous.
"""

from __future__ import annotations

from partnerkg.query.proof.evidence import Passage, Proof
from partnerkg.query.proof.proven import Proven
from partnerkg.query.proof.rows import prove

__all__ = ["Passage", "Proof", "Proven", "prove"]
