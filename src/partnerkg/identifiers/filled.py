"""A sheet that somebody filled in → the identifiers in it, and what is wrong with its lines."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from partnerkg.errors import N_, BrokenFile, Message, Suggestion
from partnerkg.rdf import source
from partnerkg.readings.words import is_address, is_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

NEEDED = ("organization", "scheme", "identifier", "source")
SEEN_ON = "seen_on"
SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Filled:
    """An identifier that a person gives for an organisation, seen at an address; `seen_on` may be empty."""

    line: int
    organization: str
    scheme: str
    identifier: str
    source: str
    seen_on: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line of the sheet: a sentence, or one by language as shapes have them."""

    line: int
    said: Message | Mapping[str, str]


def read(path: str) -> list[Filled]:
    """Return the lines of a sheet that have an identifier, without the spaces that people put into numbers.

    Commas, semicolons or tabs separate the cells. MissingFile, UnreadableFile, or BrokenFile with its line
    if it is no CSV in UTF-8 or has not the columns.
    """
    rows = _rows(path, source.text(path).decode())
    line, header = next(rows, (1, []))
    columns = {name.strip().lower(): place for place, name in enumerate(header)}
    for name in NEEDED:
        if name not in columns:
            raise BrokenFile(
                path=path, line=line, reason=Message(N_("there is no column `{name}`"), name=name)
            )

    def cell(row: list[str], name: str) -> str:
        place = columns.get(name, len(row))
        return row[place].strip() if place < len(row) else ""

    return [
        Filled(
            line,
            cell(row, "organization"),
            cell(row, "scheme").lower(),
            "".join(cell(row, "identifier").split()),
            cell(row, "source"),
            cell(row, SEEN_ON),
        )
        for line, row in rows
        if cell(row, "identifier")
    ]


def _rows(path: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line on which each begins; `sep=;`, which Excel understands, is none."""
    lines = list(io.StringIO(text, newline=""))
    start = 1 if lines and lines[0].lower().startswith("sep=") else 0
    first = lines[start] if start < len(lines) else ""
    reader = csv.reader(lines[start:], delimiter=max(SEPARATORS, key=first.count), strict=True)
    line = start + 1
    try:
        for row in reader:
            yield line, row
            line = start + reader.line_num + 1
    except csv.Error as error:
        raise BrokenFile(path=path, line=line, reason=str(error)) from None


def faults(
    rows: Collection[Filled], organizations: Collection[str], schemes: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with lines by themselves; what numbers must be like is for the shapes."""
    for row in rows:
        for said in _wrong(row, organizations, schemes):
            yield Fault(row.line, said)


def _wrong(row: Filled, organizations: Collection[str], schemes: Collection[str]) -> Iterator[Message]:
    if row.organization not in organizations:
        near = Suggestion(row.organization, organizations)
        yield Message(N_("there is no organisation `{slug}`; {near}"), slug=row.organization, near=near)
    if row.scheme not in schemes:
        near = Suggestion(row.scheme, schemes)
        yield Message(N_("there is no register `{scheme}`; {near}"), scheme=row.scheme, near=near)
    if not row.identifier.isascii() or not row.identifier.isprintable():
        yield Message(N_("`{number}` has characters that no register uses."), number=row.identifier)
    if not row.source:
        yield Message(N_("the source is missing; give the address of the page where you saw the number."))
    elif not is_address(row.source):
        yield Message(N_("`{address}` is no web address."), address=row.source)
    if row.seen_on and not is_day(row.seen_on):
        yield Message(N_("`{day}` is no day; write it as 2026-11-22."), day=row.seen_on)
