"""How many things a rule was asked about, and what became of them."""

from __future__ import annotations

import pytest

SHOPS = """shop:bare a pk:Bookshop . shop:word a pk:Bookshop ; skos:broader "x" .
    shop:thing a pk:Bookshop ; skos:broader shop:s ."""
COMPONENT = """pks:C a sh:ConstraintComponent ; sh:parameter [ sh:path pk:needed ] ;
    sh:propertyValidator [ a sh:SPARQLSelectValidator ;
        sh:select "SELECT $this { $this a ?class FILTER NOT EXISTS { $this $PATH ?any } }" ] ."""


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        ("sh:nodeKind sh:IRI", (3, 1, 1, 1)),
        ("sh:minCount 1", (3, 2, 1, 0)),
        ("sh:hasValue shop:s", (3, 1, 2, 0)),
        ("sh:equals skos:narrower", (3, 1, 2, 0)),
        ("sh:someValue [ sh:nodeKind sh:IRI ]", (3, 1, 2, 0)),
        ("sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ]", (3, 1, 2, 0)),
        ("pk:needed true", (3, 2, 1, 0)),
    ],
)
def test_a_rule_applies_where_there_is_a_value_and_where_it_asks_for_one(judge, rule, counts) -> None:
    shapes = f"pks:S sh:targetClass pk:Bookshop ; sh:property pks:P . pks:P sh:path skos:broader ; {rule} ."
    found = judge(SHOPS, shapes + COMPONENT).checked["https://w3id.org/partnerkg/shapes#P"]
    assert (found.targeted, found.conforming, found.violating, found.not_applicable) == counts
