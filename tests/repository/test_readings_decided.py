"""How the two pages are read: each decision, asked of the claims with plain SPARQL."""

from __future__ import annotations

import pytest

BY_CATEGORY = {
    "institutional": 10,
    "media": 22,
    "schools": 20,
    "independent-bookshops": 11,
    "libraries-and-places-of-books": 12,
    "companions-in-our-actions": 58,
}


@pytest.mark.parametrize("category", BY_CATEGORY)
def test_every_partner_of_coleres_du_present_stands_under_its_heading(ask, category):
    rows = ask(
        "SELECT ?partner { ?c pk:declaredBy organization:coleres-du-present ; pk:partner|pk:partnerGroup ?partner ;"
        f" pk:listedUnder category:{category} }}"
    )
    assert len(rows) == BY_CATEGORY[category]


def test_coleres_du_present_has_133_partners(ask):
    rows = ask(
        "SELECT ?partner { organization:coleres-du-present pk:hasPartner|pk:hasPartnerGroup ?partner }"
    )
    assert len(rows) == 133


def test_there_are_17_colleges_and_3_lycees(ask):
    assert len(ask("SELECT ?s { ?s org:classification kind:college }")) == 17
    assert len(ask("SELECT ?s { ?s org:classification kind:lycee }")) == 3


def test_le_bateau_livre_is_the_member_of_librairies_sorcieres_in_both_pages(ask):
    assert ask("SELECT ?m { ?m org:memberOf organization:librairies-sorcieres }") == [
        ("le-bateau-livre-lille",)
    ]
    declarers = ask("SELECT ?who { ?who pk:hasPartner organization:le-bateau-livre-lille }")
    assert declarers == [("coleres-du-present",), ("lis-avec-moi",)]


def test_librairies_sorcieres_is_network_and_association_since_1981(ask):
    kinds = ask("SELECT ?t { organization:librairies-sorcieres a ?t }")
    assert [kind.rsplit("#")[-1] for (kind,) in kinds] == ["Association", "Network"]
    assert ask("SELECT ?y { organization:librairies-sorcieres pk:existsSince ?y }") == [("1981",)]
    assert ask("SELECT ?a { organization:librairies-sorcieres pk:acronym ?a }") == [("ALSJ",), ("ASLJ",)]


def test_the_cnl_supports_the_network_and_the_website_by_layout(ask):
    rows = ask(
        "SELECT ?what ?status ?quote { GRAPH ?claim { ?s pk:supporter organization:centre-national-du-livre ; pk:beneficiary ?what }"
        " ?claim pk:claimStatus ?status ; pk:evidence/pk:passage/oa:hasSelector/oa:exact ?quote FILTER(STRSTARTS(?quote, 'With')) }"
    )
    status = "https://w3id.org/partnerkg/concept/status/layout"
    quote = "With the support of French National Book Center"
    assert rows == [
        ("librairies-sorcieres", status, quote),
        ("site-des-librairies-independantes", status, quote),
    ]


def test_each_support_of_the_cnl_has_two_pieces_of_evidence(ask):
    rows = ask(
        "SELECT ?e { ?c pk:evidence ?e . GRAPH ?c { ?x pk:supportedBy organization:centre-national-du-livre } }"
    )
    assert len(rows) == 4


def test_lis_avec_moi_is_supported_by_nobody_and_supports_independent_bookshops(ask):
    assert ask("SELECT ?s { organization:lis-avec-moi pk:supportedBy ?s }") == []
    assert ask("SELECT ?g { ?g pk:supportedBy organization:lis-avec-moi }") == [("librairies-independantes",)]


def test_what_has_no_name_in_the_text_says_so(ask):
    rows = ask("SELECT ?x { ?x pk:nameStatus name-status:unnamed-in-source }")
    assert rows == [("association-regionale-de-libraires",), ("site-des-librairies-independantes",)]
    candidate = ask("SELECT ?x { ?x pk:identityCandidate organization:association-regionale-de-libraires }")
    assert candidate == [("les-libraires-d-en-haut",)]
    assert ask("SELECT ?a ?b { ?a owl:sameAs ?b }") == []


