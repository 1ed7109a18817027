"""A page read again: what is as before, what appeared, disappeared or changed; decisions are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import yaml

from partnerkg.model.claim import OPEN
from partnerkg.model.facts import SUBJECTS
from partnerkg.model.name import fold
from partnerkg.readings import anchor
from partnerkg.readings.anchor import Found, Wanted
from partnerkg.readings.draft import Draft, numbered
from partnerkg.readings.entry import FIRST
from partnerkg.readings.load import CAPTURES
from partnerkg.readings.parts import Data
from partnerkg.readings.pending import DECISIONS, DOUBT, REVIEW, SECTION, SECTIONS, VERDICT
from partnerkg.readings.places import Edits, Place, places, tree
from partnerkg.readings.sheet import Parts, Sheet, keys, written
from partnerkg.readings.wording import flow

GONE, MOVED, CHANGED = "gone", "moved", "changed"
Entry = tuple[int, int]  # the number of a section and that of an entry in it


@dataclass(slots=True)
class Again:
    """What became of a reading: its text now, and the entries by what became of them."""

    text: str = ""
    kept: list[str] = field(default_factory=list)
    appeared: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)


class Follower:
    """Follows the quotes of a reading from the text of its last capture to a new one."""

    def __init__(self, path: str, text: str, before: str | None, page: str) -> None:
        """Take the file, the text that was captured before (None if it is not at hand), and the new text."""
        self._path = path
        self._text = text
        self._before = before
        self._page = page
        self._root = tree(text)
        self._known: list[Found] = []

    def follow(self, draft: Draft) -> Again:
        """Return the reading with its quotes where the new text has them, and what the draft adds to it."""
        done, edits = Again(), Edits(self._text)
        self._shared(edits)
        fates = self._entries(edits, draft, done)
        self._waiting(edits)
        self._rejected()
        self._capture(edits, draft)
        sheet = Sheet(self._path, edits.text())
        self._move(sheet, fates)
        self._add(sheet, draft, done)
        done.text = sheet.text()
        return done

    def _find(self, place: Place) -> Found | None:
        before, after = place.between or ("", "")
        if self._before and place.at and self._before.startswith(place.quote, place.at[0]):
            start, end = place.at
            before = self._before[max(0, start - anchor.AROUND) : start]
            after = self._before[end : end + anchor.AROUND]
        at = place.at[0] if place.at else None
        return anchor.find(self._page, Wanted(place.quote, before, after, at))

    def _follow(self, edits: Edits, found: Iterable[Place]) -> list[Found | None]:
        """Write where quotes stand now; return the places."""
        made = []
        for place in found:
            there = self._find(place)
            if there:
                edits.place(place, self._page, there.start, there.end)
            made.append(there)
        return made

    def _shared(self, edits: Edits) -> None:
        """Follow the headings and the shared words of sections."""
        for section in _items(self._root, SECTIONS):
            for key in ("heading", "words", "list"):
                if key in keys(section) and "capture" not in keys(section):
                    self._follow(edits, places(keys(section)[key][1]))

    def _entries(self, edits: Edits, draft: Draft, done: Again) -> dict[Entry, str]:
        """Follow the entries; return what became of those that are not as before."""
        fates: dict[Entry, str] = {}
        for number, section in enumerate(_items(self._root, SECTIONS)):
            if "capture" in keys(section):
                continue
            for place, entry in enumerate(_items(section, "entries")):
                own = list(places(entry))
                if not own:
                    continue
                name = _name(entry)
                fate = self._fate(edits, own, draft, entry)
                getattr(done, fate or "kept").append(name)
                self._first(edits, entry)
                if fate:
                    fates[number, place] = fate
        return fates

    def _first(self, edits: Edits, entry: yaml.Node) -> None:
        """Write in which capture an entry was read first, while that is known."""
        if FIRST not in keys(entry):
            edits.value(entry, FIRST, _capture_name(self._root))

    def _fate(self, edits: Edits, own: list[Place], draft: Draft, entry: yaml.Node) -> str:
        found = [self._find(place) for place in own]
        if found[0] is None:
            new = next((one for one in draft.review if _same(one, entry)), None)
            if new is None:
                return GONE
            start, end = _span(new)
            edits.place(own[0], self._page, start, end)
            self._known.append(Found(start, end, sure=False))
            self._follow(edits, own[1:])
            return CHANGED
        self._follow(edits, own)
        self._known += [there for there in found if there]
        return "" if all(there and there.sure for there in found) else MOVED

    def _waiting(self, edits: Edits) -> None:
        """Follow what nobody has decided; of what is gone nothing is said any more."""
        for entry in _items(self._root, REVIEW):
            self._first(edits, entry)
            self._known += [there for there in self._follow(edits, places(entry)) if there]

    def _rejected(self) -> None:
        """Find again what was rejected: it is not proposed once more."""
        for decision in _items(self._root, DECISIONS):
            for place in places(decision):
                around = keys(decision).get("context", (None, None))[1]
                sides = (
                    [str(one.value) for one in around.value] if isinstance(around, yaml.SequenceNode) else []
                )
                before, after = sides if len(sides) == 2 else ("", "")
                at = place.at[0] if place.at else None
                found = anchor.find(self._page, Wanted(place.quote, before, after, at))
                self._known += [found] if found and found.sure else []

    def _capture(self, edits: Edits, draft: Draft) -> None:
        """Write the new capture, and the last one among the earlier ones."""
        assert self._root is not None
        node = keys(self._root)["capture"][1]
        for key, value in draft.capture.items():
            edits.value(node, key, value)

    def _move(self, sheet: Sheet, fates: dict[Entry, str]) -> None:
        """Move what is not as before to what is to be decided, what is gone under its capture."""
        moved: list[tuple[int | None, Parts]] = []
        sections = sheet.list(SECTIONS)
        old = _items(self._root, SECTIONS)
        was = _capture_name(self._root)
        left: dict[int, str] = {}
        for (number, place), fate in fates.items():
            section = sections[number]
            entry = keys(section)["entries"][1].value[place]
            parts = sheet.parts(entry)
            sheet.take("entries", entry, section)
            name = str(keys(section)[SECTION][1].value)
            if fate == GONE:
                name = left.setdefault(number, f"{name}-{was}")
            subject = next(kind for kind in SUBJECTS if kind in parts)
            head = written({SECTION: name, DOUBT: fate, VERDICT: OPEN})
            moved.append((-1, {subject: parts.pop(subject)} | head | parts))
        known = {str(keys(section)[SECTION][1].value) for section in sections}
        before = Sheet(self._path, self._text)
        added = [
            (None, _earlier(before.parts(old[number]), name, was))
            for number, name in left.items()
            if name not in known
        ]
        if moved:
            sheet.put(REVIEW, moved)
        if added:
            sheet.put(SECTIONS, added)
        sheet.put(CAPTURES, [(None, self._was())])

    def _was(self) -> Parts:
        """Return the last capture, as it stands among the earlier ones."""
        assert self._root is not None
        node = keys(self._root)["capture"][1]
        values = {key: str(value.value) for key, (_, value) in keys(node).items()}
        return written({key: int(value) if key == "characters" else value for key, value in values.items()})

    def _add(self, sheet: Sheet, draft: Draft, done: Again) -> None:
        """Put what appeared among what is to be decided, with the sections that it needs."""
        new = [entry for entry in draft.review if not self._is_known(entry)]
        sections = {str(keys(node)[SECTION][1].value): node for node in sheet.list(SECTIONS)}
        names, added = {}, []
        for section in draft.sections:
            name = str(section[SECTION])
            if not any(entry[SECTION] == name for entry in new):
                continue
            names[name] = _fitting(section, sections)
            if names[name] is None:
                names[name] = next(one for one in numbered(name) if one not in sections)
                added.append((None, written(section | {SECTION: names[name]})))
        first = str(draft.capture["sha256"])[:8]
        made = []
        for entry in new:
            values = {**entry, SECTION: names[str(entry[SECTION])], FIRST: first}
            made.append((None, written(values)))
            done.appeared.append(str(entry.get("name", "")))
        if made:
            sheet.put(REVIEW, made)
        if added:
            sheet.put(SECTIONS, added)

    def _is_known(self, entry: Data) -> bool:
        start, end = _span(entry)
        return any(there.start < end and start < there.end for there in self._known)


def _items(node: yaml.Node | None, key: str) -> list[yaml.Node]:
    value = keys(node).get(key, (None, None))[1]
    return list(value.value) if isinstance(value, yaml.SequenceNode) else []


def _name(entry: yaml.Node) -> str:
    known = keys(entry)
    key = "name" if "name" in known else next(kind for kind in SUBJECTS if kind in known)
    return str(known[key][1].value)


def _same(proposed: Data, entry: yaml.Node) -> bool:
    """Return whether a proposed entry is about the thing of another: by its slug, or by the whole name."""
    known = keys(entry)
    slugs = [str(known[kind][1].value) for kind in SUBJECTS if kind in known]
    name = str(known["name"][1].value) if "name" in known else ""
    same = bool(name) and fold(name) == fold(str(proposed.get("name", "")))
    return same or any(proposed.get(kind) in slugs for kind in SUBJECTS)


def _span(entry: Data) -> tuple[int, int]:
    at = entry["at"]
    assert isinstance(at, list)
    return int(at[0]), int(at[1])


def _capture_name(root: yaml.Node | None) -> str:
    return str(keys(keys(root)["capture"][1])["sha256"][1].value)[:8]


def _earlier(parts: Parts, name: str, capture: str) -> Parts:
    """Return a section as it stood in an earlier capture, without entries."""
    kept = {key: lines for key, lines in parts.items() if key not in (SECTION, "entries", "list")}
    head = {SECTION: [f"{SECTION}: {name}\n"], "capture": [f"capture: {flow(capture)}\n"]}
    return head | kept | {"entries": ["entries: []\n"]}


def _fitting(section: Data, known: dict[str, yaml.Node]) -> str | None:
    """Return the section that is there for a heading, None if there is none or new words are shared in it."""
    heading = section.get("heading")
    words = heading.get("quote") if isinstance(heading, dict) else None
    if "words" in section:
        return None
    for name, node in known.items():
        own = keys(keys(node)["heading"][1]).get("quote") if "heading" in keys(node) else None
        if "capture" not in keys(node) and (str(own[1].value) if own else None) == words:
            return name
    return None
