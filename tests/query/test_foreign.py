"""Words of pages in other languages say so where a table shows them."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal

from partnerkg.query.formats import Look, lines
from partnerkg.query.table import Table
from partnerkg.translation import translations


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("de", "Danke (en allemand)"),
        ("en", "Danke (en anglais)"),
        ("lb", "Danke (lb)"),
        ("fr", "Danke"),
        ("", "Danke"),
    ],
)
def test_a_text_in_another_language_says_in_which(tag: str, shown: str) -> None:
    word = Literal("Danke", language=tag) if tag else Literal("Danke")
    look = Look(language="fr", translate=translations("fr")[0])
    said = "".join(map(str, lines(Table(["words"], [(word,)]), "table", look)))
    assert said.splitlines()[2].strip() == shown
