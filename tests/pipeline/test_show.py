"""Showing an organisation."""

from __future__ import annotations

import json

import pytest

from partnerkg.errors import UnknownFormat, UnknownThing
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.show import shown


def test_it_shows_kind_town_relations_and_quotes(graph, program, text):
    lines = text(shown(graph, "la-plume-rivebois", program)).splitlines()
    assert lines[0] == "La Plume"
    assert "town: Rivebois" in lines
    assert any("“La Plume (Rivebois)”" in line for line in lines)


def test_it_keeps_within_the_columns_of_a_terminal(graph, text):
    lines = text(shown(graph, "lire-en-ombre", Audience("en", 50))).splitlines()
    assert max(len(line) for line in lines if "://" not in line) <= 50


def test_it_shows_the_same_as_json(graph, program, text):
    assert json.loads(text(shown(graph, "la-plume-rivebois", program, "json")))["towns"] == ["Rivebois"]


@pytest.mark.parametrize(
    ("arguments", "error"), [(("la-plum",), UnknownThing), (("la-plume-rivebois", "pdf"), UnknownFormat)]
)
def test_it_says_what_there_is_not(graph, program, arguments, error):
    with pytest.raises(error):
        shown(graph, arguments[0], program, *arguments[1:])
