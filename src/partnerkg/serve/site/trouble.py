"""The page for people when something cannot be answered; it needs neither the graph nor the pool."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pages import Page as Frame
from partnerkg.pages import closing, opening
from partnerkg.serve.site.assets import STYLE
from partnerkg.serve.site.frame import ICON, MENU
from partnerkg.serve.site.templates import SITE, filled
from partnerkg.serve.site.typography import typeset
from partnerkg.serve.site.wording import Wording

OURS = 500  # a status from here on is no fault of who asked (RFC 9110 §15.6)
_TITLES = {
    404: N_("There is nothing at this address"),
    422: N_("That asks for more than is allowed here"),
    500: N_("Something went wrong here"),
    502: N_("The graph is out of reach for now"),
    503: N_("Many people are asking at once"),
    504: N_("The graph is out of reach for now"),
}


def page(status: int, detail: str, language: str, prefix: str) -> str:
    """Return the page: what happened, in the words of `detail`, and where to go from there."""
    wording = Wording(language)
    title = wording.say(_TITLES.get(status, N_("This cannot be answered")))
    frame = Frame(
        f"{title} – partnerkg",
        language,
        wording.translate,
        head=f'<link rel="icon" href="{ICON}">\n',
        sheet=f"{prefix}/{STYLE}",
        home=f"{prefix}/{language}/",
        menu=[(f"{prefix}/{language}/{path}", wording.translate(name), False) for path, name, _ in MENU],
    )
    body = filled(
        SITE,
        "trouble",
        wording,
        title=title,
        status=status,
        detail=detail,
        again=status >= OURS,
        home=frame.home,
    )
    return typeset("".join([*opening(frame), body, *closing()]), language)
