"""The tables against a plain reference in memory, on random graphs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from partnerkg.export import tables
from partnerkg.export.tables.plan import Plan
from partnerkg.namespaces import expand, prefixes
from partnerkg.query.labels import labels
from partnerkg.query.values import text
from partnerkg.store import held

pytestmark = pytest.mark.slow

Cells = list[set]


def nodes(*curies: str) -> list[NamedNode]:
    return [NamedNode(expand(curie) or "") for curie in curies]


THINGS = nodes("organization:a", "organization:b", "organization:c", "group:a")
CLAIMS = nodes("claim:a/a", "claim:a/b", "graph:reference")
LINKS, PLACES = nodes("collaboration:a", "membership:a", "support:a"), nodes("place:a", "place:b")
EVIDENCE, PASSAGES, SOURCES = nodes("evidence:a", "evidence:b"), nodes("passage:a"), nodes("source:a")
NAMES = [Literal("Été", language="fr"), Literal('a"\\\n'), Literal("\U0001f600", language="en"), Literal("")]
PAGES = [*nodes("source:page"), Literal("https://a.example/|"), Literal("01")]
FACTS = [
    ("rdf:type", THINGS, nodes("pk:Bookshop", "pk:OrganisationGroup", "org:Organization")),
    ("rdf:type", PLACES, nodes("pk:Place", "igeo:Commune")),
    ("skos:prefLabel", [*THINGS, *PLACES], NAMES),
    ("pk:hasPartner", THINGS, THINGS),
    ("pk:declaredBy", LINKS, THINGS),
    ("pk:partner", LINKS, THINGS),
    ("pk:listedUnder", LINKS, nodes("category:media")),
    ("org:memberOf", THINGS, THINGS),
    ("org:member", LINKS, THINGS),
    ("org:organization", LINKS, THINGS),
    ("org:hasSite", THINGS, nodes("site:a", "site:b")),
    ("pk:commune", nodes("site:a", "site:b"), PLACES),
    ("pk:population", PLACES, [Literal(3), Literal("many")]),
    ("pk:claimStatus", CLAIMS, nodes("status:stated", "status:layout")),
    ("pk:evidence", CLAIMS, EVIDENCE),
    ("pk:passage", EVIDENCE, PASSAGES),
    ("pk:seenOn", EVIDENCE, SOURCES),
    ("oa:hasSource", PASSAGES, nodes("capture:a")),
    ("pk:captureOf", nodes("capture:a"), SOURCES),
    ("schema:url", SOURCES, PAGES),
]


@some.composite
def quads(draw: some.DrawFn) -> Quad:
    predicate, subjects, objects = draw(some.sampled_from(FACTS))
    graph = draw(some.sampled_from([*CLAIMS, DefaultGraph()]))
    return Quad(
        draw(some.sampled_from(subjects)), nodes(predicate)[0], draw(some.sampled_from(objects)), graph
    )


@settings(max_examples=40, deadline=None)
@given(some.lists(quads(), max_size=60), some.sets(some.sampled_from(THINGS), min_size=1) | some.none())
def test_its_tables_are_those_of_a_plain_reference(given_quads: list[Quad], about: set | None) -> None:
    part = held.Held(given_quads, None if about is None else frozenset(about))
    for table in tables.tables(part, "fr"):
        found = [[[(value.token, value.label) for value in cell] for cell in row] for row in table]
        assert found == list(reference(table.plan, part, about)), table.plan.name
        assert len(table) == len(found)


def reference(plan: Plan, store: held.Held, about: set | None) -> Iterator[list]:
    """Yield the rows of a table, each cell as pairs of a term and its label, put together by dictionaries."""
    rows = gathered(plan, store)
    if about is not None and plan.about is not None:
        rows = [row for row in rows if row[plan.about] & about]
    shown = [place for place, column in enumerate(plan.columns) if column.has_labels]
    things = {term for row in rows for place in shown for term in row[place] if isinstance(term, NamedNode)}
    known = labels(things, store, "fr")

    def label(place: int, term: object) -> str:
        words = known.get(text(term)) if place in shown else None
        return words or (end(term.value) if isinstance(term, NamedNode) else text(term))

    def standing(row: list) -> tuple:
        keys = [row[place] for place in plan.key]
        return [[seen for _, seen in cell] for cell in keys], [[token for token, _ in cell] for cell in keys]

    written = (
        [
            sorted(((str(term), label(place, term)) for term in cell), key=lambda pair: pair[::-1])
            for place, cell in enumerate(row)
        ]
        for row in rows
    )
    yield from sorted(written, key=standing)


def gathered(plan: Plan, store: held.Held) -> list[Cells]:
    """Return the values of each row."""
    names = [column.name for column in plan.columns]
    key = [names[place] for place in plan.key]
    rows: dict[tuple, dict[str, set]] = {}
    for number, query in enumerate(plan.queries):
        answer = store.select(query)
        for found in answer:
            said = dict(zip(answer.columns, found, strict=True))
            if number < plan.rows:
                rows.setdefault(tuple(said[name] for name in key), {})
            by = [name for name in key if name in said] or [plan.through]
            for keys, row in rows.items():
                own = {**dict(zip(key, keys, strict=True)), plan.through: None}
                if all(said[name] in ({own[name]} if name in key else row.get(name, ())) for name in by):
                    for name, term in {**own, **said}.items():
                        if term is not None:
                            row.setdefault(name, set()).add(term)
    return [[row.get(name, set()) for name in names] for row in rows.values()]


def end(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri


def test_its_order_is_that_of_code_points() -> None:
    names = ["a", "Z", "é", "\uffff", "\U00010000", "ab", "a b"]
    facts = ((f"{prefixes()['organization']}{number}", name) for number, name in enumerate(names))
    part = held.Held(
        quad
        for iri, name in facts
        for quad in (
            Quad(NamedNode(iri), nodes("rdf:type")[0], nodes("pk:Bookshop")[0]),
            Quad(NamedNode(iri), nodes("skos:prefLabel")[0], Literal(name)),
        )
    )
    [table] = tables.tables(part, "fr", ["organisations"])
    assert [row[0][0].label for row in table] == sorted(names)
