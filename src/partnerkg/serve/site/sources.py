"""The pages that were read, and those that were looked at for a fact."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.site.page import Source, source
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View


HEADINGS = {
    "page": N_("Page"),
    "address": N_("Address"),
    "publisher": N_("Publisher"),
    "day": N_("Day"),
    "quotes": N_("Quotes"),
    "claims": N_("Claims"),
    "covered": N_("Text covered, in percent"),
}


def show(view: View, rest: str) -> Page | None:
    """Return the list of pages."""
    if rest:
        return None
    found = _all(view)
    read = [one for one in found if one.text]
    return framed(
        view,
        view.say(N_("Sources")),
        rendered("sources", view, read=read, seen=[one for one in found if not one.text]),
        alternates=of_table(view),
    )


def _all(view: View) -> list[Source]:
    return [source(thing, view.whole, view.language) for thing in view.whole.sources]


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return all pages as data, those that were read first."""
    if rest:
        return None
    found = sorted(_all(view), key=lambda one: not one.text)
    return taken(HEADINGS, [_row(one, view) for one in found], ending, view)


def _row(one: Source, view: View) -> list[object]:
    publishers = ", ".join(view.names[who].words for who in one.publishers)
    covered = 100 * one.covered // one.text.length if one.text and one.text.length else None
    quotes = one.quotes if one.text else None
    return [one.thing, one.address, publishers, one.date, quotes, one.claims, covered]


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the one path."""
    yield "sources", {}
