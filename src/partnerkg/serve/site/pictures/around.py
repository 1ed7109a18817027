"""A thing among its neighbours: what leads to it above, itself in a plate, what it leads to below.

A few stand side by side; more stand below each other, and very many are only counted by kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pages import visible
from partnerkg.pipeline.site.neighbours import Group, Neighbours
from partnerkg.serve.site import shapes
from partnerkg.serve.site.leading import those
from partnerkg.serve.site.pictures.ink import LETTERS, ROW, SERIF, Ink, stroke, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.serve.site.view import View

    Leads = Callable[[Sequence[NamedNode]], str | None]

WIDTH, MIDDLE = 300, 150
ASIDE = 75  # from an edge to what stands beside another
FEW = 2  # neighbours on a side that stand side by side
MANY = 6  # neighbours of one kind of link that are named
SHIFT = 0.12  # of the way to the middle, where a link has its label
DROP, STEP = 74, 54  # from a neighbour to the thing, and on to what is further
LABEL = N_("{thing} and what it is linked with; the same stands in words on this page.")


def drawn(found: Neighbours, view: View, rows: str = "") -> Markup:
    """Return the picture; `rows` is where what is only counted is named, unless a search finds it."""
    ink = Ink(view)
    sides = [
        [(group.kind, one) for group in side for one in group.things] for side in (found.into, found.out)
    ]
    if all(_fits(side, ink) for side in sides):
        _symmetric(found, sides, ink)
    else:
        _combs(found, ink, rows)
    words = view.say(LABEL, thing=visible(view.names[found.thing].words))
    return Markup(
        '<svg class="pic small" viewBox="0 0 {} {:.0f}" role="group" aria-label="{}">{}{}</svg>'
    ).format(WIDTH, ink.bottom + 16, words, Markup().join(ink.lines), Markup().join(ink.marks))


def _fits(side: Sequence[tuple[NamedNode | None, NamedNode]], ink: Ink) -> bool:
    """Return whether a few stand side by side, and with them what their links are called."""
    labels = sum(_width(kind, ink) for kind, _ in side if kind is not None)
    return len(side) <= FEW and labels <= 2 * (WIDTH - 2 * ASIDE) * (1 - SHIFT)


def _symmetric(
    found: Neighbours, sides: Sequence[Sequence[tuple[NamedNode | None, NamedNode]]], ink: Ink
) -> None:
    above, below = sides
    y = 14.0
    top = y + 16 + DROP if above else 0.0
    for x, (kind, thing) in zip(_places(len(above)), above, strict=True):
        ink.centred(thing, x, y + 4, y + 22)
        ink.line(
            f"M{x} {y + 29:.0f}C{x} {top - 30:.0f} {MIDDLE} {top - 36:.0f} {MIDDLE} {top:.0f}", stroke(kind)
        )
        _label(kind, x + (MIDDLE - x) * SHIFT, y + 54, ink)
    bottom = _plate(found.thing, top, ink)
    for x, (kind, thing) in zip(_places(len(below)), below, strict=True):
        ink.line(
            f"M{MIDDLE} {bottom:.0f}C{MIDDLE} {bottom + 30:.0f} {x} {bottom + 26:.0f} {x} {bottom + 56:.0f}",
            stroke(kind),
        )
        _label(kind, x + (MIDDLE - x) * SHIFT, bottom + 32, ink)
        _further(found, thing, x, bottom + 62, ink, alone=len(below) == 1)


def _further(found: Neighbours, thing: NamedNode, x: float, y: float, ink: Ink, *, alone: bool) -> None:
    """Draw a neighbour below, and what it leads to on a dotted line."""
    if alone:
        ink.thing(thing, x, y, WIDTH - x - 16)
    else:
        ink.centred(thing, x, y + 22, y)
    for group in found.further.get(thing, ()) if alone else ():
        for one in group.things[:FEW]:
            ink.line(f"M{x} {y + 7:.0f}V{y + STEP - 7:.0f}", "step")
            _label(group.kind, x, y + STEP / 2 + 4, ink)
            y += STEP
            ink.thing(one, x, y, WIDTH - x - 16)


def _places(count: int) -> Iterable[float]:
    return [MIDDLE] if count == 1 else [ASIDE, WIDTH - ASIDE][:count]


def _combs(found: Neighbours, ink: Ink, rows: str) -> None:
    """Draw both sides as teeth of a comb."""

    def partners(things: Sequence[NamedNode]) -> str:
        return those(things, ink.view, partner=found.thing) or rows

    start, y = 0.0, 18.0
    if found.into:
        y = _teeth(found.into, y, ink, lambda things: rows)
        ink.line(f"M14 {y - 8:.0f}V{start + 6:.0f}")
    y = _plate(found.thing, y, ink, full=True)
    if found.out:
        end = _teeth(found.out, y + 26, ink, partners)
        ink.line(f"M14 {y:.0f}V{end - ROW:.0f}")


def _teeth(groups: Iterable[Group], y: float, ink: Ink, leads: Leads) -> float:
    """Draw the things of groups below each other, those of a large group by kind; return where that ends."""
    for group in groups:
        if group.kind is not None:
            ink.words(24, y, visible(ink.view.names[group.kind].words), "rel", 12)
            y += ROW
        if len(group.things) > MANY:
            y = _counted(group, y, ink, leads)
            continue
        for thing in group.things:
            ink.line(f"M14 {y - 4:.0f}h12", stroke(group.kind))
            y = ink.thing(thing, 33, y - 4, WIDTH - 60) + 4
    return y + 4


def _counted(group: Group, y: float, ink: Ink, leads: Leads) -> float:
    """Draw how many things of each kind there are, each number leading to them."""
    kinds: dict[tuple[str, int, float, str], list[NamedNode]] = {}
    for thing in group.things:
        kinds.setdefault(shapes.kind(thing, ink.view.whole), []).append(thing)
    for kind, things in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        ink.line(f"M14 {y - 4:.0f}h12", stroke(group.kind))
        address = leads(things)
        ink.marks += [Markup('<a href="{}">').format(address)] if address else []
        ink.marks.append(shapes.shape(kind, 33, y - 4, 4.6))
        words = f"{ink.view.number(len(things))} × {ink.view.translate(kind[3])}"
        ink.words(43, y, words, "nm")
        ink.marks += [Markup("</a>")] if address else []
        ink.bottom = max(ink.bottom, y)
        y += ROW
    return y


def _plate(thing: NamedNode, top: float, ink: Ink, *, full: bool = False) -> float:
    """Draw the thing itself with its name in a dark plate; return its lower edge."""
    lines = wrapped(ink.view.names[thing].words, WIDTH - 70, SERIF * 17 / LETTERS)
    width = WIDTH - 4 if full else min(WIDTH - 4, max(map(len, lines)) * 17 * 0.5 + 36)
    height = 14 + 22 * len(lines)
    left = 2 if full else MIDDLE - width / 2
    ink.marks.append(
        Markup('<rect class="self" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{}" rx="2"/>').format(
            left, top, width, height
        )
    )
    for place, line in enumerate(lines):
        ink.words(MIDDLE, top + 24 + 22 * place, line, "selft", 17, middle=True)
    ink.bottom = max(ink.bottom, top + height)
    return top + height


def _label(kind: NamedNode | None, x: float, y: float, ink: Ink) -> None:
    """Write what a link is called on a plate in the middle of its stroke."""
    if kind is None:
        return
    words, width = visible(ink.view.names[kind].words), _width(kind, ink)
    ink.marks.append(
        Markup('<rect class="plate" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="16"/>').format(
            x - width / 2, y - 12, width
        )
    )
    ink.words(x, y, words, "rel", 12, middle=True)


def _width(kind: NamedNode, ink: Ink) -> float:
    return len(visible(ink.view.names[kind].words)) * 6.2 + 10
