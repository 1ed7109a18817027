"""What the shapes want of a record."""

from __future__ import annotations

import pytest

from partnerkg.completeness import wanted
from partnerkg.validate.shapes import WrongShape

PLAIN = """
ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:a , ex:b , ex:c .
ex:a sh:path ex:one ; sh:minCount 1 ; sh:severity sh:Warning .
ex:b sh:path ex:two ; sh:minCount 1 .
ex:c sh:path ex:three ; sh:maxCount 1 ; sh:severity sh:Info .
"""


def keys(shapes):
    return [one.path.iri.rpartition("/")[2] for one in wanted(shapes)]


def test_shapes_with_weights_are_what_is_wanted(shapes_of):
    weighted = PLAIN.replace("ex:two ;", "ex:two ; pk:weight 2.5 ;")
    assert [(one.path.iri, one.weight) for one in wanted(shapes_of(weighted))] == [
        ("https://example.org/two", 2.5)
    ]


def test_without_weights_it_is_what_warnings_and_remarks_ask_for(shapes_of):
    assert keys(shapes_of(PLAIN)) == ["one"]


def test_without_either_it_is_every_property_and_any_value_will_do(shapes_of, measured):
    violations = PLAIN.replace("sh:severity sh:Warning", "sh:maxCount 5").replace(
        "sh:severity sh:Info", "sh:pattern 'x'"
    )
    assert sorted(keys(shapes_of(violations))) == ["one", "three", "two"]
    found = measured("ex:x a ex:Thing ; ex:three 'y' .", violations)
    assert {cell.wanted.path.iri[-3:]: cell.answered for cell in found.cells} == {
        "one": 0,
        "two": 0,
        "ree": 1,
    }


def test_shapes_that_are_off_want_nothing(shapes_of):
    assert keys(shapes_of(PLAIN + "ex:a sh:deactivated true . ex:b sh:severity sh:Warning .")) == ["two"]


def test_a_shape_of_two_classes_wants_the_same_of_both(shapes_of):
    assert len(wanted(shapes_of(PLAIN + "ex:S sh:targetClass ex:Other ."))) == 2


def test_a_weight_that_is_no_number_is_an_error(shapes_of):
    with pytest.raises(WrongShape, match="its weight is no number"):
        wanted(shapes_of(PLAIN.replace("ex:one ;", "ex:one ; pk:weight 'much' ;")))


def test_it_stands_in_the_order_of_the_facets(shapes_of):
    from .conftest import RECORD

    names = [one.name("fr") for one in wanted(shapes_of(RECORD))]
    assert names == ["nom propre", "kind", "commune"]
