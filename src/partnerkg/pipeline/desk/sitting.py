"""One reading at the desk: its doubts by number, and what each answer to one does."""

from __future__ import annotations

import os
import time
from threading import RLock

from partnerkg.errors import ChangedEntry
from partnerkg.model.claim import OPEN
from partnerkg.pipeline.desk import page
from partnerkg.readings.desk import Decision, Desk, Doubt
from partnerkg.readings.standing import Standing, page_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.pipeline.desk.page import Line
    from partnerkg.pipeline.opened import Opened

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
        self._lock = RLock()

    def doubts(self) -> list[Doubt]:
        """Return what is or was in doubt, in the order of the reading: the first is number 1."""
        return [one for one in self.desk.all() if one.doubt or one.verdict == OPEN]

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

    def keep(self, seen: Seen, fields: Mapping[str, str]) -> None:
        """Keep a doubt with these values; ChangedEntry if it is not as it was seen."""
        with self._lock:
            self.desk.keep_corrected(self._unchanged(seen), fields)

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
            raise ChangedEntry(name=doubt.name if doubt else key.partition("@")[0])
        return doubt
