"""One fact to show first: what is a member of what, or works with whom, and the words that say so."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.pipeline.site.terms import DCT, ORG, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.terms import Term
    from partnerkg.pipeline.site.evidence import Quote
    from partnerkg.pipeline.site.whole import Whole

    Triple = tuple[NamedNode, NamedNode, Term]


def sample(whole: Whole, language: str) -> tuple[Triple, Quote] | None:
    """Return a fact between two things that have pages with a quote of it, the first of the best kind.

    One in words of the language comes before all others. None if no fact has words.
    """
    found = None
    for triple, quote in _facts(whole):
        if whole.known.text(quote.source, DCT.language) == language:
            return triple, quote
        found = found or (triple, quote)
    return found


def _facts(whole: Whole) -> Iterator[tuple[Triple, Quote]]:
    for property_ in (ORG.memberOf, PK.supportedBy, PK.hasPartner):
        for triple in sorted((triple for triple in whole.claims if triple[1] == property_), key=str):
            if triple[0] in whole.addresses and triple[2] in whole.addresses:
                quotes = (quote for claim in whole.claims[triple] for quote in whole.evidence.quotes(claim))
                yield from ((triple, quote) for quote in quotes if quote.passages)
