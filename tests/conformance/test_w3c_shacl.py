"""Every test of the W3C SHACL suite, by every engine; what fails stands in `allowed.tsv` with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks import conformance, ours, suite
from pyoxigraph import RdfFormat, parse

CASES = suite.cases()
FILES = (  # of each kind one: `make conformance` runs all
    *("core/misc/deactivated-001", "core/path/path-complex-001", "core/property/datatype-ill-formed"),
    *(
        "sparql/node/prefixes-001",
        "sparql/pre-binding/shapesGraph-001",
        "sparql/pre-binding/unsupported-sparql-001",
    ),
)
PREFIXES = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX ex: <http://example.org/> "
REPORT = (
    PREFIXES + "[ sh:conforms false ; sh:result [ sh:focusNode ex:a ; sh:resultPath ( ex:p ex:q ) {more} ] ]"
)


def _report(more: str = "") -> frozenset[object]:
    text = REPORT.format(more=more) + " ."
    return frozenset(quad.triple for quad in parse(input=text, format=RdfFormat.TURTLE))


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore")  # rdflib warns of the ill-formed literals that are the point of a test
@pytest.mark.parametrize("engine", ours.ENGINES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_gives_the_report_that_the_suite_expects(case: suite.Case, engine: str) -> None:
    verdict, reason = conformance.judge(case, engine), conformance.allowed(engine).get(case.name)
    assert bool(verdict) == bool(reason), verdict or f"passes, but is listed as failing: {reason}"


@pytest.mark.thorough
@pytest.mark.parametrize("name", FILES)
def test_the_command_gives_the_report_that_the_suite_expects(
    name: str, absent: Callable[[str], None]
) -> None:
    case = next((case for case in CASES if case.name == name), None)
    if case is None:
        absent(f"{suite.folder()} is not there; set PARTNERKG_SUITES to the folder of the W3C suites")
    assert conformance.commanded(case) == ""


def test_the_suite_is_there(absent: Callable[[str], None]) -> None:
    if not CASES:
        absent(f"{suite.folder()} is not there; set PARTNERKG_SUITES to the folder of the W3C suites")
    assert len(CASES) > 100


@pytest.mark.parametrize("engine", ours.ENGINES)
def test_every_listed_failure_is_a_test_of_the_suite(engine: str, absent: Callable[[str], None]) -> None:
    if not CASES:
        absent(f"{suite.folder()} is not there; set PARTNERKG_SUITES to the folder of the W3C suites")
    assert set(conformance.allowed(engine)) <= {case.name for case in CASES}


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        ("", "", True),
        ("; sh:sourceShape _:a", "; sh:sourceShape _:b", True),
        ("; sh:sourceShape ex:S", "; sh:sourceShape _:b", False),
        ("; sh:value 1", "; sh:value 01", False),
        ("; sh:value 1", "", False),
        ('; sh:resultMessage "A"', "", True),
        ('; sh:resultMessage "A"', '; sh:resultMessage "B"', False),
        ('; rdfs:comment "A"'.replace("rdfs", "ex"), "", True),
    ],
)
def test_two_reports_are_the_same_if_they_say_the_same(found: str, expected: str, same: bool) -> None:
    assert (conformance.difference(_report(found), _report(expected)) == "") is same


def test_a_result_said_twice_is_not_one_said_once() -> None:
    twice = REPORT.replace("sh:result [", "sh:result [ sh:focusNode ex:a ; sh:resultPath ( ex:p ex:q ) ] , [")
    found = parse(input=twice.format(more="") + " .", format=RdfFormat.TURTLE)
    assert "2 results instead of 1" in conformance.difference([quad.triple for quad in found], _report())
