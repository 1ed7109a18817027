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
from partnerkg.extract.missed import Missed, missed
from partnerkg.model.claim import OPEN
from partnerkg.model.name import slug
from partnerkg.pipeline.desk import doing, offers, page
from partnerkg.pipeline.desk.form import Form, form
from partnerkg.pipeline.desk.look import KEY_NEW, KEY_UNSURE, Looks
from partnerkg.pipeline.opened import at
from partnerkg.readings.check.things import check
from partnerkg.readings.desk import Desk
from partnerkg.readings.doubts import ACTIVITY, RELATIONS
from partnerkg.readings.draft import numbered
from partnerkg.readings.standing import Standing, page_text
from partnerkg.readings.stating import RELATION, Chosen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.model.claim import Reading
    from partnerkg.pipeline.desk.look import Look
    from partnerkg.pipeline.desk.page import Line
    from partnerkg.pipeline.opened import Opened
    from partnerkg.readings.doubts import Doubt
    from partnerkg.readings.journal import Decision

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
        self._looks: dict[str, Looks] = {}
        self._standing = standing
        self.called = _called(readings[0]) if readings else self.publisher
        self.corrected: set[str] = set()  # the keys of what was corrected in this sitting
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
        return self.looks_in(self.opened.language)

    def looks_in(self, language: str) -> Looks:
        """Return what the doubts are held against, in a language."""
        with self._lock:
            if language not in self._looks:
                opened = at(self.opened.project, language)
                self._looks[language] = Looks(opened, self._standing, self.name, self.called)
            return self._looks[language]

    def renew(self) -> None:
        """Look at the graphs anew: what was published is known, what was withdrawn is not."""
        with self._lock:
            self._standing = Standing.of(self.opened.writable())
            self._looks.clear()

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
        """Return the last decision, the one that can be taken back."""
        return self.desk.last()

    def group(self, doubt: Doubt) -> list[Doubt]:
        """Return what may be kept together with a doubt: of one rule and one section, nothing unsure."""
        return self.desk.group(doubt)

    def keep(self, seen: Seen, fields: Mapping[str, str], key: str = "", iri: str = "") -> None:
        """Keep a doubt as one of its choices, with these values; "4" leaves it apart.

        `iri` is who that choice was when somebody made it. ChangedEntry if something is not as it was seen,
        NoSuchPlace or AmbiguousPlace for a place that is none.
        """
        with self._lock:
            doubt = self._unchanged(seen)
            if key == KEY_UNSURE:
                self.desk.unsure(doubt)
                return
            choices = self.looks.choices(doubt, fields)
            who = next((one.who for one in choices if key and one.key == key), None)
            if iri and (who is None or who.iri != iri):
                raise ChangedEntry(name=doubt.name)
            self._check(fields)
            same = Chosen(who.slug, who.name, who.same, who.class_) if who else None
            if key == KEY_NEW and self.looks.is_known(doubt):
                same = Chosen(self._free(doubt.slug), "")
            said, told = self._changed(doubt, fields)
            self.desk.keep(doubt, who=same, said=said, doing=told)
            if said or told is not None:
                self.corrected.add(doubt.key)

    def _changed(self, doubt: Doubt, fields: Mapping[str, str]) -> tuple[dict[str, str], doing.Data | None]:
        """Return the fields that are other than what is said of a doubt, and what is done together if new."""
        vocabulary, activity = self._standing.reference.vocabulary, fields.get(ACTIVITY)
        said = {
            name: value
            for name, value in fields.items()
            if name != ACTIVITY and value != self._said(doubt, name)
        }
        if activity is None or doing.canonical(activity, vocabulary) == doubt.fields.get(ACTIVITY, ""):
            return said, None
        return said, doing.collaboration(activity, doubt, self.text, vocabulary)

    def _said(self, doubt: Doubt, name: str) -> str:
        """Return what is said of a doubt now, as fields are compared with it."""
        if name == RELATION:
            return next((one for one in RELATIONS if one in doubt.fields), "")
        value = doubt.fields.get(name, "")
        return self.looks.class_name(value) if name == "class" and value else value

    def _check(self, fields: Mapping[str, str]) -> None:
        for name in ("town", "territory"):
            if fields.get(name):
                check(fields[name], self._standing.reference.gazetteer, town=name == "town")

    def correct(self, seen: Seen, fields: Mapping[str, str]) -> None:
        """Write other values of a doubt, and decide nothing; ChangedEntry."""
        with self._lock:
            doubt = self._unchanged(seen)
            self.desk.correct(doubt, *self._changed(doubt, fields))

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
            self.corrected -= {one.key for one in self.doubts() if one.verdict == OPEN}
            changed = (at for at, one in enumerate(self.doubts(), 1) if before.get(one.key) != one.verdict)
            return next(changed, 1)

    def add(self, start: int, end: int) -> int:
        """Propose words of the page that no rule has read; the number of this doubt. NoEntry."""
        with self._lock:
            self.desk.add(start, end, self.text, self._free(slug(self.text[start:end])))
            return len(self.doubts())

    def _free(self, wished: str) -> str:
        """Return a slug that no other thing has."""
        known = {one.slug for one in self.desk.all()}
        return next(one for one in numbered(wished) if one not in known and not self.looks.taken(one))

    def missed(self) -> list[Missed]:
        """Return names that perhaps nobody has read."""
        spans = [(one.at, one.at + len(one.quote)) for one in self.desk.all() if one.at is not None]
        spans += [(start, end) for start, end, _ in self.desk.settled()]
        return missed(self.text, [*spans, *self.desk.headings().values()], self.called)

    def heading(self, doubt: Doubt) -> str:
        """Return the words above a doubt in the page, "" if its section has none."""
        start, end = self.desk.headings().get(doubt.section, (0, 0))
        return self.text[start:end]

    def form(self, doubt: Doubt, said: Mapping[str, str], key: str, language: str) -> Form:
        """Return a doubt as a form, with what somebody has said of it and chosen, and not saved."""
        return form(doubt, said, key, self.looks_in(language), language)

    def offers(self, field: str, letters: str) -> list[tuple[str, str]]:
        """Return what may be written in a field that begins with letters, each with what tells it."""
        return offers.names(self.looks.stores, letters) if field == "name" else offers.places(field, letters)

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
