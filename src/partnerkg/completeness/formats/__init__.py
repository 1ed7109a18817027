"""The completeness of a graph in a form to read or to work with, one format a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from partnerkg.completeness.share import percent
from partnerkg.errors import N_, Message, UnknownFormat
from partnerkg.translation import number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.completeness.cell import Cell
    from partnerkg.completeness.measured import Measured
    from partnerkg.completeness.scores import Step
    from partnerkg.errors import Translate

    Plain = str | int | float | bool | None

NAMES = ("table", "csv", "json", "markdown", "html")
NOT_APPLICABLE = "—"
RECORDS = N_("Of what a good record needs")
PAGES = N_("Of what the pages say")
EXPECTED = N_("expected: {answered} of {of} ({share})")
NICE = N_("nice to have: {answered} of {of} ({share})")
SHARE = N_("{percent}%")
WEIGHTED = N_("{share} by weight")
NO_FACET = N_("other")
LEGEND = N_("— not applicable; 9+2/11: of 11, 9 have an answer and 2 are known to have none")
LACKING = N_("{class_}: {name} ({missing} missing)")
STEPS = 5
PAGE_COLUMNS = {
    "source": N_("page"),
    "covered": N_("characters that evidence covers"),
    "gaps": N_("gaps"),
    "items": N_("things named"),
    "claims": N_("claims"),
    "doubtful": N_("doubtful claims"),
}
EMPTY = N_("No record here of: {classes}")
NEXT = N_("What raises the score most")


@dataclass(frozen=True)
class View:
    """What is shown, and to whom.

    `pages` are the pages read, as `query.completeness.pages` gives them; `trend` what `history` has of each
    release; `names` are labels of things by IRI. `width` is that of the terminal, None if there is none.
    """

    found: Measured
    language: str = "en"
    translate: Translate = N_
    pages: Sequence[Mapping[str, Plain]] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    trend: Sequence[tuple[str, int | None]] = ()
    width: int | None = None
    colour: bool = False

    def say(self, template: str, **details: object) -> str:
        """Return a sentence in the language of the view."""
        return Message(template, **details).text(self.translate)

    def share(self, found: int | None) -> str:
        """Return a share in percent as people write it, a dash if it is one of nothing."""
        return NOT_APPLICABLE if found is None else self.say(SHARE, percent=found)

    def gain(self, step: Step) -> str:
        """Return by how many points a step raises the score."""
        return f"+{number(round(step.gain, 1), self.language)}"

    def score(self) -> list[str]:
        """Return what the score of all records is made of, in sentences."""
        score = self.found.score
        parts = [self.say(WEIGHTED, share=self.share(score.percent))]
        for template, facet in ((EXPECTED, score.expected), (NICE, score.nice)):
            if facet.of:
                share = self.share(percent(facet.answered, facet.of))
                parts.append(self.say(template, answered=facet.answered, of=facet.of, share=share))
        return parts

    def facet(self, facet: str) -> str:
        """Return the heading of a facet."""
        return self.found.facet_name(facet, self.language) or self.translate(NO_FACET)

    def matrix(self, facet: str) -> tuple[list[str], dict[str, dict[str, Cell]]]:
        """Return the names of the properties of a facet, and the cells of each class that has things."""
        columns: dict[str, None] = {}
        rows: dict[str, dict[str, Cell]] = {}
        for cell in self.found.cells:
            if (cell.wanted.facet or "") != facet or not cell.of:
                continue
            row = rows.setdefault(cell.wanted.class_, {})
            name = cell.wanted.name(self.language)
            name = f"{name} ({cell.wanted.key})" if name in row else name
            columns[name] = None
            row[name] = cell
        return list(columns), rows

    def facets(self) -> list[str]:
        """Return the facets under which something is wanted of a thing that is there."""
        met = {cell.wanted.facet or "" for cell in self.found.cells if cell.of}
        return [facet for facet in self.found.facets if facet in met]

    def legend(self) -> list[str]:
        """Return how the cells are read, and which classes have no things and so no row."""
        classes = {cell.wanted.class_: 0 for cell in self.found.cells}
        for cell in self.found.cells:
            classes[cell.wanted.class_] += cell.of
        absent = [self.class_name(class_) for class_, things in classes.items() if not things]
        empty = [self.say(EMPTY, classes=", ".join(absent))] if absent else []
        left_out = [one.message.text(self.translate) for one in self.found.uncounted]
        return [self.say(LEGEND), *empty, *left_out]

    def class_name(self, class_: str) -> str:
        """Return the label of a class."""
        return self.found.class_name(class_, self.language)


def ratio(cell: Cell) -> str:
    """Return how many of how many: `9/11`, `9+2/11` where two are known to have no answer."""
    absent = len(cell.known_absent)
    return f"{cell.answered - absent}{f'+{absent}' if absent else ''}/{cell.of}"


def shown(cell: Cell | None, view: View) -> str:
    """Return the share and the numbers of a cell, a dash where it does not apply."""
    return NOT_APPLICABLE if cell is None or not cell.of else f"{view.share(cell.percent)} {ratio(cell)}"


def pages(view: View) -> list[list[str]]:
    """Return the pages read as a table, its first row the names of the columns."""
    table = [[view.translate(said) for said in PAGE_COLUMNS.values()]]
    for page in view.pages:
        source = str(page["source"])
        share = view.share(int(page["percent"] or 0) if page["characters"] else None)
        covered = f"{share} {page['covered']}/{page['characters']}"
        numbers = [str(page[name]) for name in ("gaps", "items", "claims", "doubtful")]
        table.append([view.names.get(source, source), covered, *numbers])
    return table


def lines(view: View, name: str) -> Iterator[str]:
    """Return the view in a format, in pieces that end with a line; UnknownFormat."""
    if name not in NAMES:
        raise UnknownFormat(name=name, known=", ".join(NAMES))
    from importlib import import_module

    found: Iterator[str] = import_module(f"{__name__}.as_{name}").lines(view)
    return found
