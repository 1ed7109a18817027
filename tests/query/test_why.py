"""The words that prove a statement."""

from __future__ import annotations

import pytest

from partnerkg.errors import WrongValue
from partnerkg.pipeline.graph import open_graph


@pytest.fixture(scope="module")
def graph():
    return open_graph()


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
