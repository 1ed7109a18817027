"""Spreadsheets (ECMA-376), by the extra `xlsx`: every cell is a text or a number, never a formula or link.

The same cells give the same bytes: no day of ours, and no name of a program, belongs into a file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO

from partnerkg.errors import MissingExtra
from partnerkg.files import scratch
from partnerkg.files.spooled import pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from xlsxwriter import Workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CREATED = datetime(1980, 1, 1)
_SETTINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def small(fill: Callable[[Workbook], None]) -> bytes:
    """Return the bytes of a workbook that `fill` has put its sheets into, made in memory.

    MissingExtra without xlsxwriter; what `fill` raises.
    """
    made = BytesIO()
    book = _library().Workbook(made, {**_SETTINGS, "in_memory": True})
    book.set_properties({"created": _CREATED})
    fill(book)
    book.close()
    return made.getvalue()


def workbook(fill: Callable[[Workbook], None]) -> Iterator[bytes]:
    """Yield the bytes of a workbook in pieces, once `fill` has put its sheets into it, row by row.

    Rows pass through temporary files. MissingExtra without xlsxwriter; what `fill` raises.
    """
    library = _library()
    with scratch.folder() as folder:
        path = os.path.join(folder, "book.xlsx")
        own = {"constant_memory": True, "tmpdir": folder, "use_zip64": True}
        book = library.Workbook(path, {**_SETTINGS, **own})
        book.set_properties({"created": _CREATED})
        try:
            fill(book)
            book.close()
        finally:
            for sheet in book.worksheets():
                sheet._opt_close()  # else the temporary file of its rows stays open if a value is refused
        with open(path, "rb") as written:
            yield from pieces(written)


def _library() -> ModuleType:
    from importlib import import_module

    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise MissingExtra(name="xlsx") from None
