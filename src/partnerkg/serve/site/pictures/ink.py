"""What a comb is drawn with: strokes, words, and where each thing stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markupsafe import Markup

from partnerkg.pages import visible
from partnerkg.pipeline.site.network import OTHERS
from partnerkg.serve.site import shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.serve.site.view import View

ROW, LINE = 20, 14  # from a row to the next, a line more
HALF = 140  # what half of a small picture has for a name
SERIF, SANS, LETTERS = 0.475, 0.55, 13  # usual widths of a letter, in ems, and its size


@dataclass(slots=True)
class Ink:
    """What is drawn so far, and where things stand: x, y, the right end of the name.

    `again` is where a thing stands for the second time; `bottom` how far down anything reaches; `end`
    where the first line of the last name ends; `folded` says that there are too many things to name them.
    """

    view: View
    folded: bool = False
    lines: list[Markup] = field(default_factory=list)
    marks: list[Markup] = field(default_factory=list)
    places: dict[NamedNode, tuple[float, float, float]] = field(default_factory=dict)
    again: dict[NamedNode, tuple[float, float, float]] = field(default_factory=dict)
    bottom: float = 0.0
    end: float = 0.0

    def line(self, path: str, kind: str = "") -> None:
        """Draw a stroke."""
        self.lines.append(Markup('<path class="e {}" d="{}"/>').format(kind, path))

    def words(
        self, x: float, y: float, words: object, kind: str, size: float = LETTERS, *, middle: bool = False
    ) -> None:
        """Write words from a point on, or around it."""
        anchor = Markup(' text-anchor="middle"') if middle else ""
        self.marks.append(
            Markup('<text class="{}" x="{:.0f}" y="{:.0f}" font-size="{}"{}>{}</text>').format(
                kind, x, y, size, anchor, words
            )
        )

    def centred(self, thing: NamedNode, x: float, words: float, shape: float) -> None:
        """Draw the shape of a thing and its name above or below it, both in the middle of a place."""
        name = visible(self.view.names[thing].words)
        lines = wrapped(name, HALF)
        first = words - LINE * (len(lines) - 1) if words < shape else words
        self.marks.append(Markup('<a href="{}">').format(self.view.page_of(thing) or "#"))
        self.marks.append(shapes.shape(shapes.kind(thing, self.view.whole), x, shape, 5.5))
        for place, line in enumerate(lines):
            self.words(x, first + LINE * place, line, "nm", middle=True)
        self.marks.append(Markup("</a>"))
        self.bottom = max(self.bottom, shape + 6, first + LINE * (len(lines) - 1))

    def thing(self, thing: NamedNode, x: float, y: float, width: float, town: str = "") -> float:
        """Draw the shape and the whole name of a thing on as many lines as it needs; return the next row."""
        name = visible(self.view.names[thing].words)
        lines = wrapped(name, width)
        beside = fits(lines[-1], town, width)
        title = f"{name}, {town}" if town else name
        address = self.view.page_of(thing) or "#"
        self.marks.append(Markup('<a href="{}"><title>{}</title>').format(address, title))
        self.marks.append(shapes.shape(shapes.kind(thing, self.view.whole), x, y, 4.6))
        for place, line in enumerate(lines):
            last = place == len(lines) - 1
            aside = Markup(' <tspan class="at" font-size="11">{}</tspan>').format(town) if town else ""
            self.words(
                x + 10,
                y + 4.5 + place * LINE,
                Markup("{}{}").format(line, aside if last and beside else ""),
                "nm",
            )
        if town and not beside:
            self.words(x + 10, y + 4.5 + len(lines) * LINE, town, "at", 11)
            lines.append(town)
        self.marks.append(Markup("</a>"))
        self.end = x + 10 + len(lines[0]) * LETTERS * SERIF
        place_ = x, y, x + 10 + max(map(len, lines)) * LETTERS * SERIF
        if self.places.setdefault(thing, place_) != place_:
            self.again[thing] = place_
        self.bottom = max(self.bottom, y + (len(lines) - 1) * LINE)
        return y + ROW + LINE * (len(lines) - 1)


def stroke(kind: NamedNode | None) -> str:
    """Return the name in the style sheet of the stroke of a kind of links."""
    return OTHERS.get(kind, "") if kind else ""


def wrapped(words: str, width: float, letter: float = SERIF) -> list[str]:
    """Return words on lines that fit, by a usual width of a letter; only longer words break, at hyphens."""
    most = max(8, int(width / (LETTERS * letter)))
    lines = [""]
    for word in visible(words).split():
        for place, part in enumerate(_parts(word, most)):
            joined = part if place else f" {part}" if lines[-1] else part
            if lines[-1] and len(lines[-1]) + len(joined) > most:
                lines.append(part)
            else:
                lines[-1] += joined
    return lines


def _parts(word: str, most: int) -> list[str]:
    """Return a word that fits on a line, else its parts: those with a hyphen, else as many letters as fit."""
    if len(word) <= most:
        return [word]
    pieces = re.findall(r"[^-]*-+|[^-]+", word)
    return [piece[at : at + most] for piece in pieces for at in range(0, len(piece), most)]


def fits(line: str, town: str, width: float) -> bool:
    """Return whether a town stands behind the last line of a name."""
    return not town or len(f"{line}  {town}") * LETTERS * SERIF <= width
