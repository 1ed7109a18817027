"""Identifiers → text in the enrichment files, which stay as people wrote them but for what is added."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from partnerkg.errors import N_, Message
from partnerkg.identifiers.filled import Fault, Filled
from partnerkg.model.name import slug as slug_of
from partnerkg.readings import located

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.readings.located import Located

OWN = "identifiers.yaml"
START = """\
# Identifiers that `partnerkg identifiers --import` took from a sheet; further ones are added at the end.
enrichment: 1
pages:
"""
LONGEST_SLUG = 60
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


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lines of a sheet say of one organisation by one page."""

    rows: tuple[Filled, ...]

    @property
    def first(self) -> Filled:
        """Return the first line."""
        return self.rows[0]

    def text(self, indent: str) -> list[str]:
        """Return the lines of the entry, the first with its dash."""
        return [f"{indent}- organization: {scalar(self.first.organization)}", *self._facts(f"{indent}  ")]

    def claim(self, indent: str) -> list[str]:
        """Return the lines of a further claim of an entry with this indent."""
        return [f"{indent}  claims:", f"{indent}    - claim: identifiers", *self._facts(f"{indent}      ")]

    def _facts(self, indent: str) -> list[str]:
        numbers = [number(row) for row in self.rows]
        one = scalar(numbers[0]) if len(numbers) == 1 else json.dumps(numbers, ensure_ascii=False)
        seen = [f"{indent}seen: {self.first.seen_on}"] if self.first.seen_on else []
        return [f"{indent}identifiers: {one}", *seen]


def number(row: Filled) -> str:
    """Return an identifier with its register, as readings write it."""
    return f"{row.scheme}:{row.identifier}"


def new(rows: Iterable[Filled], pages: dict[str, Page]) -> list[Filled]:
    """Return the lines of a sheet that the enrichment does not say already, by the same page."""
    return [row for row in rows if number(row) not in _numbers(row, pages)]


def _numbers(row: Filled, pages: dict[str, Page]) -> frozenset[str]:
    page = pages.get(row.source)
    standing = page.entries.get(row.organization) if page else None
    return standing.numbers if standing else frozenset()


def entries(rows: Iterable[Filled]) -> list[Entry]:
    """Return the lines of a sheet put together by page, organisation and day, in their order."""
    found: dict[tuple[str, str, str], dict[tuple[str, str], Filled]] = {}
    for row in rows:
        numbers = found.setdefault((row.source, row.organization, row.seen_on), {})
        numbers.setdefault((row.scheme, row.identifier), row)
    return [Entry(tuple(numbers.values())) for numbers in found.values()]


def faults(wanted: Iterable[Entry], pages: dict[str, Page]) -> Iterator[Fault]:
    """Yield the entries that would stand twice in their page, and those that only a person can put there."""
    seen: dict[tuple[str, str], int] = {}
    for entry in wanted:
        row, page = entry.first, pages.get(entry.first.source)
        other = seen.setdefault((row.source, row.organization), row.line)
        if other != row.line:
            yield Fault(row.line, Message(N_("line {line} gives the same page another day."), line=other))
        standing = page.entries.get(row.organization) if page else None
        if page and standing and not standing.open:
            said = Message(
                N_("{path}, line {line} has an entry of this page; add `identifiers: {number}` there."),
                path=page.path.name,
                line=standing.line,
                number=number(row),
            )
            yield Fault(row.line, said)


def pages(folder: Path) -> dict[str, Page]:
    """Return the pages of the enrichment files by their address; WrongReading if a file is broken."""
    found: dict[str, Page] = {}
    for path in sorted(folder.glob("*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        listed = located.read(str(path)).named()["pages"].items()
        for page, end in _ends(listed, len(lines) + 1):
            said = page.named()
            address = said["source"].named()["address"].text()
            found.setdefault(address, _page(path, said["entries"].items(), end, lines))
    return found


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


def _new_page(address: str, found: Iterable[Entry], taken: set[str]) -> str:
    title = address.partition("://")[2].rstrip("/")
    lines = [
        "",
        "  - source:",
        f"      slug: {_slug(title, taken)}",
        f"      title: {scalar(title)}",
        f"      address: {scalar(address)}",
        "      language: fr",
        "    entries:",
        *(line for entry in found for line in entry.text("      ")),
    ]
    return "\n".join(lines) + "\n"


def _slug(title: str, taken: set[str]) -> str:
    base = slug_of(title)[:LONGEST_SLUG].strip("-") or "page"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name


def scalar(text: str) -> str:
    """Return the text as YAML reads it back: plain where it can be, else in quotes."""
    try:
        if yaml.safe_load(f"- {text}") == [text]:
            return text
    except yaml.YAMLError:
        pass
    return json.dumps(text, ensure_ascii=False)
