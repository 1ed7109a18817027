"""The page of a claim: what it says, how it was read, the words that it rests on."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.site import told
from partnerkg.pipeline.site.terms import PK
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.signposts import of_thing
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View

MOST = 200  # facts of a claim that are shown; reference data are one claim of thousands


def show(view: View, claim: NamedNode, files: Sequence[tuple[str, str, str]]) -> Page:
    """Return the page of a claim; `files` are its data: ending, how the form is called, address."""
    whole = view.whole
    quotes = view.quotes(claim)
    statuses = whole.known.links(claim, PK.claimStatus)
    facts = list(told.facts(claim, (statuses or [claim])[0], whole, view.names))
    body = rendered(
        "claim",
        view,
        claim=claim,
        quotes=quotes,
        statuses=statuses,
        facts=facts[:MOST],
        more=len(facts[MOST:]),
        data=files,
    )
    title = view.say(N_("Claim {name}"), name=whole.addresses.path(claim) or claim.value)
    return framed(view, title, body, alternates=of_thing(files), thing=claim)
