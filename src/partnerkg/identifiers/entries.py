"""The lines of a sheet put together as the enrichment says them: what one page says of one organisation."""

from __future__ import annotations

import json
from dataclasses import dataclass

import yaml

from partnerkg.errors import N_, Message
from partnerkg.identifiers.filled import Fault, Filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.identifiers.standing import Page


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
    together: dict[tuple[str, str, str], dict[tuple[str, str], Filled]] = {}
    for row in rows:
        numbers = together.setdefault((row.source, row.organization, row.seen_on), {})
        numbers.setdefault((row.scheme, row.identifier), row)
    return [Entry(tuple(numbers.values())) for numbers in together.values()]


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


def scalar(text: str) -> str:
    """Return the text as YAML reads it back: plain where it can be, else in quotes."""
    try:
        if yaml.safe_load(f"- {text}") == [text]:
            return text
    except yaml.YAMLError:
        pass
    return json.dumps(text, ensure_ascii=False)
