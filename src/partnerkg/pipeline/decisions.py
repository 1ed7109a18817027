"""The readings of a project checked, and what they propose accepted, rejected, taken back."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from partnerkg.errors import N_, NoEntry, Suggestion, WrongReading, WrongReadings
from partnerkg.files.locks import alone
from partnerkg.model.claim import KEEP, OPEN, REJECT
from partnerkg.model.name import plain
from partnerkg.pipeline.output import Output
from partnerkg.readings import decide
from partnerkg.readings.build import build
from partnerkg.readings.standing import Standing, page_text
from partnerkg.translation import Number, Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeVar

    from partnerkg.model.claim import Pending
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened

    T = TypeVar("T")


def check(opened: Opened, audience: Audience, names: Sequence[str] = ()) -> Output:
    """Return all that is wrong, to be decided or lacking in readings, a line each.

    Findings if anything is wrong or to be decided.
    """
    standing = Standing.of(opened.folder())
    wanted = {str(path) for path in standing.files(names)}
    found = [*standing.wrong(_may_be_kept), *standing.open()]
    lines = _ordered(fault for fault in (*found, *standing.lacking()) if str(fault.details["path"]) in wanted)
    open_ = any(str(fault.details["path"]) in wanted for fault in found)
    texts = [f"{said(line, audience)}\n" for line in lines]
    if not wanted:
        texts.append(audience.say(N_("There are no readings; `partnerkg read PAGE` makes one.")) + "\n")
    elif not open_:
        texts.append(audience.say(N_("Nothing is wrong, and nothing is left to decide.")) + "\n")
    return Output(texts, findings=open_)


def _may_be_kept(_: Path, entry: Pending) -> bool:
    return entry.verdict in (OPEN, KEEP)


def _ordered(faults: Iterable[WrongReading]) -> list[WrongReading]:
    return sorted(faults, key=lambda fault: (str(fault.details["path"]), int(str(fault.details["line"]))))


def said(fault: WrongReading, audience: Audience) -> str:
    """Return what is wrong with a reading, its file named as seen from here."""
    path = os.path.relpath(str(fault.details["path"]))
    return WrongReading(**{**fault.details, "path": path}).text(audience.translate)


def accept(
    opened: Opened,
    audience: Audience,
    names: Sequence[str] = (),
    *,
    things: Sequence[str] = (),
    everything: bool = False,
) -> Output:
    """Take what is decided in readings into the graph, all of it or nothing.

    `things` are entries to keep, and then no others; with `everything` what is open is kept as well, but for
    what its words do not prove, which is said and stays open. WrongReading with the lines if something taken
    is wrong, NoEntry; then nothing has changed.
    """
    with alone(opened.writable()):
        standing = Standing.of(opened.folder())
        paths = standing.files(names)
        chosen = _chosen(standing, paths, things)
        unfit, faults = standing.unfit(paths) if everything and not things else (set(), [])

        def verdict(path: Path, entry: Pending) -> str:
            if things:
                return KEEP if entry in chosen[path] else OPEN
            fits = everything and entry.verdict == OPEN and (path, entry.number) not in unfit
            return KEEP if fits else entry.verdict

        kept, rejected, left = _settle(opened, standing, paths, verdict)
    lines = [f"{said(fault, audience)}\n" for fault in _ordered(faults)]
    done = N_("Taken into the graph: {kept}; put aside: {rejected}; still to be decided: {left}.")
    lines.append(audience.say(done, kept=Number(kept), rejected=Number(rejected), left=Number(left)) + "\n")
    return Output(lines, findings=bool(faults))


def reject(opened: Opened, audience: Audience, name: str, things: Sequence[str]) -> Output:
    """Put proposed entries of a reading aside, by slug or name; they stay among its decisions. NoEntry."""
    with alone(opened.writable()):
        standing = Standing.of(opened.folder())
        paths = standing.files([name])
        chosen = _chosen(standing, paths, things)
        _, rejected, left = _settle(
            opened, standing, paths, lambda path, entry: REJECT if entry in chosen[path] else OPEN
        )
    done = N_("Put aside: {rejected}; still to be decided: {left}.")
    return Output([audience.say(done, rejected=rejected, left=left) + "\n"])


def _settle(
    opened: Opened, standing: Standing, paths: Sequence[Path], verdict: Callable[[Path, Pending], str]
) -> tuple[int, int, int]:
    """Put what has a verdict in its place, rebuild the graph; return how many are kept, rejected, open."""
    given = {
        path: {entry.number: verdict(path, entry) for one in standing.groups[path] for entry in one.pending}
        for path in paths
    }
    wrong = standing.wrong(lambda path, entry: given.get(path, {}).get(entry.number) == KEEP)
    if wrong := [fault for fault in wrong if Path(str(fault.details["path"])) in paths]:
        raise WrongReadings(_ordered(wrong))
    texts: dict[Path, bytes] = {}
    counts: Counter[str] = Counter()
    for path in paths:
        counts.update(given[path].values())
        if {KEEP, REJECT} & set(given[path].values()):
            text = path.read_text(encoding="utf-8")
            texts[path] = decide.settled(str(path), text, given[path], _around(standing, path)).encode()
    build(opened.folder(), changed=texts).generated.write(texts)
    return counts[KEEP], counts[REJECT], counts[OPEN]


def _chosen(standing: Standing, paths: Sequence[Path], things: Sequence[str]) -> dict[Path, list[Pending]]:
    """Return the entries named by slug or by the name they propose; NoEntry for what names none."""
    chosen: dict[Path, list[Pending]] = {path: [] for path in paths}
    waiting = [(path, entry) for path in paths for one in standing.groups[path] for entry in one.pending]
    for name in things:
        found = [
            (path, entry)
            for path, entry in waiting
            if plain(name) in map(plain, (entry.thing.slug, *entry.names))
        ]
        if not found:
            near = Suggestion(name, [entry.name for _, entry in waiting])
            raise NoEntry(name=name, suggestion=near)
        for path, entry in found:
            chosen[path].append(entry)
    return chosen


def undo(opened: Opened, audience: Audience, name: str) -> Output:
    """Take back the last decision on a reading: what it was about is open again, and no more in the graph."""
    thing = _taken_back(opened, name, decide.undone)
    return Output([audience.say(N_("{name} is open again."), name=thing) + "\n"])


def withdraw(opened: Opened, audience: Audience, name: str) -> Output:
    """Take back what was decided on a reading, all at once: it stands there as verdicts, and in no graph."""
    count = _taken_back(opened, name, decide.withdrawn)
    gone = Several(
        "{count} entry is in the graph no more.", "{count} entries are in the graph no more.", count
    )
    return Output([f"{gone.text(audience.translate)}\n"])


def _taken_back(opened: Opened, name: str, taking: Callable[[str, str], tuple[str, T]]) -> T:
    """Write a reading as it is without some decisions, with the graph, and return what was taken back."""
    with alone(opened.writable()):
        path = Standing.of(opened.folder()).files([name])[0]
        made, said = taking(str(path), path.read_text(encoding="utf-8"))
        texts = {path: made.encode()}
        build(opened.folder(), changed=texts).generated.write(texts)
    return said


def _around(standing: Standing, path: Path) -> decide.Context:
    return decide.around(
        page_text(standing.text(standing.groups[path][0])) if standing.groups[path] else None
    )
