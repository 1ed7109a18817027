"""Lines of CSV: any reader gives back the rows."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.files import separated

CELLS = st.text('ab,;"\r\n é', max_size=6)


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=3)), st.sampled_from(["\n", "\r\n"]), st.sampled_from(",;")
)
def test_the_rows_come_back(rows, end, delimiter):
    text = "".join(separated.lines(rows, end, delimiter))
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) == rows


@pytest.mark.parametrize("cell", ["a\rb", "a\nb", "a\r\nb", "\r"])
def test_a_line_end_of_any_kind_stands_in_quotes(cell):
    assert "".join(separated.lines([["x", cell]])) == f'x,"{cell}"\n'
