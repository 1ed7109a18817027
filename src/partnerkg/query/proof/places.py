"""Where words stand: the evidence of a claim, a mention, a passage; a row may rest on one of several."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

PK, OA = namespace("pk"), namespace("oa")
_OF_ITS_OWN = {
    *(PK.passage, PK.headingPassage, PK.seenOn),  # of an evidence
    *(OA.hasBody, OA.hasTarget),  # of a mention
    *(OA.hasSource, OA.hasSelector),  # of a passage
}


def place(triple: tuple[Term, Term, Term]) -> NamedNode | None:
    """Return the place whose words a triple tells of, None if it tells of none."""
    subject, predicate, value = triple
    found = value if predicate == PK.evidence else subject if predicate in _OF_ITS_OWN else None
    return found if isinstance(found, NamedNode) else None
