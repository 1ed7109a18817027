"""The shipped questions on the shipped graph: the expected answers, and the same from another engine.

An answer is what `partnerkg query NAME … --format csv` writes; after a change of the graph it is written
again and its difference read.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Variable

from partnerkg.namespaces import prefixes
from partnerkg.query import formats
from partnerkg.query.bind import bind
from partnerkg.query.catalogue import catalogue
from partnerkg.query.joined import joined
from partnerkg.query.run import run
from partnerkg.sparql import ordering
from partnerkg.sparql.query import Query
from partnerkg.store import embedded

ANSWERS = Path(__file__).parent / "answers"
WORLD = Path(__file__).parents[1] / "world"
# About everything, which takes rdflib up to ten seconds: compared on the invented project, with rows in it.
LONG = {
    *("claim_coverage", "class_completeness", "name_forms", "name_variants", "organization_kinds"),
    *("organization_names", "organization_schema_types", "organization_sources", "organization_statuses"),
    *("source_coverage", "source_gaps", "source_readings", "term_usage"),
}
CASES = [
    *(
        (name, {key: value.example for key, value in catalogue()[name].parameters.items()})
        for name in catalogue().names()
    ),
    ("publisher_partners", {"publisher": "coleres-du-present"}),
    ("supporter_beneficiaries", {"supporter": "lis-avec-moi"}),
    ("organization_statements", {"organization": "ville-d-arras"}),
    ("activity_categories", {"publisher": "coleres-du-present"}),
    ("claim_items", {"measure": "claims-without-triple"}),
    ("claim_items", {"measure": "claims-without-evidence"}),
    ("organization_connections", {"organization": "lis-avec-moi"}),
    ("organization_covering_groups", {"organization": "mediatheque-grenay"}),
    ("organization_covering_groups", {"organization": "quilombo-paris"}),
    ("organization_shared_partners", {"organization": "coleres-du-present", "place": "Arras"}),
    ("organization_shared_partners", {"organization": "coleres-du-present", "place": "Hauts-de-France"}),
    ("partner_without_activity", {"publisher": "coleres-du-present"}),
    ("organization_networks", {}),
    ("organization_sites", {}),
    ("place_small_libraries", {"below": "11000"}),
    ("source_gaps", {"least": "4"}),
    ("statement_sources", {"subject": "commune-62041"}),
    ("source_list_completeness", {}),
]
IDS = ["-".join((name, *values.values())) for name, values in CASES]
cases = pytest.mark.parametrize(("name", "values"), CASES, ids=IDS)


@pytest.fixture(scope="module")
def shipped():
    store = embedded.read()
    store.need()
    return store


@pytest.fixture(scope="module")
def shipped_otherwise():
    """Return the shipped graph whose rooms were read in another order."""
    store = embedded.read()
    store.need(("evidence", "claims"))
    store.need()
    return store


@pytest.fixture(scope="module")
def both():
    """Return a function that gives a project in our store, and in rdflib, which reads the quads itself."""
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False

    @cache
    def both_of(project):
        store, found = embedded.read(project), rdflib.Dataset(default_union=True)
        found.parse(data="".join(f"{quad} .\n" for quad in store.everything()), format="nquads")
        return store, found

    yield both_of
    rdflib.NORMALIZE_LITERALS = before


def shapes(row):
    """Return the terms of a row as texts; a language counts as it is written."""
    return tuple(map(str, row))


def ours(term):
    """Return a term of rdflib as we have it."""
    if term is None or isinstance(term, rdflib.URIRef):
        return term and NamedNode(str(term))
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=NamedNode(str(term.datatype or rdflib.XSD.string)))


def theirs(term):
    """Return a term of ours as rdflib has it."""
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    return rdflib.Literal(term.value, datatype=term.datatype.value)


@cases
def test_it_gives_the_expected_answer(shipped, name, values):
    solutions = run(catalogue()[name], shipped, **values)
    written = "-".join((name, *values.values())).replace(":", "_")  # no `:` in the name of a file
    expected = (ANSWERS / f"{written}.csv").read_text(encoding="utf-8")
    assert "".join(formats.lines(solutions, "csv")) == expected


@pytest.mark.thorough
@cases
def test_it_answers_as_rdflib_does(both, name, values):
    store, dataset = both(str(WORLD) if name in LONG else None)
    values = {"least": "1"} if name == "source_gaps" else values
    question = catalogue()[name]
    terms = {key.value: theirs(term) for key, term in bind(question, store, values).items()}
    unordered = question.text.rpartition("ORDER BY")[0]  # rdflib cannot sort what is unbound
    answer = dataset.query(unordered, initNs=prefixes(), initBindings=terms)
    columns = Query(question.text).columns if question.joined else list(question.columns)
    found = [tuple(ours(row[column]) for column in columns) for row in answer]
    if question.joined:
        found = ordering.of(Query(question.text)).sorted(columns, found, ordering.for_people)
        found = joined(columns, found, question.joined, list(question.columns))
        assert run(question, store, **values).rows == found
    assert Counter(map(shapes, run(question, store, **values))) == Counter(map(shapes, found))
    assert found or name not in LONG


@pytest.mark.slow
@cases
def test_it_answers_the_same_from_the_rooms_that_it_reads(shipped, name, values):
    question = catalogue()[name]
    some = embedded.read()
    assert run(question, some, **values).rows == run(question, shipped, **values).rows


@pytest.mark.slow
@cases
def test_it_gives_its_rows_in_a_total_order(shipped, shipped_otherwise, name, values):
    rows = run(catalogue()[name], shipped, **values).rows
    assert len(set(rows)) == len(rows)
    assert run(catalogue()[name], shipped_otherwise, **values).rows == rows


@pytest.mark.parametrize("name", catalogue().names())
def test_its_rows_are_ordered_for_people_and_not_by_the_engine(name):
    assert ordering.of(Query(catalogue()[name].text)) is not None


def test_the_first_rows_are_those_that_come_first_in_all(shipped):
    everything = run(catalogue()["organization_kinds"], shipped).rows
    some = run(catalogue()["organization_kinds"], shipped, 17)
    assert some.rows == everything[:17] and some.cut


def test_it_finds_nothing_where_nothing_is_said(shipped):
    rows = run(catalogue()["supporter_beneficiaries"], shipped, supporter="le-bateau-livre-lille").rows
    assert rows == []


def test_every_parameter_is_bound_by_its_example(shipped):
    for name, values in CASES:
        assert set(bind(catalogue()[name], shipped, values)) == {Variable(key) for key in values}
