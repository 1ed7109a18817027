"""The network as combs: a publisher is a hub, a heading of its page a tooth, a partner a row below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site.network import OTHERS, Heading
from partnerkg.serve.site import shapes
from partnerkg.serve.site.pictures.ink import LETTERS, ROW, SANS, SERIF, Ink, wrapped
from partnerkg.serve.site.pictures.shelves import GAP, HEAD, shelves

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.network import Comb, Edge, Network
    from partnerkg.serve.site.view import View

WIDE, COLUMNS, NARROW = 1240, 7, 300
COLUMN = WIDE / COLUMNS
HUB = 20  # size of the letters of a publisher
FOLD = 400  # partners in all, above which a heading only says how many stand under it
LABEL = N_(
    "The network: publishers of pages, and their partners under the headings of their pages. "
    "The same stands in the tables."
)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a comb stands: its left top, its columns and how wide each is, the stroke of its trunk."""

    left: float
    top: float
    columns: int
    width: float
    stroke: str = ""


def drawn(network: Network, view: View, *, narrow: bool) -> Markup | None:
    """Return the picture, None for a network without publishers."""
    if not network.combs:
        return None
    ink = Ink(view, folded=sum(comb.partners for comb in network.combs) > FOLD)
    if len(network.combs) == 2 and not narrow:
        _beside(network, ink)
    else:
        _stacked(network, ink, NARROW if narrow else WIDE, 1 if narrow else COLUMNS)
    _others(network.others, ink, curved=not narrow)
    kind, width = (" narrow", NARROW) if narrow else (" wide", WIDE)
    return Markup(
        '<svg class="pic{}" viewBox="0 0 {} {:.0f}" role="group" aria-label="{}">{}{}</svg>'
    ).format(
        kind, width, ink.bottom + 24, view.say(LABEL), Markup().join(ink.lines), Markup().join(ink.marks)
    )


def _beside(network: Network, ink: Ink) -> None:
    """Draw two combs side by side, and between them what neither of them names."""
    small, large = network.combs
    few = max(1, min(3, round(COLUMNS * small.partners / (small.partners + large.partners))))
    gutter = few * COLUMN
    linked = {*_ends(network), *network.shared}
    trunk = _comb(small, Box(0, 40, few, COLUMN, "p0"), linked, ink)
    _comb(large, Box(gutter + COLUMN, 40, COLUMNS - few - 1, COLUMN), linked, ink)
    _between(network, ink, gutter + 18)
    for thing in network.shared:
        if thing in ink.again:
            x, y, _ = ink.again[thing]
            ink.line(f"M14 {trunk:.0f}H{x - 34:.0f}V{y:.0f}H{x - 7:.0f}", "p0")


def _stacked(network: Network, ink: Ink, width: float, columns: int) -> None:
    """Draw one comb below the other, then what none of them names."""
    linked = {*_ends(network), *network.shared}
    for place, comb in enumerate(network.combs):
        stroke = "" if place else "p0"
        _comb(comb, Box(0, ink.bottom + 40, columns, width / columns, stroke), linked, ink)
    y = ink.bottom + 40
    for thing in _unnamed(network, ink):
        y = ink.thing(thing, 24, y, width - 34)


def _ends(network: Network) -> dict[NamedNode, None]:
    return dict.fromkeys(end for edge in network.others for end in (edge.source, edge.target))


def _unnamed(network: Network, ink: Ink) -> list[NamedNode]:
    """Return what stands at an end of another link and in no comb."""
    return [end for end in _ends(network) if end not in ink.places]


def _between(network: Network, ink: Ink, left: float) -> None:
    """Place what stands in no comb in the gutter, each at the middle of what it is linked with."""
    wanted = []
    for thing in _unnamed(network, ink):
        others = [end for edge in network.others for end in _other(edge, thing) if end in ink.places]
        middle = sum(ink.places[end][1] for end in others) / len(others) if others else 0.0
        wanted.append((middle, thing.value, thing))
    low = 46.0
    for middle, _, thing in sorted(wanted, key=lambda item: item[:2]):
        low = ink.thing(thing, left, max(middle, low), COLUMN - 40) + 6


def _other(edge: Edge, thing: NamedNode) -> list[NamedNode]:
    return [edge.target] if edge.source == thing else [edge.source] if edge.target == thing else []


