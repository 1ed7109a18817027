"""Links between many and many: who on the left, with whom on the right, a curve for each link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.serve.site.pictures.ink import Ink, stroke

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.serve.site.view import View

    Link = tuple[NamedNode, NamedNode, NamedNode | None]

WIDTH, LEFT, OUT, RIGHT = 300, 8, 132, 190
NAMES = 94  # units that a name may take
MOST = 30  # things of a side; those with most links are drawn
LABEL = N_("Who is linked with whom; the same stands in the table.")


def drawn(links: Sequence[Link], view: View) -> Markup:
    """Return the picture; below it stands how many links are left out, if some are."""
    ink = Ink(view)
    sources, targets = _side([link[0] for link in links], view), _side([link[1] for link in links], view)
    shown = [link for link in links if link[0] in sources and link[1] in targets]
    places = [_column(side, x, ink) for side, x in ((sources, LEFT), (targets, RIGHT))]
    for source, target, kind in shown:
        x, y = places[0][source]
        far, below = places[1][target]
        middle = (OUT + far) / 2
        curve = f"M{x:.0f} {y:.0f}H{OUT}C{middle:.0f} {y:.0f} {middle:.0f} {below:.0f} {far:.0f} {below:.0f}"
        ink.line(curve, stroke(kind))
    picture = Markup(
        '<svg class="pic small" viewBox="0 0 {} {:.0f}" role="group" aria-label="{}">{}{}</svg>'
    ).format(WIDTH, ink.bottom + 14, view.say(LABEL), Markup().join(ink.lines), Markup().join(ink.marks))
    if len(shown) == len(links):
        return picture
    said = N_("{shown} of {count} links are drawn, those between what has most of them; the table has all.")
    words = view.say(said, shown=view.number(len(shown)), count=view.number(len(links)))
    return picture + Markup('<p class="small">{}</p>').format(words)


def _side(things: Sequence[NamedNode], view: View) -> list[NamedNode]:
    """Return the things of a side that are drawn, by name."""
    counted = Counter(things)
    names = view.whole.names("fr")
    most = sorted(counted, key=lambda thing: (-counted[thing], names.order(thing)))[:MOST]
    return sorted(most, key=view.names.order)


def _column(things: Sequence[NamedNode], x: float, ink: Ink) -> dict[NamedNode, tuple[float, float]]:
    """Draw the things of a side below each other; return where their links begin or end."""
    found, y = {}, 14.0
    for thing in things:
        before = y
        y = ink.thing(thing, x, y, NAMES)
        end = min(ink.end + 5, OUT) if x == LEFT else x - 7
        found[thing] = end, before
    return found
