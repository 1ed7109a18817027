"""One reading at the desk: its doubts by number, who each may be, and what each answer to one does.

The one way for every face in which a person decides (the desk of the web, the terminal):

    sitting = Sitting(opened, "page")            # a reading by name or file, in the language of `opened`
    for doubt in sitting.waiting(): …            # `doubts()` gives the decided ones too, with their verdict
    look = sitting.look(doubt, "1", {"town": "Arras"})    # why, the choices, the sentence, as it would be
    sitting.keep(seen(doubt), {"town": "Arras"}, "1")     # as the first choice: written at once
    sitting.undo()                               # the last decision, as often as wanted

A `Doubt` is a value of one moment: ask for `doubts()` again after each decision.
"""

from __future__ import annotations

import os
import time
from threading import RLock

from partnerkg.errors import ChangedEntry
from partnerkg.model.claim import OPEN
from partnerkg.pipeline.desk import page
from partnerkg.pipeline.desk.look import KEY_UNSURE, Looks
from partnerkg.readings.desk import Decision, Desk
from partnerkg.readings.standing import Standing, page_text
from partnerkg.readings.stating import Chosen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.model.claim import Reading
    from partnerkg.pipeline.desk.look import Look
    from partnerkg.pipeline.desk.page import Line
    from partnerkg.pipeline.opened import Opened
    from partnerkg.readings.doubts import Doubt

    Seen = tuple[str, str]  # the key of a doubt, and its mark as somebody saw it


class Sitting:
    """What somebody does to a reading, in as many windows as they like: one answer after the other."""

    def __init__(self, opened: Opened, name: str) -> None:
        """Take a reading by name or file; NoReading, ShippedGraph and what is wrong with files."""
        self.opened = opened
        root = opened.writable()
        standing = Standing.of(root)
        path = standing.files([name])[0]
        self.name = path.stem
        self.desk = Desk(path, root)
        readings = standing.groups[path]
        self.text = (page_text(standing.text(readings[0])) if readings else "") or ""
        source = readings[0].source if readings else None
        self.title = source.title if source else self.name
        self.language = source.language if source else ""
        self.publisher = (source.publisher if source else None) or ""
        capture = readings[0].capture if readings else None
        self.day = capture.read if capture else ""
        self._looks: Looks | None = None
        self._standing = standing
        self.called = _called(readings[0]) if readings else self.publisher
        self._lock = RLock()

    def all(self) -> list[Doubt]:
        """Return all that the reading proposes, in its order."""
        return self.desk.all()

    def doubts(self) -> list[Doubt]:
        """Return what is or was in doubt, in the order of the reading: the first is number 1."""
        return [one for one in self.desk.all() if one.doubt or one.verdict == OPEN]

    def waiting(self) -> list[Doubt]:
        """Return what is still to be decided."""
        return self.desk.waiting()

    def look(self, doubt: Doubt, key: str = "", said: Mapping[str, str] | None = None) -> Look:
        """Return why it is a doubt, who it may be (`choices`, by keys "1" to "4"), and what is written of it.

        `key` is the choice that is made and `said` what is corrected, before either is written.
        """
        return self.looks.look(doubt, key, said)

    @property
    def looks(self) -> Looks:
        """Return what the doubts are held against; it reads the graphs that are known once."""
        with self._lock:
            if self._looks is None:
                self._looks = Looks(self.opened, self._standing, self.name, self.called)
            return self._looks

    def sure(self) -> list[Doubt]:
        """Return what was read and nothing spoke against."""
        return [one for one in self.desk.all() if not one.doubt and one.verdict != OPEN]

    def following(self, number: int) -> int | None:
        """Return the number of the next doubt that is to be decided, None if there is none."""
        waiting = [at for at, one in enumerate(self.doubts(), 1) if one.verdict == OPEN]
        return next((at for at in waiting if at > number), waiting[0] if waiting else None)

    def lines(self, now: Iterable[Doubt]) -> list[Line]:
        """Return the page line by line, what is looked at marked in it."""
        return page.lines(self.text, self.desk, self.doubts(), [one.key for one in now])

    def saved(self) -> str:
        """Return when the reading was last written, hours and minutes."""
        return time.strftime("%H:%M", time.localtime(os.stat(self.desk.path).st_mtime))

    @property
    def last(self) -> Decision | None:
        """Return the last decision of this sitting, the one that can be taken back."""
        return self.desk.done[-1] if self.desk.done else None

    def group(self, doubt: Doubt) -> list[Doubt]:
        """Return what may be kept together with a doubt: of one rule and one section, nothing unsure."""
        return self.desk.group(doubt)

    def keep(self, seen: Seen, fields: Mapping[str, str], key: str = "") -> None:
        """Keep a doubt as one of its choices, with these values; "4" leaves it apart.

        ChangedEntry if it is not as it was seen.
        """
        with self._lock:
            doubt = self._unchanged(seen)
            if key == KEY_UNSURE:
                self.desk.unsure(doubt)
                return
            who = next((one.who for one in self.looks.choices(doubt) if key and one.key == key), None)
            same = Chosen(who.slug, who.name, who.same, who.class_) if who else None
            self.desk.keep(doubt, who=same, said=fields)

    def correct(self, seen: Seen, fields: Mapping[str, str]) -> None:
        """Write other values of a doubt, and decide nothing; ChangedEntry."""
        with self._lock:
            self.desk.correct(self._unchanged(seen), fields)

    def keep_all(self, seen: Sequence[Seen]) -> None:
        """Keep several together; ChangedEntry if one is not as it was seen, and none is kept."""
        with self._lock:
            self.desk.keep(*(self._unchanged(one) for one in seen))

    def reject(self, seen: Seen) -> None:
        """Put a doubt aside; ChangedEntry."""
        with self._lock:
            self.desk.reject(self._unchanged(seen))

    def unsure(self, seen: Seen) -> None:
        """Leave a doubt apart; ChangedEntry."""
        with self._lock:
            self.desk.unsure(self._unchanged(seen))

    def undo(self) -> int | None:
        """Take the last decision back; the number of what it was about, None if there is none."""
        with self._lock:
            before = {one.key: one.verdict for one in self.doubts()}
            if self.desk.undo() is None:
                return None
            changed = (at for at, one in enumerate(self.doubts(), 1) if before.get(one.key) != one.verdict)
            return next(changed, 1)

    def _unchanged(self, seen: Seen) -> Doubt:
        key, mark = seen
        doubt = next((one for one in self.desk.all() if one.key == key), None)
        if doubt is None or doubt.mark != mark:
            raise ChangedEntry(name=doubt.name if doubt else key)
        return doubt


def seen(doubt: Doubt) -> Seen:
    """Return a doubt as somebody sees it now."""
    return doubt.key, doubt.mark


def _called(reading: Reading) -> str:
    """Return what the publisher of a page is called."""
    slug = reading.source.publisher or ""
    said = (fact for claim in reading.claims if claim.subject.slug == slug for fact in claim.facts)
    return next((str(fact.value) for fact in said if fact.name == "name"), slug)
