from __future__ import annotations

import json

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
