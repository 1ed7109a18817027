"""A sheet that somebody filled in → the identifiers in it, and what is wrong with its lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from partnerkg.errors import N_, BrokenFile, Message, Suggestion
from partnerkg.identifiers import days, spoilt, spreadsheet
from partnerkg.identifiers.missing import COLUMNS
from partnerkg.model.name import fold
from partnerkg.query.headings import headings
from partnerkg.readings.words import is_address
from partnerkg.translation import LANGUAGES, Spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

NEEDED = ("organization", "scheme", "identifier", "source")
SEEN_ON = "seen_on"


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
    """Return the lines of a sheet that have an identifier, without what spreadsheets put around numbers.

    What `spreadsheet.read` raises, and BrokenFile if it has not the columns.
    """
    sheet = spreadsheet.read(path)
    line, header = next(sheet.rows, (1, []))
    columns = _columns(header)
    if absent := [name for name in NEEDED if name not in columns]:
        reason = Message(N_("there is no column {names}"), names=_called(absent))
        raise BrokenFile(path=path, line=line, reason=reason)

    def cell(row: list[str], name: str) -> str:
        place = columns.get(name, len(row))
        return row[place].strip() if place < len(row) else ""

    return [
        Filled(
            line,
            cell(row, "organization"),
            cell(row, "scheme").lower(),
            spoilt.number(cell(row, "identifier")),
            cell(row, "source"),
            days.read(cell(row, SEEN_ON), day_first=sheet.day_first),
        )
        for line, row in sheet.rows
        if cell(row, "identifier")
    ]


def _columns(header: list[str]) -> dict[str, int]:
    """Return where the columns are, whatever the language that their headings are in."""
    places = {fold(name): place for place, name in enumerate(header)}
    called = [headings(COLUMNS, language) for language in LANGUAGES]
    return {
        column: places[fold(heading)]
        for names in called
        for column, heading in names.items()
        if fold(heading) in places
    }


def _called(columns: list[str]) -> Message:
    names = {language: headings(columns, language).values() for language in LANGUAGES}
    return Spoken({language: ", ".join(f"`{name}`" for name in said) for language, said in names.items()})


def faults(
    rows: Collection[Filled], organizations: Collection[str], schemes: Collection[str], today: date
) -> Iterator[Fault]:
    """Yield what is wrong with lines by themselves; what numbers must be like is for the shapes."""
    for row in rows:
        for said in _wrong(row, organizations, schemes, today):
            yield Fault(row.line, said)


def _wrong(
    row: Filled, organizations: Collection[str], schemes: Collection[str], today: date
) -> Iterator[Message]:
    if row.organization not in organizations:
        near = Suggestion(row.organization, organizations)
        yield Message(N_("there is no organisation `{slug}`; {near}"), slug=row.organization, near=near)
    if row.scheme not in schemes:
        near = Suggestion(row.scheme, schemes)
        yield Message(N_("there is no register `{scheme}`; {near}"), scheme=row.scheme, near=near)
    if not row.identifier.isascii() or not row.identifier.isprintable():
        yield Message(N_("`{number}` has characters that no register uses."), number=row.identifier)
    elif said := spoilt.lost(row.scheme, row.identifier):
        yield said
    if not row.source:
        yield Message(N_("the source is missing; give the address of the page where you saw the number."))
    elif not is_address(row.source):
        yield Message(N_("`{address}` is no web address."), address=row.source)
    if row.seen_on and (said := days.wrong(row.seen_on, today)):
        yield said
