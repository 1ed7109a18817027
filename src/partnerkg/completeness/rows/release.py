"""The releases as rows: what changed since another, and the trend."""

from __future__ import annotations

from pyoxigraph import Literal

from partnerkg.completeness.rows.terms import DECIMAL, share
from partnerkg.completeness.share import percent
from partnerkg.errors import N_
from partnerkg.query.headings import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.completeness import Completeness
    from partnerkg.completeness.history import Change, Release
    from partnerkg.errors import Translate
    from partnerkg.model.terms import Row
    from partnerkg.query.results import Solutions

ALL, SCORE = N_("all"), N_("score by weight, in %")
_COLUMNS = "▁▂▃▄▅▆▇█"


def changes(found: Iterable[Change], measured: Completeness, language: str) -> Solutions:
    """Return a row for each number that changed, the deepest fall first."""
    rows: list[Row] = [
        (
            Literal(measured.class_name(change.wanted.class_, language)),
            Literal(change.wanted.name(language)),
            Literal("{}/{}".format(*change.before)),
            Literal("{}/{}".format(*change.now)),
            Literal(f"{change.points:.1f}", datatype=DECIMAL),
            Literal(measured.command(change.wanted)),
        )
        for change in sorted(found, key=lambda change: (change.points, change.wanted.shape))
    ]
    columns = ("class", "property", "before", "now", "points", "command")
    return table(columns, rows, language, spare=("command",))


def trend(releases: Sequence[Release], found: Completeness, language: str, translate: Translate) -> Solutions:
    """Return a row for the score and one for each number, a column a release, and the trend of the shares.

    The score of every release is measured by the weights of today.
    """
    wanted = [cell.wanted for cell in found.cells]
    scores = [one.score(wanted) for one in releases]
    rows: list[Row] = [
        (
            Literal(translate(ALL)),
            Literal(translate(SCORE)),
            *(share(score) for score in scores),
            Literal(spark([score.percent for score in scores])),
        )
    ]
    for one in wanted:
        numbers = [release.numbers.get((one.class_, one.shape)) for release in releases]
        rows.append(
            (
                Literal(found.class_name(one.class_, language)),
                Literal(one.name(language)),
                *(Literal("{}/{}".format(*pair)) if pair else None for pair in numbers),
                Literal(spark([percent(*pair) if pair else None for pair in numbers])),
            )
        )
    columns = ("class", "property", *(release.version for release in releases), "trend")
    return table(columns, rows, language)


def spark(shares: Iterable[int | None]) -> str:
    """Return shares as a line of small columns, a dot where there is none."""
    return "".join(
        "·" if share is None else _COLUMNS[min(share * len(_COLUMNS) // 100, 7)] for share in shares
    )
