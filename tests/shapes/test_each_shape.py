"""Each shape alone, against the fixtures in the folder of its name.

`pass.ttl` holds nodes that the shape accepts, `fail.ttl` one node for each way to break it. A shape under
test is cut out of the shipped ones: itself, what it refers to, the targets of the shape it belongs to.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from partnerkg.namespaces import namespace, prefixes
from partnerkg.validate import Report, Shape, Shapes, load, meta, shipped, validate
from partnerkg.validate.reading import read

FIXTURES = Path(__file__).parent / "fixtures"
SHIPPED = load([*shipped(), *meta()])
PKS, SH = namespace("pks"), namespace("sh")
TARGETS = [SH[kind] for kind in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")]
# No rule of its own: it says what sh:qualifiedMinCount counts; its own constraints are taken away instead.
SETTINGS = {SH.qualifiedValueShape.value}
COUNTS = {SH.qualifiedMinCount.value, SH.qualifiedMaxCount.value}


def name(shape: Shape) -> str:
    return shape.iri.removeprefix(PKS.iri)


def owners() -> dict[str, Shape]:
    """Return, for each shape that can be tried alone, the shape with targets that leads to it."""
    found = {shape.iri: shape for shape in SHIPPED.targeted() if shape.constraints}
    found |= {iri: shape for shape in SHIPPED.targeted() for iri in shape.properties}
    return found


OWNERS = owners()
QUERIES = {
    quad.subject.value.removesuffix("-query"): quad.object.value
    for quad in SHIPPED.quads
    if quad.predicate == SH.select and isinstance(quad.object, Literal)
}


@cache
def described() -> dict[object, list[Quad]]:
    rows: dict[object, list[Quad]] = {}
    for quad in SHIPPED.quads:
        rows.setdefault(quad.subject, []).append(quad)
    return rows


@cache
def alone(iri: str) -> Shapes:
    """Return the shape as the only one, with its targets and all that it refers to."""
    owner = NamedNode(OWNERS[iri].iri)
    quads = [quad for quad in described()[owner] if quad.predicate in TARGETS]
    if owner.value != iri:
        quads += [quad for quad in described()[owner] if quad.object == NamedNode(iri)]
    waiting, seen = [NamedNode(iri)], {owner} - {NamedNode(iri)}
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        kept = [quad for quad in described().get(node, []) if quad.predicate != SH.property]
        quads += kept
        waiting += [quad.object for quad in kept if isinstance(quad.object, NamedNode | BlankNode)]
    return read(quads)


def judged(iri: str, shapes: Shapes, verdict: str) -> Report:
    return validate([fixture(iri, verdict)], shapes, fail_on="info")


def without(shapes: Shapes, shape: Shape, predicate: str, value: object) -> Shapes:
    removed = {(predicate, value)}
    if not COUNTS & {other for other, _ in shape.constraints if other != predicate}:
        removed |= {constraint for constraint in shape.constraints if constraint[0] in SETTINGS}
    return read(
        quad
        for quad in shapes.quads
        if quad.subject != NamedNode(shape.iri) or (quad.predicate.value, quad.object) not in removed
    )


def mutants() -> list[object]:
    found = []
    for iri in OWNERS:
        for shape in alone(iri):
            found += [
                pytest.param(
                    iri, shape, *constraint, id=f"{name(shape)}-{constraint[0].removeprefix(SH.iri)}"
                )
                for constraint in shape.constraints
                if constraint[0] not in SETTINGS
            ]
    return found


def fixture(iri: str, verdict: str) -> Path:
    return FIXTURES / iri.removeprefix(PKS.iri) / f"{verdict}.ttl"


def broken(report: Report) -> set[object]:
    return {result.focus_node for result in report.results}


def test_every_shape_has_its_fixtures() -> None:
    folders = {folder.name for folder in FIXTURES.iterdir()}
    assert folders == {name(SHIPPED.by_iri[iri]) for iri in OWNERS}


@pytest.mark.parametrize("iri", OWNERS, ids=lambda iri: iri.removeprefix(PKS.iri))
def test_it_accepts_what_is_right(iri: str) -> None:
    report = judged(iri, alone(iri), "pass")
    assert report.results == ()
    assert report.unmet == ()


@pytest.mark.parametrize("iri", OWNERS, ids=lambda iri: iri.removeprefix(PKS.iri))
def test_it_reports_what_is_wrong_as_itself(iri: str) -> None:
    report = judged(iri, alone(iri), "fail")
    assert {result.shape for result in report.results} == {iri}
    assert {result.severity for result in report.results} == {SHIPPED.by_iri[iri].severity}


@pytest.mark.parametrize(("iri", "shape", "predicate", "value"), mutants())
def test_it_needs_this_constraint(iri: str, shape: Shape, predicate: str, value: object) -> None:
    """A constraint that can be taken away without a fixture noticing protects nothing."""
    mutant = without(alone(iri), shape, predicate, value)
    overlooked = broken(judged(iri, alone(iri), "fail")) - broken(judged(iri, mutant, "fail"))
    assert overlooked or broken(judged(iri, mutant, "pass"))


@pytest.mark.parametrize("verdict", ["pass", "fail"])
@pytest.mark.parametrize("iri", QUERIES, ids=lambda iri: iri.removeprefix(PKS.iri))
def test_its_query_finds_the_same_in_oxigraph(iri: str, verdict: str) -> None:
    """Asked of all nodes at once, by a second engine."""
    store = Store()
    store.load(path=fixture(iri, verdict))
    rows = store.query(QUERIES[iri], prefixes=prefixes())
    last = "value" if "value" in {variable.value for variable in rows.variables} else "this"
    asked = {(row["this"], row[last]) for row in rows}
    assert asked == {(one.focus_node, one.value) for one in judged(iri, alone(iri), verdict).results}
