"""The same search as a list, as a map, as a network."""

from __future__ import annotations

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site import neighbours
from partnerkg.pipeline.site.atlas import atlas
from partnerkg.pipeline.site.network import among
from partnerkg.serve.site.links import query
from partnerkg.serve.site.pictures import around, columns
from partnerkg.serve.site.pictures import map as maps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.site.entry import Entry
    from partnerkg.pipeline.site.searching import Search
    from partnerkg.serve.site.view import View

LIST, MAP, NETWORK = "list", "map", "network"
VIEWS = {LIST: N_("List"), MAP: N_("Map"), NETWORK: N_("Network")}


def chosen(view: View) -> str:
    """Return which view an address asks for, by default the list."""
    wanted = view.parameters.get("view", LIST)
    return wanted if wanted in VIEWS else LIST


def tabs(search: Search, view: View) -> list[tuple[str, str, bool]]:
    """Return the views: name, address, whether it is this one.

    A folder of files has map and network of all organisations alone.
    """
    parameters, here = search.parameters(), chosen(view)
    if view.site.ending:
        addresses = {LIST: view.to("search"), MAP: view.to("map"), NETWORK: view.to("network")}
        return (
            [] if parameters else [(view.translate(VIEWS[one]), addresses[one], one == LIST) for one in VIEWS]
        )
    return [
        (
            view.translate(name),
            view.to("search") + query(parameters | ({"view": one} if one != LIST else {})),
            one == here,
        )
        for one, name in VIEWS.items()
    ]


def picture(shown: str, found: Sequence[Entry], view: View) -> Markup | None:
    """Return what a search found as a map or a network, or why there is none; None for the list."""
    if shown == MAP:
        drawn = maps.drawn(atlas(view.whole, view.language, found), maps.ASIDE, view, "")
        return drawn or _none(N_("None of them has a town whose position is known."), view)
    if shown == NETWORK:
        links = among([entry.thing for entry in found], view.whole)
        star = neighbours.of_links(links, view.whole) if links else None
        if star:
            return around.drawn(star, view)
        return columns.drawn(links, view) if links else _none(N_("No link of theirs is known."), view)
    return None


def _none(sentence: str, view: View) -> Markup:
    return Markup('<p class="lead">{}</p>').format(view.translate(sentence))
