"""Parts of a graph: what belongs to them, and what does not."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad

import partnerkg
from partnerkg.encode.generated import DESCRIPTIONS
from partnerkg.errors import UnknownThing
from partnerkg.export import tables
from partnerkg.export.selection import PARTS, Selection, choosing, extended, select
from partnerkg.namespaces import expand, namespace, prefixes
from partnerkg.store import embedded, held
from partnerkg.validate import Severity, validate

PLUME = NamedNode(prefixes()["organization"] + "la-plume-rivebois")
GRIMOIRE = NamedNode(prefixes()["organization"] + "le-grimoire")


def node(curie: str) -> NamedNode:
    return NamedNode(expand(curie) or "")


def about(store: embedded.Embedded, *things: NamedNode, without: tuple[str, ...] = ()) -> set[Quad]:
    return set(select(store, Selection(frozenset(things), without=frozenset(without))))


def test_it_has_all_that_the_graph_says_of_an_organisation(store: embedded.Embedded) -> None:
    found = about(store, PLUME)
    assert {quad for quad in store.quads() if PLUME in (quad.subject, quad.object)} <= found | {
        quad for quad in store.quads() if quad.graph_name in DESCRIPTIONS
    }


def test_it_has_its_sites_and_relations_and_the_names_of_the_others(store: embedded.Embedded) -> None:
    said = {(quad.subject, quad.predicate) for quad in about(store, PLUME)}
    for subject, predicate in (
        ("site:la-plume-rivebois", "pk:commune"),
        ("collaboration:fete-du-livre-rivebois-la-plume-rivebois", "pk:listedUnder"),
        ("organization:libraires-d-ombre", "skos:prefLabel"),
        ("place:commune-95991", "skos:prefLabel"),
        ("place:region-98", "skos:prefLabel"),
    ):
        assert (node(subject), node(predicate)) in said
    assert (GRIMOIRE, node("rdf:type")) not in said


def test_it_describes_every_claim_it_has_to_its_page(store: embedded.Embedded) -> None:
    part = held.Held(about(store, PLUME))
    claims = {quad.graph_name for quad in part.quads()} - {*DESCRIPTIONS, namespace("graph").reference}
    quoted = partnerkg.query.run.ask(
        "SELECT DISTINCT ?claim { ?claim pk:evidence ?evidence { ?evidence pk:seenOn ?source } UNION"
        " { ?evidence pk:passage ?p . ?p oa:hasSelector/oa:exact ?quote ; oa:hasSource/pk:captureOf ?source }"
        " ?source schema:url ?page FILTER(?claim != graph:reference) }",
        part,
    )
    assert {row[0] for row in quoted} == claims


def violations(store: embedded.Embedded, *things: NamedNode) -> list[tuple[str, str]]:
    part = held.Held(about(store, *things))
    report = validate(part)
    return [(one.shape, str(one.focus_node)) for one in report.results if one.severity == Severity.VIOLATION]


@pytest.mark.parametrize("name", ["la-plume-rivebois", "le-grimoire", "libraires-d-ombre"])
def test_a_part_conforms_where_the_whole_does(name: str, store: embedded.Embedded) -> None:
    thing = NamedNode(prefixes()["organization"] + name)
    whole = {
        (one.shape, str(one.focus_node))
        for one in validate(store).results
        if one.severity == Severity.VIOLATION
    }
    assert set(violations(store, thing)) <= whole


@pytest.mark.parametrize("name", ["lis-avec-moi", "le-bateau-livre-lille", "coleres-du-present"])
def test_a_part_of_the_shipped_graph_conforms(name: str) -> None:
    assert not violations(embedded.read(), NamedNode(prefixes()["organization"] + name))


def test_a_part_says_no_more_of_what_is_only_named(store: embedded.Embedded) -> None:
    network = node("organization:libraires-d-ombre")
    kept = {"type", "prefLabel", "nameStatus", "territory", "governs"}
    said = {q.predicate.value for q in about(store, PLUME) if q.subject == network and q.object != PLUME}
    assert {predicate.rpartition("#")[2] for predicate in said} <= kept


def test_it_adds_nothing(store: embedded.Embedded) -> None:
    assert about(store, PLUME, GRIMOIRE) <= set(store.quads())


@pytest.mark.parametrize("part", PARTS)
def test_it_leaves_out_what_is_not_wanted(part: str, store: embedded.Embedded) -> None:
    found = set(select(store, Selection(without=frozenset([part]))))
    graphs = {quad.graph_name for quad in found}
    assert not graphs & ({*DESCRIPTIONS} if part == "evidence" else {namespace("graph")[part]})
    if part == "evidence":
        kept = {namespace("graph").reference, namespace("graph").ontology, DefaultGraph()}
        assert graphs <= kept


def test_it_has_what_one_source_says(store: embedded.Embedded) -> None:
    source = choosing.source("fete-du-livre", store)
    found = set(select(store, Selection(sources=frozenset([source]))))
    claims = {str(quad.graph_name) for quad in found}
    assert any("claim/fete-du-livre/" in name for name in claims)
    assert not any("claim/lire-en-ombre/" in name for name in claims)


def test_things_and_sources_narrow_one_another(store: embedded.Embedded) -> None:
    source = choosing.source("fete-du-livre", store)
    found = set(select(store, Selection(frozenset([PLUME]), frozenset([source]))))
    assert found < about(store, PLUME)
    assert not any(quad.predicate == node("org:memberOf") for quad in found)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Bookshop", 3),
        ("librairie", 3),
        ("independent-bookshop", 3),
        ("Independent bookshop", 3),
        ("pk:Library", 1),
    ],
)
def test_it_finds_the_organisations_of_a_kind_by_many_names(
    name: str, count: int, store: embedded.Embedded
) -> None:
    assert len(choosing.of_kind(name, store)) == count


def test_it_suggests_the_nearest_kind_and_source(store: embedded.Embedded) -> None:
    with pytest.raises(UnknownThing, match=r"did you mean .*`bookshop`"):
        choosing.of_kind("bokshop", store)
    with pytest.raises(UnknownThing, match=r"did you mean `(Our partners|Les partenaires)`"):
        choosing.source("fete-du-livr", store)


def test_it_takes_the_things_of_an_answer(store: embedded.Embedded) -> None:
    question = partnerkg.open().questions["network_members"]
    found = choosing.of_answer(question, store, {"network": "libraires-d-ombre"})
    assert PLUME in found and GRIMOIRE not in found


def test_what_a_part_leaves_out_is_no_gap(store: embedded.Embedded) -> None:
    part = held.Held(about(store, PLUME), frozenset([PLUME]), store)
    found = {table.plan.name: list(table) for table in tables.tables(part, "fr")}
    assert [row[0][0].text for row in found["organisations"]] == [PLUME.value]
    [gaps] = tables.tables(store, "fr", ["gaps"])
    assert found["gaps"] == [row for row in gaps if row[0][0].text == PLUME.value] != []


def test_it_adds_what_is_inferred_about_its_subjects_only(store):
    quads = [Quad(NamedNode("urn:a"), NamedNode("urn:p"), NamedNode("urn:b"))]
    inferred = [Quad(NamedNode(f"urn:{name}"), NamedNode("urn:q"), NamedNode("urn:c")) for name in "ab"]
    assert list(extended(quads, inferred)) == [*quads, inferred[0]]
