"""The words that prove one statement."""

from __future__ import annotations

from pyoxigraph import NamedNode, Variable

from partnerkg.model import iris
from partnerkg.namespaces import shorten
from partnerkg.query import things
from partnerkg.query.proof import evidence
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.query.proof.evidence import Proof
    from partnerkg.store.base import Store

_STATEMENTS = "SELECT DISTINCT ?s ?p ?o ?claim { GRAPH ?claim { ?s ?p ?o } ?claim a pk:Claim }"


def prove_statement(subject: str, property_: str, value: str, store: Store) -> list[Proof]:
    """Return what proves one statement, in the order of the pages; nothing if no claim makes it.

    The subject is a name, slug, CURIE or IRI, the property a CURIE or IRI, the value any of these or plain
    text. UnknownThing or WrongValue if the subject or the property is none.
    """
    thing = things.find(subject, store)
    known = {Variable("s"): thing, Variable("p"): things.iri(property_, "property")}
    rows = list(store.select(_STATEMENTS, known))
    claims = {text(row[3]) for row in rows if value in _forms(row[2])}
    if rows and not claims:  # neither text nor slug: a name
        named = things.called(value, store)
        claims = {text(row[3]) for row in rows if row[2] in named}
    proofs = (proof for some in evidence.proofs(claims, store).values() for proof in some)
    return sorted(proofs, key=lambda proof: proof.order)


def _forms(term: Term | None) -> set[str | None]:
    """Return the ways to write a term: its text, and the slug and CURIE of an IRI."""
    written = text(term)
    if not isinstance(term, NamedNode):
        return {written}
    return {written, f"<{written}>", iris.slug(written), shorten(written)}
