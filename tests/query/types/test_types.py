"""What each type reads is what it writes, and what its schema allows."""

from __future__ import annotations

import jsonschema
import pytest
from pyoxigraph import Literal, Store

from partnerkg.errors import WrongValue
from partnerkg.namespaces import namespace
from partnerkg.query.types import TYPES, type_of
from partnerkg.query.types.base import Parameter

WRITTEN = {
    "iri": "la-plume-rivebois",
    "text": 'a "b"',
    "language": "fr-CA",
    "year": "1990",
    "number": "2.5",
    "place": "Rivebois",
}
PLACES = [namespace("place")[slug] for slug in ("commune-95992", "departement-97", "commune-95991")]


def parameter(type_):
    return Parameter("v", type_of(type_), {"example": WRITTEN[type_]})


@pytest.mark.parametrize("name", TYPES)
def test_it_writes_what_it_read(store, name):
    term = type_of(name).read(WRITTEN[name], parameter(name), store)
    assert type_of(name).write([term], store, "fr") == {term: WRITTEN[name]}


@pytest.mark.parametrize("name", TYPES)
def test_its_schema_allows_what_it_reads(name):
    value = 2.5 if name == "number" else WRITTEN[name]
    jsonschema.validate(value, type_of(name).schema())


@pytest.mark.parametrize(("name", "value"), [("year", "90"), ("language", "french!"), ("number", "ten")])
def test_its_schema_allows_nothing_that_it_refuses(name, value):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, type_of(name).schema())


def test_it_writes_two_places_of_one_name_by_their_slugs(store):
    assert list(type_of("place").write(PLACES, store, "fr").values()) == [
        "commune-95992",
        "departement-97",
        "Rivebois",
    ]


def test_it_writes_two_things_of_one_slug_in_full(store):
    things = [namespace("kind")["x"], namespace("value")["x"], Literal("y")]
    assert list(type_of("iri").write(things, store, "fr").values()) == ["kind:x", "value:x", "y"]


NINES = "9" * 18  # of an engine of 64 bits


@pytest.mark.parametrize("written", [NINES, f"-{NINES}", f"+{NINES}", f"{NINES}.{NINES}"])
def test_it_takes_numbers_of_18_digits_which_the_engine_can_count_with(store, written):
    term = type_of("number").read(written, parameter("number"), store)
    assert Store().query(f"ASK {{ FILTER({term} + 1 > {term}) }}")


@pytest.mark.parametrize("written", [f"9{NINES}", f"-9{NINES}", f"9{NINES}.5", f"5.{NINES}9", "", "1.", ".5"])
def test_it_refuses_numbers_that_are_longer_or_none(store, written):
    with pytest.raises(WrongValue, match="a number is written like"):
        type_of("number").read(written, parameter("number"), store)
