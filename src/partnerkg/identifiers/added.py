"""Entries → the enrichment files with them, which stay as people wrote them but for what is added."""

from __future__ import annotations

from pathlib import Path

from partnerkg.identifiers.entries import scalar
from partnerkg.model.name import slug as slug_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.identifiers.entries import Entry
    from partnerkg.identifiers.standing import Page

OWN = "identifiers.yaml"
START = """\
# Identifiers that `partnerkg identifiers --import` took from a sheet; further ones are added at the end.
enrichment: 1
pages:
"""
LONGEST_SLUG = 60


def added(
    folder: Path, wanted: Iterable[Entry], known: dict[str, Page], slugs: Iterable[str]
) -> dict[Path, bytes]:
    """Return the enrichment files with the entries in them, by path; `slugs` are the sources already there.

    An entry goes to the end of its page, or as a claim to the end of an entry that stands there, where these
    are written in lines; other pages go to a file of ours.
    """
    changes: dict[Path, list[tuple[int, list[str]]]] = {}
    fresh: dict[str, list[Entry]] = {}
    for entry in wanted:
        page = known.get(entry.first.source)
        place = _place(entry, page) if page else None
        if page and place:
            changes.setdefault(page.path, []).append(place)
        else:
            fresh.setdefault(entry.first.source, []).append(entry)
    made = {path: _inserted(path, texts) for path, texts in changes.items()}
    if fresh:
        path, taken = folder / OWN, set(slugs)
        text = made.get(path) or (path.read_bytes() if path.exists() else START.encode())
        made[path] = (
            text.rstrip() + b"\n" + "".join(_new_page(*page, taken) for page in fresh.items()).encode()
        )
    return made


def _place(entry: Entry, page: Page) -> tuple[int, list[str]] | None:
    """Return the line before which the text of an entry goes, with the text; None if it has no place."""
    standing = page.entries.get(entry.first.organization)
    if standing and standing.indent is not None:
        return standing.end, entry.claim(standing.indent)
    return (page.end, entry.text(page.indent)) if page.indent is not None else None


def _inserted(path: Path, texts: Iterable[tuple[int, list[str]]]) -> bytes:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    for end, said in sorted(texts, key=lambda item: -item[0]):
        place = min(end - 1, len(lines))
        while not lines[place - 1].strip() or lines[place - 1].lstrip().startswith("#"):
            place -= 1
        lines[place:place] = [line + ending for line in said]
    return "".join(lines).encode()


def _new_page(address: str, entries: Iterable[Entry], taken: set[str]) -> str:
    title = address.partition("://")[2].rstrip("/")
    lines = [
        "",
        "  - source:",
        f"      slug: {_slug(title, taken)}",
        f"      title: {scalar(title)}",
        f"      address: {scalar(address)}",
        "      language: fr",
        "    entries:",
        *(line for entry in entries for line in entry.text("      ")),
    ]
    return "\n".join(lines) + "\n"


def _slug(title: str, taken: set[str]) -> str:
    base = slug_of(title)[:LONGEST_SLUG].strip("-") or "page"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name
