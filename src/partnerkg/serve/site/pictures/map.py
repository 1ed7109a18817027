"""The map: a circle a town, as large as its organisations are many, with insets where circles crowd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.serve.site.pictures import labels
from partnerkg.serve.site.pictures.frames import Frame, fitting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.atlas import Atlas, Department, Town
    from partnerkg.serve.site.view import View

INSETS, CROWD = 2, 4  # insets at most, towns that crowd
NEAR = 0.1  # degrees of latitude between towns that crowd
ALONE = 46.0  # units around a town that stands alone on the small map

REMEMBERED = 500  # outlines that are kept as they are drawn
_OUTLINES: dict[tuple[str, Frame, float], str] = {}


@dataclass(frozen=True, slots=True)
class Size:
    """How large a map is drawn: its width, that of its land, circles, letters, how exact its outlines are."""

    width: float
    land: float
    circle: float
    letters: float
    tolerance: float
    inset: float = 0.0
    beside: bool = True
    named: bool = False  # as many names as there is room for, without insets


WIDE = Size(1100, 690, 5.0, 13, 0.012, 330)
NARROW = Size(300, 300, 2.8, 11.5, 0.02, 270, beside=False)
SMALL = Size(520, 520, 4.0, 20.5, 0.02)
ASIDE = Size(300, 300, 3.2, 11.5, 0.02, named=True)


def drawn(atlas: Atlas, size: Size, view: View, kind: str) -> Markup | None:
    """Return the map, None where nothing can be drawn."""
    corners = [point for department in atlas.departments for ring in department.rings for point in ring]
    if not corners or not atlas.towns:
        return None
    return _Map(atlas, size, view, fitting(corners, 8, 22, size.land - 16)).svg(kind)


class _Map:
    def __init__(self, atlas: Atlas, size: Size, view: View, frame: Frame) -> None:
        self.atlas, self.size, self.view, self.frame = atlas, size, view, frame
        crowds = _crowds(atlas.towns, frame) if size.inset else []  # the larger maps have insets
        self.insets = [
            fitting([town.point for town in crowd if town.point], *self._place(place), size.inset, size.inset)
            for place, crowd in enumerate(crowds)
        ]
        self.insets = [_wider(inset) for inset in self.insets]
        bottom = frame.top + frame.height + 30
        ends = [inset.top + inset.height + 16 for inset in self.insets]
        self.height = max([bottom, *ends])

    def _place(self, place: int) -> tuple[float, float]:
        if self.size.beside:
            return self.size.width - self.size.inset - 40, 22 + place * (self.size.inset + 40)
        return 15, self.frame.top + self.frame.height + 50 + place * (self.size.inset + 40)

    def svg(self, kind: str) -> Markup:
        words = self.view.say(
            N_("Map of the towns with the number of organisations; the same stands in the table.")
        )
        inside = Markup().join(
            [self._land(self.frame, self.size.tolerance), *self._zones(), *self._circles(self.frame)]
        )
        insets = Markup().join(self._inset(inset, place) for place, inset in enumerate(self.insets))
        return Markup(
            '<svg class="pic{}" viewBox="0 0 {:.0f} {:.0f}" role="group" aria-label="{}">{}{}</svg>'
        ).format(kind, self.size.width, self.height, words, inside, insets)

    def _land(self, frame: Frame, tolerance: float) -> Markup:
        shapes = (_outline(one, frame, tolerance) for one in self.atlas.departments)
        return Markup().join(Markup('<path class="land" d="{}"/>').format(shape) for shape in shapes if shape)

    def _zones(self) -> list[Markup]:
        """Return where the insets are, as frames on the map with their letters."""
        zones = []
        for place, inset in enumerate(self.insets):
            east, south = inset.west + inset.width / inset.across, inset.north - inset.height / inset.down
            left, top = self.frame.at((inset.west, inset.north))
            right, bottom = self.frame.at((east, south))
            zones.append(
                Markup(
                    '<rect class="zone" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}"/>'
                    '<text class="soft" x="{:.0f}" y="{:.0f}" font-size="12">{}</text>'
                ).format(left, top, right - left, bottom - top, left + 2, top - 4, _letter(place))
            )
        return zones

    def _circles(self, frame: Frame, zoom: float = 1.0) -> list[Markup]:
        """Return the circles of a frame with their names; on the map, those of an inset are half as large."""
        shown = []
        for town in self.atlas.towns:
            if town.point and frame.holds(town.point):
                repeated = frame is self.frame and any(inset.holds(town.point) for inset in self.insets)
                radius = zoom * self.size.circle * sqrt(len(town.organizations)) * (0.5 if repeated else 1)
                shown.append(
                    (town, labels.Spot(*frame.at(town.point), radius, _words(town, self.view)), repeated)
                )
        bounds = (frame.left, frame.top - 12, frame.left + frame.width, frame.top + frame.height + 10)
        named = [spot for _, spot, repeated in shown if not repeated and self._is_named(spot, shown)]
        others = [spot for _, spot, _ in shown if spot not in named]
        found = {label.spot: label for label in labels.placed(named, self.size.letters, bounds, others)}
        return [self._circle(town, spot, found.get(spot)) for town, spot, _ in shown]

    def _is_named(self, spot: labels.Spot, shown: Sequence[tuple[Town, labels.Spot, bool]]) -> bool:
        """Return whether a town has its name: on the small map the two largest and those alone."""
        if self.size.inset or self.size.named or spot in [one for _, one, _ in shown[:2]]:
            return True
        return all(hypot(spot.x - one.x, spot.y - one.y) > ALONE for _, one, _ in shown if one is not spot)

    def _circle(self, town: Town, spot: labels.Spot, label: labels.Label | None) -> Markup:
        count = len(town.organizations)
        title = self.view.ngettext("{town}: {count} organisation", "{town}: {count} organisations", count)
        name = Markup()
        if label:
            if label.leader:
                name = Markup('<path class="leader" d="M{:.1f} {:.1f}L{:.1f} {:.1f}"/>').format(
                    spot.x, spot.y, *label.leader
                )
            name += Markup(
                '<text class="lab" x="{:.1f}" y="{:.1f}" text-anchor="{}" font-size="{}">{}</text>'
            ).format(label.x, label.y, label.anchor, self.size.letters, spot.words)
        return Markup(
            '<a href="{}"><title>{}</title><circle class="town" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>{}</a>'
        ).format(
            self.view.page_of(town.thing) or "#",
            title.replace("{town}", town.name),
            spot.x,
            spot.y,
            spot.radius,
            name,
        )

    def _inset(self, inset: Frame, place: int) -> Markup:
        box = inset.left, inset.top, inset.width, inset.height
        largest = next(town for town in self.atlas.towns if town.point and inset.holds(town.point))
        words = f"{_letter(place)}. {largest.name}"
        land = self._land(inset, 0.004)
        return Markup(
            '<text class="soft" x="{:.0f}" y="{:.0f}" font-size="12">{}</text>'
            '<rect class="frame" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}"/>'
            '<svg x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}"'
            ' viewBox="{:.0f} {:.0f} {:.0f} {:.0f}">{}</svg>{}'
        ).format(
            inset.left,
            inset.top - 6,
            words,
            *box,
            *box,
            *box,
            land,
            Markup().join(self._circles(inset, 1.25)),
        )


def _outline(department: Department, frame: Frame, tolerance: float) -> str:
    """Return the path of an outline; many pages have the same map below their towns."""
    key = department.name, frame, tolerance
    if key not in _OUTLINES:
        if len(_OUTLINES) >= REMEMBERED:
            _OUTLINES.clear()
        _OUTLINES[key] = frame.path(department.rings, tolerance)
    return _OUTLINES[key]


def _letter(place: int) -> str:
    return "ABCDEF"[place]


def _words(town: Town, view: View) -> str:
    count = len(town.organizations)
    return town.name if count == 1 else f"{town.name} {view.number(count)}"


def _crowds(towns: Sequence[Town], frame: Frame) -> list[list[Town]]:
    """Return the groups of towns that are too near each other to be named, the largest first."""
    left = [town for town in towns if town.point]
    groups = []
    while left:
        group, waiting = [], [left.pop(0)]
        while waiting:
            town = waiting.pop()
            group.append(town)
            x, y = frame.at(town.point)  # type: ignore[arg-type]
            for other in list(left):
                far, below = frame.at(other.point)  # type: ignore[arg-type]
                if hypot(x - far, y - below) < NEAR * frame.down:
                    left.remove(other)
                    waiting.append(other)
        groups.append(group)
    crowded = [group for group in groups if len(group) >= CROWD]
    return sorted(crowded, key=lambda group: -len(group))[:INSETS]


def _wider(frame: Frame) -> Frame:
    """Return a frame that shows a quarter more on each side."""
    across, down = frame.across / 1.5, frame.down / 1.5
    west = frame.west - frame.width * (1 / across - 1 / frame.across) / 2
    north = frame.north + frame.height * (1 / down - 1 / frame.down) / 2
    return Frame(frame.left, frame.top, frame.width, frame.height, west, north, across, down)
