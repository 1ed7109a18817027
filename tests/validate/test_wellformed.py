from __future__ import annotations

import pytest

from partnerkg.validate import NotCompiled, WrongShape

SHAPE = "pks:s a sh:NodeShape ; sh:targetClass pk:Bookshop ; {0} ."


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("sh:property [ sh:path pk:p ; sh:minCount 1.5 ]", "sh:minCount is no whole number"),
        ('sh:property [ sh:path pk:p ; sh:maxLength "9" ]', "sh:maxLength is no whole number"),
        ("sh:minCount 1", "sh:minCount needs sh:path"),
        ("sh:nodeKind sh:Iri", "sh:nodeKind is none of IRI"),
        ("sh:in pk:a", "list is broken"),
        ("sh:property pks:p . pks:p a sh:PropertyShape ; sh:minCount 1", "without sh:path"),
        ("sh:property pks:p . pks:p a sh:NodeShape ; sh:path pk:p", "node shape with sh:path"),
    ],
)
@pytest.mark.parametrize("engine", ["sparql", "pyshacl"])
def test_it_refuses_shapes_that_no_engine_can_use(judge, bare, rule, why, engine) -> None:
    with pytest.raises(WrongShape, match=why):
        judge(bare, SHAPE.format(rule), engine=engine)


def test_it_takes_a_shape_that_two_shapes_lead_to(judge, named) -> None:
    shapes = SHAPE.format(
        "sh:and ( pks:a pks:b ) . pks:a sh:node pks:c . pks:b sh:node pks:c . pks:c sh:nodeKind sh:IRI"
    )
    assert judge(named, shapes).conforms


def test_it_takes_a_count_of_nothing_in_a_node_shape(judge, named) -> None:
    """The suite of the W3C has it: without a shape to count, the number says nothing."""
    assert judge(named, SHAPE.format("sh:qualifiedMinCount 5")).conforms


def test_it_does_not_compile_what_it_does_not_cover(judge, named) -> None:
    asking = 'sh:sparql [ sh:select "SELECT $this { $this a ?class } LIMIT 1" ]'
    with pytest.raises(NotCompiled, match="it has LIMIT or OFFSET; `--engine auto`"):
        judge(named, SHAPE.format(asking), engine="sparql")
