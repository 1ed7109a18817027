"""Who lacks a property, and what is best filled first."""

from __future__ import annotations

from partnerkg.completeness import rows


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
