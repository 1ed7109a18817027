"""Days as spreadsheets write them: in which order only the sheet as a whole can tell."""

from __future__ import annotations

import re
from datetime import date, timedelta

from partnerkg.errors import N_, Message
from partnerkg.readings.words import is_day

_TIME = re.compile(r"[T ]0?0:00(:00(\.0+)?)?Z?$")
_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_COUNTED = re.compile(r"[3-6][0-9]{4}")  # days since _FIRST, from 1982 to 2091
_FIRST = date(1899, 12, 30)
TWO_DAYS = N_(
    "`{day}` may be two days: a spreadsheet has rewritten it; write 2026-11-22 in a cell of the format text."
)


def read(text: str, *, day_first: bool) -> str:
    """Return a day as 2026-11-22 if there is no doubt which it is, else the text as it is."""
    bare = _TIME.sub("", text)
    rewritten = _DATE.fullmatch(bare)
    if not rewritten:
        return bare
    first, second, year = rewritten.groups()
    if day_first or int(first) > 12 or first == second:
        return _iso(year, second, first) or text
    return (_iso(year, first, second) or text) if int(second) > 12 else text


def _iso(year: str, month: str, day: str) -> str:
    made = f"{year}-{month:0>2}-{day:0>2}"
    return made if is_day(made) else ""


def wrong(text: str, today: date) -> Message | None:
    """Return what is wrong with a day on which somebody says to have seen something, None if nothing."""
    if _DATE.fullmatch(text) and _iso(text[-4:], *re.split("[/.-]", text)[1::-1]):
        return Message(TWO_DAYS, day=text)
    if _COUNTED.fullmatch(text):
        day = _FIRST + timedelta(days=int(text))
        return Message(
            N_("`{number}` is a day as a spreadsheet counts it; write {day}."), number=text, day=day
        )
    if not is_day(text):
        return Message(N_("`{day}` is no day; write it as 2026-11-22."), day=text)
    if date.fromisoformat(text) > today:
        return Message(N_("`{day}` is still to come; give the day on which you saw the number."), day=text)
    return None
