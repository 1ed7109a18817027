"""The index that a script searches in a folder of files: every organisation with its names and choices."""

from __future__ import annotations

import json

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.pipeline.site import distance, searching
from partnerkg.pipeline.site.listing import entries
from partnerkg.pipeline.site.searching import written
from partnerkg.serve.site.search import STEPS, TITLES
from partnerkg.serve.site.suggested import filed
from partnerkg.serve.site.view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.serve.site.site import Site


def index(site: Site, language: str) -> bytes:
    """Return the script that holds the index: it works from the disk, where nothing can be fetched."""
    view = View(site, "search", language, {})
    choices: dict[str, dict[str, int]] = {facet: {} for facet in TITLES}
    rows = []
    for entry in entries(site.whole):
        places = [
            [choices[facet].setdefault(one, len(choices[facet])) for one in entry.choices[facet]]
            for facet in TITLES
        ]
        towns = ", ".join(view.names[NamedNode(town)].words for town in entry.choices["town"])
        about = " · ".join(filter(None, [view.kinds(entry.thing).striptags(), towns]))
        name, address = view.names[entry.thing].words, view.page_of(entry.thing)
        rows.append([name, address, *searching.told(entry, site.whole), places, about])
    facets = [
        [facet, view.translate(title), [[written(one), _name(facet, one, view)] for one in choices[facet]]]
        for facet, title in TITLES.items()
    ]
    at = [_at(NamedNode(town), site) for town in choices["town"]]
    said = {
        "facets": facets,
        "rows": rows,
        "at": at,
        "words": _words(view),
        "small": sorted(searching.BETWEEN),
        "beside": searching.NEAR_TO.pattern.replace("(?P<", "(?<"),
        "questions": filed(view),
    }
    return f"window.partnerkg={json.dumps(said, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _at(town: NamedNode, site: Site) -> list[float] | int:
    """Return longitude and latitude of a town, 0 if that is not known."""
    point = distance.point(town, site.whole)
    return [round(one, 3) for one in point] if point else 0


def _name(facet: str, choice: str, view: View) -> str:
    if facet == "completeness":
        return view.translate(STEPS[choice])
    return view.names[NamedNode(choice)].words


def _words(view: View) -> dict[str, str]:
    """Return the sentences of the script."""
    return {
        "one": view.plural("{count} organisation", "{count} organisations", 1),
        "many": view.plural("{count} organisation", "{count} organisations", 2),
        "none": view.translate(N_("No organisation")),
        "for": view.translate(N_("for “{words}”")),
        "chosen": view.translate(N_("(chosen)")),
        "empty": view.translate(
            N_(
                "The pages read name none. That does not say that there is none: "
                "only that none of these pages speaks of it."
            )
        ),
        "all": view.translate(N_("All organisations")),
        "near": view.translate(N_("within {count} km of {town}")),
        "lost": view.translate(
            N_(
                "No organisation here is in “{town}”: choose a town of the list. "
                "Where the graph is served, every town of France is known."
            )
        ),
    }
