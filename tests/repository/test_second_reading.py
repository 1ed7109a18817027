"""The two pages read by somebody who did not know the graph: each relation found is in it, proved on its page.

`second_reading.csv` has the relations as that reader wrote them, `second_reading_names.csv` which thing of the
graph a name is where no label says so, or else the words that stand for it. `settled` is why the words of the
page do not prove a relation after all: the graph must not have it. Rows of the relation `only the graph`
are what that reader left out, with the reason why the graph has it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from partnerkg.model.name import collated

HERE = Path(__file__).parent
ONLY = "only the graph"


def table(name: str) -> list[dict[str, str]]:
    text = (HERE / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


ROWS = [row for row in table("second_reading.csv") if row["relation"] != ONLY]
LEFT_OUT = [row for row in table("second_reading.csv") if row["relation"] == ONLY]
NAMES = {row["name"]: row["is"] for row in table("second_reading_names.csv")}
KINDS = {
    "public-body": "pk:PublicBody",
    "media": "pk:MediaOutlet",
    "school": "pk:School",
    "bookshop": "pk:Bookshop kind:bookshop kind:independent-bookshop kind:youth-bookshop",
    "library": "pk:Library kind:public-library kind:media-library kind:departmental-library",
    "union": "pk:TradeUnion",
    "association": "pk:Association kind:association",
    "foundation": "pk:Foundation",
    "network": "pk:Network",
    "publisher": "kind:publisher",
    "social-centre": "kind:social-centre",
    "programme-or-event": "pk:Programme pk:Festival pk:Prize",
}
SAYS = "GRAPH ?claim { ?subject %s ?object }"
COLLABORATION = "?c pk:declaredBy ?subject . GRAPH ?claim { ?c %s ?object }"
ACTIVITIES = (
    "VALUES ?activity { activity:book-loan activity:book-purchase }"
    " GRAPH ?claim { ?c pk:activityKind ?activity } ?c pk:declaredBy ?declarer ; pk:partnerGroup ?partner"
    " FILTER(?subject IN (?declarer, ?partner))"
)
PATTERNS = {
    "partner": [SAYS % "pk:hasPartner|pk:hasPartnerGroup"],
    "member": [SAYS % "org:memberOf|org:subOrganizationOf"],
    "organises": [SAYS % "^pk:organisedBy", COLLABORATION % "dct:description"],
    "support": [SAYS % "^pk:supportedBy|pk:serves"],
    "located": [
        "?subject org:hasSite ?site . GRAPH ?claim { ?site pk:commune ?place } ?place igeo:subdivisionDe* ?object",
        SAYS % "pk:territory|pk:governs|pk:territoryName",
    ],
    "lends/buys": [
        f"{ACTIVITIES} FILTER(?object IN (?declarer, ?partner))",
        f"{ACTIVITIES} ?c pk:receiver ?object",
        SAYS % "pk:recommends",
    ],
    "programme/activity": [
        SAYS % "pk:presentAt|pk:awardedDuring|pk:offersActivity|dct:description",
        COLLABORATION % "pk:withinProgramme|pk:concerns|dct:description",
        "GRAPH ?claim { ?c pk:concerns ?subject ; pk:withinProgramme ?object }",
    ],
    "group": [
        "GRAPH ?claim { ?object a pk:OrganisationGroup }",
        "GRAPH ?claim { ?object pk:nameStatus ?status } FILTER(?status != name-status:named)",
    ],
    "same-as": [SAYS % "skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:acronym"],
    "kind": [SAYS % "a|org:classification|pk:memberKind"],
}
SEEN = "UNION { ?claim pk:evidence/pk:seenOn ?page BIND('' AS ?quote) }"  # what it is, another page may say
ELSEWHERE = ("kind", "group", "located", "same-as")  # which other words of the page may prove as well
# What the pages say of things by name: whatever else the graph has of it, the second reader left out.
TIES = {
    "partner": "pk:hasPartner|pk:hasPartnerGroup",
    "member": "org:memberOf|org:subOrganizationOf",
    "organises": "^pk:organisedBy",
    "support": "^pk:supportedBy|pk:serves",
}


@pytest.fixture(scope="module")
def labels(ask) -> dict[str, set[str]]:
    """Return the IRIs that are called so, by folded name."""
    found: dict[str, set[str]] = {}
    rows = ask(
        "SELECT ?name ?iri { ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:acronym ?name"
        " FILTER(STRSTARTS(STR(?thing), 'https://w3id.org/partnerkg/id/')) BIND(STR(?thing) AS ?text)"
        " BIND(CONCAT('<', ?text, '>') AS ?iri) }"
    )
    for name, iri in rows:
        found.setdefault(collated(name), set()).add(iri)
    return found


@pytest.fixture(scope="module")
def known(labels):
    """Return a function that gives what a name of the second reader is: IRIs, or words."""

    def called(name: str, place: bool = False) -> tuple[str, str]:
        given = NAMES.get(name, "")
        if re.fullmatch(r"[a-z]+:[a-z0-9-]+", given):
            return given, ""
        things = {one for one in labels.get(collated(name), ()) if ("/id/place/" in one) == place}
        return " ".join(sorted(things)), "" if things else given or name

    return called


def quotes(ask, row: dict[str, str], known) -> set[str]:
    """Return the words by which the graph proves a relation on the page of a row."""
    relation = row["relation"]
    subject, _ = known(row["subject"])
    thing, words = known(row["object"], relation == "located")
    if relation == "same-as":
        thing, words = "", row["object"]
    if relation == "kind":
        thing, words = KINDS.get(row["object"], ""), ""
    found: set[str] = set()
    for pattern in PATTERNS[relation]:
        given = f"VALUES ?object {{ {thing} }}" if thing else ""
        rows = ask(
            f"SELECT ?quote ?object {{ VALUES ?subject {{ {subject} }} {given} {pattern} ."
            f" {{ ?claim pk:evidence/(pk:passage|pk:headingPassage) ?p . ?p oa:hasSource/pk:captureOf source:{row['page']} ;"
            f" oa:hasSelector/oa:exact ?quote }} {SEEN if relation == 'kind' else ''} }}"
        )
        found |= {quote for quote, said in rows if thing or (words and alike(words, str(said)))}
    return found


def alike(one: str, other: str) -> bool:
    """Return whether one stands in the other, whatever the signs between and around."""
    return collated(one) in collated(other) or collated(other) in collated(one)


def identity(row: dict[str, str]) -> str:
    return f"{row['subject']} {row['relation']} {row['object']}"


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not row["settled"] and row["object"] != "other"], ids=identity
)
def test_the_graph_says_what_the_second_reader_found_in_words_that_he_quotes(ask, known, row):
    found = quotes(ask, row, known)
    assert found
    if row["relation"] not in ELSEWHERE:
        assert any(alike(one, row["quote"]) for one in found), found


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["settled"] and row["relation"] in TIES], ids=identity
)
def test_it_does_not_say_what_the_words_do_not_prove(ask, known, row):
    assert not quotes(ask, row, known)


def test_every_thing_that_the_second_reader_named_is_in_the_graph(known):
    named = {(row[end], row["relation"] == "located") for row in ROWS for end in ("subject", "object")}
    named = {name for name, _ in named if name in {row["subject"] for row in ROWS if not row["settled"]}}
    assert {name for name in named if len(known(name)[0].split()) != 1} == set()


@pytest.mark.parametrize("tie", TIES)
def test_the_pages_say_no_tie_that_the_second_reader_missed(ask, known, tie):
    rows = ask(
        f"SELECT DISTINCT ?s ?o {{ GRAPH ?claim {{ ?subject {TIES[tie]} ?object }}"
        " ?claim pk:evidence/pk:passage ?words . BIND(STR(?subject) AS ?s) BIND(STR(?object) AS ?o) }"
    )
    wanted = {
        tuple(known(row[end])[0] for end in ("subject", "object"))
        for row in [*ROWS, *LEFT_OUT]
        if row["relation"] in (tie, ONLY)
    }
    written = {(short(known_one), short(known_other)) for known_one, known_other in wanted}
    assert {(short(s), short(o)) for s, o in rows} <= written


def short(name: str) -> str:
    """Return the slug of an IRI or a prefixed name."""
    return re.split(r"[/:]", name.strip("<>"))[-1]
