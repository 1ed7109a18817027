from __future__ import annotations

import pytest

from partnerkg.validate import WrongShape

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
        ("sh:node pks:s", "pks:s → pks:s"),
        ("sh:not [ sh:node pks:s ]", "leads back to itself"),
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
