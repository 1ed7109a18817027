"""Tricky cases: every engine says what SHACL says, but those that are known to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from benchmarks import findings, ours
from benchmarks.findings import Findings
from pyoxigraph import Quad, RdfFormat, parse
from tests.differential.cases import CASES, Case

from partnerkg.validate import NotCompiled

BASE = "http://example.org/case{}/"
PEERS = ("shifty", "topbraid")
PREFIXES = """@base <{0}> . @prefix : <{0}> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
"""
DECLARED = '<> sh:declare [ sh:prefix "" ; sh:namespace "{0}"^^xsd:anyURI ] .\n'
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))


def quads(case: Case, text: str) -> list[Quad]:
    """Return the statements of a case below an address of its own, each with blank nodes of its own."""
    base = BASE.format(CASES.index(case))
    whole = PREFIXES.format(base) + DECLARED.format(base) * (text is case.shapes) + text
    return list(parse(input=whole, format=RdfFormat.TURTLE, rename_blank_nodes=True))


def lines(case: Case, found: Findings) -> list[str]:
    """Return the findings as a case expects them: component, focus node, value; names without address."""
    base = BASE.format(CASES.index(case))
    return sorted(
        " ".join((one.component.removesuffix("ConstraintComponent"), *(_short(t, base) for t in one[2:4])))
        for one in found.elements()
    )


def _short(term: str, base: str) -> str:
    if term.startswith('"'):
        text, _, rest = term[1:].rpartition('"')
        return text + (rest if rest.startswith("@") else "")
    return term.strip("<>").removeprefix(base)


@pytest.fixture(scope="module")
def others(peer: Callable[..., Findings]) -> Mapping[str, list[Findings]]:
    """Return what each other engine finds, case by case; all cases are asked at once, for Java starts slowly."""
    data = [quad for case in CASES for quad in quads(case, case.data)]
    shapes = [quad for case in CASES for quad in quads(case, case.shapes)]
    found = {name: peer(name, data, shapes) for name in PEERS}
    return {name: [_of(number, found[name]) for number in range(len(CASES))] for name in PEERS}


def _of(number: int, found: Findings) -> Findings:
    return Findings(
        {
            one: count
            for one, count in found.items()
            if any(BASE.format(number) in term for term in (one.shape, one.focus_node))
        }
    )


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("engine", ours.ENGINES)
@each_case
def test_our_engines_say_what_shacl_says(case: Case, engine: str) -> None:
    try:
        found = lines(
            case, findings.of_report(ours.report(quads(case, case.data), quads(case, case.shapes), engine))
        )
    except NotCompiled as error:
        found = [str(error)]
    assert (found == sorted(case.expected)) == (engine not in case.wrong), found


@pytest.mark.parametrize("engine", PEERS)
@each_case
def test_the_others_say_so_too(case: Case, engine: str, others: Mapping[str, list[Findings]]) -> None:
    found = lines(case, others[engine][CASES.index(case)])
    assert (found == sorted(case.expected)) == (engine not in case.wrong), found
