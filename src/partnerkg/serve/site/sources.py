"""The pages that were read, and those that were looked at for a fact."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.site.page import source
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View


def show(view: View, rest: str) -> Page | None:
    """Return the list of pages."""
    if rest:
        return None
    found = [source(thing, view.whole, view.language) for thing in view.whole.sources]
    read = [one for one in found if one.text]
    return framed(
        view,
        view.say(N_("Sources")),
        rendered("sources", view, read=read, seen=[one for one in found if not one.text]),
    )


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the one path."""
    yield "sources", {}
