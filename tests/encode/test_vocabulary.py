"""The vocabulary knows what classes and concepts are called, and which stand above which."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from partnerkg import resources
from partnerkg.encode.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    return Vocabulary.read(str(Path(resources.root()) / "ontology"))


def test_a_class_is_called_as_the_kinds_that_refine_it(shipped):
    assert {"librairie", "bookshop", "librairie indépendante"} <= shipped.labels("class", "Bookshop")


def test_a_kind_is_called_by_all_its_labels(shipped):
    assert {"independent bookshop", "independent bookstore", "librairie indépendante"} == shipped.labels(
        "kind", "independent-bookshop"
    )


def test_what_nobody_knows_has_no_label(shipped):
    assert shipped.labels("kind", "nothing") == shipped.labels("nothing", "nothing") == set()


def test_a_wider_concept_covers_those_under_it(shipped):
    kinds = shipped.concepts["kind"]
    assert shipped.covers(kinds["bookshop"], kinds["youth-bookshop"])
    assert shipped.covers(kinds["bookshop"], kinds["bookshop"])
    assert not shipped.covers(kinds["youth-bookshop"], kinds["bookshop"])


def test_a_circle_of_concepts_covers_no_other():
    a, b, c = (NamedNode(f"https://x.example/{name}") for name in "abc")
    assert not Vocabulary({}, wider={a: b, b: a}).covers(c, a)
