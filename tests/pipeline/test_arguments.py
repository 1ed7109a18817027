"""Every public function, called wrongly in every argument: one line says what it takes."""

from __future__ import annotations

import inspect
import warnings

import pytest

import partnerkg
from partnerkg.errors import PartnerkgError

# What is called as it should be, but for one argument.
RIGHT = {
    "name": "network_members",
    "subject": "la-plume-rivebois",
    "property_": "siret",
    "class_": "Bookshop",
    "value": "libraires-d-ombre",
    "text": "ASK {}",
    "words": "plume",
    "format": "nquads",
    "first": None,
    "thing": "La Plume",
    "things": ["x"],
    "groups": {"x": ["y"]},
}
WRONG = {"nothing": None, "no text": "", "a number": 5, "bytes": b"x", "a NUL": "\0", "an object": object()}
# What rooms of this code hand to each other, and what is no name of anything.
BETWEEN = {
    "like",
    "rest_on",
    "prove_by",
    "explain",
    "address",
    "command",
    "call",
    "class_name",
    "facet_name",
    "kept",
    "lead_by",
    "bare",
    "take",
}
FREE = {
    ("text", "translate"),
    ("written", "look"),
    ("passes", "strict"),
    ("search", "limit"),
    ("search", "words"),
}


@pytest.fixture
def objects(graph):
    return (
        graph,
        graph.query("network_members", network="libraires-d-ombre"),
        graph.completeness(),
        graph.validate(focus="La Plume"),
        partnerkg.diff(graph, graph),
    )


def functions(objects):
    yield from (partnerkg.open, partnerkg.diff)
    for one in objects:
        for name in set(dir(type(one))) - BETWEEN:
            if not name.startswith("_") and inspect.isfunction(getattr(type(one), name)):
                yield getattr(one, name)


def cases(objects):
    for function in functions(objects):
        parameters = inspect.signature(function).parameters.values()
        named = [one for one in parameters if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]
        needed = {one.name: RIGHT.get(one.name) for one in named if one.default is one.empty}
        for one in named:
            for what, wrong in WRONG.items():
                if (function.__name__, one.name) not in FREE and not (wrong is None and one.default is None):
                    yield function, one.name, what, needed | {one.name: wrong}


def test_every_wrong_argument_is_refused_in_one_line(objects):
    taken = []
    for function, name, what, arguments in cases(objects):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                function(**arguments)
        except PartnerkgError as error:
            assert "\n" not in str(error)
            continue
        taken.append((function.__name__, name, what))
    allowed = {
        ("diff", "first", "nothing"),
        ("diff", "seconds", "a number"),
        ("diff", "seconds", "nothing"),
        ("sparql", "seconds", "a number"),
        ("sparql", "seconds", "nothing"),
    }
    assert set(taken) <= allowed | {("validate", "seconds", "a number")}
