"""Queries of shapes are answered as SPARQL says where the engine alone answers otherwise, in both ways."""

from __future__ import annotations

import pytest

PK = "PREFIX pk: <https://w3id.org/partnerkg/ontology#> PREFIX shop: <https://w3id.org/partnerkg/id/organization/> "
DATA = 'shop:a pk:p 7 ; pk:q 7 ; pk:name "a"@fr , "b"@fr .'
ODD = "shop:other pk:p 007 ."
CASES = [
    ("shop:a", "SELECT $this (?x AS ?value) { $this pk:p|pk:q ?x }", 2),
    ("shop:absent", "SELECT $this (?x AS ?value) { $this pk:p* ?x }", 1),
    ("shop:a", "SELECT $this { $this pk:p ?x FILTER(?x NOT IN ()) }", 1),
    (
        "shop:a",
        "SELECT $this { { SELECT $this (GROUP_CONCAT(?n) AS ?all) { $this pk:name ?n } GROUP BY $this } FILTER(LANG(?all) = '') }",
        1,
    ),
]


@pytest.mark.parametrize("odd", ["", ODD])
@pytest.mark.parametrize("engine", ["auto", "exact"])
@pytest.mark.parametrize(("target", "query", "count"), CASES)
def test_a_query_finds_a_row_for_each_solution(judge, target, query, count, engine, odd) -> None:
    shape = f'pks:s a sh:NodeShape ; sh:targetNode {target} ; sh:sparql [ sh:select """{PK}{query}""" ] .'
    assert len(judge(DATA + odd, shape, engine=engine).results) == count
