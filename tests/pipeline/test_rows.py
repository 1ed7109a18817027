"""Rows in a format."""

from __future__ import annotations

import pytest

from partnerkg.pipeline.rows import chosen


@pytest.mark.parametrize(
    ("name", "why", "expected"), [(None, False, "csv"), (None, True, "json"), ("svg", False, "svg")]
)
def test_a_program_gets_what_it_can_read(program, name, why, expected):
    assert chosen(name, program, why=why) == expected


@pytest.mark.parametrize("why", [True, False])
def test_a_person_gets_a_table(person, why):
    assert chosen(None, person, why=why) == "table"
