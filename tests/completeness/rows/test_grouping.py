"""The groups of organisations, and a row for each."""

from __future__ import annotations

import pytest

from partnerkg.completeness import rows
from partnerkg.errors import UnknownGroup


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
