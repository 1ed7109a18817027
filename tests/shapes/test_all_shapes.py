"""What holds for every shipped shape, whatever it checks."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from partnerkg import resources
from partnerkg.namespaces import namespace
from partnerkg.validate import Severity, Shape, Shapes, load, validate

PKS, RDF, SH = namespace("pks"), namespace("rdf"), namespace("sh")
ROOT = Path(resources.root())
FOLDER = ROOT / "ontology" / "shapes"
FILES = sorted(FOLDER.rglob("*.ttl"))
VOCABULARIES = Path(os.environ.get("PARTNERKG_VOCABULARIES", ROOT.parent / "shared" / "vocabularies"))
BOTH = {"en", "fr"}
LONGEST_MESSAGE = 220
PATHS = (SH.alternativePath, SH.inversePath)


def _quads(path: Path) -> list[Quad]:
    return list(parse(path=str(path), format=RdfFormat.TURTLE))


def _each(found: Shapes) -> list[object]:
    return [pytest.param(shape, id=shape.iri.removeprefix(PKS.iri)) for shape in found]


every_shape = pytest.mark.parametrize("shape", _each(load()))
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))


@every_shape
def test_it_is_named_in_both_languages(shape: Shape) -> None:
    assert set(shape.names) == BOTH
    assert all(shape.names.values())


@every_shape
def test_it_says_what_to_do_in_both_languages(shape: Shape) -> None:
    assert set(shape.messages) == BOTH
    assert all(text.endswith(".") and len(text) <= LONGEST_MESSAGE for text in shape.messages.values())


@every_shape
def test_it_explains_itself_if_it_looks_for_nodes(shape: Shape) -> None:
    assert not shape.targets or set(shape.descriptions) == BOTH


@every_shape
def test_it_has_an_iri_of_ours(shape: Shape) -> None:
    assert shape.iri.startswith(PKS.iri)


def test_each_shape_says_how_bad_its_findings_are(shapes: Shapes) -> None:
    severe = {quad.subject.value for quad in shapes.quads if quad.predicate == SH.severity}
    assert severe == set(shapes.by_iri)


def test_no_sparql_constraint_has_a_severity_that_would_be_ignored(shapes: Shapes) -> None:
    queries = {quad.subject for quad in shapes.quads if quad.predicate == SH.select}
    assert not [quad for quad in shapes.quads if quad.subject in queries and quad.predicate == SH.severity]


def test_each_query_is_named_after_its_shape_and_uses_the_prefix_table(shapes: Shapes) -> None:
    asked = {quad.object for quad in shapes.quads if quad.predicate == SH.sparql}
    assert asked == {NamedNode(f"{shape.iri}-query") for shape in shapes if _asks(shape)}
    assert asked == {
        quad.subject for quad in shapes.quads if (quad.predicate, quad.object) == (SH.prefixes, PKS.prefixes)
    }


def _asks(shape: Shape) -> bool:
    return any(predicate == SH.sparql.value for predicate, _ in shape.constraints)


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


def test_property_shapes_with_a_group_have_an_order_and_a_labelled_group(shapes: Shapes) -> None:
    grouped = [shape for shape in shapes if shape.group]
    assert {shape.group for shape in grouped} == set(shapes.groups)
    assert all(shape.order < float("inf") for shape in grouped)
    assert all(set(group.labels) == BOTH for group in shapes.groups.values())


def test_property_shapes_of_things_with_pages_are_grouped(shapes: Shapes) -> None:
    pages = {path.stem for path in (FOLDER / "structure").iterdir()}
    assert "organization" in pages
    for path in sorted((FOLDER / "structure").iterdir()):
        found = load([path])
        assert all(one.group for shape in found for one in found.properties(shape.iri)), path


def test_the_shapes_are_well_formed_shacl(absent: Callable[[str], None]) -> None:
    """They conform to the shapes that the W3C gives for shapes (SHACL appendix C)."""
    shacl = VOCABULARIES / "shacl-shacl.ttl"
    if not shacl.exists():
        absent(f"{shacl} is not there; set PARTNERKG_VOCABULARIES to the folder that has it")
    report = validate(FILES, [shacl], fail_on=Severity.INFO)
    assert report.targets["http://www.w3.org/ns/shacl-shacl#ShapeShape"] > 100
    assert report.conforms, report.text()
