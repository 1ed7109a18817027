from __future__ import annotations

import pytest
from pyoxigraph import BlankNode

from partnerkg.sparql.query import read
from partnerkg.validate.compiled import provable, scopes
from partnerkg.validate.compiled.custom import Custom

PLAIN = [
    "SELECT $this WHERE { $this pk:p ?x FILTER (?x != $this) }",
    "SELECT $this (STR($this) AS ?value) WHERE { $this pk:p ?x }",
    "SELECT $this WHERE { FILTER NOT EXISTS { ?x pk:p $this . FILTER (?x != $this) } }",
    "SELECT $this WHERE { $this pk:p ?x OPTIONAL { ?x pk:q ?y FILTER (?y != $this) } }",
    "SELECT $this WHERE { { $this pk:p ?x } UNION { $this pk:q ?x } FILTER (?x != $this) }",
    "SELECT $this ?value WHERE { { SELECT DISTINCT $this ?value { ?s a ?value } } $this pk:p ?x }",
    'SELECT $this WHERE { $this pk:p "(", ?x . { $this pk:q ?x } }',
]
PROVABLE = [
    "SELECT $this WHERE { { $this pk:p ?x FILTER (?x != $this) } UNION { $this pk:q ?x } }",
    "SELECT $this WHERE { { SELECT $this (COUNT(?x) AS ?n) { $this pk:p ?x } GROUP BY $this } FILTER (?n > 1) }",
]
NOT = [
    ("SELECT $this WHERE { { FILTER ($this = pk:a) } UNION { $this pk:q ?x } }", "no pattern binds it"),
    ("SELECT $this WHERE { $this pk:p ?x { BIND (STR($this) AS ?y) } }", "no pattern binds it"),
    ("SELECT $this WHERE { $this pk:p ?x { SELECT ?x { $this pk:q ?x } } }", "does not give"),
    ("SELECT $this WHERE { { SELECT (MAX(?x) AS ?most) { ?s pk:p ?x } } $this pk:p ?most }", "does not give"),
    ("SELECT $this WHERE { { SELECT $this (COUNT(?x) AS ?n) { $this pk:p ?x } } }", "counts"),
    ("SELECT $this WHERE { $this pk:p ?x } LIMIT 1", "LIMIT"),
    ("ASK { $this pk:p ?x }", "no SELECT"),
]
PREFIX = "PREFIX pk: <https://w3id.org/partnerkg/ontology#>\n"


def reason(text: str) -> str | None:
    return provable.reason(Custom("q", BlankNode(), read(PREFIX + text), {}).of(provable.BINDING))


@pytest.mark.parametrize("text", PLAIN)
def test_it_knows_the_plain_case_by_its_tokens(text) -> None:
    assert scopes.plain(read(PREFIX + text).tokens)


@pytest.mark.parametrize("text", [*PLAIN, *PROVABLE])
def test_it_proves_what_may_be_asked_of_all_nodes_at_once(text) -> None:
    assert reason(text) is None


@pytest.mark.parametrize("text", [*PROVABLE, *(text for text, _ in NOT)])
def test_it_leaves_to_the_proof_what_is_not_plain(text) -> None:
    assert not scopes.plain(read(PREFIX + text).tokens)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT $this WHERE { $this pk:p ?x MINUS { $this pk:q ?x } }", "MINUS"),
        ("SELECT $this WHERE { $this pk:p ?x . VALUES ?x { 1 } }", "VALUES"),
        ("SELECT $this FROM <x:g> WHERE { $this pk:p ?x }", "FROM"),
        ("SELECT $this WHERE { BIND (1 AS $this) }", "binds a variable"),
        ("SELECT $this WHERE { $this pk:p ?x { SELECT ?x { ?y pk:q ?x } } }", "does not give $this"),
        ("SELECT $this WHERE { { SELECT * { $this pk:q ?x } } }", "does not give $this"),
    ],
)
def test_it_says_what_no_query_of_a_shape_may_have(text, why) -> None:
    assert why in (scopes.fault(read(PREFIX + text).tokens, ["this"]) or "")


@pytest.mark.parametrize("text", [*PLAIN, *PROVABLE, "SELECT * WHERE { $this pk:p ?x } LIMIT 1"])
def test_it_lets_other_queries_be(text) -> None:
    assert scopes.fault(read(PREFIX + text).tokens, ["this"]) is None


@pytest.mark.parametrize(("text", "why"), NOT)
def test_it_says_why_a_query_must_be_asked_of_each_node(text, why) -> None:
    assert why in (reason(text) or "")
