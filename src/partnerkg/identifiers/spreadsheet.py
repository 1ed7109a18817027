"""A sheet as spreadsheets write it → its rows as texts: XLSX, or CSV in whatever encoding."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from partnerkg.errors import N_, BrokenFile, Message, MissingFile, UnreadableFile
from partnerkg.files import worksheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[int, list[str]]  # the line on which it begins, its cells

LARGEST = 50_000_000  # bytes
SEPARATORS = ",;\t"
_XLSX, _XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """The rows of a sheet; `day_first` says that whoever wrote it writes 22/11/2026 for the 22nd."""

    rows: Iterator[Row]
    day_first: bool


def read(path: str) -> Spreadsheet:
    """Return a sheet by its content, whatever its name.

    MissingFile, UnreadableFile, MissingExtra, BrokenFile.
    """
    data = _bytes(path)
    if data.startswith(_XLS):
        raise UnreadableFile(path=path, reason=Message(N_("it is an old .xls; save it as .xlsx or as CSV")))
    if data.startswith(_XLSX):
        return Spreadsheet(worksheet.rows(path, data), day_first=False)  # a day there is a day
    lines = list(io.StringIO(_text(path, data), newline=""))
    start = 1 if lines and lines[0].lower().startswith("sep=") else 0
    first = lines[start] if start < len(lines) else ""
    separator = max(SEPARATORS, key=first.count)
    return Spreadsheet(_rows(path, lines, start, separator), separator == ";")


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise MissingFile(path=path) from error
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror) from error
    if len(data) > LARGEST:
        raise UnreadableFile(path=path, reason=Message(N_("it has more than {most} bytes"), most=LARGEST))
    return data


def _text(path: str, data: bytes) -> str:
    """Return the text: in the encoding that its mark tells, else in UTF-8, else in that of Windows."""
    encodings = ["utf-8", "cp1252"]
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif data.startswith(BOM_UTF8):
        encodings = ["utf-8-sig"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
    reason = Message(N_("its letters are in no encoding that spreadsheets write; save it as CSV UTF-8"))
    raise BrokenFile(path=path, line=line, reason=reason)


def _rows(path: str, lines: list[str], start: int, separator: str) -> Iterator[Row]:
    """Yield the rows below `sep=;`, which Excel understands and is none."""
    reader = csv.reader(lines[start:], delimiter=separator, strict=True)
    line = start + 1
    try:
        for row in reader:
            yield line, row
            line = start + reader.line_num + 1
    except csv.Error as error:
        raise BrokenFile(path=path, line=line, reason=_reason(str(error))) from None


def _reason(said: str) -> Message:
    if "field limit" in said:
        return Message(N_("a cell has more than {limit} characters"), limit=csv.field_size_limit())
    return Message("{reason}", reason=said)
