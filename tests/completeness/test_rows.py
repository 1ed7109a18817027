"""Completeness as rows: gaps, rankings, groups, next steps, pages read."""

from __future__ import annotations

import pytest

import partnerkg
from partnerkg.completeness import history, rows
from partnerkg.completeness.history import Release
from partnerkg.errors import UnknownGroup, UnknownRecord


@pytest.fixture(scope="module")
def graph():
    from pathlib import Path

    return partnerkg.open(Path(__file__).parents[1] / "world")


@pytest.fixture(scope="module")
def found(graph):
    return graph.completeness()


def test_the_groups_of_every_name_are_there(graph):
    for by in rows.GROUPINGS:
        groups = rows.groups(by, graph.questions, graph.store)
        assert groups, by
        assert all(things for things in groups.values())


def test_a_group_goes_by_slug_short_name_label_and_iri(graph):
    known = rows.groups("town", graph.questions, graph.store)
    for name in (
        "commune-95991",
        "place:commune-95991",
        "rivebois",
        "https://w3id.org/partnerkg/id/place/commune-95991",
    ):
        assert rows.group(name, known, graph.store, "fr").endswith("commune-95991")


def test_an_unknown_group_is_an_error_with_the_nearest(graph):
    known = rows.groups("town", graph.questions, graph.store)
    with pytest.raises(UnknownGroup, match="`Riveboi`; did you mean `commune-95991`"):
        rows.group("Riveboi", known, graph.store, "fr")


def test_each_group_has_a_row_and_those_in_none_the_last(graph, found):
    known = rows.groups("town", graph.questions, graph.store)
    table = rows.by_group(found, "town", known, graph.store, language="en", none="(none)").records()
    assert [(row["group"], row["things"]) for row in table][-1][0] == "(none)"
    assert {row["group"] for row in table} >= {"Rivebois", "Clairval"}
    assert all(row["command"] for row in table[:-1])


def test_a_group_counts_its_things_once(graph, found):
    known = rows.groups("town", graph.questions, graph.store)
    table = rows.by_group(found, "town", known, graph.store, language="en", none="-").records()
    counted = {row["iri"]: row["things"] for row in table if row["iri"]}
    assert counted == {iri: len(things) for iri, things in known.items()}


def test_a_ranking_is_of_organisations_unless_a_class_is_named(graph, found):
    every = rows.ranking(found, graph.store, "en").records()
    assert len(every) == graph.summary()["organizations"]
    shares = [row["percent"] for row in every]
    assert shares == sorted(shares)
    shops = rows.ranking(found, graph.store, "en", "bookshop").records()
    assert [row["name"] for row in shops] == ["La Plume", "Le Grimoire", "Page blanche"]
    with pytest.raises(UnknownRecord):
        rows.ranking(found, graph.store, "en", "shop")


def test_a_gap_is_listed_for_a_work_meeting(graph, found):
    cell = found.cell("Bookshop", "siret")
    table = rows.missing(cell, graph.questions, graph.store, "en").records()
    assert [(row["name"], row["town"], row["kind"]) for row in table] == [
        ("Page blanche", "Clairval", "independent bookshop"),
        ("Le Grimoire", "Clairval, Rivebois", "independent bookshop"),
        ("La Plume", "Rivebois", "independent bookshop"),
    ]
    assert {row["look_up"] for row in table} == {cell.wanted.messages["en"]}
    assert {row["iri"] for row in table} == cell.missing


def test_the_steps_name_their_commands_and_come_in_order(graph, found):
    table = rows.steps(found, "en", limit=3).records()
    assert len(table) == 3
    assert [row["points"] for row in table] == sorted((row["points"] for row in table), reverse=True)
    assert all(str(row["command"]).startswith("partnerkg completeness --missing ") for row in table)


def test_the_steps_by_record_come_in_order(graph, found):
    table = rows.records(found, graph.store, "en").records()
    assert [row["points"] for row in table] == sorted((row["points"] for row in table), reverse=True)
    whole = found.score.all
    gaps = 100 * (1 - whole.points / whole.worth)
    assert sum(row["points"] for row in table) == pytest.approx(gaps, abs=0.005 * len(table))


def test_one_record_shows_all_that_is_wanted_of_it(graph, found):
    thing = "https://w3id.org/partnerkg/id/organization/la-plume-rivebois"
    table = rows.items(thing, found, "en", str).records()
    assert {row["property"]: row["state"] for row in table}["SIRET number"] == "missing"
    assert len(table) == found.of(thing).all.of
    assert [bool(row["look_up"]) for row in table] == [row["state"] == "missing" for row in table]


def test_the_pages_are_read_beside_what_no_evidence_covers(graph):
    first, second = rows.pages(graph.questions, graph.store).records()
    assert (first["covered"], first["characters"], first["percent"], first["gaps"]) == (221, 252, 88, 13)
    assert (second["items"], second["claims"], second["doubtful"]) == (3, 10, 2)


def test_the_trend_has_a_column_a_release_and_a_line_of_shares(found):
    now = history.release(found, "1.1.0")
    before = Release("1.0.0", {key: (0, of) for key, (_, of) in now.numbers.items()})
    table = rows.trend([before, now], found, "en", str)
    assert table.columns == ("class", "property", "1.0.0", "1.1.0", "trend")
    score, *others = table.records()
    assert (score["1.0.0"], score["1.1.0"]) == (0, found.score.percent)
    assert len(others) == len(found.cells)


def test_a_spark_is_as_high_as_its_share():
    assert rows.spark([0, 12, 13, 50, 99, 100, None]) == "▁▁▂▅██·"


def test_changes_begin_with_the_deepest_fall(found):
    now = history.release(found, "1.1.0")
    before = Release("1.0.0", {key: (of, of) for key, (_, of) in now.numbers.items()})
    changes = [change for change in history.compare(before, found) if change.now != change.before]
    points = [row["points"] for row in rows.changes(changes, found, "en").records()]
    assert points == sorted(points)
    assert all(change.fell for change in changes)
