"""GROUP_CONCAT gives a simple literal, whatever language its texts have (SPARQL 1.1 §18.5.1.7)."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.store.held import hold

DATA = [Quad(NamedNode("u:a"), NamedNode("u:p"), Literal("un", language="fr"))]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (GROUP_CONCAT(?x) AS ?n) { ?s <u:p> ?x }",
        "SELECT (group_concat(DISTINCT ?x ; separator = ')') AS ?n) { ?s <u:p> ?x } GROUP BY ?s",
        "SELECT ?n { { SELECT (GROUP_CONCAT(STRLANG(STR(?x), 'en')) AS ?n) { ?s <u:p> ?x } } }",
    ],
)
def test_it_has_no_language(text):
    assert [row[0] for row in hold(DATA).select(text)] == [Literal("un")]
