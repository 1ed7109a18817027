"""What holds for every claim of the shipped graph."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyoxigraph import BlankNode

from partnerkg import resources
from partnerkg.readings import load
from partnerkg.readings.check import text as text_of

ROOT = Path(resources.root())
DESCRIPTIONS = "graph:provenance, graph:enrichment"


def test_no_triple_is_without_a_claim(ask):
    graphs = ask(
        f"SELECT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g NOT IN ({DESCRIPTIONS})) MINUS {{ ?g a pk:Claim }} }}"
    )
    assert graphs == []


def test_no_claim_is_without_a_triple(ask):
    assert ask("SELECT ?c { ?c a pk:Claim MINUS { GRAPH ?c { ?s ?p ?o } } }") == []


def test_every_claim_has_evidence_with_words_or_an_address(ask):
    rows = ask(
        "SELECT ?c { ?c a pk:Claim MINUS { ?c pk:evidence/pk:passage/oa:hasSelector/oa:exact ?q }"
        " MINUS { ?c pk:evidence/pk:seenOn/schema:url ?u } }"
    )
    assert rows == []


def test_no_node_is_blank(store):
    assert not [q for q in store if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_no_iri_of_ours_dangles(ask):
    rows = ask(
        "SELECT DISTINCT ?o { ?s ?p ?o FILTER(STRSTARTS(STR(?o), 'https://w3id.org/partnerkg/id/'))"
        " MINUS { ?o ?q ?x } }"
    )
    assert rows == []


def test_every_organisation_and_group_has_one_french_name(ask):
    rows = ask(
        "SELECT ?o (COUNT(DISTINCT ?l) AS ?n) { ?o a ?t FILTER(REGEX(STR(?o), '/id/(organization|group|programme|prize|event|work)/'))"
        " OPTIONAL { ?o skos:prefLabel ?l FILTER(LANG(?l) = 'fr') } } GROUP BY ?o HAVING(?n != 1)"
    )
    assert rows == []


def test_groups_have_an_english_name_too(ask):
    rows = ask("SELECT ?g { ?g pk:memberKind ?k MINUS { ?g skos:prefLabel ?l FILTER(LANG(?l) = 'en') } }")
    assert rows == []


def test_every_partner_is_mentioned_somewhere(ask):
    rows = ask("SELECT ?p { ?who pk:hasPartner ?p MINUS { ?m oa:hasBody ?p } }")
    assert rows == []


def test_no_quote_is_longer_than_200_characters(ask):
    assert ask("SELECT ?q { ?s oa:exact ?q FILTER(STRLEN(?q) > 200) }") == []


def test_names_carry_their_language_and_acronyms_none(ask):
    rows = ask(
        "SELECT ?s ?l { ?s skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:properName ?l FILTER(LANG(?l) NOT IN ('fr', 'en')) }"
    )
    assert rows == []
    assert ask("SELECT ?s ?l { ?s pk:acronym ?l FILTER(LANG(?l) != '') }") == []


def _texts() -> Path:
    return Path(os.environ.get("PARTNERKG_SOURCES", ROOT.parent / "shared" / "seeds"))


@pytest.mark.parametrize("name", ["coleres-du-present", "lis-avec-moi"])
def test_every_quote_stands_in_its_page(name, absent):
    text = _texts() / f"{name}.txt"
    if not text.exists():
        absent(f"the page {text.name} is not here; set PARTNERKG_SOURCES to the folder that has it")
    (reading,) = load.read(str(ROOT / "graph" / "readings" / f"{name}.yaml"))
    assert [str(fault) for fault in text_of.faults(reading, str(text))] == []
