"""The ranking of records, and all that is wanted of one."""

from __future__ import annotations

import pytest

from partnerkg.completeness import rows
from partnerkg.errors import UnknownRecord


def test_a_ranking_is_of_organisations_unless_a_class_is_named(graph, found):
    every = rows.ranking(found, graph.store, "en").records()
    assert len(every) == graph.summary()["organizations"]
    shares = [row["percent"] for row in every]
    assert shares == sorted(shares)
    shops = rows.ranking(found, graph.store, "en", "bookshop").records()
    assert [row["name"] for row in shops] == ["La Plume", "Le Grimoire", "Page blanche"]
    with pytest.raises(UnknownRecord):
        rows.ranking(found, graph.store, "en", "shop")


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
