"""The two pages read once more, item by item: who is named, where, as what, tied to whom.

`second_reading.csv` has a row for each organisation, group or other thing that a page names, in the order of
the page, then one for each further tie. The graph must say each of them, with the words of the row among its
proof, and name nobody else.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

TABLE = (Path(__file__).parent / "second_reading.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines(), delimiter=";"))
TIES = {
    "partner of": "^pk:hasPartner|^pk:hasPartnerGroup",
    "part of": "org:subOrganizationOf",
    "member of": "org:memberOf",
    "supported by": "pk:supportedBy",
    "recommended by": "^pk:recommends",
    "organised by": "pk:organisedBy",
    "awarded during": "pk:awardedDuring",
    "present at": "pk:presentAt",
    "serves": "pk:serves",
    "subgroup of": "pk:subgroupOf",
    "about": "schema:about",
    "governs": "pk:governs",
    "acts in": "pk:territory",
}


def text(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.fixture(scope="module")
def things(ask) -> dict[str, set[str]]:
    """Return what is called so, by name."""
    found: dict[str, set[str]] = {}
    for thing, name in ask("SELECT ?thing ?name { ?thing skos:prefLabel ?name FILTER(LANG(?name) = 'fr') }"):
        found.setdefault(name, set()).add(thing)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['name']} {row['relation']} {row['other']}")
def test_the_graph_says_what_a_second_reader_found(ask, things, row):
    assert len(things[row["name"]]) == 1, row["name"]
    named = f"?thing skos:prefLabel {text(row['name'])}@fr ."
    if row["relation"]:
        proof = f"GRAPH ?claim {{ ?thing {TIES[row['relation']]} ?other }} ?other skos:prefLabel {text(row['other'])}@fr ."
    else:
        proof = "GRAPH ?claim { ?thing ?property ?value }"
    quotes = ask(
        f"SELECT ?quote {{ {named} {proof} ?claim pk:evidence/pk:passage ?passage ."
        f" ?passage oa:hasSource/pk:captureOf source:{row['page']} ; oa:hasSelector/oa:exact ?quote }}"
    )
    assert [quote for (quote,) in quotes if row["quote"] in quote], (row, quotes)


@pytest.mark.parametrize("row", [row for row in ROWS if row["town"]], ids=lambda row: row["name"])
def test_it_stands_in_the_same_towns(ask, row):
    named = f"?thing skos:prefLabel {text(row['name'])}@fr ; org:hasSite/pk:commune/skos:prefLabel ?town"
    assert {town for (town,) in ask(f"SELECT ?town {{ {named} }}")} == set(row["town"].split(", "))


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["kind"]], ids=lambda row: f"{row['name']} {row['kind']}"
)
def test_it_is_of_the_same_kind(ask, row):
    named = (
        f"?thing skos:prefLabel {text(row['name'])}@fr ; a|org:classification|pk:memberKind|dct:type ?kind"
    )
    assert row["kind"] in {
        kind.replace("#", "/").rsplit("/")[-1] for (kind,) in ask(f"SELECT ?kind {{ {named} }}")
    }


def test_the_pages_name_no_partner_whom_the_second_reader_missed(ask):
    rows = ask(
        "SELECT DISTINCT ?name { ?who pk:hasPartner|pk:hasPartnerGroup ?partner . ?partner skos:prefLabel ?name"
        " FILTER(LANG(?name) = 'fr') }"
    )
    assert {name for (name,) in rows} == {row["name"] for row in ROWS if row["relation"] == "partner of"}


@pytest.mark.parametrize("tie", sorted({row["relation"] for row in ROWS} - {"", "partner of"}))
def test_the_pages_say_no_tie_that_the_second_reader_missed(ask, tie):
    rows = ask(
        "SELECT DISTINCT ?name ?other {"
        f" GRAPH ?claim {{ ?thing {TIES[tie]} ?that }} ?claim pk:evidence/pk:passage ?words ."
        " ?thing skos:prefLabel ?name . ?that skos:prefLabel ?other FILTER(LANG(?name) = 'fr' && LANG(?other) = 'fr') }"
    )
    assert set(rows) == {(row["name"], row["other"]) for row in ROWS if row["relation"] == tie}
