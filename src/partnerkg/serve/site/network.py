"""The network with its tables: every link with the words that say so."""

from __future__ import annotations

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site.data import linked
from partnerkg.pipeline.site.network import OTHERS, Network, network
from partnerkg.serve.site import shapes
from partnerkg.serve.site.assets import NETWORK
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.marks import Marks
from partnerkg.serve.site.page import Page
from partnerkg.serve.site.pictures import combs
from partnerkg.serve.site.pictures.saved import saved
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

HEADINGS = {"source": N_("Who"), "relation": N_("Link"), "target": N_("With whom"), "claims": N_("Claims")}
ROWS = 2000  # links that a table shows


def show(view: View, rest: str) -> Page | None:
    """Return the network."""
    if rest:
        return None
    found = network(view.whole, view.language)
    wide = combs.drawn(found, view, narrow=False)
    body = rendered(
        "network",
        view,
        network=found,
        partners=len({edge.target for edge in found.partnerships}),
        wide=wide,
        narrow=combs.drawn(found, view, narrow=True),
        kinds=_kinds(found, view),
        strokes=[(name, view.names[property_].words) for property_, name in OTHERS.items()
                 if any(edge.property == property_ for edge in found.others)],
        marks=Marks([], view),
        rows=ROWS,
    )  # fmt: skip
    files = of_table(view, "graphml", *(("svg",) if wide else ()))
    return framed(view, view.say(N_("The network")), body, scripts=[NETWORK], alternates=files)


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return all links as data (who, how, with whom, which claims say so), for programs that draw, drawn."""
    if rest:
        return None
    found = network(view.whole, view.language)
    if ending == "svg":
        return saved(combs.drawn(found, view, narrow=False))
    if ending == "graphml":
        return Page(200, "application/graphml+xml", linked(view.whole.opened, view.language))
    rows = [
        (edge.source, edge.property, edge.target, " ".join(claim.value for claim in edge.claims))
        for edge in (*found.others, *found.partnerships)
    ]
    return taken(HEADINGS, rows, ending, view)


def _kinds(found: Network, view: View) -> list[tuple[Markup, str, list[NamedNode]]]:
    """Return the shapes that are drawn: shape, what it stands for, the things that have it, by name."""
    publishers = {comb.publisher for comb in found.combs}
    things = {end for edge in (*found.partnerships, *found.others) for end in (edge.source, edge.target)}
    of_kind: dict[tuple[str, int, float, str], list[NamedNode]] = {}
    for thing in sorted(things, key=lambda one: (view.names[one].words, one.value)):
        of_kind.setdefault(shapes.kind(thing, view.whole, publisher=thing in publishers), []).append(thing)
    named: dict[str, tuple[Markup, list[NamedNode]]] = {}
    for kind, some in sorted(
        of_kind.items(), key=lambda item: (item[0] != shapes.PUBLISHER, -len(item[1]), item[0][0])
    ):
        named.setdefault(kind[3], (shapes.shape(kind), []))[1].extend(some)
    return [(shape, view.translate(name), some) for name, (shape, some) in named.items()]


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the one path."""
    yield "network", {}
