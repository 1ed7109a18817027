"""Where a number leads: to the search that finds exactly so many organisations."""

from __future__ import annotations

from partnerkg.pipeline.site import searching
from partnerkg.pipeline.site.searching import Search, written
from partnerkg.serve.site.filing import searches
from partnerkg.serve.site.links import query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from partnerkg.serve.site.view import View


def to(search: Search, view: View, shown: str = "") -> str:
    """Return the address of a search; in a folder of files a script reads it, but for one choice alone.

    `shown` is how it is shown, if not as a list.
    """
    parameters = {**search.parameters(), **({"view": shown} if shown else {})}
    if view.site.ending and parameters and tuple(parameters.items()) not in searches(view.site):
        return view.to("search") + query(parameters)
    return view.to("search", parameters)


def those(things: Sequence[NamedNode], view: View, **common: NamedNode) -> str | None:
    """Return the address of the search that finds exactly some things; None where there is none.

    `common` is what they are chosen by; their class is too, if that is not enough and they have one alone.
    """
    classes = {class_ for thing in things for class_ in view.whole.classes(thing)}
    tried = [common, *({**common, "kind": class_} for class_ in classes if len(classes) == 1)]
    for choices in tried:
        search = Search(choices={facet: written(one.value) for facet, one in choices.items()})
        if {entry.thing for entry in searching.found(search, view.whole)} == set(things):
            return to(search, view)
    return None
