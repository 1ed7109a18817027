"""The JSON Schema of readings, as an editor uses it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from partnerkg import resources
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.readings.schema import FILE, schema, text

ROOT = Path(resources.root())


class Loader(yaml.SafeLoader):
    """YAML as readings are read: days and hashes are texts."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in known if tag.endswith((":int", ":bool"))]
    for letter, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    made = schema(Vocabulary.read(str(ROOT / "ontology")))
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


@pytest.fixture(scope="module")
def reading() -> dict:
    path = ROOT / "graph" / "readings" / "coleres-du-present.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), Loader)  # the safe loader, but for days


def test_it_takes_the_readings_that_are_shipped(
    validator: jsonschema.Draft202012Validator, reading: dict
) -> None:
    assert [error.message for error in validator.iter_errors(reading)] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.update(naem="Cap Nord"),
        lambda entry: entry.update({"class": "Bookshopp"}),
        lambda entry: entry.update(status="sure"),
        lambda entry: entry.update(at=[1]),
        lambda entry: entry.pop("organization"),
        lambda entry: entry.update(since="hier"),
    ],
)
def test_it_finds_a_slip(validator: jsonschema.Draft202012Validator, reading: dict, change) -> None:
    wrong = json.loads(json.dumps(reading))
    change(wrong["sections"][0]["entries"][0])
    assert list(validator.iter_errors(wrong))


def test_it_takes_a_class_as_people_call_it(
    validator: jsonschema.Draft202012Validator, reading: dict
) -> None:
    said = json.loads(json.dumps(reading))
    said["sections"][0]["entries"][0]["class"] = "librairie"
    assert not list(validator.iter_errors(said))


def test_it_is_published_as_it_is() -> None:
    made = text(Vocabulary.read(str(ROOT / "ontology")))
    assert (ROOT / "docs" / FILE).read_text(encoding="utf-8") == made
