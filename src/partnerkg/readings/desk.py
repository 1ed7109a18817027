"""A reading as decisions to be made one after the other; each is written at once, and can be taken back.

A `Desk` is one sitting over one file: `waiting()` gives what is to be decided, `keep`, `reject`, `unsure`,
`correct` decide, each in one step that `undo()` takes back. The verdicts stand in the file, so that a person
may go on in an editor, and `partnerkg accept` takes them into the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from partnerkg.errors import ChangedEntry, Message, NoEntry
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.model.claim import KEEP, OPEN, REJECT, UNSURE
from partnerkg.readings.by_hand import by_hand, under
from partnerkg.readings.doubts import Doubt, doubts, headings, publisher, sections, settled
from partnerkg.readings.located import content
from partnerkg.readings.pending import IDENTITY, REVIEW, VERDICT
from partnerkg.readings.sheet import Parts, Sheet, written
from partnerkg.readings.stating import Chosen, identified, stated
from partnerkg.readings.wording import flow

ADDED = "added"  # what a decision did that proposed something
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision was about, the reading before and after it, its verdict (open for a correction)."""

    name: str
    before: str
    after: str
    verdict: str = OPEN


@dataclass
class Desk:
    """The reading in a file and the decisions of this sitting, the last one first to be taken back."""

    path: Path
    root: str
    done: list[Decision] = field(default_factory=list)

    def all(self) -> list[Doubt]:
        """Return what the reading proposes, in the order of the file."""
        return doubts(content(str(self.path)).decode())

    def waiting(self) -> list[Doubt]:
        """Return what is still to be decided."""
        return [one for one in self.all() if one.verdict == OPEN]

    def group(self, doubt: Doubt) -> list[Doubt]:
        """Return what is to be decided of the same rule, section and doubt, without what may be known."""
        same = (doubt.rule, doubt.section, doubt.doubt)
        alike = [one for one in self.waiting() if (one.rule, one.section, one.doubt) == same]
        return [one for one in alike if one.doubt != IDENTITY and not one.perhaps]

    def keep(self, *kept: Doubt, who: Chosen | None = None, said: Mapping[str, str] = NOTHING) -> None:
        """Keep entries, all in one decision.

        Of a single one, `who` is the known organisation that it is, None for a new one, and `said` are fields
        that are corrected on the way.
        """

        def change(doubt: Doubt, parts: Parts) -> Parts:
            if who is not None:
                parts = identified(parts, doubt, who)
            return stated(parts, doubt, said, self.publisher)

        self._decide(KEEP, kept, change)

    def reject(self, doubt: Doubt) -> None:
        """Put an entry aside."""
        self._decide(REJECT, [doubt])

    def unsure(self, doubt: Doubt) -> None:
        """Leave an entry apart: not sure is a decision, too."""
        self._decide(UNSURE, [doubt])

    def settled(self) -> list[tuple[int, int, str]]:
        """Return where the page names what is decided for good and in which way."""
        return settled(content(str(self.path)).decode())

    def headings(self) -> dict[str, tuple[int, int]]:
        """Return where the heading of each section stands."""
        return headings(content(str(self.path)).decode())

    @property
    def publisher(self) -> str:
        """Return the slug of who speaks in the page."""
        return publisher(content(str(self.path)).decode())

    def correct(self, doubt: Doubt, said: Mapping[str, str]) -> None:
        """Write other values of fields; what the words do not say is the reader’s interpretation."""
        self._write(OPEN, [doubt], lambda doubt, parts: stated(parts, doubt, said, self.publisher))

    def add(self, start: int, end: int, page: str, slug: str) -> None:
        """Propose words of the page that no rule has read; NoEntry where there are none, or no section."""
        with alone(self.root):
            text = content(str(self.path)).decode()
            section = under(start, headings(text), sections(text))
            if not (section and slug and page[start:end].strip()):
                raise NoEntry(name=page[start:end], suggestion=Message(""))
            sheet = Sheet(str(self.path), text)
            sheet.put(REVIEW, [(None, written(by_hand(page, start, end, section, slug)))])
            after = sheet.text()
            writing.write_atomically(str(self.path), [after.encode()])
        self.done.append(Decision(page[start:end], text, after, ADDED))

    def undo(self) -> Decision | None:
        """Take back the last decision of this sitting and return it.

        None if there is none, or if somebody changed the reading since.
        """
        with alone(self.root):
            if not self.done or self.done[-1].after != content(str(self.path)).decode():
                return None
            last = self.done.pop()
            writing.write_atomically(str(self.path), [last.before.encode()])
        return last

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
            text = content(str(self.path)).decode()
            sheet, found = Sheet(str(self.path), text), doubts(text)
            items = sheet.list(REVIEW)
            for doubt in about:
                if doubt not in found:
                    raise ChangedEntry(name=doubt.name)
                item = items[doubt.number]
                sheet.replace(item, change(doubt, sheet.parts(item)))
            after = sheet.text()
            writing.write_atomically(str(self.path), [after.encode()])
        self.done.append(Decision(", ".join(doubt.name for doubt in about), text, after, verdict))
