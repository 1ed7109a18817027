from __future__ import annotations

import pytest

from partnerkg.validate import WrongShape
from partnerkg.validate.compiled.coverage import gap, reached

SHAPE = "pks:s sh:targetClass pk:Bookshop ; {0} ."


def first(shapes):
    """Return the first thing that is not covered about the shapes that a target leads to."""
    found = (gap(shape, shapes) for shape in reached(shapes))
    return next((reason for reason in found if reason is not None), None)


@pytest.mark.parametrize(
    "rule",
    [
        "sh:property [ sh:path pk:p ; sh:minCount 1 ]",
        'sh:pattern "^[a-z]+(?:-[a-z]+)*$" ; sh:flags "i"',
        "sh:not [ sh:class pk:Library ] ; sh:deactivated true",
    ],
)
def test_it_covers_the_core(shapes_of, rule) -> None:
    assert first(shapes_of(SHAPE.format(rule))) is None


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (r'sh:pattern "^(?=a)"', "read differently"),
        (r'sh:pattern "(a)\\1"', "read differently"),
        ('sh:pattern "a" ; sh:flags "q"', "read differently"),
        ("sh:expression [ sh:path pk:p ]", "sh:expression"),
        ("sh:sparql [ sh:select 'SELECT $this { $this ?p ?o } LIMIT 1' ]", "LIMIT"),
        ("sh:targetNode [ ]", "without name"),
        ("sh:hasValue 01", "another form"),
        ("sh:property [ sh:path pk:p ; sh:node pks:s ]", "leads back to itself"),
        ("sh:sparql [ sh:select 'SELECT * { $this ?p ?o }' ]", "selects *"),
    ],
)
def test_it_says_what_it_does_not_cover(shapes_of, rule, why) -> None:
    found = first(shapes_of(SHAPE.format(rule)))
    assert found is not None
    assert why in found.text(lambda text: text)


def test_it_does_not_cover_components_that_the_shapes_declare(shapes_of) -> None:
    declared = "pks:c a sh:ConstraintComponent ; sh:parameter [ sh:path pk:most ] . "
    found = first(shapes_of(declared + SHAPE.format("pk:most 3")))
    assert found is not None
    assert "pk:most" in found.text(lambda text: text)


def test_it_minds_only_shapes_that_a_target_leads_to(shapes_of) -> None:
    assert first(shapes_of('pks:s a sh:NodeShape ; sh:pattern "(?=a)" .')) is None


def test_it_names_the_shape_whose_query_is_no_sparql(shapes_of) -> None:
    with pytest.raises(WrongShape, match="pks:s"):
        first(shapes_of(SHAPE.format("sh:sparql [ sh:select 'SELECT $this { $this ?p ?o } LIMIT LIMIT' ]")))
