"""What the graph is, how to take it away, cite it, correct it; and how accessible these pages are."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View


def show(view: View, rest: str) -> Page | None:
    """Return the page about the graph and these pages."""
    if rest:
        return None
    body = rendered("about", view, organizations=len(view.whole.organizations), dumps=view.site.dumps)
    return framed(view, view.say(N_("The data, and how to use them")), body)


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the one path."""
    yield "about", {}
