"""What a query may not do."""

from __future__ import annotations

import subprocess
import sys
import time

import pyoxigraph
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from partnerkg.errors import WrongSparql
from partnerkg.sparql import guard

NOWHERE = "<http://127.0.0.1:9/>"


def check(text):
    guard.checked(text)


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ SERVICE {NOWHERE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent{NOWHERE}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ FILTER(1<2)SERVICE#>\n{NOWHERE} {{ ?s ?p ?o }} }}",
        f"PREFIX e: <http://e/> SELECT * {{ ?s ?p e:a\\# SERVICE {NOWHERE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p 1.SERVICE{NOWHERE}{{ ?s ?p ?o }} }}",
        "PREFIX e: <http://e/> SELECT * { SERVICEe:x{ ?s ?p ?o } }",
        f"SELECT * {{ # a comment\rSERVICE {NOWHERE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ FILTER(1<2)#>'''\nSERVICE {NOWHERE} {{ ?s ?p ?o }} #'''\n }}",
    ],
)
def test_it_refuses_a_service_call_however_it_is_hidden(text):
    with pytest.raises(WrongSparql, match="SERVICE is not allowed"):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE <http://e/>' }",
        "SELECT * { ?s <http://e/service#x> ?o } # SERVICE",
        "PREFIX e: <http://e/> SELECT * { ?s e:service ?o }",
        "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?s), '(service|[/#])$')) }",
    ],
)
def test_it_lets_the_word_service_stand_where_it_calls_nothing(text):
    check(text)


BEFORE = st.sampled_from(
    [
        "",
        "?s ?p ?o .",
        "?s ?p 1",
        "?s ?p 1.",
        "?s ?p 'a'@en.",
        "?s ?p true.",
        "?s ?p e:a\\#",
        "?s ?p e:a\\'",
        "?s ?p _:b.",
        "?s ?p '\\'SERVICE' .",
        '?s ?p "#" .',
        "?s ?p <http://e/#> .",
        "?s e:p? ?o",
        "FILTER(1<2)",
        "FILTER(?s<?p||?o>1)",
        "BIND(1<2 AS ?x)",
        "VALUES ?x {e:}",
        "{}",
    ]
)
GAP = st.sampled_from(["", " ", "#>\n", "# x\n", "#\r", "\t", "#'\n", '#"\n', "#<\n"])
CALL = st.sampled_from(["SERVICE", "service", "SeRvIcE SILENT", "SERVICESILENT"])
TARGET = st.sampled_from([NOWHERE, "e:x", "?s", "<http://127.0.0.1:9/#>"])
HEAD = "PREFIX e: <http://127.0.0.1:9/> SELECT * { ?s ?p ?o "


def calls_a_server(text):
    """Return whether the engine tries to; it refuses port 9 by itself, so nothing is sent."""
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(*[pyoxigraph.NamedNode("http://127.0.0.1:9/x")] * 3))
    try:
        list(store.query(text))
    except (OSError, RuntimeError):
        return True
    except SyntaxError:
        return False
    return False


@settings(max_examples=500, deadline=None)
@example(("FILTER(1<2)", "", "SERVICE", "#>\n", NOWHERE, "", "{ ?s ?p ?o } }"))
@given(st.tuples(BEFORE, GAP, CALL, GAP, TARGET, GAP, st.just("{ ?s ?p ?o } }")))
def test_it_lets_no_text_through_that_makes_the_engine_call_a_server(parts):
    if calls_a_server(HEAD + "".join(parts).replace("SILENT", "")):
        with pytest.raises(WrongSparql):
            check(HEAD + "".join(parts))


@pytest.mark.parametrize(
    "text",
    ["DELETE WHERE { ?s ?p ?o }", "PREFIX e: <http://e/> INSERT DATA { e:a e:b e:c }", "LOAD <http://e/>"],
)
def test_it_refuses_updates(text):
    with pytest.raises(WrongSparql, match="changes data"):
        check(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT * " + "{" * 60 + "}" * 60, "nested more than 50"),
        ("SELECT * { ?s ?p " + "(" * 60 + "1" + ")" * 60 + " }", "nested more than 50"),
        ("SELECT * { " + "OPTIONAL { ?s ?p ?o } " * 300 + "}", "more than 200 groups"),
        ("SELECT * { " + "OPTIONAL { ?s ?p ?o } " * 61 + "}", "more than 60 OPTIONAL groups"),
        ("SELECT * { " + "?s ?p ?o . " * 150 + "}", "more than 100 patterns"),
        ("SELECT * { ?s <http://a>" + "/<http://a>" * 150 + " ?o }", "more than 100 patterns"),
        ("SELECT * { ?s ?p ( " + "1 " * 150 + ") }", "more than 100 members"),
        ("SELECT * { FILTER(1" + "&&1" * 2000 + ") }", "more than 1000 operators"),
        ("ASK {} #" + "x" * 1_000_001, "more than 1000000 characters"),
        ("nothing", "no SELECT"),
    ],
)
def test_it_refuses_what_would_exhaust_the_engine(text, reason):
    with pytest.raises(WrongSparql, match=reason):
        check(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT * " + "{" * 450_000 + "}" * 450_000, "line 1: it is nested more than 50 deep"),
        ("SELECT *\n{ FILTER " + "(" * 450_000 + "1", "line 2: it is nested more than 50 deep"),
        ("SELECT ((1" + "+1" * 450_000 + ") AS ?x) {}", "more than 200000 words and signs"),
    ],
    ids=["groups", "brackets", "signs"],
)
def test_it_refuses_a_long_text_before_it_is_taken_apart(text, reason):
    start = time.process_time()
    with pytest.raises(WrongSparql, match=reason):
        check(text)
    assert time.process_time() - start < 3


def test_it_lets_long_lists_of_values_through():
    values = " ".join(f"<http://e/{number}>" for number in range(5000))
    check(f"SELECT * {{ VALUES ?s {{ {values} }} ?s ?p ?o FILTER(?o IN ({values.replace(' ', ', ')})) }}")


def test_it_keeps_the_process_alive_at_its_limits():
    text = "SELECT * { FILTER(1" + "&&1" * (guard.MOST_OPERATORS // 2) + ") " + "{" * 45 + "}" * 45 + "}"
    code = f"import pyoxigraph; pyoxigraph.Store().query({text!r})"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
