"""The pages that were read as rows: what was read in each, and what no evidence covers."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.completeness.rows.terms import share_of, whole
from partnerkg.query.results import Solutions
from partnerkg.query.run import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Row
    from partnerkg.query.catalogue import Catalogue
    from partnerkg.store.base import Store

# The questions that say how much of each page was read.
READINGS, COVERAGE = "source_readings", "source_coverage"


def pages(questions: Catalogue, store: Store) -> Solutions:
    """Return a row for each page that was read: what was read in it, and what no evidence covers."""
    readings, coverage = (run(questions[name], store).records() for name in (READINGS, COVERAGE))
    covered = {row["capture"]: row for row in coverage}
    rows: list[Row] = []
    for row in readings:
        more = covered.get(row["capture"], {})
        characters, of = int(more.get("covered") or 0), int(more.get("of") or 0)
        numbers = [int(row[name] or 0) for name in ("items", "quotes", "claims", "doubtful")]
        rows.append(
            (
                NamedNode(str(row["source"])),
                *map(whole, numbers),
                whole(characters),
                whole(of),
                share_of(characters, of),
                whole(int(more.get("gaps") or 0)),
            )
        )
    columns = ("source", "items", "quotes", "claims", "doubtful", "covered", "characters", "percent", "gaps")
    return Solutions(columns, rows)
