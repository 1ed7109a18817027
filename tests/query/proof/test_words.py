"""Which words are shown for a row of the shipped graph: read in the two pages, written down by hand.

Words are named by their page and the character that they begin at; pages that were only seen have none.
"""

from __future__ import annotations

import pytest

import partnerkg

LIS, COLERES = "https://lisavecmoi.fr/", "http://www.coleresdupresent.com/"


@pytest.fixture(scope="module")
def graph():
    return partnerkg.open()


def words(graph, name, values, **row):
    """Return where the words stand that prove the row with these values: pages and first characters."""
    answer = graph.query(name, **values)
    (proven,) = (
        proven
        for record, proven in zip(answer.records(), answer.proofs, strict=True)
        if all(str(record[column]).endswith(value) for column, value in row.items())
    )
    return [
        (LIS if proof.page.startswith(LIS) else COLERES, [passage.start for passage in proof.passages])
        for proof in proven.proofs
        if proof.passages
    ]


# In the order of the pages, which is that of their addresses; passages that prove together stand in one list.
RIGHT = {
    "a name in the form that one page has, and the name beside it": (
        ("name_variants", {}, {"thing": "centre-national-du-livre", "source": "lis-avec-moi"}),
        [(COLERES, [142]), (LIS, [3730]), (LIS, [4006]), (LIS, [4501]), (LIS, [4777])],
    ),
    "a long name on the page that has it": (
        (
            "name_variants",
            {},
            {"thing": "librairies-sorcieres", "written": "Association of Witches Bookstores"},
        ),
        [(LIS, [3399]), (LIS, [3497]), (LIS, [4268])],
    ),
    "the spelling of a town where the page writes it": (
        ("name_variants", {}, {"thing": "commune-62060", "written": "Auxi-le-Chateau"}),
        [(COLERES, [1855])],
    ),
    "the official name of a town, which no page has": (
        ("name_variants", {}, {"thing": "commune-62060", "written": "Auxi-le-Château"}),
        [],
    ),
    "what a page names, on that page": (
        ("source_items", {"source": "lis-avec-moi"}, {"thing": "centre-national-du-livre"}),
        [(COLERES, [142]), (LIS, [3730]), (LIS, [4006]), (LIS, [4501]), (LIS, [4777])],
    ),
    "a site that two pages tell of, each in its words": (
        ("organization_sites", {"organization": "le-bateau-livre-lille"}, {"site": "le-bateau-livre-lille"}),
        [(COLERES, [1375]), (LIS, [3246]), (LIS, [3312])],
    ),
    "a number of sites that two pages tell of": (
        ("bookshop_places", {}, {"bookshop": "le-bateau-livre-lille"}),
        [(COLERES, [1375]), (LIS, [3246]), (LIS, [3312])],
    ),
    "a statement at the place that the row tells": (
        (
            "organization_statements",
            {"organization": "librairies-sorcieres"},
            {"property": "existsSince", "start": "3497"},
        ),
        [(LIS, [3497, 3585])],
    ),
    "the same statement at the other place": (
        (
            "organization_statements",
            {"organization": "librairies-sorcieres"},
            {"property": "existsSince", "start": "4268"},
        ),
        [(LIS, [4268, 4356])],
    ),
    "a claim with all its words": (
        (
            "source_claims",
            {"source": "lis-avec-moi"},
            {"claim": "lis-avec-moi/mediatheque-departementale-du-nord"},
        ),
        [(LIS, [1068, 1318])],
    ),
    "a claim whose two places differ in words, of which the row has the first": (
        ("source_claims", {"source": "lis-avec-moi"}, {"claim": "plusieurs-librairies-label"}),
        [(LIS, [3246])],
    ),
    "a doubtful claim with all its words": (
        ("source_doubts", {"source": "lis-avec-moi"}, {"claim": "/plusieurs-librairies-reading-meetings"}),
        [(LIS, [3440])],
    ),
    "a claim on the words that were asked for": (
        ("passage_claims", {"passage": "lis-avec-moi-1be64cac-2979-3013"}, {"claim": "-qualities"}),
        [(LIS, [2979, 3014])],
    ),
    "what a row says beside a count": (
        (
            "activity_categories",
            {"publisher": "lis-avec-moi"},
            {"activity": "book-loan", "category": "/libraries"},
        ),
        [(LIS, [489, 574])],
    ),
}


@pytest.mark.parametrize("case", RIGHT)
def test_it_shows_the_words_of(graph, case):
    (name, values, row), right = RIGHT[case]
    assert words(graph, name, values, **row) == right


def test_what_two_pages_name_is_shown_with_the_words_that_make_it_one(graph):
    for proven in graph.query("publishers_shared_partners").proofs:
        assert ["Lille" in proof.quote for proof in proven.proofs] == [True, True]


def test_it_counts_no_site_without_the_words_of_each_page_that_tells_of_it(graph):
    found = words(graph, "class_completeness", {}, **{"class": "org#Site", "property": "ontology#commune"})
    assert {(COLERES, (1375,)), (LIS, (3312,))} <= {(page, tuple(starts)) for page, starts in found}


def test_what_was_added_in_reading_stands_behind_the_words_of_the_pages(graph):
    for name in ("support_overview", "provider_exchanges", "source_list_completeness", "event_organisers"):
        for proven in graph.query(name).proofs:
            seen = [not proof.passages for proof in proven.proofs]
            assert seen == sorted(seen), proven.proofs


def test_words_stand_in_the_order_of_the_page(graph):
    for name in ("network_members", "programme_partners", "prize_details", "provider_exchanges"):
        for proven in graph.query(
            name, **{"network": "librairies-sorcieres"} if "members" in name else {}
        ).proofs:
            places = [(proof.page, proof.passages) for proof in proven.proofs if proof.passages]
            assert places == sorted(places)
