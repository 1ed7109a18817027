"""A picture of the links in an answer (SVG 1.1): things as shapes with names, links as strokes.

It needs no style, script or font of others; a kind is told by its shape or stroke and not by colour alone.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from math import cos, degrees, pi, sin

from pyoxigraph import NamedNode

from partnerkg.errors import N_, NoLinks, NothingLinked
from partnerkg.namespaces import shorten
from partnerkg.pages import visible
from partnerkg.pages.words import text as as_html
from partnerkg.query import layout, network
from partnerkg.query.formats import marks
from partnerkg.query.labels import classes, labels, shown
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table

    Point = tuple[float, float]

_LINE = 14  # from one line of text to the next
_LETTER = 5.9  # a usual width of one, at 11 pixels
_LONGEST = 44  # letters of a name
_SMALLEST = 130  # radius of the ring
_LEVEL = 12  # up to so many names on the ring stand level
_UPRIGHT = 0.2  # cosine of what stands above or below
_BUSIEST = 3  # named in the description


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield the picture; NoLinks if the answer has no two columns in which links end."""
    found = network.of(solutions)
    if found is None:
        raise NothingLinked if solutions.links else NoLinks(known=", ".join(solutions.columns))
    return iter([Picture(found, look).svg()])


class Picture:
    """A network as it is drawn: names, kinds and places of its things, names and strokes of its links."""

    def __init__(self, drawn: network.Network, look: Look) -> None:
        self.network = drawn
        self.say = look.say
        kinds = _kinds(drawn.nodes, look)
        named = {*drawn.nodes, *kinds.values(), *(link.kind for link in drawn.links if link.kind)}
        known = labels(named, look.store, look.language) if look.store else {}
        self.names = {term: visible(shown(term, known)) for term in named}
        self.shapes = marks.Key(kinds, self.names, len(marks.SHAPES))
        self.strokes = marks.Key(
            {link: link.kind for link in drawn.links if link.kind}, self.names, len(marks.STROKES)
        )
        placed = layout.place(drawn, lambda node: (self.shapes.name(node), self.names[node], node.value))
        self.radius = max(_SMALLEST, len(placed.ring) * _LINE / (2 * pi))
        self.angles = placed.ring
        self.points = {node: self._point((cos(turn), sin(turn))) for node, turn in placed.ring.items()}
        self.points |= {node: self._point(point) for node, point in placed.hubs.items()}

    def _point(self, point: Point) -> Point:
        return point[0] * self.radius, point[1] * self.radius

    def svg(self) -> str:
        """Return the picture as an element that can stand in a page or alone in a file."""
        rows = [*self.shapes.legend(marks.shape), *self.strokes.legend(marks.sample)]
        margin = 16 + _LETTER * max((len(_short(self.names[node])) for node in self.angles), default=0)
        side = max(self.radius + margin, 200)
        top = self.radius + 24 if len(self.angles) <= _LEVEL else side
        height = 2 * top + _LINE * (len(rows) + self.network.cut) + 10
        words = self._words()
        body = "".join([*self._links(), *self._nodes(), *self._legend(rows, -side, top)])
        name = "n" + sha256((words + body).encode()).hexdigest()[:12]
        corner, size = f"{px(-side)} {px(-top)}", f"{px(2 * side)} {px(height)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{corner} {size}" width="{px(2 * side)}" '
            f'role="img" aria-labelledby="{name}t {name}d" '
            'font-family="sans-serif" font-size="11" style="max-width:100%;height:auto">\n'
            f'<title id="{name}t">{as_html(self._title())}</title>\n'
            f'<desc id="{name}d">{as_html(words)}</desc>\n'
            f'<rect x="{px(-side)}" y="{px(-top)}" width="100%" height="100%" fill="#fff"/>\n{body}</svg>\n'
        )

    def _title(self) -> str:
        found = self.network
        return self.say(
            N_("{nodes} and {links}"),
            nodes=Several("{count} thing", "{count} things", len(found.nodes)),
            links=Several("{count} link", "{count} links", len(found.links)),
        )

    def _words(self) -> str:
        near = self.network.neighbours()
        many = [f"{self.names[node]} ({len(near[node])})" for node in self.network.nodes[:_BUSIEST]]
        said = [self.say(N_("Most links: {known}."), known=", ".join(many))]
        return " ".join([*said, *self._cut()])

    def _cut(self) -> list[str]:
        found = self.network
        details = {
            "nodes": len(found.nodes),
            "all_nodes": found.all_nodes,
            "links": len(found.links),
            "all_links": found.all_links,
        }
        sentence = N_(
            "Not all is drawn: {nodes} of {all_nodes} things, those with the most links, and {links} of "
            "{all_links} links."
        )
        return [self.say(sentence, **details)] if found.cut else []

    def _links(self) -> Iterator[str]:
        between: Counter[frozenset[NamedNode]] = Counter()
        for link in self.network.links:
            pair = frozenset((link.source, link.target))
            path = self._path(link, between[pair])
            between[pair] += 1
            said = [self.names[link.source], self.strokes.name(link), self.names[link.target]]
            title = as_html(" → ".join(filter(None, said)))
            stroke = marks.stroke(self.strokes.place(link))
            yield f'<path d="{path}" fill="none" {stroke}><title>{title}</title></path>\n'
            yield self._head(link)

    def _path(self, link: network.Link, before: int) -> str:
        """Return the way of a link: straight to what stands inside, else bent; each further one more bent."""
        (x, y), (to_x, to_y) = self.points[link.source], self.points[link.target]
        if link.source == link.target:
            return f"M{px(x)} {px(y)}c-14 -24 14 -24 0 0"
        rim = link.source in self.angles and link.target in self.angles
        pull = 0.35 if rim else 1.0
        side = (link.source.value < link.target.value) != (before % 2 == 0)
        bend = 14 * ((before + 1) // 2) * (1 if side else -1)
        length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5 or 1
        middle_x = (x + to_x) / 2 * pull + bend * (y - to_y) / length
        middle_y = (y + to_y) / 2 * pull + bend * (to_x - x) / length
        return f"M{px(x)} {px(y)}Q{px(middle_x)} {px(middle_y)} {px(to_x)} {px(to_y)}"

    def _head(self, link: network.Link) -> str:
        """Return the head of the arrow of a link, a little before its end."""
        (x, y), (to_x, to_y) = self.points[link.source], self.points[link.target]
        if link.source == link.target:
            return ""
        if link.source in self.angles and link.target in self.angles:
            x, y = (x + to_x) / 2 * 0.35, (y + to_y) / 2 * 0.35
        length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5 or 1
        across, down = (to_x - x) / length, (to_y - y) / length
        tip, back = (to_x - 7 * across, to_y - 7 * down), (to_x - 14 * across, to_y - 14 * down)
        corners = [
            tip,
            (back[0] - 3 * down, back[1] + 3 * across),
            (back[0] + 3 * down, back[1] - 3 * across),
        ]
        points = " ".join(f"{px(left)},{px(top)}" for left, top in corners)
        return f'<polygon points="{points}" fill="{marks.colour(self.strokes.place(link))}"/>\n'

    def _nodes(self) -> Iterator[str]:
        near = self.network.neighbours()
        for node in sorted(self.network.nodes, key=lambda one: one not in self.angles):
            x, y = self.points[node]
            count = self.say(N_("linked with {count}"), count=len(near[node]))
            title = as_html(" · ".join(filter(None, [self.names[node], self.shapes.name(node), count])))
            mark = marks.shape(self.shapes.place(node), x, y)
            yield f"<g><title>{title}</title>{mark}{self._name(node, x, y)}</g>\n"

    def _name(self, node: NamedNode, x: float, y: float) -> str:
        words = as_html(_short(self.names[node]))
        if node not in self.angles:
            halo = 'stroke="#fff" stroke-width="3" paint-order="stroke" font-weight="bold"'
            return f'<text x="{px(x)}" y="{px(y - 9)}" text-anchor="middle" {halo}>{words}</text>'
        turn = self.angles[node]
        if len(self.angles) <= _LEVEL:
            x, y = (1 + 10 / self.radius) * x, (1 + 10 / self.radius) * y + 4 + 4 * sin(turn)
            upright = abs(cos(turn)) < _UPRIGHT
            anchor = "middle" if upright else "start" if cos(turn) > 0 else "end"
            return f'<text x="{px(x)}" y="{px(y)}" text-anchor="{anchor}">{words}</text>'
        left = cos(turn) < 0
        moved = f'transform="translate({px(x)} {px(y)}) rotate({px(degrees(turn) + 180 * left)})"'
        anchor = "end" if left else "start"
        return f'<text x="{-9 if left else 9}" y="4" text-anchor="{anchor}" {moved}>{words}</text>'

    def _legend(self, rows: Iterable[tuple[str, str]], x: float, y: float) -> Iterator[str]:
        for mark, words in rows:
            y += _LINE
            yield f'<g transform="translate({px(x + 24)} {px(y - 4)})">{mark}</g>'
            yield f'<text x="{px(x + 46)}" y="{px(y)}">{as_html(words)}</text>\n'
        for sentence in self._cut():
            yield f'<text x="{px(x + 8)}" y="{px(y + _LINE)}">{as_html(sentence)}</text>\n'


def _kinds(nodes: Iterable[NamedNode], look: Look) -> dict[NamedNode, NamedNode]:
    """Return the class of each thing; without a store, the namespace that its IRI begins with."""
    if look.store:
        found = classes(nodes, look.store)
        return {node: found[node.value] for node in nodes if node.value in found}
    prefixes = {node: shorten(node.value).partition(":")[0] for node in nodes}
    return {node: NamedNode("kind:" + prefix) for node, prefix in prefixes.items() if prefix}


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def px(number: float) -> str:
    """Return a number with one decimal at most, 0 never as -0."""
    return f"{round(number, 1) + 0.0:g}"
