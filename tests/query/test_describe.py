"""One organisation with what is said of it."""

from __future__ import annotations

import json

import pytest

from partnerkg.namespaces import namespace
from partnerkg.pipeline.graph import open_graph
from partnerkg.query.describe import describe


@pytest.fixture
def told(store):
    def telling(slug, language="en", kind="organization"):
        return describe(namespace(kind)[slug], store, language)

    return telling


def test_it_names_kinds_and_towns_in_the_language_asked_for(told):
    assert told("le-grimoire").kinds == ["independent bookshop"]
    assert told("le-grimoire", "fr").kinds == ["librairie indépendante"]
    assert told("le-grimoire").towns == ["Rivebois", "Clairval"]


def test_it_puts_the_preferred_name_first(told):
    assert told("syndicat-des-relieurs").names == ['Syndicat des relieurs "À l’œuvre"', "SR"]
    assert told("petites-bibliotheques", kind="group").name == "small libraries of the department"


def test_it_says_who_works_with_whom_in_both_directions(told):
    assert [link.slug for link in told("la-plume-rivebois").partners] == [
        "fete-du-livre-rivebois",
        "lire-en-ombre",
    ]
    assert "la-plume-rivebois" in [link.slug for link in told("lire-en-ombre").partners]
    assert told("la-plume-rivebois").by_label()["partner of"][0].inverse


def test_it_says_networks_members_and_support(told):
    assert [link.slug for link in told("la-plume-rivebois").networks] == ["libraires-d-ombre"]
    assert [link.slug for link in told("libraires-d-ombre").members] == ["la-plume-rivebois"]
    assert [link.slug for link in told("libraires-d-ombre").supporters] == ["agence-du-livre-d-ombre"]
    supports = told("agence-du-livre-d-ombre").supports
    assert [link.slug for link in supports] == ["libraires-d-ombre", "site-des-libraires"]


def test_it_quotes_the_pages_in_their_order(told):
    quotes = told("la-plume-rivebois").quotes
    assert (quotes[0].text, quotes[0].proof.passages[0].start) == ("La Plume (Rivebois)", 13)
    places = [quote.proof.order for quote in quotes]
    assert places == sorted(places)
    assert len(told("la-plume-rivebois").claims) == 3


def test_it_says_which_facts_the_words_prove(told):
    facts = {quote.text: quote.facts for quote in told("la-plume-rivebois").quotes}
    assert "member of: Libraires d’Ombre" in facts["La Plume is a member"]
    assert "commune: Rivebois" in facts["La Plume (Rivebois)"]


def test_it_says_page_heading_and_day_of_each_quote(told):
    record = told("la-plume-rivebois").quotes[0].record()
    assert {"title", "heading", "date", "page"} <= record.keys()


def test_it_prints_identifiers():
    assert ("Siren", "217500016") in open_graph().organization("ville-de-paris").identifiers


def test_it_falls_back_to_the_class_where_no_kind_is_said(told):
    assert told("syndicat-des-relieurs").kinds == ["trade union"]


def test_it_gives_everything_as_plain_python(told):
    record = json.loads(json.dumps(told("le-grimoire").record()))
    assert record["names"] == ["Le Grimoire"]
    assert {"relation", "iri", "name"} <= record["links"][0].keys()
    assert record["quotes"][0]["text"]


def test_it_tells_years_purposes_and_counts_with_their_bounds():
    graph = open_graph()
    assert ("exists since", "1981") in graph.organization("librairies-sorcieres").details
    details = graph.organization("association-regionale-de-libraires").details
    assert ("number of members", "> 70 (independent bookshop)") in details
    assert ("purpose", "develops collective actions") in details


def test_names_and_texts_in_another_language_say_so_where_a_thing_has_a_name_in_this_one(told):
    group = told("petites-bibliotheques", "fr", kind="group")
    other = "small libraries of the department"
    assert (group.names[1], group.marked(group.names[1])) == (other, f"{other} (en anglais)")
    assert any(fact.endswith(f"{other} (en anglais)") for quote in group.quotes for fact in quote.facts)
    assert group.marked(group.name) == group.name


def test_a_name_that_is_the_only_one_in_any_language_is_not_marked(told):
    shop = told("la-plume-rivebois")
    assert [shop.marked(name) for name in shop.names] == shop.names
    assert not any("in French" in fact for quote in shop.quotes for fact in quote.facts)


def test_a_class_above_another_is_no_kind_of_its_own():
    found = open_graph(language="fr").organization("APEI Lens et environs")
    assert found.kinds == ["association"]
