"""What a comb is drawn with: strokes, words, and where each thing stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from partnerkg.serve.site import shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.serve.site.view import View

ROW, LINE = 20, 14  # from a row to the next, a line more
SERIF, SANS, LETTERS = 0.475, 0.55, 13  # usual widths of a letter, in ems, and its size


@dataclass(slots=True)
class Ink:
    """What is drawn so far, and where things stand: x, y, the right end of the name.

    `again` is where a thing stands for the second time; `bottom` how far down anything reaches.
    """

    view: View
    lines: list[Markup] = field(default_factory=list)
    marks: list[Markup] = field(default_factory=list)
    places: dict[NamedNode, tuple[float, float, float]] = field(default_factory=dict)
    again: dict[NamedNode, tuple[float, float, float]] = field(default_factory=dict)
    bottom: float = 0.0

    def line(self, path: str, kind: str = "") -> None:
        """Draw a stroke."""
        self.lines.append(Markup('<path class="e {}" d="{}"/>').format(kind, path))

    def words(self, x: float, y: float, words: object, kind: str, size: float = LETTERS) -> None:
        """Write words."""
        self.marks.append(
            Markup('<text class="{}" x="{:.0f}" y="{:.0f}" font-size="{}">{}</text>').format(
                kind, x, y, size, words
            )
        )

    def thing(self, thing: NamedNode, x: float, y: float, width: float, town: str = "") -> float:
        """Draw the shape and the whole name of a thing on as many lines as it needs; return the next row."""
        name = self.view.names[thing].words
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
        place_ = x, y, x + 10 + max(map(len, lines)) * LETTERS * SERIF
        if self.places.setdefault(thing, place_) != place_:
            self.again[thing] = place_
        self.bottom = max(self.bottom, y + (len(lines) - 1) * LINE)
        return y + ROW + LINE * (len(lines) - 1)


def wrapped(words: str, width: float, letter: float = SERIF) -> list[str]:
    """Return words on lines that fit, measured by a usual width of a letter; no word is cut."""
    most = max(8, int(width / (LETTERS * letter)))
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def fits(line: str, town: str, width: float) -> bool:
    """Return whether a town stands behind the last line of a name."""
    return not town or len(f"{line}  {town}") * LETTERS * SERIF <= width
