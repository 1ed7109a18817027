"""The questions by name."""

from __future__ import annotations

import pytest

from partnerkg.errors import UnknownQuery
from partnerkg.query.catalogue import Catalogue, catalogue


def test_it_knows_the_shipped_questions():
    assert "network_members" in catalogue()
    assert catalogue()["network_members"].name == "network_members"


def test_it_adds_the_questions_of_a_project(world):
    assert "town_organizations" in catalogue(world)
    assert "town_organizations" not in catalogue()


def test_it_lets_a_project_answer_in_its_own_way(tmp_path, world):
    (tmp_path / "town_organizations.rq").write_text(
        '#+ summary: {"en": "Mine?", "fr": "La mienne ?"}\n#+ columns: {"x": "y"}\nSELECT ?x { ?x a ?y }'
    )
    found = Catalogue(f"{world}/queries", str(tmp_path))
    assert found.names() == ["town_organizations"]
    assert found["town_organizations"].summary["en"] == "Mine?"


def test_it_names_the_nearest_question():
    with pytest.raises(UnknownQuery, match="did you mean `network_members`"):
        catalogue()["network_member"]


def test_it_lists_its_questions_in_order():
    names = [question.name for question in catalogue()]
    assert names == sorted(names)
