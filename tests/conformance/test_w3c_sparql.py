"""Every test of a query in the W3C SPARQL 1.1 suite; what fails stands in `allowed.tsv` with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks import conformance, evaluation

CASES = evaluation.cases()
LISTED = {engine: conformance.allowed(engine) for engine in evaluation.ENGINES}


def held(case: evaluation.Case, verdict: str, engine: str) -> None:
    reason = LISTED[engine].get(case.name)
    assert bool(verdict) == bool(reason), verdict or f"passes, but is listed as failing: {reason}"


@pytest.fixture(scope="module")
def server() -> Iterator[evaluation.Engine]:
    with evaluation.served(CASES) as found:
        yield found


@pytest.mark.thorough
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_command_answers_as_the_suite_expects(case: evaluation.Case) -> None:
    held(case, evaluation.judge(case), "query")


@pytest.mark.thorough
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_server_answers_as_the_suite_expects(case: evaluation.Case, server: evaluation.Engine) -> None:
    held(case, evaluation.judge(case, server), "http")


def test_the_suite_is_there(absent: Callable[[str], None]) -> None:
    if not CASES:
        absent(f"{evaluation.folder()} is not there; set PARTNERKG_SUITES to the folder of the W3C suites")
    assert len(CASES) > 300
    assert {name for listed in LISTED.values() for name in listed} <= {case.name for case in CASES}


@pytest.mark.parametrize(
    ("query", "data", "result", "same"),
    [
        ("SELECT ?o { ?s ?p ?o }", "1, 2", "o\n2\n1.0\n", True),
        ("SELECT ?o { ?s ?p ?o }", "1, 2", "o\n2\n", False),
        ("SELECT ?o { ?s ?p ?o }", "_:a", "o\n_:x\n", True),
        ("SELECT ?o { ?s ?p ?o ", "1", "o\n1\n", False),
    ],
)
def test_two_answers_are_the_same_if_they_say_the_same(
    query: str, data: str, result: str, same: bool, tmp_path: Path
) -> None:
    for name, text in {
        "q.rq": query,
        "d.ttl": f"<http://e/s> <http://e/p> {data} .",
        "r.csv": result,
    }.items():
        (tmp_path / name).write_text(text)
    case = evaluation.Case("t", tmp_path / "q.rq", (tmp_path / "d.ttl",), (), tmp_path / "r.csv")
    assert (evaluation.judge(case) == "") is same


def test_the_graphs_of_a_test_are_those_it_names(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.ttl").write_text(f"<http://e/{name}> <http://e/p> 1 .")
    (tmp_path / "q.rq").write_text("SELECT ?s ?t { ?s ?p 1 GRAPH ?g { ?t ?p 1 } }")
    (tmp_path / "r.csv").write_text("s,t\nhttp://e/a,http://e/b\n")
    case = evaluation.Case(
        "t", tmp_path / "q.rq", (tmp_path / "a.ttl",), (tmp_path / "b.ttl",), tmp_path / "r.csv"
    )
    assert evaluation.judge(case) == ""
