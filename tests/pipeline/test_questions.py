"""The list of questions."""

from __future__ import annotations

import csv
import io
import shlex

import pytest

from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.questions import TAGS, listed, offers, tags
from partnerkg.translation import translations


def test_the_question_of_which_most_words_speak_comes_first(graph, program, text):
    output = listed(graph, "network members", program)
    assert text(output).splitlines()[1].startswith("network_members,")
    assert not output.notes


@pytest.mark.parametrize("words", ["librairies arras", "Bookshops in ARRAS", "bookshop 62041"])
def test_it_knows_the_values_that_a_question_takes(words, program, text):
    lines = text(listed(KnowledgeGraph(), words, program)).splitlines()
    assert lines[1].startswith("place_kind_partners,")
    assert lines[1].endswith("--commune Arras --kind bookshop")
    assert any(line.startswith("bookshop_places,") for line in lines)


def test_it_writes_a_name_of_several_words_as_a_shell_takes_it(program, text):
    rows = csv.DictReader(io.StringIO(text(listed(KnowledgeGraph(), "coleres du present", program))))
    words = {row["name"]: shlex.split(row["parameters"]) for row in rows}
    assert words["publisher_partners"] == ["--publisher", "Colères du Présent"]


def test_any_word_will_do(graph, program, text):
    assert "network_members" in text(listed(graph, "zebra membres", program))


def test_it_lists_those_of_the_project(graph, program, text):
    assert "town_organizations" in text(listed(graph, "", program))


def test_it_says_that_a_limit_has_cut_the_list(graph, program, text):
    output = listed(graph, "", program, limit=2)
    assert text(output).count("\n") == 3
    assert "more than the 2" in str(output.notes[0])


def test_it_says_that_no_question_speaks_of_any_word(graph, program):
    assert "No question speaks of any of these words" in str(listed(graph, "zebra", program).notes[0])


def test_it_offers_what_the_graph_has(graph):
    found = offers(graph, graph.questions["network_members"])
    named = {name: (offer.known, offer.more, offer.example) for name, offer in found.items()}
    assert named == {"network": (["Libraires d’Ombre"], 0, "Libraires d’Ombre")}


def test_it_offers_nothing_without_a_graph(tmp_path):
    nowhere = KnowledgeGraph(str(tmp_path / "nothing"))
    assert offers(nowhere, nowhere.questions["network_members"]) == {}


def test_what_shipped_questions_are_about_is_said_in_the_language(graph):
    say = translations("fr")[0]
    assert {tag for question in graph.questions for tag in question.tags} <= set(TAGS)
    assert tags(graph.questions["network_members"], say) == "réseau, adhésion"
