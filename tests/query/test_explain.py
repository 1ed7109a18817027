"""A question as a text for any engine."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import Literal, Store, Variable

from partnerkg.errors import WrongSparql
from partnerkg.query.bind import bind
from partnerkg.query.catalogue import catalogue
from partnerkg.query.explain import explain
from partnerkg.query.joined import joined
from partnerkg.query.run import run
from partnerkg.sparql import ordering
from partnerkg.sparql.query import Query
from partnerkg.store import embedded

QUESTIONS = catalogue()


@pytest.fixture(scope="module")
def shipped():
    return embedded.read()


@pytest.fixture(scope="module")
def engine(shipped):
    """Return an engine that knows nothing of this project but its triples."""
    shipped.need()
    engine = Store()
    engine.extend(shipped.everything())
    engine.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return engine


@pytest.mark.parametrize("name", QUESTIONS.names())
def test_it_gives_the_same_answer_elsewhere(name, shipped, engine):
    question = QUESTIONS[name]
    values = {parameter.name: parameter.example for parameter in question.parameters.values()}
    text = explain(question.text, bind(question, shipped, values))
    answer = engine.query(text)
    names = [variable.value for variable in answer.variables]
    rows = ordering.of(Query(text)).sorted(names, map(tuple, answer), ordering.for_people)
    if question.joined:
        rows = joined(names, rows, question.joined, list(question.columns))
    else:
        rows = [tuple(row[names.index(column)] for column in question.columns) for row in rows]
    assert Counter(rows) == Counter(
        run(question, shipped, **values).rows
    )  # each engine has its own order of texts
    assert "#+" not in text


def asked(text, **options):
    return "".join(str(row[0].value) for row in Store().query(explain(text, **options)))


def test_it_declares_only_the_prefixes_that_are_used():
    text = explain('PREFIX ex: <http://e/> SELECT ?s { ?s a pk:Network, ex:a ; rdfs:label "org:x" }')
    assert [line.split()[1] for line in text.splitlines() if line.startswith("PREFIX")] == [
        "pk:",
        "rdfs:",
        "ex:",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x { FILTER(BOUND(?x)) }",
        "SELECT ?x WHERE { SELECT ?x { BIND(1 AS ?one) } }",
        "SELECT ?x { } GROUP BY ?x # the end",
        "#+ summary: {}\nSELECT ?x { # {\n}",
        "SELECT ?x { } ORDER BY ?x OFFSET 0",
    ],
)
def test_it_writes_a_value_where_the_query_sees_it(text):
    given = {Variable("x"): Literal('a "b"\n} \\ é', language="fr")}
    assert asked(text, given=given, limit=7) == 'a "b"\n} \\ é'


def test_it_adds_a_limit_where_there_is_none():
    assert explain("SELECT * { { SELECT * {} LIMIT 1 } }", limit=5).endswith("}\nLIMIT 5\n")
    for text in ("SELECT * {} LIMIT 1", "ASK {}", "SELECT * {} VALUES ?x { 1 }"):
        assert explain(text, limit=5) == text + "\n"


def test_it_writes_notes_as_comments():
    assert explain("ASK {}", notes=["one\ntwo"]) == "# one two\nASK {}\n"


def test_it_refuses_what_would_not_be_answered():
    with pytest.raises(WrongSparql, match="CLEAR changes data"):
        explain("CLEAR ALL")
