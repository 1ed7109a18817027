"""What the columnar formats share."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.table import Table


def file(solutions: Table, method: str) -> bytes:
    """Return the file that a method of a polars data frame writes; MissingExtra without polars."""
    from io import BytesIO

    from partnerkg.query.convert import to_polars

    written = BytesIO()
    getattr(to_polars(solutions), method)(written)
    return written.getvalue()
