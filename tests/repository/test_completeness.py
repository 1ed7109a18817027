"""The numbers of completeness on the shipped graph, counted again in Python from the quads alone."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

import partnerkg
from partnerkg.namespaces import expand
from partnerkg.store import embedded

REFERENCE = NamedNode("https://w3id.org/partnerkg/graph/reference")
TYPE, SUBCLASS = expand("rdf:type"), expand("rdfs:subClassOf")


@pytest.fixture(scope="module")
def graph():
    return partnerkg.open()


@pytest.fixture(scope="module")
def found(graph):
    return graph.completeness()


@pytest.fixture(scope="module")
def quads():
    return list(embedded.read().everything())


def values(quads, things, *path):
    """Return the values of each thing along a path of properties."""
    reached = {thing: {thing} for thing in things}
    for curie in path:
        steps: dict[str, set[str]] = {}
        for quad in quads:
            if quad.predicate.value == expand(curie):
                steps.setdefault(quad.subject.value, set()).add(quad.object.value)
        reached = {
            thing: {end for node in nodes for end in steps.get(node, ())} for thing, nodes in reached.items()
        }
    return reached


def records(quads, class_):
    """Return the things of a class or subclass that somebody speaks of."""
    below = {expand(class_)}
    while (
        more := {q.subject.value for q in quads if q.predicate.value == SUBCLASS and q.object.value in below}
        - below
    ):
        below |= more
    said = [q for q in quads if q.predicate.value == TYPE]
    of_class = {q.subject.value for q in said if q.object.value in below}
    return of_class & {q.subject.value for q in said if q.graph_name != REFERENCE}


@pytest.mark.parametrize(
    ("class_", "property_", "path"),
    [
        ("pk:Bookshop", "commune", ("org:hasSite", "pk:commune")),
        ("pk:Bookshop", "classification", ("org:classification",)),
        ("pk:Library", "classification", ("org:classification",)),
        ("pk:School", "commune", ("org:hasSite", "pk:commune")),
        ("pk:PublicBody", "classification", ("org:classification",)),
        ("pk:TradeUnion", "classification", ("org:classification",)),
        ("pk:MediaOutlet", "classification", ("org:classification",)),
        ("pk:Collaboration", "activityKind", ("pk:activityKind",)),
        ("org:Organization", "url", ("schema:url",)),
    ],
)
def test_a_property_is_counted_right(found, quads, class_, property_, path):
    reached = values(quads, records(quads, class_), *path)
    cell = found.cell(class_, property_)
    assert cell.applicable == set(reached)
    assert cell.missing == {thing for thing, ends in reached.items() if not ends}


@pytest.mark.parametrize(
    ("class_", "scheme"),
    [
        ("pk:Bookshop", "siret"),
        ("pk:Library", "isil"),
        ("pk:School", "uai"),
        ("pk:PublicBody", "siren"),
        ("pk:Association", "rna"),
    ],
)
def test_an_identifier_of_the_right_scheme_is_counted(found, quads, class_, scheme):
    reached = values(quads, records(quads, class_), "adms:identifier", "pk:identifierScheme")
    wanted = expand(f"identifier-scheme:{scheme}")
    assert found.cell(class_, scheme).missing == {
        thing for thing, ends in reached.items() if wanted not in ends
    }


def test_a_name_that_the_source_does_not_give_is_known_to_be_absent(found, quads):
    reached = values(quads, records(quads, "pk:Association"), "pk:nameStatus")
    absent = {thing for thing, ends in reached.items() if expand("name-status:unnamed-in-source") in ends}
    cell = found.cell("pk:Association", "name")
    assert cell.known_absent == absent
    assert not cell.missing & absent


def test_the_score_is_the_share_of_the_weights(found):
    points = sum(cell.answered * cell.wanted.weight for cell in found.cells)
    worth = sum(cell.of * cell.wanted.weight for cell in found.cells)
    assert found.score.percent == round(100 * points / worth)


def test_the_pages_are_covered_as_their_passages_say(graph, quads):
    """Each capture anew: the characters between the start and the end of a passage that proves something."""
    from partnerkg.completeness import rows

    spans: dict[str, set[int]] = {}
    said = {}
    for quad in quads:
        said.setdefault(quad.predicate.value, {}).setdefault(quad.subject.value, []).append(quad.object.value)
    starts, ends = said[expand("oa:start")], said[expand("oa:end")]
    proving = {
        place
        for name in ("pk:passage", "pk:headingPassage")
        for places in said[expand(name)].values()
        for place in places
    }
    for place in proving:
        (capture,) = said[expand("oa:hasSource")][place]
        for selector in said[expand("oa:hasSelector")][place]:
            if selector in starts:
                spans.setdefault(capture, set()).update(
                    range(int(starts[selector][0]), int(ends[selector][0]))
                )
    sources = {said[expand("pk:captureOf")][capture][0]: len(found) for capture, found in spans.items()}
    assert {
        row["source"]: row["covered"] for row in rows.pages(graph.questions, graph.store).records()
    } == sources
