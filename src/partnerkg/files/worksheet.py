"""XLSX (ECMA-376) → rows of texts, by the extra `xlsx`: numbers and days as people write them."""

from __future__ import annotations

import io
import zlib
from datetime import date, datetime, time
from zipfile import BadZipFile, ZipFile

from partnerkg.errors import N_, Message, MissingExtra, UnreadableFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

UNPACKED = 64_000_000  # bytes, at most
COLUMNS = 64  # that are looked at
EXACT = 10**15  # below this a spreadsheet keeps every digit
_AGAIN = N_("it is no whole .xlsx; save it again")
_BROKEN = (
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    SyntaxError,
    EOFError,
    OSError,
    BadZipFile,
    zlib.error,
)


def rows(path: str, data: bytes, sheet: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet with their numbers; of a formula what the spreadsheet reckoned, if it did.

    UnreadableFile if it is no workbook or unpacks to more than `UNPACKED`; MissingExtra without openpyxl.
    """
    library = _library()
    _check(path, data)
    try:
        formulas, values = (
            library.load_workbook(io.BytesIO(data), read_only=True, data_only=shown)
            .worksheets[sheet]
            .iter_rows(max_col=COLUMNS, values_only=True)
            for shown in (False, True)
        )
        for number, (said, reckoned) in enumerate(zip(formulas, values, strict=False), 1):
            pairs = zip(said, reckoned, strict=False)
            cells = [written(own if value is None else value) for own, value in pairs]
            while cells and not cells[-1]:
                cells.pop()
            yield number, cells
    except _BROKEN as error:
        raise UnreadableFile(path=path, reason=Message(_AGAIN)) from error


def sheets(path: str, data: bytes) -> list[str]:
    """Return the names of the sheets of a workbook, in their order; the errors of `rows`."""
    library = _library()
    _check(path, data)
    try:
        book = library.load_workbook(io.BytesIO(data), read_only=True)
        return [sheet.title for sheet in book.worksheets]
    except _BROKEN as error:
        raise UnreadableFile(path=path, reason=Message(_AGAIN)) from error


def _check(path: str, data: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            size = sum(one.file_size for one in packed.infolist())
    except BadZipFile as error:
        raise UnreadableFile(path=path, reason=Message(_AGAIN)) from error
    if "[Content_Types].xml" not in names:
        raise UnreadableFile(path=path, reason=Message(N_("it is no .xlsx; save it as .xlsx or as CSV")))
    if size > UNPACKED:
        reason = Message(N_("it unpacks to more than {most} bytes"), most=UNPACKED)
        raise UnreadableFile(path=path, reason=reason)


def written(value: object) -> str:
    """Return what a cell holds as text: digits of a number that has them all, a day as 2026-11-22."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        if abs(value) >= EXACT:
            return f"{value:.14E}"  # as the spreadsheet shows it: the digits after these are lost
        return str(int(value)) if value == int(value) else repr(value)
    return str(value)


def _library() -> ModuleType:
    from importlib import import_module

    try:
        return import_module("openpyxl")
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise MissingExtra(name="xlsx") from None