def test_droit_de_cite_organises_the_prize_and_nobody_is_said_to_organise_its_festival(ask):
    assert ask("SELECT ?o { prize:coup-de-coeur-tiot-loupiot pk:organisedBy ?o }") == [("droit-de-cite",)]
    assert ask("SELECT ?f { prize:coup-de-coeur-tiot-loupiot pk:awardedDuring ?f }") == [
        ("festival-tiot-loupiot",)
    ]
    assert ask("SELECT ?o { event:festival-tiot-loupiot pk:organisedBy ?o }") == []


def test_the_loans_glued_to_the_pas_de_calais_line_are_of_the_departmental_libraries(ask):
    rows = ask("SELECT ?who { ?c pk:activityKind activity:book-loan ; pk:partner|pk:partnerGroup ?who }")
    assert rows == [
        ("bibliotheques-et-mediatheques",),
        ("librairies-independantes",),
        ("plusieurs-mediatheques-departementales",),
    ]


@pytest.mark.parametrize("department", ["nord", "pas-de-calais"])
def test_the_departmental_libraries_behind_a_department_are_interpreted(ask, department):
    prefix = "du-" + department
    rows = ask(
        f"SELECT DISTINCT ?s {{ GRAPH ?c {{ organization:mediatheque-departementale-{prefix} a ?t }} ?c pk:claimStatus ?s }}"
    )
    assert rows == [("https://w3id.org/partnerkg/concept/status/interpreted",)]


def test_a_town_as_partner_is_a_public_body_and_not_its_library_nor_the_place(ask):
    rows = ask(
        "SELECT ?o ?p { organization:coleres-du-present pk:hasPartner ?o . ?o a pk:PublicBody ; org:classification kind:commune ; pk:governs ?p }"
    )
    assert [town for town, _ in rows] == [
        "ville-d-arras",
        "ville-d-avion",
        "ville-de-courrieres",
        "ville-de-grenay",
        "ville-de-lievin",
        "ville-de-saint-laurent-blangy",
        "ville-de-saint-nicolas",
    ]
    assert ("mediatheque-grenay",) in ask("SELECT ?l { ?l a pk:Library }")


def test_les_lisieres_is_one_organisation_with_two_sites(ask):
    rows = ask("SELECT ?c { organization:les-lisieres org:hasSite/pk:commune ?c }")
    assert rows == [("commune-59163",), ("commune-59512",)]


def test_lists_of_several_are_counted_as_several(ask):
    assert len(ask("SELECT ?x { ?x org:classification kind:social-centre }")) == 6
    assert len(ask("SELECT ?x { ?x org:classification kind:mecs }")) == 2
    assert len(ask("SELECT ?x { ?x org:classification kind:pjj-service }")) == 2
    assert len(ask("SELECT ?x { ?x org:subOrganizationOf organization:apei-lens-et-environs }")) == 2
    arras = ask("SELECT ?x { ?x a pk:Library ; org:hasSite/pk:commune place:commune-62041 }")
    assert arras == [("mediatheque-saint-vaast-arras",), ("mediatheque-verlaine-arras",)]


def test_cicp_is_one_organisation_with_two_mentions_in_paris_11(ask):
    assert len(ask("SELECT ?m { ?m oa:hasBody organization:cicp }")) == 2
    assert ask("SELECT ?p { organization:cicp org:hasSite/pk:commune ?p }") == [
        ("arrondissement-municipal-75111",)
    ]


def test_d_arras_at_the_end_governs_six_colleges(ask):
    rows = ask(
        "SELECT ?s { GRAPH ?c { ?s org:hasSite/pk:commune place:commune-62041 } ?s org:classification kind:college ."
        " ?c pk:claimStatus status:distributed ; pk:evidence/pk:passage/oa:hasSelector/oa:exact 'd’Arras' }"
    )
    assert [school for (school,) in rows] == [
        "college-charles-peguy-arras",
        "college-francois-mitterrand-arras",
        "college-gambetta-arras",
        "college-jehan-bodel-arras",
        "college-marie-curie-arras",
        "college-saint-vincent-arras",
    ]


