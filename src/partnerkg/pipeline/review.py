"""A reading gone through one doubt after the other: what is shown of each, and what a key does."""

from __future__ import annotations

from dataclasses import dataclass, field

from partnerkg.errors import N_, Message
from partnerkg.readings.desk import EDITABLE, Desk, Doubt
from partnerkg.readings.standing import DOUBTS, Standing, page_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.opened import Opened

AROUND = 240  # characters of the page shown on each side of the words
RELATIONS = {
    "partner": N_("is a partner of {publisher}"),
    "supports": N_("supports {publisher}"),
    "members": N_("has {publisher} as member"),
    "member_of": N_("is a member of {publisher}"),
    "part_of": N_("is a part of {publisher}"),
}
NOT_HERE = N_("Enter keeps one entry; press g again to keep all that is shown, p to go back.")


@dataclass
class Screen:
    """What a person sees: one doubt, a group of them, or the end."""

    title: str = ""
    progress: str = ""
    why: Message | str = ""
    context: tuple[str, str, str] = ("", "", "")
    fields: dict[str, str] = field(default_factory=dict)
    relation: Message | None = None
    group: list[str] = field(default_factory=list)
    note: Message | str = ""


class Review:
    """One sitting over one reading."""

    def __init__(self, opened: Opened, name: str) -> None:
        """Take a reading by name or file; NoReading, ShippedGraph and what is wrong with files."""
        self._root = opened.writable()
        standing = Standing.of(self._root)
        path = standing.files([name])[0]
        self.name = path.stem
        self._desk = Desk(path, self._root)
        readings = standing.groups[path]
        self._page = (page_text(standing.text(readings[0])) if readings else "") or ""
        self._publisher = readings[0].source.publisher or "" if readings else ""
        self._place = 0
        self._shown: list[Doubt] = []
        self._note: Message | str = ""
        self.total = len(self._desk.waiting())

    @property
    def doubt(self) -> Doubt | None:
        """Return the entry that is looked at, None at the end."""
        waiting = self._desk.waiting()
        self._place = min(self._place, max(0, len(waiting) - 1))
        return waiting[self._place] if waiting else None

    def screen(self) -> Screen:
        """Return what is to be shown now; a note is shown once."""
        note, self._note = self._note, ""
        doubt = self.doubt
        if doubt is None:
            kept = [one for one in self._desk.all() if one.verdict == "keep"]
            return Screen(group=[self._line(one) for one in kept], note=note)
        screen = Screen(
            title=doubt.name,
            progress=f"{self.total - len(self._desk.waiting()) + 1}/{self.total}",
            why=why(doubt),
            context=self._context(doubt),
            fields={key: doubt.fields.get(key, "") for key in EDITABLE},
            note=note,
        )
        relation = next((key for key in RELATIONS if key in doubt.fields), None)
        screen.relation = Message(RELATIONS[relation], publisher=self._publisher) if relation else None
        screen.group = [self._line(one) for one in self._shown]
        return screen

    def _context(self, doubt: Doubt) -> tuple[str, str, str]:
        if doubt.at is None or not self._page.startswith(doubt.quote, doubt.at):
            return "", doubt.quote, ""
        end = doubt.at + len(doubt.quote)
        return self._page[max(0, doubt.at - AROUND) : doubt.at], doubt.quote, self._page[end : end + AROUND]

    def _line(self, doubt: Doubt) -> str:
        told = [doubt.fields[key] for key in ("class", "town", "territory") if doubt.fields.get(key)]
        return f"{doubt.name} ({', '.join(told)})" if told else doubt.name

    def keep(self) -> None:
        """Keep what is looked at, and go on; never a group."""
        if self._shown:
            self._note = Message(NOT_HERE)
        elif self.doubt:
            self._desk.keep(self.doubt)

    def reject(self) -> None:
        """Put what is looked at aside, and go on."""
        if self.doubt and not self._shown:
            self._desk.reject(self.doubt)

    def unsure(self) -> None:
        """Leave what is looked at apart, and go on."""
        if self.doubt and not self._shown:
            self._desk.unsure(self.doubt)

    def group(self) -> None:
        """Show what can be kept together; the second time, keep just that."""
        if self._shown:
            self._desk.keep(*self._shown)
            self._shown = []
        elif self.doubt:
            self._shown = self._desk.group(self.doubt)
            if len(self._shown) < 2:
                self._shown = []
                self._note = Message(
                    N_("Nothing else is of the same rule and section; Enter keeps this one.")
                )

    def undo(self) -> None:
        """Take back the last decision of this sitting."""
        self._shown = []
        name = self._desk.undo()
        said = Message(N_("Taken back: {name}."), name=name)
        self._note = said if name else Message(N_("There is nothing to take back."))

    def turn(self, step: int) -> None:
        """Look at the next or the previous one without deciding."""
        if self._shown:
            self._shown = []
            return
        self._place = max(0, min(self._place + step, len(self._desk.waiting()) - 1))

    def correct(self, name: str, value: str) -> None:
        """Write another value of a field of what is looked at, if it is another."""
        doubt = self.doubt
        if doubt and value.strip() and value.strip() != doubt.fields.get(name, ""):
            self._desk.correct(doubt, name, value.strip())
            self._note = Message(N_("Corrected, not kept yet."))

    def counts(self) -> dict[str, int]:
        """Return how many entries have which verdict."""
        found = [one.verdict for one in self._desk.all()]
        return {verdict: found.count(verdict) for verdict in ("keep", "reject", "unsure", "open")}


def why(doubt: Doubt) -> Message | str:
    """Return why something is in doubt, in words."""
    return Message(DOUBTS[doubt.doubt]) if doubt.doubt in DOUBTS else doubt.doubt


def editable() -> Iterator[str]:
    """Yield the fields that can be corrected, in their order."""
    return iter(EDITABLE)
