from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.validate.formats import long_list

PKS = "https://w3id.org/partnerkg/shapes#"


def test_it_gives_the_counts_of_each_shape_by_its_iri(counted) -> None:
    assert json.loads(counted.to_json())["checked"][PKS + "name"] == {
        "names": {"fr": "nom", "en": "name"},
        "path": "skos:prefLabel",
        "targeted": 10,
        "conforming": 6,
        "violating": 4,
        "notApplicable": 0,
    }


def test_it_says_why_a_shape_met_no_node(counted) -> None:
    (unmet,) = json.loads(counted.to_json())["unmet"]
    assert unmet["reason"] == "pks:Library checked nothing: nothing is of the class pk:Library."


def test_it_says_what_the_thing_of_a_result_is_called(counted, look) -> None:
    first = json.loads(counted.written("json", look()))["results"][0]
    assert first["focusNode"]["label"] == "Chez <Nous>"


def test_it_counts_the_things_that_no_shape_looked_at(counted) -> None:
    whole = json.loads(counted.to_json())
    assert (whole["subjects"], whole["unseen"], whole["engine"]) == (40, 30, counted.engine)


@given(items=st.lists(st.text()), before=st.text(), after=st.text())
def test_it_writes_an_object_with_a_long_list_as_json_does(items, before, after) -> None:
    whole = {"before": before, "inner": {"results": []}, "after": after}
    text = "".join(long_list.lines(whole, "results", items))
    assert json.loads(text) == {"before": before, "inner": {"results": items}, "after": after}


def test_it_finds_the_long_list_beside_a_text_like_it() -> None:
    whole = {"a": '"results": []', "results": []}
    assert json.loads("".join(long_list.lines(whole, "results", [1, 2]))) == {
        "a": '"results": []',
        "results": [1, 2],
    }


def test_it_refuses_to_fill_a_list_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="results"):
        list(long_list.lines({"results": [1]}, "results", []))


def test_it_gives_each_result_a_line(counted) -> None:
    assert sum(line.startswith('{"severity"') for line in counted.to_json().splitlines()) == 6
