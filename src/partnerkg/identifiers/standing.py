"""The enrichment files as they stand: which pages they have, and what each says of which organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from partnerkg.readings import located

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.readings.located import Located

_DASH = re.compile(r"( *)- ")


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry that stands in a file: its line, the line after it, its indent if it is written in lines.

    `numbers` are the identifiers it has; `open` says whether a further claim can be put at its end.
    """

    line: int
    end: int
    indent: str | None
    numbers: frozenset[str]
    open: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an enrichment file: where it stands, its entries by organisation, the line after it."""

    path: Path
    entries: dict[str, Standing]
    indent: str | None
    end: int


def pages(folder: Path) -> dict[str, Page]:
    """Return the pages of the enrichment files by their address; WrongReading if a file is broken."""
    by_address: dict[str, Page] = {}
    for path in sorted(folder.glob("*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        listed = located.read(str(path)).named()["pages"].items()
        for page, end in _ends(listed, len(lines) + 1):
            said = page.named()
            address = said["source"].named()["address"].text()
            by_address.setdefault(address, _page(path, said["entries"].items(), end, lines))
    return by_address


def _ends(listed: list[Located], end: int) -> Iterator[tuple[Located, int]]:
    """Yield the items of a list, each with the line after it."""
    return zip(listed, [*(item.line for item in listed[1:]), end], strict=True)


def _page(path: Path, listed: list[Located], end: int, lines: list[str]) -> Page:
    standing = {}
    for entry, after in _ends(listed, end):
        said = entry.named()
        if "organization" in said:
            match = _DASH.match(lines[entry.line - 1])
            indent = match[1] if match else None
            able = indent is not None and "claims" not in said
            numbers = frozenset(_known(said))
            standing[str(said["organization"].value)] = Standing(entry.line, after, indent, numbers, able)
    first = _DASH.match(lines[listed[0].line - 1]) if listed else None
    return Page(path, standing, first[1] if first else None, end)


def _known(said: dict[str, Located]) -> Iterator[str]:
    """Yield the identifiers in an entry and in its further claims."""
    given = said["identifiers"].value if "identifiers" in said else []
    for item in given if isinstance(given, list) else [said["identifiers"]]:
        yield str(item.value)
    for claim in said["claims"].items() if "claims" in said else []:
        yield from _known(claim.named())
