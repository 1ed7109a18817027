"""Every test of the W3C suites of RDF 1.1 syntaxes and of JSON-LD 1.1 to RDF; what fails stands in `allowed.tsv`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks import conformance, syntaxes

CASES = syntaxes.cases()
LISTED = conformance.allowed(syntaxes.ENGINE)
COUNTS = {
    "rdf-xml": 166,
    "rdf-turtle": 313,
    "rdf-trig": 356,
    "rdf-n-triples": 70,
    "rdf-n-quads": 87,
    "json-ld": 444,
}


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore")  # rdflib warns of the ill-formed literals that are the point of a test
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_reads_what_the_suite_expects(case: syntaxes.Case) -> None:
    verdict, reason = syntaxes.judge(case), LISTED.get(case.name)
    assert bool(verdict) == bool(reason), verdict or f"passes, but is listed as failing: {reason}"


def test_the_suites_are_there(absent: Callable[[str], None]) -> None:
    if not CASES:
        absent(f"{syntaxes.folder()} is not there; set PARTNERKG_SUITES to the folder of the W3C suites")
    assert Counter(case.room for case in CASES) == COUNTS
    assert set(LISTED) <= {case.name for case in CASES}


@pytest.mark.parametrize(
    ("text", "is_right", "result", "passes"),
    [
        ("_:a <p> [] .", True, "_:x <http://b/p> _:y .\n", True),
        ("_:a <p> [] .", True, "_:x <http://b/p> _:x .\n", False),
        ("<a> <p> 01 .", True, None, True),
        ("<a> <p> 1", True, None, False),
        ("<a> <p> 1", False, None, True),
        ("<a> <p> 1 .", False, None, False),
    ],
)
def test_a_test_passes_if_the_file_says_the_same(
    text: str, is_right: bool, result: str | None, passes: bool, tmp_path: Path
) -> None:
    (tmp_path / "a.ttl").write_text(text)
    expected = None
    if result is not None:
        expected = tmp_path / "a.nt"
        expected.write_text(result)
    case = syntaxes.Case("t/a", tmp_path / "a.ttl", "http://b/a.ttl", is_right, expected)
    assert (syntaxes.judge(case) == "") is passes
