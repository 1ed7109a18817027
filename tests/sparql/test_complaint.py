"""What is said of a wrong query."""

from __future__ import annotations

import pytest

from partnerkg.errors import WrongSparql
from partnerkg.store.held import hold


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT *\n{ ?s\u00a0?p ?o }", "line 2, column 5: (U+00A0) does not belong"),
        ("SELECT * { ?s ?p “x” }", "line 1, column 18: “ (U+201C) does not belong"),
        ("SELECT * # é\u00a0\n{ ?s ?p ’x’ }", "line 2, column 9: ’ (U+2019) does not belong"),
        ("SELECT * { ?s ?p ?o\u200b }", "(U+200B) does not belong"),
        ("SELECT *\n{ <a> <p> ?o }", "line 2: an IRI is not absolute"),
    ],
)
def test_it_names_a_character_at_its_place(text, words):
    with pytest.raises(WrongSparql) as error:
        hold([]).select(text)
    assert words in str(error.value)


def test_it_takes_no_character_of_a_text_for_a_fault():
    with pytest.raises(WrongSparql, match="closes nothing"):
        hold([]).select("SELECT * { ?s ?p '“' ] }")


def test_it_reads_a_query_behind_a_byte_order_mark():
    assert hold([]).ask("\ufeffASK {}") is True
