"""The classes and their main relations as a picture (SVG): the same relations give the same bytes.

The class with the most relations stands in the middle, the others on an ellipse around it, in the order that
lets the fewest lines cross. Colours come from the style of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from partnerkg.documentation import ring
from partnerkg.documentation.ring import HEIGHT, WIDTH
from partnerkg.documentation.ways import LETTER, LINE, ways
from partnerkg.pages.words import text as as_html

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.relations import Relations
    from partnerkg.documentation.ring import Point
    from partnerkg.documentation.ways import Frame, Name, Size, Way

_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)  # of a line, where its words may stand


def svg(relations: Relations, name: Name, title: str, description: str) -> str:
    """Return the picture with a title and a description for those who do not see it."""
    places = ring.places(relations)
    sizes = {box: _size(box, relations, name) for box in places}
    lines = list(ways(relations, places, sizes, name))
    frames = [_frame(places[box], sizes[box]) for box in places]
    body = "".join([*_lines_between(lines), *_boxes(relations, places, name), *_labels(lines, frames)])
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="diagram-title diagram-description">\n'
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>\n'
        f'<title id="diagram-title">{as_html(title)}</title>\n'
        f'<desc id="diagram-description">{as_html(description)}</desc>\n{body}</svg>'
    )


def _size(box: str, relations: Relations, name: Name) -> Size:
    lines = _lines(box, relations, name)
    return max(90, LETTER * max(map(len, lines)) + 18), LINE * len(lines) + 12


def _frame(middle: Point, size: Size) -> Frame:
    (x, y), (wide, high) = middle, size
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _lines(box: str, relations: Relations, name: Name) -> list[str]:
    """Return the name of a class, the classes below it and the properties that lead back to it."""
    below = [f"· {name(iri)}" for iri in relations.boxes[box]]
    loops = [f"↻ {name(iri)}" for iri in relations.links.get((box, box), ())]
    return [name(box), *below, *loops]


def _boxes(relations: Relations, places: Mapping[str, Point], name: Name) -> Iterator[str]:
    for box, (x, y) in places.items():
        wide, high = _size(box, relations, name)
        left, top = x - wide / 2, y - high / 2
        corner, size = f'x="{px(left)}" y="{px(top)}"', f'width="{px(wide)}" height="{px(high)}"'
        yield f'<rect class="box" {corner} {size} rx="4"/>\n'
        for index, line in enumerate(_lines(box, relations, name)):
            first = f'class="name" x="{px(x)}" text-anchor="middle"'
            at = f'x="{px(left + 8)}"' if index else first
            yield f'<text {at} y="{px(top + 6 + LINE * (index + 0.75))}">{as_html(line)}</text>\n'


def _lines_between(lines: Sequence[Way]) -> Iterator[str]:
    for way in lines:
        (x, y), (by_x, by_y), (to_x, to_y) = way.tail, way.bend, way.tip
        path = f"M{px(x)} {px(y)}Q{px(by_x)} {px(by_y)} {px(to_x)} {px(to_y)}"
        yield f'<path class="line" d="{path}" marker-end="url(#head)"/>\n'


def _labels(lines: Sequence[Way], taken: list[Frame]) -> Iterator[str]:
    """Yield the words on each line where they cover the least of the boxes and of other words."""
    for way in lines:
        share = min(_SHARES, key=lambda one: sum(_covered(way.frame(one), frame) for frame in taken))
        frame = way.frame(share)
        taken.append(frame)
        for index, line in enumerate(way.words):
            x, y = (frame[0] + frame[2]) / 2, frame[1] + LINE * (index + 0.8)
            yield f'<text class="label" text-anchor="middle" x="{px(x)}" y="{px(y)}">{as_html(line)}</text>\n'


def _covered(one: Frame, other: Frame) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def px(number: float) -> str:
    """Return a number with one decimal at most, 0 never as -0."""
    return f"{round(number, 1) + 0.0:g}"
