"""Rows as lines of CSV (RFC 4180): one way for every table."""

from __future__ import annotations

import csv
from io import StringIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CRLF = "\r\n"  # RFC 4180 §2


def lines(rows: Iterable[Iterable[object]], end: str = "\n", delimiter: str = ",") -> Iterator[str]:
    """Yield each row as a line; what has a line end within, even half of one, stands in quotes."""
    line = StringIO()
    writer = csv.writer(line, delimiter=delimiter, lineterminator=CRLF)  # with another it leaves some bare
    for row in rows:
        writer.writerow(row)
        yield line.getvalue().removesuffix(CRLF) + end
        line.seek(0)
        line.truncate()
