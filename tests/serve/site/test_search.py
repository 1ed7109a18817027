"""Searching among the organisations."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

import partnerkg

pytestmark = pytest.mark.slow  # the whole graph


def names(html: str) -> list[str]:
    return re.findall(r"<li><h2><a [^>]*>([^<]*)</a>", html)


@pytest.mark.parametrize("words", ["lisieres", "LISIÈRES", "les lisi"])
def test_it_finds_a_name_in_any_spelling(words, read):
    assert names(read("search", q=words))[0] == "Les Lisières"


def test_it_finds_by_kind_and_town(read):
    found = names(read("search", q="librairie lille"))
    assert "Le Bateau Livre" in found
    assert "ARTE" not in found


def test_a_facet_counts_what_it_leaves(read):
    html = read("search", department="departement-59")
    counts = re.findall(r'<a href="([^"]+)"><span>([^<]*)</span><span class="c">(\d+)</span>', html)
    for address, name, count in counts:
        asked = dict(parse_qsl(unescape(address).partition("?")[2]))
        assert len(names(read("search", **asked))) == int(count), name


def test_the_table_is_exactly_what_is_seen(read):
    rows = list(csv.DictReader(io.StringIO(read("search.csv", kind="Bookshop"))))
    assert [row["Nom"] for row in rows] == list(names(read("search", kind="Bookshop")))


def test_a_search_without_results_says_what_to_loosen(read):
    html = read("search", q="bateau", kind="School")
    assert "Desserrer la recherche" in html
    assert "Bateau Livre" in read("search", q="bateu livr")


@pytest.mark.parametrize("words", ["*", "?!", "<script>alert(1)</script>", "a" * 10_000, "\0\ud800"])
def test_odd_words_are_words(words, shipped):
    page = shipped.page("search", "fr", {"q": words})
    assert page.status == 200
    assert b"<script>" not in page.body


WORDS = ("librairie lille", "bateau", "médiathèque", "lire", "collège arras", "les lisières", "cgt", "asso")


@pytest.mark.parametrize("words", WORDS)
def test_it_ranks_as_the_command_does(words, read):
    graph = partnerkg.open()
    things = [
        one.iri.rpartition("/")[2] for one in graph.search(words) if "/id/organization/" in (one.iri or "")
    ]
    seen = re.findall(r'<li><h2><a href="organization/([^"]*)"', read("search", q=words))
    assert seen == [one for one in things if one in seen] != []


def test_what_goes_by_some_words_only_is_told_apart(read):
    html = read("search", "en", q="bateu livr")
    assert "Nothing goes by all these words" in html
    assert '<li><h2><a href="organization/le-bateau-livre-lille"' in html


def test_it_finds_what_is_near_a_town_the_nearest_first(read):
    near = names(read("search", near="Lille", within="5"))
    wider = names(read("search", near="lille", within="20"))
    assert "Le Bateau Livre" in near
    assert "Les Lisières" in set(wider) - set(near)
    assert near == wider[: len(near)]


def test_a_town_that_has_no_organisation_will_do_and_one_that_nobody_knows_is_told(read):
    assert names(read("search", near="Avion", within="20"))
    html = read("search", "en", near="Nowhereville")
    assert "It is not known where" in html
    assert "without within" in html


def test_the_map_of_a_search_shows_the_towns_of_what_it_found(read):
    html = read("search", "en", kind="Bookshop", view="map")
    counted = re.findall(r"<title>[^<:]*: (\d+) organisations?</title><circle", html)
    assert sum(map(int, counted)) == 11  # one of them in two towns, one off the map


def test_the_network_of_a_search_draws_the_links_of_what_it_found(read):
    html = read("search", "en", kind="Bookshop", view="network")
    drawn = set(re.findall(r"<title>([^<]*)</title>", html[html.index("<svg") :]))
    assert drawn >= {"Colères du Présent", "Le Bateau Livre", "Lis avec moi"}


@pytest.mark.parametrize("far", ["", "x", "-5", "0", "00001" + "0" * 900, "²", "99999999"])
def test_an_odd_distance_is_the_usual_one(far, read):
    assert "à moins de 20 km de Lille" in read("search", near="Lille", within=far)


def test_another_view_keeps_what_was_chosen(read):
    html = read("search", q="arras", kind="Library")
    tabs = re.search(r'<ul class="tabs".*?</ul>', html, re.S)[0]
    assert [
        dict(parse_qsl(unescape(one).partition("?")[2])) for one in re.findall(r'href="([^"]*)"', tabs)
    ] == [
        {"q": "arras", "kind": "Library"},
        {"q": "arras", "kind": "Library", "view": "map"},
        {"q": "arras", "kind": "Library", "view": "network"},
    ]


def test_a_project_that_borrows_the_ontology_shows_its_organisations_of_every_kind(invented):
    """Bookshops and libraries are organisations because the ontology says so, which the project lacks."""
    whole = invented.whole
    kinds = {kind.value.rpartition("#")[2] for thing in whole.organizations for kind in whole.classes(thing)}
    assert {"Bookshop", "Library"} <= kinds


def test_words_that_name_what_a_question_takes_lead_to_its_answer(read):
    asked = re.search(
        r'<section class="asked".*?</section>', read("search", "en", q="schools in Arras"), re.S
    )[0]
    address = unescape(re.search(r'href="([^"]*)"', asked)[1])
    assert urlsplit(address).path == "questions/place_kind_partners"
    there = read("questions/place_kind_partners", "en", **dict(parse_qsl(urlsplit(address).query)))
    assert "Collège Gambetta" in there


def test_no_question_is_offered_whose_values_would_be_guessed(read):
    assert "place_kind_partners" not in read("search", "en", q="festival arras")


@pytest.mark.parametrize(
    "words", ["librairies près de Lens", "bookshops near Lens?", "librairies autour d’Avion"]
)
def test_near_a_town_is_understood_in_words(words, read):
    html = read("search", q=words)
    assert re.findall(r"<h2><a[^>]*>(.*?)</a></h2>", html) == ["Cap Nord"]
    assert re.search("à moins de 20 km d[e’]", html)


def test_near_what_is_no_town_is_looked_for_as_words(read):
    assert "à moins de" not in re.sub(
        r"<form.*?</form>", "", read("search", q="near Nowhereville"), flags=re.S
    )
