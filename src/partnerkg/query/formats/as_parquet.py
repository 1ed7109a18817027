"""Apache Parquet, values as in `records`; by the extra `polars`."""

from __future__ import annotations

from partnerkg.query.formats import columnar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table


def lines(solutions: Table, look: Look) -> Iterator[bytes]:
    """Yield the file; MissingExtra without polars."""
    yield columnar.file(solutions, "write_parquet")
