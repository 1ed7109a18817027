"""Finding things by a part of a name."""

from __future__ import annotations

import pytest

from partnerkg.errors import WrongValue
from partnerkg.pipeline.graph import open_graph


@pytest.fixture(scope="module")
def graph():
    return open_graph()


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("LISIERES", "les-lisieres"),
        ("charles peguy", "college-charles-peguy-arras"),
        ("ASLJ", "librairies-sorcieres"),
        ("bateau", "le-bateau-livre-lille"),
        ("tiot loupiot", "festival-tiot-loupiot"),
    ],
)
def test_it_finds_whatever_the_spelling(graph, words, slug):
    assert slug in [found.slug for found in graph.search(words)]


def test_a_name_that_begins_so_comes_first(graph):
    assert graph.search("arras")[0].name == "Arras"


def test_each_thing_is_found_once_and_no_more_than_wanted(graph):
    found = [one.iri for one in graph.search("a", limit=7)]
    assert len(found) == len(set(found)) == 7


@pytest.mark.parametrize("words", ["", "  ", "…", "zzzz"])
def test_nothing_is_found_for_nothing(graph, words):
    assert graph.search(words) == []


def test_a_statement_is_proved_in_its_words(graph):
    (proof,) = graph.why("le-bateau-livre-lille", "org:memberOf", "librairies-sorcieres")
    assert proof.quote.endswith("a member of the French Librairies Sorcières network")
    assert [(one.start, one.end) for one in proof.passages] == [(3312, 3438)]


def test_a_literal_is_proved_too(graph):
    proofs = graph.why("librairies-sorcieres", "pk:existsSince", "1981")
    assert {passage.start for proof in proofs for passage in proof.passages} >= {3585, 4356}


def test_what_nobody_says_has_no_proof(graph):
    assert graph.why("le-bateau-livre-lille", "org:memberOf", "cgt") == []


@pytest.mark.parametrize("name", ["foo bar", "memberOf", "zz:memberOf"])
def test_a_property_that_is_none_is_refused(graph, name):
    with pytest.raises(WrongValue):
        graph.why("cicp", name, "x")
