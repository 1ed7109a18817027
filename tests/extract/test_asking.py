"""Who supports a page is a partner; whom it asks for support is none."""

from __future__ import annotations

import pytest

from partnerkg.extract.mentions import extract

LISTED = "<h2>%s</h2><ul><li>Ville de Lens</li><li>Librairie du Beffroi (Arras)</li></ul>"


def names(page: str) -> list[str]:
    return [mention.name for mention in extract(page)]


@pytest.mark.parametrize("heading", ["They support us", "Who supports us", "They help us"])
def test_a_heading_that_says_who_supports_leads_to_names(heading):
    assert names(LISTED % heading) == ["Ville de Lens", "Librairie du Beffroi"]


@pytest.mark.parametrize("heading", ["Support us", "Sponsor us"])
def test_a_heading_that_asks_for_support_leads_to_none(heading):
    assert names(LISTED % heading) == []


def test_help_of_somebody_is_support_and_of_a_tool_is_none():
    said = "<p>With the help of the Ville de Lens and of the Fondation du Beffroi. Drawn with the help of AI.</p>"
    assert names(said) == ["Ville de Lens", "Fondation du Beffroi"]
