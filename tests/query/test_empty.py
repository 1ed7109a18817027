"""An answer without rows says why, and what to ask instead."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, Variable

from partnerkg.query import choices
from partnerkg.query.catalogue import catalogue
from partnerkg.query.run import ask, solve
from partnerkg.store import embedded
from partnerkg.translation import translations

OFFERING = [
    (question, name)
    for question in catalogue()
    for name, parameter in question.parameters.items()
    if parameter.choices is not None
]
# Whether a group is of the town, and how large that is, is asked of the one organisation.
OFFERED_ALL_THE_SAME = {("organization_covering_groups", "organization")}


@pytest.fixture(scope="module")
def shipped():
    store = embedded.read()
    store.need()
    return store


@pytest.mark.parametrize(("question", "name"), OFFERING, ids=lambda one: getattr(one, "name", one))
def test_only_values_for_which_there_are_rows_are_offered(shipped, question, name):
    offered = choices.choices(question, name, shipped)
    assert offered
    if isinstance(offered[0], Literal) or (question.name, name) in OFFERED_ALL_THE_SAME:
        return  # bounds, which may be anything
    more = {
        Variable(other): parameter.type.read(parameter.default, parameter, shipped)
        for other, parameter in question.parameters.items()
        if parameter.default is not None
    }
    answer = shipped.select(question.text, more, question.reads)
    place = answer.columns.index(name)
    found = {row[place] for row in answer}
    for value in set(offered) - found:  # one that must be told to be found
        assert any(shipped.select(question.text, {**more, Variable(name): value}, question.reads)), value


def nothing(store, name, language="en", **values):
    """Return what is said of an answer without rows."""
    answer = solve(catalogue()[name], store, values)
    assert not len(answer)
    return answer.nothing.text(translations(language)[0])


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        (
            "release_replacements",
            {},
            "Nothing in the graph answers this. That stays so until a second release is out.",
        ),
        ("place_small_libraries", {"below": 100}, "Other values of `below` have rows: 2000, 5000, 10000, …."),
        (
            "place_kind_partners",
            {"commune": "Lille", "kind": "commune"},
            "values of `kind` have rows: bookshop, ",
        ),
        (
            "place_kind_partners",
            {"commune": "Grenay", "kind": "pk:Bookshop"},
            "values of `commune` have rows: Arras, ",
        ),
        ("class_things", {"class": "dqv:QualityMeasurement"}, "Other values of `class` have rows: "),
        ("source_gaps", {"source": "lis-avec-moi", "least": 20}, "Other values of `least` have rows: 1, 4."),
        (
            "activity_categories",
            {"publisher": "coleres-du-present"},
            "values of `publisher` have rows: Lis avec moi.",
        ),
    ],
)
def test_an_answer_without_rows_says_why_and_what_has_some(shipped, name, values, said):
    assert said in nothing(shipped, name, **values)


def test_it_says_so_in_french(shipped):
    said = nothing(shipped, "publisher_partners", "fr", publisher="cap-nord-arras")
    names = "Colères du Présent, Lis avec moi"
    others = f"D’autres valeurs de «\u00a0publisher\u00a0» ont des lignes\u00a0: {names}."
    assert said == f"Rien dans le graphe n’y répond. {others}"


def test_an_answer_with_rows_says_nothing_of_it(shipped):
    assert solve(catalogue()["network_names"], shipped, {}).nothing is None
    assert solve(catalogue()["network_names"], shipped, {}, 0).nothing is None  # there would be some


def test_a_slice_behind_the_end_is_no_empty_answer(shipped):
    assert solve(catalogue()["network_names"], shipped, {})[99:].nothing is None


def test_a_free_query_that_finds_nothing_says_so(shipped):
    assert (
        str(ask("SELECT ?x { ?x a pk:Nothing }", shipped).nothing) == "Nothing in the graph fits this query."
    )


def test_an_answer_without_rows_does_not_repeat_what_the_question_is_for():
    for question in catalogue():
        said = question.nothing.get("fr", "")
        assert len(said) < 100 and (not said or said not in question.description.get("fr", "")), question.name
