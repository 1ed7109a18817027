"""The values that the graph offers for a parameter."""

from __future__ import annotations

import json

import pytest

from partnerkg.namespaces import namespace
from partnerkg.query import choices as room
from partnerkg.query.bind import bind
from partnerkg.query.catalogue import catalogue, read
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


@pytest.fixture
def write_question(tmp_path):
    """Return a function that makes a question with a parameter `v` of a type and with choices."""

    def writing(type_, choices):
        given = {"type": type_, "example": "x", "choices": choices}
        header = ('summary: {"en": "Who?", "fr": "Qui ?"}', 'columns: {"s": "thing"}', "parameters:")
        lines = [f"#+ {line}" for line in (*header, f"  v: {json.dumps(given)}")]
        path = tmp_path / "q.rq"
        path.write_text("\n".join([*lines, "SELECT DISTINCT ?v ?s { ?s ?p ?v }"]))
        return read(str(path))

    return writing


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


@pytest.mark.parametrize(("name", "parameter"), OFFERING)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_it_writes_of_a_choice_is_a_value_that_means_it(shipped, name, parameter, language):
    question = catalogue()[name]
    values = {key: given.example for key, given in question.parameters.items()}
    found = set()
    for written in room.written(question, parameter, shipped, language):
        terms = bind(question, shipped, {**values, parameter: written})
        found.add(next(term for key, term in terms.items() if key.value == parameter))
    assert found == set(room.choices(question, parameter, shipped))


@pytest.mark.parametrize(("name", "parameter"), OFFERING)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_help_calls_a_choice_is_understood(shipped, name, parameter, language):
    question = catalogue()[name]
    offer = room.offer(question, parameter, shipped, language)
    for called in (*offer.known, offer.example):
        values = {key: given.example for key, given in question.parameters.items()} | {parameter: called}
        terms = {key.value: term for key, term in bind(question, shipped, values).items()}
        assert terms[parameter] in room.choices(question, parameter, shipped)


@pytest.mark.parametrize(
    ("name", "parameter", "called", "meant"),
    [
        ("class_things", "class", "librairie", ("pk", "Bookshop")),
        ("kind_shared_partners", "kind", "librairie", ("kind", "bookshop")),
        ("place_kind_partners", "commune", "Paris", ("place", "commune-75056")),
    ],
)
def test_a_name_of_several_things_means_the_one_that_is_offered(shipped, name, parameter, called, meant):
    question = catalogue()[name]
    values = {key: given.example for key, given in question.parameters.items()} | {parameter: called}
    terms = {key.value: term for key, term in bind(question, shipped, values).items()}
    assert terms[parameter] == namespace(meant[0])[meant[1]]


def test_a_help_calls_choices_by_their_names_and_says_how_many_more_there_are(shipped):
    offer = room.offer(catalogue()["organization_connections"], "organization", shipped, "fr")
    assert offer.known[:3] == ["AFERTES", "Amnesty International", "APEI Lens et environs"]
    assert (len(offer.known), offer.more, offer.example) == (room.OFFERED, 123, "Cap Nord")


def test_it_writes_slugs_and_the_names_of_places(shipped):
    shared = catalogue()["organization_shared_partners"]
    names = room.written(shared, "place", shipped, "fr")
    assert names[:2] == ["Hauts-de-France", "Lille"]
    assert room.written(shared, "organization", shipped, "fr") == ["coleres-du-present", "lis-avec-moi"]


def test_it_tells_places_of_one_name_apart(store, write_question):
    found = room.written(write_question("place", "?v igeo:codeINSEE ?code"), "v", store, "fr")
    assert "Rivebois" in found
    assert {"commune-95993", "commune-97103"} < set(found)
    assert "Saint-Aubin" not in found


def test_it_tells_things_of_one_slug_apart(tmp_path, write_question):
    (tmp_path / "two.ttl").write_text(
        "@prefix pk: <https://w3id.org/partnerkg/ontology#> .\n"
        "@prefix id: <https://w3id.org/partnerkg/id/> .\n"
        "<https://w3id.org/partnerkg/id/organization/x> a pk:Thing . "
        "<https://w3id.org/partnerkg/id/group/x> a pk:Thing . <urn:y> a pk:Thing ."
    )
    two = embedded.read(str(tmp_path / "two.ttl"))
    found = room.written(write_question("iri", "?v a pk:Thing"), "v", two, "en")
    assert found == ["group:x", "organization:x", "urn:y"]
