"""The questions of the catalogue, asked of servers: the same rows, or the differences that are known."""

from __future__ import annotations

import pytest

from partnerkg.errors import FailedEndpoint
from partnerkg.query.catalogue import catalogue
from partnerkg.query.run import run
from partnerkg.store import remote

CASES = [
    *(
        (name, {key: value.example for key, value in catalogue()[name].parameters.items()})
        for name in catalogue().names()
    ),
    ("publisher_partners", {"publisher": "coleres-du-present"}),
    ("supporter_beneficiaries", {"supporter": "lis-avec-moi"}),
    ("organization_statements", {"organization": "ville-d-arras"}),
]
cases = pytest.mark.parametrize(
    ("name", "values"), CASES, ids=["-".join((name, *values.values())) for name, values in CASES]
)

# What Virtuoso 7.2 answers wrongly; a case that is mended, in the engine or by another wording, must leave.
WRONG_IN_VIRTUOSO = {
    "term_usage": "counts the terms of its own graphs too",
    "claim_coverage": "counts the triples of its own graphs too",
}
# Booleans come back as 1 and 0, which engine-check takes as the same.
ONE_FOR_TRUE = {"activity_categories", "network_member_counts", "source_list_completeness"}


# The same in small; each says what to leave out of a question that is to be asked there.
OPTIONAL_STEP = (
    "SELECT DISTINCT ?x ?s { VALUES ?x { organization:lis-avec-moi } ?x (pk:runsNetwork|pk:hasPartner)? ?s }"
)
FREE_PATH = "SELECT DISTINCT ?c ?d { ?c igeo:subdivisionDe+ ?d }"
TWICE = "SELECT ?x { VALUES ?x { organization:ville-d-arras } ?x a pk:PublicBody }"


@cases
def test_oxigraph_answers_as_the_embedded_store_does(oxigraph, shipped, name, values):
    question = catalogue()[name]
    assert run(question, remote.read(oxigraph), **values).rows == run(question, shipped, **values).rows


@cases
def test_virtuoso_answers_as_the_embedded_store_does_but_for_what_is_known(virtuoso, shipped, name, values):
    question = catalogue()[name]
    same = run(question, remote.read(virtuoso), **values).rows == run(question, shipped, **values).rows
    known = {*WRONG_IN_VIRTUOSO, *ONE_FOR_TRUE}
    assert same == (name not in known)


@pytest.mark.parametrize("text", [OPTIONAL_STEP, FREE_PATH])
def test_virtuoso_fails_at_paths_without_a_fixed_start(virtuoso, text):
    with pytest.raises(FailedEndpoint, match="transitive start not given"):
        remote.read(virtuoso).select(text)


@pytest.mark.parametrize("engine", ["oxigraph", "virtuoso"])
def test_a_server_repeats_a_triple_that_stands_in_two_graphs(request, shipped, engine):
    """So a question says DISTINCT, as all of the catalogue do."""
    there = remote.read(request.getfixturevalue(engine))
    assert len(list(shipped.select(TWICE))) == 1
    assert len(list(there.select(TWICE))) > 1
    assert len(list(there.select(TWICE.replace("SELECT", "SELECT DISTINCT")))) == 1
