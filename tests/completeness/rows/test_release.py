"""What changed since another release, and the trend."""

from __future__ import annotations

from partnerkg.completeness import history, rows
from partnerkg.completeness.history import Release


def test_the_trend_has_a_column_a_release_and_a_line_of_shares(found):
    now = history.release(found, "1.1.0")
    before = Release("1.0.0", {key: (0, of) for key, (_, of) in now.numbers.items()})
    table = rows.trend([before, now], found, "en", str)
    assert table.columns == ("class", "property", "1.0.0", "1.1.0", "trend")
    score, *others = table.records()
    assert (score["1.0.0"], score["1.1.0"]) == (0, found.score.percent)
    assert len(others) == len(found.cells)


def test_a_spark_is_as_high_as_its_share():
    assert rows.spark([0, 12, 13, 50, 99, 100, None]) == "▁▁▂▅██·"


def test_changes_begin_with_the_deepest_fall(found):
    now = history.release(found, "1.1.0")
    before = Release("1.0.0", {key: (of, of) for key, (_, of) in now.numbers.items()})
    changes = [change for change in history.compare(before, found) if change.now != change.before]
    points = [row["points"] for row in rows.changes(changes, found, "en").records()]
    assert points == sorted(points)
    assert all(change.fell for change in changes)
