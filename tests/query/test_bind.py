"""Values that a person gave, as terms."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import Literal, NamedNode, Variable

from partnerkg.errors import (
    Ambiguous,
    MissingParameter,
    PartnerkgError,
    UnknownParameter,
    UnknownThing,
    WrongValue,
)
from partnerkg.namespaces import namespace
from partnerkg.query.bind import bind
from partnerkg.query.catalogue import catalogue, read
from partnerkg.query.run import run
from partnerkg.query.types import TYPES

NETWORK = namespace("organization")["libraires-d-ombre"]
XSD = namespace("xsd")
ATTACKS = (
    '" } DELETE WHERE { ?s ?p ?o } #',
    "' UNION { ?s ?p ?o } #",
    "> } ; DROP ALL #",
    "<http://e/> ?p ?o } #",
    "?member",
    "x\n} SELECT * {",
    "x\x00y",
    "\\u0022",
    "organization:x> <y",
    "1 UNION",
    "2024) || true",
    "fr') || ('",
)


@pytest.fixture
def question(tmp_path):
    """Return a function that makes a question with one parameter of a type."""

    def asking(type_, **more):
        given = {"type": type_, "example": "x", **more}
        header = ('summary: {"en": "Who?", "fr": "Qui ?"}', 'columns: {"s": "thing"}', "parameters:")
        lines = [f"#+ {line}" for line in (*header, f"  v: {json.dumps(given)}")]
        path = tmp_path / "q.rq"
        path.write_text("\n".join([*lines, "SELECT DISTINCT ?v ?s { ?s ?p ?v }"]))
        return read(str(path))

    return asking


def bound(question, store, value):
    return bind(question, store, {"v": value})[Variable("v")]


@pytest.mark.parametrize(
    "written",
    [
        "libraires-d-ombre",
        " libraires-d-ombre ",
        "organization:libraires-d-ombre",
        NETWORK.value,
        f"<{NETWORK.value}>",
    ],
)
def test_it_finds_a_thing_by_slug_prefixed_name_or_iri(question, store, written):
    assert bound(question("iri", **{"class": "pk:Network"}), store, written) == NETWORK


@pytest.mark.parametrize("written", ["Libraires d’Ombre", "libraires d'ombre", "LIBRAIRES D OMBRE"])
def test_it_finds_a_thing_by_its_name_in_any_spelling(question, store, written):
    assert bound(question("iri", **{"class": "pk:Network"}), store, written) == NETWORK


def test_it_finds_a_thing_of_a_subclass(question, store):
    assert bound(question("iri", **{"class": "org:Organization"}), store, "radio-ombre")


def test_it_finds_a_concept(question, store):
    found = bound(question("iri", **{"class": "skos:Concept"}), store, "independent-bookshop")
    assert found == namespace("kind")["independent-bookshop"]


def test_it_takes_a_term_as_it_is(question, store):
    assert bound(question("iri"), store, NamedNode("http://e/")) == NamedNode("http://e/")


@pytest.mark.parametrize(
    ("type_", "written", "term"),
    [
        ("text", 'a "b" \\ c\n', Literal('a "b" \\ c')),
        ("language", "fr-CA", Literal("fr-CA")),
        ("year", "1990", Literal("1990", datatype=XSD.gYear)),
        ("number", "-12", Literal(-12)),
        ("number", 12, Literal(12)),
        ("number", "2.50", Literal("2.50", datatype=XSD.decimal)),
    ],
)
def test_it_makes_a_literal_of_the_type(question, store, type_, written, term):
    assert bound(question(type_), store, written) == term


@pytest.mark.parametrize(
    "written", ["Rivebois", "rivebois", "RIVEBOIS", "95991", "commune-95991", "place:commune-95991"]
)
def test_it_finds_a_place_by_name_code_or_slug(question, store, written):
    assert bound(question("place"), store, written) == namespace("place")["commune-95991"]


def test_it_finds_the_place_of_the_class_asked(question, store):
    commune = bound(question("place", **{"class": "igeo:Commune"}), store, "Clairval")
    department = bound(question("place", **{"class": "igeo:Departement"}), store, "Clairval")
    assert (commune, department) == (
        namespace("place")["commune-95992"],
        namespace("place")["departement-97"],
    )


@pytest.mark.parametrize(
    ("type_", "class_", "written", "words"),
    [
        (
            "place",
            "igeo:Commune",
            "Saint-Aubin",
            "which one? Write the name or the slug of one of these:\n  Saint-Aubin (commune, Ombre): commune-95993",
        ),
        ("place", None, "Riveboys", "there is no such place; did you mean `Rivebois`"),
        ("iri", "pk:Network", "libraire-d-ombre", "did you mean `Libraires d’Ombre`"),
        ("iri", "pk:Network", "zzz", "the graph has `Libraires d’Ombre`"),
        ("iri", "pk:Prize", "zzz", "the graph has none yet"),
        (
            "iri",
            "pk:Network",
            "la-plume-rivebois",
            "it is no pk:Network; the graph has `Libraires d’Ombre`",
        ),
        ("iri", "pk:Network", "La Plume", "it is no pk:Network; the graph has `Libraires d’Ombre`"),
        ("iri", None, "organisation:x", "there is no prefix `organisation`; did you mean `organization`"),
        ("iri", None, "https://e/a b", "it is no IRI"),
        ("iri", None, "https://e/a", "Nothing in the graph"),
        ("year", None, "90", "four digits; for example x"),
        ("number", None, "1e3", "like 10 or 2.5"),
        ("language", None, "french!", "a tag such as fr"),
    ],
)
def test_it_says_what_to_write_instead(question, store, type_, class_, written, words):
    with pytest.raises((UnknownThing, WrongValue)) as error:
        bound(question(type_, **({"class": class_} if class_ else {})), store, written)
    assert words in str(error.value)


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("attack", ATTACKS)
def test_it_never_lets_a_value_become_query_text(question, store, type_, attack):
    before = set(store.quads())
    asked = question(type_)
    try:
        assert run(asked, store, v=attack).rows == []
        assert bound(asked, store, attack) == Literal(attack.strip())
    except PartnerkgError as error:
        assert isinstance(error, Ambiguous) or "\n" not in str(error)
    assert set(store.quads()) == before


def test_it_leaves_out_what_is_optional(world, store):
    asked = catalogue(world)["town_organizations"]
    assert set(bind(asked, store, {"town": "Rivebois", "since": None})) == {Variable("town")}


@pytest.mark.parametrize("given", [{}, {"v": None}])
def test_it_falls_back_to_the_default(question, store, given):
    assert bind(question("number", default="10"), store, given) == {Variable("v"): Literal(10)}


def test_it_prefers_what_is_given_to_the_default(question, store):
    assert bound(question("number", default="10"), store, 0) == Literal(0)


def test_it_names_the_parameter_that_is_missing(world, store):
    with pytest.raises(MissingParameter, match="needs --town; for example --town Rivebois"):
        bind(catalogue(world)["town_organizations"], store, {})


def test_it_names_the_parameters_there_are(world, store):
    with pytest.raises(UnknownParameter, match=r"did you mean `town`\? It takes: --town, --since"):
        bind(catalogue(world)["town_organizations"], store, {"towns": "Rivebois"})


def test_it_says_that_a_question_takes_nothing(store):
    with pytest.raises(UnknownParameter, match="It takes: nothing"):
        bind(catalogue()["bookshop_places"], store, {"town": "Rivebois"})
