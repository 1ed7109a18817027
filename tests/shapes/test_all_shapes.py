"""What holds for every shipped shape, whatever it checks.

What shapes must say of themselves is written once, in `ontology/shapes/meta/`; here those rules are run.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad, RdfFormat, parse

from partnerkg import resources
from partnerkg.namespaces import namespace
from partnerkg.validate import Report, Severity, load, meta, shipped, validate

RDF, SH = namespace("rdf"), namespace("sh")
ROOT = Path(resources.root())
FOLDER = ROOT / "ontology" / "shapes"
FILES = sorted(FOLDER.rglob("*.ttl"))
VOCABULARIES = Path(os.environ.get("PARTNERKG_VOCABULARIES", ROOT.parent / "shared" / "vocabularies"))
PATHS = (SH.alternativePath, SH.inversePath)


def _quads(path: Path) -> list[Quad]:
    return list(parse(path=str(path), format=RdfFormat.TURTLE))


every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))


@pytest.fixture(scope="module")
def report() -> Report:
    """Return what the shapes for shapes find in all shapes, their own kind included."""
    return validate(FILES, meta(), fail_on=Severity.INFO)


def test_the_shapes_are_as_the_shapes_for_shapes_want_them(report: Report) -> None:
    assert report.conforms, report.text()
    assert report.unmet == ()


def test_every_shape_is_met_by_the_shapes_for_shapes(report: Report) -> None:
    found = load(FILES)
    pks = namespace("pks")
    nodes = sum(1 for shape in found if shape.path is None)
    assert report.targets[pks.Shape.value] == nodes > 100
    assert report.targets[pks.PropertyShape.value] == len(found.by_iri) - nodes > 200


def test_shapes_for_shapes_are_not_asked_of_graphs() -> None:
    assert {Path(path) for path in (*shipped(), *meta())} >= set(FILES)
    assert {Path(path).parent.name for path in shipped()} >= {"structure", "completeness"}
    assert not [path for path in shipped() if Path(path).parent.name == "meta"]


@every_file
def test_it_has_no_blank_nodes_but_those_of_lists_and_paths(path: Path) -> None:
    quads = _quads(path)
    kept = {quad.subject for quad in quads if quad.predicate in (RDF.first, *PATHS)}
    assert {quad.subject for quad in quads if isinstance(quad.subject, BlankNode)} <= kept
    assert {quad.object for quad in quads if isinstance(quad.object, BlankNode)} <= kept


@every_file
def test_it_holds_one_target_at_most(path: Path) -> None:
    targets = [quad for quad in _quads(path) if quad.predicate.value.startswith(SH.iri + "target")]
    assert len(targets) <= 1


@pytest.mark.thorough
def test_the_shapes_are_well_formed_shacl(absent: Callable[[str], None]) -> None:
    """They conform to the shapes that the W3C gives for shapes (SHACL appendix C)."""
    shacl = VOCABULARIES / "shacl-shacl.ttl"
    if not shacl.exists():
        absent(f"{shacl} is not there; set PARTNERKG_VOCABULARIES to the folder that has it")
    report = validate(FILES, [shacl], fail_on=Severity.INFO)
    assert report.targets["http://www.w3.org/ns/shacl-shacl#ShapeShape"] > 100
    assert report.conforms, report.text()
