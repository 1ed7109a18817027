"""One fact to show first: what is a member of what, or works with whom, and the words that say so."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.pipeline.site.terms import ORG, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.pipeline.site.evidence import Quote
    from partnerkg.pipeline.site.whole import Whole

    Triple = tuple[NamedNode, NamedNode, Term]


def sample(whole: Whole) -> tuple[Triple, Quote] | None:
    """Return a fact between two things that have pages with a quote of it, the first of the best kind.

    None if no fact has words.
    """
    for property_ in (ORG.memberOf, PK.supportedBy, PK.hasPartner):
        facts = sorted((triple for triple in whole.claims if triple[1] == property_), key=str)
        for triple in facts:
            for claim in whole.claims[triple]:
                quotes = [quote for quote in whole.evidence.quotes(claim) if quote.passages]
                if quotes and triple[0] in whole.addresses and triple[2] in whole.addresses:
                    return triple, quotes[0]
    return None
