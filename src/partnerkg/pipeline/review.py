"""A reading gone through one doubt after the other: what is shown of each, and what a key does."""

from __future__ import annotations

from dataclasses import dataclass, field

from partnerkg.errors import N_, Message
from partnerkg.model.claim import KEEP, OPEN, REJECT, UNSURE
from partnerkg.pipeline.desk import Sitting
from partnerkg.pipeline.desk.doing import NoActivity
from partnerkg.pipeline.desk.look import NEIGHBOUR
from partnerkg.pipeline.desk.sitting import seen
from partnerkg.readings.doubts import EDITABLE
from partnerkg.readings.standing import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.desk.look import Choice
    from partnerkg.pipeline.opened import Opened
    from partnerkg.readings.doubts import Doubt

AROUND = 240  # characters of the page shown on each side of the words
NOT_HERE = N_("Enter keeps one entry; press g again to keep all that is shown, p to go back.")
NOT_AT_THE_END = N_("Enter takes nothing into the graph; press a for that.")
WHO = {
    "same": N_("known already"),
    NEIGHBOUR: N_("a neighbour, known already"),
    "new": N_("another {name}, new"),
    "unsure": N_("not sure which: kept apart, never taken for another"),
}
DONE = {
    KEEP: N_("Last decision: {name}, kept."),
    REJECT: N_("Last decision: {name}, put aside."),
    UNSURE: N_("Last decision: {name}, not sure."),
    OPEN: N_("Last decision: {name}, corrected."),
}


@dataclass
class Screen:
    """What a person sees: one doubt, a group of them, or the end.

    `who` is a line a choice, with its key and whether it is the one chosen.
    """

    title: str = ""
    progress: str = ""
    why: Message | str = ""
    context: tuple[str, str, str] = ("", "", "")
    who: list[tuple[str, Message | str, bool]] = field(default_factory=list)
    sentence: str = ""
    group: list[str] = field(default_factory=list)
    last: Message | str = ""
    note: Message | str = ""


class Review:
    """One sitting over one reading, with what is looked at now."""

    def __init__(self, opened: Opened, name: str) -> None:
        """Take a reading by name or file; NoReading, ShippedGraph and what is wrong with files."""
        self._sitting = Sitting(opened, name)
        self.name = self._sitting.name
        self._at = 0
        self._chosen = ""
        self._shown: tuple[Doubt, ...] = ()
        self._note: Message | str = ""
        self.total = len(self._sitting.waiting())

    @property
    def doubt(self) -> Doubt | None:
        """Return the entry that is looked at, None at the end."""
        waiting = self._sitting.waiting()
        self._at = min(self._at, max(0, len(waiting) - 1))
        return waiting[self._at] if waiting else None

    def screen(self) -> Screen:
        """Return what is to be shown now; a note is shown once."""
        note, self._note = self._note, ""
        last = self._sitting.last
        told = Message(DONE[last.verdict], name=last.name) if last else ""
        doubt = self.doubt
        if doubt is None:
            kept = [one for one in self._sitting.all() if one.verdict == KEEP]
            return Screen(group=[self._line(one) for one in kept], note=note, last=told)
        if self._shown:
            return Screen(group=[self._line(one) for one in self._shown], note=note, last=told)
        look = self._sitting.look(doubt, self._chosen)
        return Screen(
            title=doubt.name,
            progress=f"{self.total - len(self._sitting.waiting()) + 1}/{self.total}",
            why=look.why,
            context=self._context(doubt),
            who=[(one.key, _told(one, doubt), one.chosen) for one in look.choices],
            sentence=str(look.sentence),
            note=note,
            last=told,
        )

    def _context(self, doubt: Doubt) -> tuple[str, str, str]:
        page, at = self._sitting.text, doubt.at
        if at is None or not page.startswith(doubt.quote, at):
            return "", doubt.quote, ""
        end = at + len(doubt.quote)
        return page[max(0, at - AROUND) : at], doubt.quote, page[end : end + AROUND]

    def _line(self, doubt: Doubt) -> str:
        told = [doubt.fields[key] for key in ("class", "town", "territory") if doubt.fields.get(key)]
        return f"{doubt.name} ({', '.join(told)})" if told else doubt.name

    def choose(self, key: str) -> None:
        """Say who it is that is looked at, by the key of a choice; nothing is decided."""
        doubt = self.doubt
        if doubt and not self._shown and any(one.key == key for one in self._sitting.look(doubt).choices):
            self._chosen = key

    def keep(self) -> None:
        """Keep what is looked at as who it was chosen to be, and go on; never a group, never the graph."""
        doubt = self.doubt
        if doubt is None or self._shown:
            self._note = Message(NOT_HERE if self._shown else NOT_AT_THE_END)
            return
        self._sitting.keep(seen(doubt), {}, self._chosen)
        self._turn_page()

    def reject(self) -> None:
        """Put what is looked at aside, and go on."""
        doubt = self.doubt
        if doubt and not self._shown:
            self._sitting.reject(seen(doubt))
            self._turn_page()

    def group(self) -> None:
        """Show what can be kept together; the second time, keep just that."""
        if self._shown:
            self._sitting.keep_all([seen(one) for one in self._shown])
            self._turn_page()
        elif self.doubt:
            self._shown = tuple(self._sitting.group(self.doubt))
            if len(self._shown) < 2:
                self._shown = ()
                self._note = Message(
                    N_("Nothing else is of the same rule and section; Enter keeps this one.")
                )

    def undo(self) -> None:
        """Take back the last decision of this sitting, and look at what it was about."""
        self._turn_page()
        last = self._sitting.last
        if last is None or self._sitting.undo() is None:
            self._note = Message(N_("There is nothing to take back."))
            return
        self._note = Message(N_("Taken back: {name}."), name=last.name)
        names = [one.name for one in self._sitting.waiting()]
        self._at = next((at for at, name in enumerate(names) if last.name.startswith(name)), self._at)

    def turn(self, step: int) -> None:
        """Look at the next or the previous one without deciding."""
        if not self._shown:
            self._at = max(0, min(self._at + step, len(self._sitting.waiting()) - 1))
        self._turn_page()

    def correct(self, name: str, value: str) -> None:
        """Write another value of a field of what is looked at, if it is another."""
        doubt = self.doubt
        if doubt and value.strip() and value.strip() != doubt.fields.get(name, ""):
            try:
                self._sitting.correct(seen(doubt), {name: value.strip()})
            except NoActivity as error:
                self._note = Message(error.message, **error.details)
                return
            self._note = Message(N_("Corrected, not kept yet."))

    def _turn_page(self) -> None:
        self._shown, self._chosen = (), ""

    def counts(self) -> dict[str, int]:
        """Return how many entries have which verdict."""
        found = [one.verdict for one in self._sitting.all()]
        return {verdict: found.count(verdict) for verdict in (KEEP, REJECT, UNSURE, OPEN)}


def why(doubt: Doubt) -> Message | str:
    """Return why something is in doubt, in words."""
    return reason(doubt.doubt)


def _told(choice: Choice, doubt: Doubt) -> Message | str:
    """Return who an entry may be, in words."""
    said = Message(WHO[choice.what], name=doubt.name)
    if choice.who is None:
        return said
    who = choice.who
    named = ", ".join(filter(None, (who.name, who.kind, who.town)))
    return Message(N_("{named} ({known})"), named=named, known=said)


def editable() -> Iterator[str]:
    """Yield the fields that can be corrected, in their order."""
    return iter(EDITABLE)
