"""The postal codes of communes, by their code."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import Literal

from partnerkg.places import french, postal


@pytest.mark.parametrize(
    ("code", "codes"),  # of the official code
    [("62041", ("62000",)), ("75111", ("75011",)), ("59350", ("59000", "59160", "59260", "59777", "59800"))],
)
def test_each_commune_has_those_of_the_official_code(code, codes):
    assert postal.postal_codes()[code] == codes


def test_the_places_of_a_project_have_them():
    said = {quad.object for quad in french.quads(["commune-62041"]) if "postalCode" in quad.predicate.value}
    assert said == {Literal("62000")}


def test_a_line_is_a_commune_of_today_that_has_some(tmp_path):
    rows = [
        {"code": "2", "type": "commune-actuelle", "codesPostaux": ["10", "20"]},
        {"code": "1", "type": "commune-actuelle"},
        {"code": "3", "type": "commune-deleguee", "codesPostaux": ["30"]},
    ]
    (tmp_path / "communes.json").write_text(json.dumps(rows))
    assert list(postal.lines(str(tmp_path))) == ["2\t10 20\n"]
