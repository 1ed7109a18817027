"""Days as spreadsheets write them."""

from __future__ import annotations

from datetime import date

import pytest

from partnerkg.identifiers import days

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("2026-11-22", False, "2026-11-22"),
        ("2026-11-22 00:00:00", False, "2026-11-22"),
        ("2026-11-22 0:00:00", False, "2026-11-22"),
        ("29/11/2026", False, "2026-11-29"),
        ("29.11.2026", False, "2026-11-29"),
        ("11/29/2026", False, "2026-11-29"),
        ("5/5/2026", False, "2026-05-05"),
        ("05/03/2026", True, "2026-03-05"),
        ("5-3-2026", True, "2026-03-05"),
    ],
)
def test_it_reads_a_day_that_can_be_one_alone(text, day_first, expected):
    assert days.read(text, day_first=day_first) == expected
    assert days.wrong(expected, TODAY) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("05/03/2026", "may be two days"),
        ("31/02/2026", "is no day"),
        ("46348", "as a spreadsheet counts it; write 2026-11-22."),
        ("11/29/26", "is no day"),
        ("2026-11-22 14:30:00", "is no day"),
        ("2026-12-01", "still to come"),
        ("2099-01-01", "still to come"),
    ],
)
def test_it_says_what_is_wrong_with_a_day(text, words):
    read = days.read(text, day_first=False)
    assert read == text
    assert words in str(days.wrong(read, TODAY))


def test_it_takes_today():
    assert days.wrong("2026-11-30", TODAY) is None


def test_a_sheet_that_writes_days_first_has_no_thirteenth_month():
    read = days.read("11/29/2026", day_first=True)
    assert "is no day" in str(days.wrong(read, TODAY))
