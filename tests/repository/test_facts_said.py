"""What the pages say in a few words each, with the status that is true of it."""

from __future__ import annotations

import pytest

import partnerkg

STATUS = "https://w3id.org/partnerkg/concept/status/"
HERE = "GRAPH ?claim { %s } ?claim pk:claimStatus ?status ; pk:evidence/pk:passage/oa:hasSelector/oa:exact ?quote"


@pytest.fixture
def said(ask):
    """Return a function: the values of a pattern with how they were read and the words that say so."""

    def asking(pattern: str) -> list[tuple[str | None, ...]]:
        rows = ask(f"SELECT ?value ?status ?quote {{ {HERE % pattern} }}")
        return [(value, str(status).removeprefix(STATUS), quote) for value, status, quote in rows]

    return asking


@pytest.mark.parametrize(
    ("slug", "words", "quote", "places"),
    [
        (
            "casi-des-cheminots-du-nord-pas-de-calais",
            "Nord-Pas-de-Calais",
            "le CASI des cheminots du Nord-Pas-de-Calais",
            ["departement-59", "departement-62"],
        ),
        ("ul-cgt-du-bethunois", "Béthunois", "l’UL-CGT du Béthunois", ["departement-62"]),
        (
            "apei-lens-et-environs",
            "Lens et environs",
            "APEI (Lens et environs, notamment Les Glycines, Les Ecureuils)",
            ["departement-62"],
        ),
    ],
)
def test_a_territory_is_stated_in_its_words_and_interpreted_as_a_place(said, slug, words, quote, places):
    assert said(f"organization:{slug} pk:territoryName ?value") == [(words, "stated", quote)]
    found = said(f"organization:{slug} pk:territory ?value")
    assert found == [(place, "interpreted", quote) for place in places]


def test_lens_and_its_surroundings_are_no_commune(ask):
    places = "org:hasSite/pk:commune|pk:territory|pk:governs"
    slug = "organization:apei-lens-et-environs"
    assert ask(f"SELECT ?p {{ {slug} {places} ?p }}") == [("departement-62",)]
    assert ask(f"SELECT ?p {{ ?part org:subOrganizationOf {slug} ; {places} ?p }}") == []


@pytest.mark.parametrize(
    ("group", "quote"),
    [
        ("bibliotheques-et-mediatheques", "Loans of children’s books to salaried and voluntary readers"),
        ("plusieurs-mediatheques-departementales", "Loans of books to salaried and voluntary readers"),
    ],
)
def test_loans_go_to_salaried_and_voluntary_readers(said, group, quote):
    loan = f"?loan pk:partnerGroup group:{group} ; pk:activityKind activity:book-loan"
    receivers = said(f"{loan} ; pk:receiver ?value")
    assert {row[:2] for row in receivers} == {("salaried and voluntary readers", "stated")}
    assert quote in {row[2] for row in receivers}


def test_who_lends_is_read_and_who_borrows_is_said(ask):
    rows = ask(
        "SELECT ?group ?status { ?loan pk:partnerGroup ?group ; pk:activityKind activity:book-loan ; pk:receiver ?who ."
        " GRAPH ?claim { ?loan pk:contributionDirection direction:from-partner } ?claim pk:claimStatus ?status }"
    )
    assert rows == [
        ("bibliotheques-et-mediatheques", f"{STATUS}interpreted"),
        ("plusieurs-mediatheques-departementales", f"{STATUS}interpreted"),
    ]


def test_lis_avec_moi_hosts_the_reading_meetings_in_bookshops(ask, said):
    quote = "We host regular reading meetings in several bookstores"
    pattern = "?meeting pk:activityKind activity:reading-meeting ; pk:contributionDirection ?value"
    assert said(pattern) == [
        ("https://w3id.org/partnerkg/concept/direction/to-partner", "interpreted", quote)
    ]
    assert ask(
        "SELECT ?who ?where { ?m pk:activityKind activity:reading-meeting ; pk:declaredBy ?who ; pk:partnerGroup ?where }"
    ) == [("lis-avec-moi", "plusieurs-librairies")]


