"""A sheet that somebody filled in, line by line."""

from __future__ import annotations

from datetime import date

import pytest

from partnerkg.errors import BrokenFile
from partnerkg.identifiers.filled import Filled, faults, read

TODAY = date(2026, 11, 23)
RIGHT = ("la-plume-arras", "siren", "216200410", "https://page.example/", "2026-11-22")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff", "sep={}\n", "\ufeffsep={}\n"])
def test_it_reads_what_a_spreadsheet_writes(write, separator, start):
    header = start.format(separator) + separator.join(
        ("Organization", "SCHEME", "identifier", "source", "seen_on")
    )
    path = write(separator.join(RIGHT).replace("216200410", "216 200\u00a0410"), header=header)
    assert read(path) == [Filled(3 if "sep" in start else 2, *RIGHT)]


def test_it_says_on_which_line_a_row_begins(write):
    path = write('a,siren,1,https://x.example,"two\nlines"', "b,siren,,,", "c,siren,2,https://x.example,")
    assert [row.line for row in read(path)] == [2, 5]


@pytest.mark.parametrize(
    ("header", "line", "words"),
    [
        ("organization,scheme", "", "line 1: there is no column `identifier`, `source`"),
        ("organization,scheme,identifier,source", 'a,b,"c', "line 2"),
    ],
)
def test_it_refuses_what_is_no_sheet(write, header, line, words):
    with pytest.raises(BrokenFile) as caught:
        read(write(line, header=header))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (0, "la-plume-aras", "did you mean `la-plume-arras`?"),
        (1, "sirene", "did you mean `siren`?"),
        (2, "２１６200410", "characters that no register uses"),
        (3, "", "the source is missing"),
        (3, "page.example", "no web address"),
        (3, "https://page.example/a b", "no web address"),
        (3, "https:///path", "no web address"),
        (4, "05/03/2026", "may be two days"),
        (4, "2026-11-24", "still to come"),
        (2, "4,88123E+13", "rounded"),
        (4, "2026-02-30", "2026-11-22"),
        (4, "20261122", "2026-11-22"),
    ],
)
def test_it_says_what_is_wrong_with_a_line(place, value, words):
    cells = [*RIGHT[:place], value, *RIGHT[place + 1 :]]
    (fault,) = faults([Filled(7, *cells)], {"la-plume-arras"}, {"siren"}, TODAY)
    assert fault.line == 7
    assert words in str(fault.said)


def test_it_finds_nothing_wrong_with_what_is_right():
    row = Filled(2, *RIGHT)
    assert list(faults([row, Filled(3, *RIGHT[:4])], {row.organization}, {row.scheme}, TODAY)) == []
