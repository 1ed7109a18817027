"""The page for an address where there is nothing, with what may have been meant."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.site import searching
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View

LONGEST = 200  # characters of an address that are repeated


def gone(view: View) -> Page:
    """Return the page for what was withdrawn (410), where its own page cannot say so."""
    return framed(view, view.say(N_("This record was withdrawn")), rendered("gone", view), status=410)


def show(view: View) -> Page:
    """Return the page for an address where there is nothing (404)."""
    words = view.path.rpartition("/")[2].replace("-", " ")[:LONGEST]
    near = searching.near(words, view.whole)
    body = rendered("absent", view, address=view.path[:LONGEST], near=near, words=words)
    return framed(view, view.say(N_("There is nothing at this address")), body, status=404)
