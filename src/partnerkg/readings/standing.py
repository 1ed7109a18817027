"""The readings of a project as they stand: files, captured texts, and all that is wrong or open in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from partnerkg.errors import N_, Message, NoProject, NoReading, Suggestion, WrongReading
from partnerkg.model.claim import KEEP, OPEN, Pending, Reading
from partnerkg.readings import check, load
from partnerkg.readings.build import inputs
from partnerkg.readings.check import text
from partnerkg.readings.faults import Faults
from partnerkg.readings.located import content
from partnerkg.readings.pending import IDENTITY
from partnerkg.readings.reference import Reference

CAPTURES = "captures"
DOUBTS = {
    "kind": N_("neither the name nor the words around say of what kind it is"),
    "place": N_("several towns have this name"),
    "prose": N_("it was read in a sentence, by what kind of name it looks like"),
    "cue": N_("it was read in a sentence, behind words of support or partnership"),
    "file": N_("no words name it: it was read in the name of the file of a picture"),
    "script": N_("it was read in a program of the page, and may not be shown"),
    "former": N_("its heading speaks of those that were, and are no more"),
    "phrase": N_("its words look like a phrase, and may name nobody"),
    "few": N_("it is one of few on its page, and nothing else says that it is a partner"),
    "line": N_("it is a short line of its own, and may be no name"),
    "person": N_("this is a person, not an organisation"),
    "event": N_("a programme or an event may be no organisation"),
    "relation": N_("nothing says how it is related to the publisher"),
    "words": N_("its words do not carry all that is said of it"),
    "name": N_("the name is not sure"),
    "identity": N_("it may be an organisation that is known already"),
    "edited": N_("its row was edited"),
    "gone": N_("it is no more in the page: keep it as an earlier capture has it, or reject it"),
    "moved": N_("its words stand elsewhere in the page now"),
    "changed": N_("the page says it in other words now"),
    "hand": N_("somebody added it: no rule has read it"),
    "": N_("it was taken back"),
}


@dataclass(frozen=True)
class Standing:
    """The readings of a project folder, by file."""

    root: Path
    reference: Reference
    groups: dict[Path, list[Reading]]
    faults: Faults

    @classmethod
    def of(cls, project: str) -> Standing:
        """Read all readings of a project; NoProject, MissingFile, BrokenFile. Faults are kept."""
        root = Path(project)
        if not (root / "graph").is_dir():
            raise NoProject(path=project, folder="graph")
        faults, reference = Faults(), Reference.of(root)
        groups: dict[Path, list[Reading]] = {}
        for path in inputs(root, faults):
            groups[path], wrong = load.partly(str(path))
            faults.extend(wrong)
        reference.taken(reading for group in groups.values() for reading in group)
        return cls(root, reference, {path: reference.taken(group) for path, group in groups.items()}, faults)

    def files(self, names: Sequence[str]) -> list[Path]:
        """Return the files of readings by path or name, all of them if none is named; NoReading."""
        return _chosen(self.root, list(self.groups), names) or list(self.groups)

    def wrong(self, taken: Callable[[Path, Pending], bool]) -> list[WrongReading]:
        """Return all that is wrong in the readings, with those entries that they propose and are `taken`."""
        readings = [_with(one, path, taken) for path, group in self.groups.items() for one in group]
        faults = Faults(self.faults)
        known = self.reference
        faults.extend(check.faults(readings, known.gazetteer, known.vocabulary, whole=not self.faults))
        for reading in readings:
            page = self.text(reading)
            if page:
                faults.extend(text.faults(reading, str(page)))
        return list({str(fault): fault for fault in faults}.values())

    def unfit(self, paths: Collection[Path]) -> tuple[set[tuple[Path, int]], list[WrongReading]]:
        """Return the open entries of these files that could not be taken, by number, and what is wrong there.

        What is left out may be what others speak of, so it is looked again until nothing more is wrong.
        """
        entries = [(path, one) for path in paths for group in self.groups[path] for one in group.pending]
        left: set[tuple[Path, int]] = set()
        told: dict[str, WrongReading] = {}

        def taken(path: Path, entry: Pending) -> bool:
            return entry.verdict == KEEP or (entry.verdict == OPEN and (path, entry.number) not in left)

        while True:
            wrong = {(Path(str(one.details["path"])), one.details["line"]): one for one in self.wrong(taken)}
            found = {
                (path, entry.number): [wrong[path, line] for line in entry.lines if (path, line) in wrong]
                for path, entry in entries
                if entry.verdict == OPEN and taken(path, entry)
            }
            found = {key: faults for key, faults in found.items() if faults}
            if not found:
                return left, list(told.values())
            left |= found.keys()
            told |= {str(fault): fault for faults in found.values() for fault in faults}

    def open(self) -> Iterator[WrongReading]:
        """Yield what is still to be decided, with its line."""
        for path, group in self.groups.items():
            for entry in (entry for reading in group for entry in reading.pending):
                if entry.verdict == OPEN:
                    yield _line(path, entry.line, *_doubt(entry))

    def lacking(self) -> Iterator[WrongReading]:
        """Yield what readings may have and have not: a page may stand nowhere on the web."""
        what = N_("the address of the page is not known; add `address` to `source`.")
        for path, group in self.groups.items():
            if any(reading.capture and not reading.source.address for reading in group):
                yield _line(path, 1, what)

    def text(self, reading: Reading) -> Path | None:
        """Return the file with the captured text of a reading, None if it is not at hand."""
        if reading.capture is None:
            return None
        path = self.root / CAPTURES / f"{reading.source.slug}.{reading.capture.name}.txt"
        return path if path.is_file() else None


def reading_files(root: Path, names: Sequence[str] = ()) -> list[Path]:
    """Return the files of the readings of pages, all of them or those named by path or name; NoReading."""
    known = sorted((root / "graph" / "readings").glob("*.yaml"))
    return _chosen(root, known, names) or known


def _chosen(root: Path, known: Sequence[Path], names: Sequence[str]) -> list[Path]:
    pages = {path.stem: path for path in known if path.parent.name == "readings"}
    found = []
    for name in names:
        path = pages.get(name) or next((one for one in known if _same(one, name)), None)
        if path is None:
            folder = os.path.relpath(root / "graph" / "readings")
            raise NoReading(name=name, folder=folder, suggestion=Suggestion(name, pages))
        found.append(path)
    return found


def page_text(path: Path | None) -> str | None:
    """Return a captured text, None if there is none."""
    return content(str(path)).decode() if path else None


def _same(path: Path, name: str) -> bool:
    return Path(name).exists() and path.samefile(name)


def _with(reading: Reading, path: Path, taken: Callable[[Path, Pending], bool]) -> Reading:
    added = (claim for entry in reading.pending if taken(path, entry) for claim in entry.claims)
    return replace(reading, claims=(*reading.claims, *added))


def reason(doubt: str, perhaps: Sequence[str] = ()) -> Message | str:
    """Return why a doubt is one, in words; what a person wrote in the place of a doubt as it is."""
    if doubt == IDENTITY and perhaps:
        return Message(N_("it may be {known}, which is known already"), known=", ".join(perhaps))
    return Message(DOUBTS[doubt]) if doubt in DOUBTS else doubt


def _doubt(entry: Pending) -> tuple[str, Message | str, str]:
    return N_("to decide: {name} ({reason})."), reason(entry.doubt, entry.perhaps), entry.name


def _line(path: Path, line: int, template: str, reason: Message | str = "", name: str = "") -> WrongReading:
    return WrongReading(path=str(path), line=line, problem=Message(template, reason=reason, name=name))