def test_unions_are_those_of_the_parenthesis(ask):
    rows = ask("SELECT ?u { ?u a pk:TradeUnion }")
    assert [union for (union,) in rows] == [
        "cgt",
        "cnt",
        "confederation-paysanne",
        "fsu",
        "snac",
        "solidaires-sud",
        "ul-cgt-du-bethunois",
    ]
    assert ask("SELECT ?w { organization:ul-cgt-du-bethunois org:subOrganizationOf ?w }") == [("cgt",)]


def test_la_brasserie_is_of_no_kind(ask):
    rows = ask("SELECT ?t { organization:la-brasserie-foncquevillers a|org:classification ?t }")
    assert rows == [("http://www.w3.org/ns/org#Organization",)]


def test_institutional_partners_and_companions_are_no_supporters(ask):
    rows = ask(
        "SELECT ?x ?y { ?x pk:supportedBy ?y . ?c pk:declaredBy organization:coleres-du-present ; pk:partner ?x }"
    )
    assert rows == []


def test_the_regional_association_has_purposes_and_more_than_70_members(ask):
    purposes = ask("SELECT ?p { organization:association-regionale-de-libraires org:purpose ?p }")
    assert len(purposes) == 3
    count = ask(
        "SELECT ?n ?i ?k { organization:association-regionale-de-libraires pk:memberCount ?c ."
        " ?c pk:lowerBound ?n ; pk:lowerBoundInclusive ?i ; pk:countedKind ?k }"
    )
    assert count == [("70", "false", "https://w3id.org/partnerkg/concept/kind/independent-bookshop")]


def test_lisons_bebe_and_the_prize_belong_to_premieres_pages(ask):
    rows = ask("SELECT ?what ?programme { ?c pk:concerns ?what ; pk:withinProgramme ?programme }")
    assert rows == [("coup-de-coeur-tiot-loupiot", "premieres-pages"), ("lisons-bebe", "premieres-pages")]


def test_aliases_and_homonyms_of_towns_are_settled(ask):
    def town(slug: str) -> list[tuple[str | None, ...]]:
        return ask(f"SELECT ?c {{ organization:{slug} org:hasSite/pk:commune ?c }}")

    assert town("mediatheque-berlencourt-le-cauroy") == [("commune-62111",)]
    assert town("college-paul-verlaine-saint-nicolas") == [("commune-62764",)]
    assert town("le-verbe-et-l-objet-senlis") == [("commune-60612",)]
    assert town("mediatheque-grenay") == [("commune-62386",)]


def test_all_activities_with_libraries_are_there(ask):
    def activities(*groups: str) -> int:
        values = " ".join(f"group:{group}" for group in groups)
        return len(
            ask(f"SELECT ?c {{ VALUES ?g {{ {values} }} ?c pk:partnerGroup ?g ; pk:activityKind ?a }}")
        )

    assert activities("bibliotheques-et-mediatheques") == 8
    assert activities("plusieurs-mediatheques-departementales") == 9
    assert len(ask("SELECT ?c { ?c pk:partner ?p ; pk:withinProgramme programme:premieres-pages }")) == 2


def test_what_is_descriptive_is_a_label_that_is_no_name_and_nothing_else(ask):
    """As `status.ttl` and docs/readings.md say: a label made up by the reader or the project, in a claim apart."""
    properties = ask("SELECT ?p { GRAPH ?c { ?s ?p ?o } ?c pk:claimStatus status:descriptive }")
    assert {name for (name,) in properties} == {
        *(
            f"http://www.w3.org/2004/02/skos/core#{label}"
            for label in ("prefLabel", "altLabel", "hiddenLabel")
        ),
        "https://w3id.org/partnerkg/ontology#nameStatus",
    }
    named = "GRAPH ?c { ?s pk:nameStatus name-status:named } ?c pk:claimStatus status:descriptive"
    assert ask(f"SELECT ?s {{ {named} }}") == []
