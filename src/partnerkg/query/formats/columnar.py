"""What the columnar formats share."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.results import Solutions


def file(solutions: Solutions, method: str) -> bytes:
    """Return the file that a method of a polars data frame writes; MissingExtra without polars."""
    from io import BytesIO

    written = BytesIO()
    getattr(solutions.to_polars(), method)(written)
    return written.getvalue()
