"""The shipped graph against the shipped shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

import partnerkg
from partnerkg import resources
from partnerkg.namespaces import namespace
from partnerkg.store import embedded
from partnerkg.validate import Report, Shapes, validate

ROOT = Path(resources.root())
CLAIMS = sorted((ROOT / "graph" / "claims").glob("*.trig"))


@pytest.fixture(scope="module")
def report(shapes: Shapes) -> Report:
    """Return the report on the ontology and the whole graph, as one union."""
    assert CLAIMS
    return validate(embedded.read(), shapes)


def test_the_shipped_graph_conforms(report: Report) -> None:
    assert report.passes(), report.text()


def test_no_shape_looks_for_a_class_or_property_that_nobody_declares(report: Report) -> None:
    assert not [unmet for unmet in report.unmet if unmet.undeclared], report.text()


def test_every_kind_of_node_is_checked(report: Report) -> None:
    """Classes that both pages use: a shape that meets none of them has lost its target."""
    used = (
        "Organization",
        "Completeness-Bookshop",
        "Completeness-Library",
        "School",
        "Collaboration",
        "Support",
        "Claim",
        "Passage",
        "Mention",
        "Ontology",
        "OntologyDocument",
        "Concept",
        "ConceptScheme",
    )
    met = {name: report.targets[f"https://w3id.org/partnerkg/shapes#{name}"] for name in used}
    assert all(met.values()), met


def test_the_registers_expected_of_a_class_are_those_that_the_question_asks_about(report: Report) -> None:
    """What a complete record needs is one table, whoever reads it: the shapes or the question."""
    registers = namespace("identifier-scheme").iri
    missed = {
        (result.shape.rpartition("-")[2], result.focus_node.value)
        for result in report.results
        if result.path and result.path.text() == "adms:identifier/pk:identifierScheme"
    }
    rows = partnerkg.open().query("organization_missing_identifiers")
    asked = {(scheme.value.removeprefix(registers), thing.value) for scheme, _, thing, _ in rows}
    assert missed == asked != set()
