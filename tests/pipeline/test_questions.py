"""The list of questions."""

from __future__ import annotations

from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.questions import listed, offers


def test_it_lists_the_questions_with_all_the_words(graph, program, text):
    output = listed(graph, "network members", program)
    assert "network_members" in text(output)
    assert not output.notes


def test_it_lists_those_of_the_project(graph, program, text):
    assert "town_organizations" in text(listed(graph, "", program))


def test_it_says_that_a_limit_has_cut_the_list(graph, program, text):
    output = listed(graph, "", program, limit=2)
    assert text(output).count("\n") == 3
    assert "more than the 2" in str(output.notes[0])


def test_it_says_that_no_question_has_all_the_words(graph, program):
    assert "No question has all these words" in str(listed(graph, "zebra", program).notes[0])


def test_it_offers_what_the_graph_has(graph):
    assert offers(graph, graph.questions["network_members"]) == {"network": ["libraires-d-ombre"]}


def test_it_offers_nothing_without_a_graph(tmp_path):
    nowhere = KnowledgeGraph(str(tmp_path / "nothing"))
    assert offers(nowhere, nowhere.questions["network_members"]) == {}
