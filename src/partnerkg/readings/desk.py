"""A reading as decisions to be made one after the other; each is written at once, and can be taken back.

A `Desk` is one file: `waiting()` gives what is to be decided, `keep`, `reject`, `unsure`, `correct` decide,
each in one step that `undo()` takes back, in another sitting, too. The verdicts stand in the file, so that
a person may go on in an editor, and `partnerkg accept` takes them into the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from partnerkg.errors import ChangedEntry, Message, NoEntry
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.model.claim import KEEP, OPEN, REJECT, UNSURE
from partnerkg.readings.by_hand import by_hand, under
from partnerkg.readings.doubts import Doubt, doubts, headings, publisher, sections, settled
from partnerkg.readings.extents import LISTED, Data, with_extent
from partnerkg.readings.journal import Decision, Journal, decision, digest
from partnerkg.readings.located import content
from partnerkg.readings.pending import IDENTITY, REVIEW, SECTION, SECTIONS, VERDICT
from partnerkg.readings.sheet import Parts, Sheet, keys, written
from partnerkg.readings.stating import Chosen, identified, stated, together
from partnerkg.readings.wording import flow

ADDED = "added"  # what a decision did that proposed something
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass
class Desk:
    """The reading in a file and the decisions on it, the last one first to be taken back."""

    path: Path
    root: str

    @property
    def journal(self) -> Journal:
        """Return where the decisions are remembered."""
        return Journal(self.root, self.path.stem)

    def text(self) -> str:
        """Return the reading as it stands in its file."""
        return content(str(self.path)).decode()

    def all(self) -> list[Doubt]:
        """Return what the reading proposes, in the order of the file."""
        return doubts(self.text())

    def waiting(self) -> list[Doubt]:
        """Return what is still to be decided."""
        return [one for one in self.all() if one.verdict == OPEN]

    def group(self, doubt: Doubt) -> list[Doubt]:
        """Return what is to be decided of the same rule, section and doubt, without what may be known."""
        same = (doubt.rule, doubt.section, doubt.doubt)
        alike = [one for one in self.waiting() if (one.rule, one.section, one.doubt) == same]
        return [one for one in alike if one.doubt != IDENTITY and not one.perhaps]

    def keep(
        self,
        *kept: Doubt,
        who: Chosen | None = None,
        said: Mapping[str, str] = NOTHING,
        doing: Mapping[str, object] | None = None,
    ) -> None:
        """Keep entries, all in one decision.

        Of a single one, `who` is the known organisation that it is, None for a new one, `said` are fields
        that are corrected on the way, and `doing` is what is done together, None if that stays as it is.
        """

        def change(doubt: Doubt, parts: Parts) -> Parts:
            if who is not None:
                parts = identified(parts, doubt, who)
            parts = stated(parts, doubt, said, self.publisher)
            return parts if doing is None else together(parts, doing)

        self._decide(KEEP, kept, change)

    def reject(self, doubt: Doubt) -> None:
        """Put an entry aside."""
        self._decide(REJECT, [doubt])

    def unsure(self, doubt: Doubt) -> None:
        """Leave an entry apart: not sure is a decision, too."""
        self._decide(UNSURE, [doubt])

    def settled(self) -> list[tuple[int, int, str]]:
        """Return where the page names what is decided for good and in which way."""
        return settled(self.text())

    def headings(self) -> dict[str, tuple[int, int]]:
        """Return where the heading of each section stands."""
        return headings(self.text())

    @property
    def publisher(self) -> str:
        """Return the slug of who speaks in the page."""
        return publisher(self.text())

    def correct(
        self, doubt: Doubt, said: Mapping[str, str], doing: Mapping[str, object] | None = None
    ) -> None:
        """Write other values of fields; what the words do not say is the reader’s interpretation."""

        def change(doubt: Doubt, parts: Parts) -> Parts:
            parts = stated(parts, doubt, said, self.publisher)
            return parts if doing is None else together(parts, doing)

        self._write(OPEN, [doubt], change)

    def add(self, start: int, end: int, page: str, slug: str) -> None:
        """Propose words of the page that no rule has read; NoEntry where there are none, or no section."""
        with alone(self.root):
            text = self.text()
            section = under(start, headings(text), sections(text))
            if not (section and slug and page[start:end].strip()):
                raise NoEntry(name=page[start:end], suggestion=Message(""))
            sheet = Sheet(str(self.path), text)
            sheet.put(REVIEW, [(None, written(by_hand(page, start, end, section, slug)))])
            self._save(page[start:end], ADDED, text, sheet.text())

    def say_of_list(self, section: str, name: str, said: Data) -> None:
        """Write what is said of the list that a section is, nothing if `said` is empty; ChangedEntry."""
        with alone(self.root):
            text = self.text()
            sheet = Sheet(str(self.path), text)
            items = sheet.list(SECTIONS)
            item = next((one for one in items if keys(one)[SECTION][1].value == section), None)
            if item is None:
                raise ChangedEntry(name=name)
            sheet.replace(item, with_extent(sheet.parts(item), said))
            self._save(name, LISTED, text, sheet.text())

    def listed(self) -> bool:
        """Return whether something was said of lists since all was last published."""
        decisions = self.journal.read()
        return self.last() is not None and any(one.verdict == LISTED for one in decisions)

    def forget(self) -> None:
        """Forget the decisions, which are published: they are taken back by other means."""
        self.journal.write([])

    def last(self) -> Decision | None:
        """Return the last decision, None if there is none, or if somebody changed the reading since."""
        last = next(reversed(self.journal.read()), None)
        return last if last and last.undone(self.text()) is not None else None

    def undo(self) -> Decision | None:
        """Take back the last decision and return it; None where `last` knows none."""
        with alone(self.root):
            known = self.journal.read()
            before = known[-1].undone(self.text()) if known else None
            if before is None:
                return None
            writing.write_atomically(str(self.path), [before.encode()])
            self.journal.write(known[:-1])
        return known[-1]

    def _decide(
        self,
        verdict: str,
        about: list[Doubt] | tuple[Doubt, ...],
        change: Callable[[Doubt, Parts], Parts] = lambda _, parts: parts,
    ) -> None:
        def decide(doubt: Doubt, parts: Parts) -> Parts:
            return change(doubt, parts) | {VERDICT: [f"{VERDICT}: {flow(verdict)}\n"]}

        self._write(verdict, list(about), decide)

    def _write(self, verdict: str, about: list[Doubt], change: Callable[[Doubt, Parts], Parts]) -> None:
        """Change entries that are as they were seen; ChangedEntry if one is not, and nothing is written."""
        with alone(self.root):
            text = self.text()
            sheet, found = Sheet(str(self.path), text), doubts(text)
            items = sheet.list(REVIEW)
            for doubt in about:
                if doubt not in found:
                    raise ChangedEntry(name=doubt.name)
                item = items[doubt.number]
                sheet.replace(item, change(doubt, sheet.parts(item)))
            self._save(", ".join(doubt.name for doubt in about), verdict, text, sheet.text())

    def _save(self, name: str, verdict: str, before: str, after: str) -> None:
        """Write the reading, then how that is taken back; what was before a change of others is forgotten."""
        known = self.journal.read()
        kept = known if known and known[-1].after == digest(before) else []
        writing.write_atomically(str(self.path), [after.encode()])
        self.journal.write([*kept, decision(name, verdict, before, after)])
