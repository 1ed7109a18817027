"""The values that the graph offers for a parameter."""

from __future__ import annotations

import pytest

from partnerkg.namespaces import namespace
from partnerkg.query import choices as room
from partnerkg.query.bind import bind
from partnerkg.query.catalogue import catalogue
from partnerkg.store import embedded

OFFERING = [
    (question.name, name)
    for question in catalogue()
    for name, parameter in question.parameters.items()
    if parameter.choices
]


@pytest.fixture(scope="module")
def shipped():
    return embedded.read()


def test_it_offers_what_the_graph_has(shipped):
    found = room.choices(catalogue()["partner_without_activity"], "publisher", shipped)
    names = ("coleres-du-present", "lis-avec-moi")
    assert found == [namespace("organization")[name] for name in names]


def test_it_offers_nothing_where_the_header_names_no_choices(shipped):
    assert room.choices(catalogue()["organization_statements"], "organization", shipped) == []


def test_it_offers_nothing_where_the_graph_has_nothing():
    empty = embedded.Embedded({})
    assert room.choices(catalogue()["partner_without_activity"], "publisher", empty) == []


@pytest.mark.parametrize(("name", "parameter"), OFFERING)
def test_every_shipped_question_offers_its_example(shipped, name, parameter):
    question = catalogue()[name]
    values = {key: given.example for key, given in question.parameters.items()}
    terms = {key.value: term for key, term in bind(question, shipped, values).items()}
    assert terms[parameter] in room.choices(question, parameter, shipped)