def _comb(comb: Comb, box: Box, linked: set[NamedNode], ink: Ink) -> float:
    """Draw a hub, its trunk, a spine a column and a tooth a partner; return where the trunk turns.

    What is linked stands first.
    """
    view, hub, top = ink.view, box.left + 14, box.top
    ink.marks.append(shapes.shape(shapes.PUBLISHER, hub, top, 7))
    address, hub_y = view.page_of(comb.publisher) or "#", top
    lines = wrapped(view.names[comb.publisher].words, box.columns * box.width - 30, SERIF * HUB / LETTERS)
    for place, line in enumerate(lines):
        top = hub_y + place * HUB * 1.1
        ink.words(hub + 16, top + 6, Markup('<a href="{}">{}</a>').format(address, line), "hub", HUB)
    count = view.ngettext("{count} partner or group", "{count} partners and groups", comb.partners)
    ink.words(hub + 16, top + 22, count, "soft", 11)
    ink.places.setdefault(comb.publisher, (hub, hub_y, hub + 18 + 10 * max(map(len, lines))))
    headings = sorted(comb.headings, key=lambda heading: not _holds(heading, linked))
    if ink.folded:
        headings = [Heading(heading.name, {"": []}, len(heading)) for heading in headings]
    columns = shelves(headings, box.columns, box.width - 52, view.names)
    trunk, x = top + 40, hub
    for place, shelf in enumerate(columns):
        x, y, last = hub + place * box.width, top + 56.0, trunk
        for heading in shelf:
            y, last = _heading(heading, x, y, box, ink)
        ink.line(f"M{x:.0f} {trunk:.0f}V{last:.0f}", box.stroke)
        ink.bottom = max(ink.bottom, y)
    ink.line(f"M{hub:.0f} {hub_y + 7:.0f}V{trunk:.0f}H{x:.0f}", box.stroke)
    return trunk


def _holds(heading: Heading, things: set[NamedNode]) -> bool:
    return any(row.thing in things for rows in heading.towns.values() for row in rows)


def _heading(heading: Heading, x: float, y: float, box: Box, ink: Ink) -> tuple[float, float]:
    """Draw a heading with its rows; return where the next begins, and where the last tooth is."""
    view = ink.view
    y += GAP
    last = y - 4
    ink.line(f"M{x:.0f} {last:.0f}h10", box.stroke)
    words = heading.name.words if heading.name else view.say(N_("without a heading"))
    for line in wrapped(words, box.width - 40, SANS):
        ink.words(x + 14, y, line, "b", 12.5)
        y += HEAD
    if heading.folded:
        count = view.ngettext("{count} partner", "{count} partners", heading.folded)
        ink.words(x + 14, y, count, "soft", 12)
        return y + ROW, last
    for town, rows in heading.towns.items():
        if town or len(heading.towns) > 1:
            ink.words(x + 14, y + 2, town or view.say(N_("elsewhere")), "tn", 11.5)
            y += HEAD
        for row in rows:
            last = y + 1
            ink.line(f"M{x:.0f} {last:.0f}H{x + 15:.0f}", box.stroke)
            y = ink.thing(row.thing, x + 22, y + 1, box.width - 52, row.town) - 1
            for part in row.parts:
                ink.line(f"M{x + 22:.0f} {y - ROW + 8:.0f}V{y:.0f}H{x + 32:.0f}", "sub")
                y = ink.thing(part, x + 39, y, box.width - 69)
    return y, last


def _others(edges: Sequence[Edge], ink: Ink, *, curved: bool) -> None:
    """Draw the other links: curves in the gutter, or along the left edge of what stands below each other."""
    for edge in edges:
        if edge.source not in ink.places or edge.target not in ink.places:
            continue
        (x, y, end), (far, below, far_end) = ink.places[edge.source], ink.places[edge.target]
        kind = OTHERS[edge.property]
        if kind == "sub" and 0 < x - far < 30:  # drawn as a part already
            continue
        if curved and abs(x - far) > 30:
            start, stop = (end + 4, far - 7) if x < far else (x - 7, far_end + 4)
            middle = (start + stop) / 2
            bend = f"{middle:.0f} {y:.0f} {middle:.0f} {below:.0f}"
            ink.line(f"M{start:.0f} {y:.0f}C{bend} {stop:.0f} {below:.0f}", kind)
        else:
            out = min(x, far) - 20
            bend = f"{out:.0f} {y:.0f} {out:.0f} {below:.0f}"
            ink.line(f"M{x - 6:.0f} {y:.0f}C{bend} {far - 6:.0f} {below:.0f}", kind)
