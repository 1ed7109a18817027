"""ORDER BY where the engine orders: total over all terms, in the order that `keys` has."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from partnerkg.sparql.ordering import key, total

XSD = "http://www.w3.org/2001/XMLSchema#"
P = NamedNode("http://e/p")


def _literal(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[Literal]:
    return values.map(lambda value: Literal(value, datatype=NamedNode(XSD + name)))


ZONES = st.sampled_from(["", "Z", "+14:00", "-12:00"])
DAYS = st.integers(1, 28).map("2020-02-{:02d}".format)
TERMS = st.one_of(
    _literal("integer", st.integers(-(10**12), 10**12).map(str)),
    _literal("decimal", st.decimals(-1000, 1000, places=3).map("{:f}".format)),
    _literal("double", st.sampled_from(["NaN", "INF", "-INF", "1e3", "2.5", "0.1"])),
    _literal("boolean", st.sampled_from(["true", "false"])),
    _literal("date", st.builds(str.__add__, DAYS, ZONES)),
    _literal("dateTime", st.builds("{}T{:02d}:00:00{}".format, DAYS, st.integers(0, 23), ZONES)),
    _literal("duration", st.integers(0, 9).map("P{}D".format)),
    _literal("hexBinary", st.text("ab", max_size=3)),
    st.text("aé ü", max_size=3).map(Literal),
    st.builds(Literal, st.text("ab", max_size=2), language=st.sampled_from(["en", "fr"])),
    st.text("ab", min_size=1, max_size=3).map(lambda name: NamedNode(f"http://e/{name}")),
    st.just(BlankNode("b")),
)


def _ordered(terms: list[object], conditions: str) -> list[object]:
    store = Store()
    store.extend(Quad(NamedNode(f"http://e/{n}"), P, term) for n, term in enumerate(terms))  # type: ignore[arg-type]
    text = total.complete(f"SELECT ?o {{ ?s <http://e/p> ?o }} ORDER BY {conditions}")
    return [row[0] for row in store.query(text)]  # type: ignore[union-attr]


@given(st.lists(TERMS, max_size=40), st.sampled_from(["?o", "(?o)", "DESC(?o)", "COALESCE(?o, 1)"]))
def test_it_is_the_order_of_the_keys(terms, conditions):
    found = [key(term) for term in _ordered(terms, conditions)]
    assert found == sorted(found, reverse=conditions.startswith("DESC"))


@pytest.mark.parametrize("seed", range(4))
def test_values_that_nothing_compares_do_not_end_the_process(seed):
    chance = random.Random(seed)
    terms = [Literal(f"2020-01-0{chance.randrange(1, 9)}{chance.choice(['', 'Z'])}") for _ in range(50)]
    terms += [Literal(str(chance.randrange(999)), datatype=NamedNode(XSD + "integer")) for _ in range(400)]
    terms += [Literal("NaN", datatype=NamedNode(XSD + "double")) for _ in range(50)]
    chance.shuffle(terms)
    assert len(_ordered(terms, "?o")) == len(terms)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?o { ?s ?p ?o } ORDER BY STR(?o) DESC(LANG(?o))",
        "SELECT ?o { ?s ?p ?o } ORDER BY RAND() LIMIT 3",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(COUNT(?o))",
        "SELECT ?s { ?s ?p ?o } ORDER BY EXISTS { ?o ?p ?s } (NOT EXISTS { ?s ?p 1 })",
        "SELECT ?s { ?s ?p ?o } ORDER BY",
        "SELECT ?s { ?s ?p ?o } ORDER BY (",
        "SELECT ?s { ?s ?p 'ORDER BY ?s' }",
    ],
)
def test_it_leaves_what_is_alike_or_wrong_as_it_is(text):
    found = total.complete(text)
    assert found.replace("ASC(STR(?o))", "STR(?o)").count("IF(") == 0
    assert (found == text) is ("ORDER BY" not in text or text.endswith(("BY", "(")) or "'ORDER" in text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?o { { SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 2 } }",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } ORDER BY ?o LIMIT 2",
        "SELECT ?o { ?s ?p ?o } ORDER BY (?o + 0) LIMIT 2 OFFSET 0",
        "SELECT (?o AS ?x) { ?s ?p ?o } ORDER BY ?o LIMIT 2 VALUES ?p { <http://e/p> }",
    ],
)
def test_it_orders_at_any_depth(text):
    store = Store()
    store.extend(Quad(NamedNode(f"http://e/{n}"), P, Literal(n)) for n in (11, 2, 100))
    found = [
        str(row[0] if "CONSTRUCT" not in text else row.object) for row in store.query(total.complete(text))
    ]
    assert [one.split('"')[1] for one in found] == ["2", "11"]
