"""The words of a stated claim name what it says: asked of the graph itself, with no code of partnerkg."""

from __future__ import annotations

import re
import unicodedata

import pytest

NAMES = "skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:acronym"
READER = "https://w3id.org/partnerkg/#reader"


def plain(text: str) -> str:
    bare = "".join(
        c for c in unicodedata.normalize("NFD", text.replace("œ", "oe")) if not unicodedata.combining(c)
    )
    return " " + " ".join(re.findall(r"\w+", bare.lower())) + " "


@pytest.fixture(scope="module")
def words(ask) -> dict[str, dict[str, list[str]]]:
    """Return the quotes and headings of each stated claim, by evidence."""
    rows = ask(
        "SELECT ?claim ?evidence ?quote { ?claim pk:claimStatus status:stated ; pk:evidence ?evidence ."
        " ?evidence (pk:passage|pk:headingPassage)/oa:hasSelector/oa:exact ?quote }"
    )
    found: dict[str, dict[str, list[str]]] = {}
    for claim, evidence, quote in rows:
        found.setdefault(claim, {}).setdefault(evidence, []).append(plain(quote))
    return found


@pytest.fixture(scope="module")
def unnamed(ask, words):
    """Return a function: the values of a pattern in stated claims that some evidence has no words for."""

    def finding(pattern: str) -> list[tuple[str, str]]:
        texts: dict[tuple[str, str], set[str]] = {}
        rows = ask(
            f"SELECT ?claim ?value ?text {{ ?claim pk:claimStatus status:stated . GRAPH ?claim {{ {pattern} }}"
            f" OPTIONAL {{ ?value {NAMES} ?name }} BIND(COALESCE(?name, STR(?value)) AS ?text) }}"
        )
        for claim, value, text in rows:
            texts.setdefault((claim, value), set()).add(plain(text))
        assert texts, pattern
        return [
            (claim, value)
            for (claim, value), names in texts.items()
            for quotes in words[claim].values()
            if not any(name in quote for name in names for quote in quotes)
        ]

    return finding


@pytest.mark.parametrize(
    "pattern",
    [
        "?who pk:hasPartner ?value",
        "?member org:memberOf ?value",
        "?value org:memberOf ?network",
        "?part org:subOrganizationOf ?value",
        "?value org:subOrganizationOf ?whole",
        "?prize pk:organisedBy ?value",
        "?value pk:organisedBy ?who",
        "?prize pk:awardedDuring ?value",
        "?site pk:commune ?value",
        "?thing pk:territory ?value",
        "?thing pk:governs ?value",
        "?thing pk:existsSince ?value",
        "?thing skos:prefLabel ?value",
        "?thing skos:altLabel ?value",
        "?thing pk:acronym ?value",
        "?thing pk:properName ?value",
        "?thing pk:territoryName ?value",
        "?thing org:purpose ?value",
        "?thing dct:description ?value",
        "?thing pk:receiver ?value",
    ],
)
def test_the_words_name(unnamed, pattern):
    assert unnamed(pattern) == []


def test_only_stated_claims_are_their_publishers(ask):
    rows = ask(
        "SELECT DISTINCT ?status ?stated { ?claim pk:claimStatus ?status ; prov:wasAttributedTo ?author"
        f" BIND(?author != <{READER}> AS ?stated) }}"
    )
    assert {(status.rsplit("/")[-1], stated) for status, stated in rows} == {
        ("stated", "true"),
        *(
            (status, "false")
            for status in ("curated", "descriptive", "distributed", "external", "interpreted", "layout")
        ),
    }


def test_what_the_reader_says_is_derived_from_the_page(ask):
    rows = ask(
        f"SELECT ?claim {{ ?claim prov:wasAttributedTo <{READER}> MINUS {{ ?claim prov:wasDerivedFrom ?page }} }}"
    )
    assert rows == []


def test_no_label_of_ours_stands_in_a_claim_of_the_page(ask, words):
    rows = ask(
        "SELECT ?claim ?name { GRAPH ?claim { ?thing skos:prefLabel ?name }"
        " ?thing pk:nameStatus ?status FILTER(?status != name-status:named && LANG(?name) = 'fr') }"
    )
    assert [
        name
        for claim, name in rows
        if claim in words
        and not any(plain(name) in quote for quotes in words[claim].values() for quote in quotes)
    ] == []
