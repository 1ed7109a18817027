"""The patterns of a query without a triple for each of which it finds nothing."""

from __future__ import annotations

import pytest

from partnerkg.sparql.opened import open_query


@pytest.mark.parametrize(
    ("group", "musts"),
    [
        ("?s pk:a ?o ; pk:b/^pk:c ?x", "a b c"),
        ("GRAPH ?g { ?s pk:a ?o } FILTER(?o > 1)", "a"),
        ("?s pk:a ?o OPTIONAL { ?s pk:b ?x }", "a"),
        ("{ ?s pk:a ?o } UNION { ?s pk:b ?o } ?s pk:c ?x", "c"),
        ("?s pk:a|pk:b ?o ; pk:c/(pk:d|(pk:e/pk:f)) ?x", "c"),
        ("?s pk:a ?o MINUS { ?s pk:b ?x } FILTER NOT EXISTS { ?s pk:c ?x }", "a"),
        ("?s pk:a ?o { SELECT ?s { ?s pk:b ?x } }", "a"),
        ("?s pk:a* ?o . ?s pk:b ?x", "b"),
    ],
)
def test_it_must_find_what_is_neither_optional_nor_one_of_several(group: str, musts: str) -> None:
    found = [
        pattern.predicate.value.rpartition("#")[2] for pattern in open_query(f"SELECT * {{ {group} }}").musts
    ]
    assert found == musts.split()
