"""The shape that stands for a kind of thing in lists, networks and legends."""

from __future__ import annotations

from math import cos, pi, sin

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site.terms import ORG, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.whole import Whole

# Class, name in the style sheet, corners (0 is a disc), turn of the first corner, what it is called.
# The first class that a thing is of decides.
_KINDS: tuple[tuple[NamedNode, str, int, float, str], ...] = (
    (PK.Bookshop, "bookshop", 4, 0.125, N_("bookshop")),
    (PK.Library, "library", 3, 0.75, N_("library")),
    (PK.School, "school", 5, 0.75, N_("school")),
    (PK.PublicBody, "public", 6, 0.0, N_("public body")),
    (PK.MediaOutlet, "media", 2, 0.0, N_("media")),
    (PK.TradeUnion, "union", 3, 0.25, N_("trade union")),
    (PK.Network, "network", 4, 0.0, N_("network")),
    (PK.Association, "association", 0, 0.0, N_("association, foundation")),
    (PK.Foundation, "association", 0, 0.0, N_("association, foundation")),
    (PK.OrganisationGroup, "group", 0, 0.0, N_("unnamed group")),
    (ORG.Organization, "other", 0, 0.0, N_("other organisation")),
)
_REST = ("thing", 0, 0.0, N_("other thing"))
PUBLISHER = ("publisher", 0, 0.0, N_("publisher of a page read"))


def kind(thing: NamedNode, whole: Whole, *, publisher: bool = False) -> tuple[str, int, float, str]:
    """Return the kind of a thing: name in the style sheet, corners, turn, what it is called."""
    if publisher:
        return PUBLISHER
    above = {upper for class_ in whole.classes(thing) for upper in whole.above(class_)}
    return next(((name, *rest) for class_, name, *rest in _KINDS if class_ in above), _REST)  # type: ignore[return-value]


def shape(of: tuple[str, int, float, str], x: float = 8.0, y: float = 8.0, size: float = 6.0) -> Markup:
    """Return the shape of a kind, its middle at a point."""
    name, corners, turn, _ = of
    if corners == 2:
        path = f"M{x - size:.1f} {y - size / 2:.1f}h{2 * size:.1f}v{size:.1f}h{-2 * size:.1f}z"
        return Markup('<path class="k {}" d="{}"/>').format(name, path)
    if not corners:
        return Markup('<circle class="k {}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(name, x, y, size)
    angles = [2 * pi * (turn + corner / corners) for corner in range(corners)]
    wide = size * 1.15
    points = " ".join(f"{x + wide * cos(angle):.1f},{y + wide * sin(angle):.1f}" for angle in angles)
    return Markup('<polygon class="k {}" points="{}"/>').format(name, points)
