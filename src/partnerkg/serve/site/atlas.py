"""The map with its table: how many organisations there are in each town."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.site.atlas import Atlas, Town, atlas
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.leading import those
from partnerkg.serve.site.pictures import map as maps
from partnerkg.serve.site.pictures.saved import saved
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

MOST = 1000  # organisations without a town that are named
HEADINGS = {
    "town": N_("Town"),
    "department": N_("Department"),
    "count": N_("Organisations"),
    "organizations": N_("Which"),
}


def show(view: View, rest: str) -> Page | None:
    """Return the map."""
    if rest:
        return None
    found = atlas(view.whole, view.language)
    wide = maps.drawn(found, maps.WIDE, view, " wide")
    body = rendered(
        "map",
        view,
        atlas=found,
        towns=_towns(found),
        wide=wide,
        rows=lambda town: those(town.organizations, view, town=town.thing) or view.page_of(town.thing),
        most=MOST,
        narrow=maps.drawn(found, maps.NARROW, view, " narrow"),
    )
    return framed(view, view.say(N_("The map")), body, alternates=of_table(view, *(("svg",) if wide else ())))


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return the map as a picture, its table as data."""
    if rest:
        return None
    found = atlas(view.whole, view.language)
    if ending == "svg":
        source = view.say(N_("outlines: IGN Admin Express COG 2018, Licence Ouverte"))
        return saved(maps.drawn(found, maps.WIDE, view, ""), source)
    rows = [
        (town.thing, town.department, len(town.organizations), " | ".join(_names(town, view)))
        for town in _towns(found)
    ]
    return taken(HEADINGS, rows, ending, view)


def _towns(found: Atlas) -> list[Town]:
    """Return all towns, those with most organisations first."""
    return sorted([*found.towns, *found.off], key=lambda town: (-len(town.organizations), town.name))


def _names(town: Town, view: View) -> list[str]:
    return [view.names[one].words for one in town.organizations]


def small(found: Atlas, view: View) -> Markup | None:
    """Return the map as the first page shows it."""
    return maps.drawn(found, maps.SMALL, view, "")


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the one path."""
    yield "map", {}
