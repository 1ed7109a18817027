"""Readings whose quotes have no place in their page, or a wrong one: found, written, or proposed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from partnerkg.errors import N_, Message, WrongReading
from partnerkg.model.document import LONGEST_QUOTE
from partnerkg.readings import anchor
from partnerkg.readings.anchor import Wanted
from partnerkg.readings.located import content
from partnerkg.readings.places import Edits, Place, of_last_capture, tree
from partnerkg.readings.sheet import keys

SEVERAL = N_("`{quote}` stands several times in the page; add `between`, the words before and after it.")
NOWHERE = N_("`{quote}` does not stand in the page; quote its exact words.")
NEAR = N_("`{quote}` does not stand in the page; this does: `{near}`.")
MOVED = N_("`{quote}` stands at [{start}, {end}].")


@dataclass(slots=True)
class Mended:
    """A reading with the places that were found: its text, how many were written, what is left."""

    text: str
    count: int = 0
    notes: list[WrongReading] = field(default_factory=list)


def filled(path: Path, page: str, read: str) -> Mended:
    """Return a reading with the places of those quotes that have none, and what its capture lacks.

    `read` is the day for a reading that does not say when its page was captured.
    """
    text = content(str(path)).decode()
    mended, edits, last = Mended(text), Edits(text), 0
    root = tree(text)
    _capture(edits, root, page, read)
    for place in of_last_capture(root):
        if place.at and place.between:
            last = place.at[0]
            continue
        at = place.at[0] if place.at else None
        before, after = place.between or _around(page, at, place.quote)
        found = anchor.find(page, Wanted(place.quote, before, after, at), last)
        if found and found.sure:
            edits.place(place, page, found.start, found.end)
            mended.count += 1
            last = found.start
        else:
            mended.notes.append(_wrong(path, place, SEVERAL if found else NOWHERE))
    mended.text = edits.text()
    return mended


def _around(page: str, at: int | None, quote: str) -> tuple[str, str]:
    """Return what surrounds a quote where it is said to stand, nothing where it does not."""
    if at is None or not page.startswith(quote, at):
        return "", ""
    end = at + len(quote)
    return page[max(0, at - anchor.AROUND) : at], page[end : end + anchor.AROUND]


def _capture(edits: Edits, root: yaml.Node | None, page: str, read: str) -> None:
    said = {"sha256": hashlib.sha256(page.encode()).hexdigest(), "characters": len(page), "read": read}
    known = keys(root)
    if root is None or "capture" not in known:
        if root is not None and "publisher" in known:
            edits.before(root, "publisher", "capture", said)
        return
    node = known["capture"][1]
    for key, value in said.items():
        if key not in keys(node):
            edits.value(node, key, value)


def repaired(path: Path, page: str, *, near: bool = False) -> Mended:
    """Return a reading with the places of quotes that were moved, and proposals for those that are no more.

    With `near` the words that come nearest are written in the place of such a quote.
    """
    text = content(str(path)).decode()
    mended, edits = Mended(text), Edits(text)
    for place in of_last_capture(tree(text)):
        if _stands(place, page):
            continue
        before, after = place.between or ("", "")
        found = anchor.find(page, Wanted(place.quote, before, after, place.at[0] if place.at else None))
        if found and found.sure:
            edits.place(place, page, found.start, found.end)
            mended.count += 1
            mended.notes.append(_wrong(path, place, MOVED, start=found.start, end=found.end))
        elif found:
            mended.notes.append(_wrong(path, place, SEVERAL))
        else:
            span = anchor.near(page, place.quote)
            if span and near and span[1] - span[0] <= LONGEST_QUOTE:
                edits.place(place, page, *span)
                mended.count += 1
            words = page[span[0] : span[1]] if span else ""
            mended.notes.append(_wrong(path, place, NEAR if span else NOWHERE, near=words))
    mended.text = edits.text()
    return mended


def _stands(place: Place, page: str) -> bool:
    """Return whether a quote stands where it is said to, between what is said to surround it."""
    if not place.at or not place.between:
        return True  # that it has no place is said elsewhere
    start, end = place.at
    return (
        page[start:end] == place.quote
        and page[:start].endswith(place.between[0])
        and page.startswith(place.between[1], end)
    )


def _wrong(path: Path, place: Place, template: str, **details: object) -> WrongReading:
    problem = Message(template, quote=place.quote, **details)
    return WrongReading(path=str(path), line=place.line, problem=problem)


def captures(root: Path, path: Path) -> Iterator[Path]:
    """Yield the captured texts that a reading may be about, the one that it names first, then the newest."""
    known = keys(tree(content(str(path)).decode()))
    slug, digest = _scalar(known, "source", "slug"), _scalar(known, "capture", "sha256")
    folder = root / "captures"
    if digest:
        texts = [folder / f"{slug}.{digest[:8]}.txt"]
    else:
        texts = sorted(folder.glob(f"{slug}.*.txt"), key=lambda one: one.stat().st_mtime, reverse=True)
    yield from (one for one in [*texts, folder / f"{slug}.txt"] if one.is_file())


def _scalar(known: dict[str, tuple[yaml.Node, yaml.Node]], room: str, key: str) -> str:
    node = keys(known[room][1]).get(key, (None, None))[1] if room in known else None
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