def test_the_associations_are_present_at_the_gathering_of_1_may(ask, said):
    quote = "Les associations présentes le 1er mai"
    present = said("group:associations-presentes-le-1er-mai pk:presentAt ?value")
    assert ("rassemblement-du-1er-mai", "stated", quote) in present
    assert said("event:rassemblement-du-1er-mai a ?value") == [
        ("https://schema.org/Event", "interpreted", quote)
    ]
    assert ask("SELECT ?other { event:rassemblement-du-1er-mai pk:identityCandidate ?other }") == [
        ("salon-du-livre-d-expression-populaire",)
    ]


@pytest.mark.parametrize(
    ("activity", "words"),
    [
        ("training", "Reception and organization of training"),
        ("book-purchase", "all our purchases of albums"),
        ("book-loan", "our reading committees are made thanks to their loans of new releases"),
        ("shared-reading", "Shared reading time in the library and outside the walls"),
        ("territorial-coordination", "Joint coordination of territorial projects"),
    ],
)
def test_an_activity_keeps_the_words_of_the_page(said, activity, words):
    rows = said(f"?c pk:activityKind activity:{activity} ; dct:description ?value")
    stated = [quote for value, status, quote in rows if (value, status) == (words, "stated")]
    assert any(words in str(quote) for quote in stated)


@pytest.mark.parametrize(
    ("thing", "label"),
    [
        (
            "organization:association-regionale-de-libraires",
            "Association régionale de libraires des Hauts-de-France (non nommée)",
        ),
        ("work:site-des-librairies-independantes", "site des librairies indépendantes"),
        ("organization:mediatheque-grenay", "Médiathèque ou lieu du livre de Grenay"),
        ("event:rassemblement-du-1er-mai", "rassemblement du 1er mai"),
        ("organization:centre-social-mazingarbe", "Centre social de Mazingarbe"),
    ],
)
def test_a_label_of_ours_is_descriptive(ask, thing, label):
    rows = ask(
        f"SELECT ?label ?status {{ GRAPH ?claim {{ {thing} skos:prefLabel ?label }} ?claim pk:claimStatus ?status"
        " FILTER(LANG(?label) = 'fr') }"
    )
    assert rows == [(label, f"{STATUS}descriptive")]


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        (
            "Saint-Nicolas-lez-Arras",
            {"commune-62764", "ville-de-saint-nicolas", "college-paul-verlaine-saint-nicolas"},
        ),
        ("Berlencourt-Le Coroy", {"commune-62111", "mediatheque-berlencourt-le-cauroy"}),
        ("Auxi-le-Chateau", {"commune-62060", "mediatheque-auxi-le-chateau"}),
    ],
)
def test_a_town_is_found_as_the_page_spells_it_with_its_hall_school_and_library(words, slugs):
    assert slugs <= {found.id for found in partnerkg.open().search(words)}


def test_networks_are_those_whose_members_come_together_under_a_name(ask):
    assert ask(
        "SELECT ?network ?status { GRAPH ?c { ?network a pk:Network } ?c pk:claimStatus ?status }"
    ) == [
        ("association-regionale-de-libraires", f"{STATUS}interpreted"),
        ("les-libraires-d-en-haut", f"{STATUS}external"),
        ("librairies-sorcieres", f"{STATUS}stated"),
    ]


def test_the_salon_returns_each_year_and_is_a_festival(ask):
    salon = "event:salon-du-livre-d-expression-populaire"
    assert ask(f"SELECT ?class {{ {salon} a ?class }}") == [("https://w3id.org/partnerkg/ontology#Festival",)]
    assert ask(f"SELECT ?who {{ {salon} pk:organisedBy ?who }}") == [("coleres-du-present",)]


def test_the_abf_has_its_whole_name_and_the_bookshops_their_number_with_its_day(ask):
    assert ask("SELECT ?n ?a { organization:abf skos:prefLabel ?n ; pk:acronym ?a }") == [
        ("Association des bibliothécaires de France", "ABF")
    ]
    counted = "pk:lowerBound ?least ; pk:upperBound ?most ; pk:countedKind ?kind ; dct:date ?day"
    assert ask(
        f"SELECT ?least ?most ?day {{ organization:librairies-sorcieres pk:memberCount ?c . ?c {counted} }}"
    ) == [("54", "54", "2013-05-11")]
