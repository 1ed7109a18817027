"""Facts, numbers and words on the pages."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
from tests.serve.site.conftest import seen

import partnerkg

pytestmark = pytest.mark.slow  # the whole graph


def test_a_fact_opens_the_words_that_say_it_with_their_context_and_page(read):
    html = read("organization/le-bateau-livre-lille")
    line = re.search(r"<dt>membre de</dt>(.*?)</div>", html, re.S)[1]
    assert "member of the French Librairies Sorcières network</mark>" in line
    assert "in particular <mark>Le Bateau Livre" in line
    assert "https://lisavecmoi.fr/en/media-libraries-and-bookstores/#:~:text=Le%20Bateau%20Livre" in line
    assert "énoncée" in line


def test_a_quote_stands_under_its_heading(read):
    line = re.search(r"<dt>commune</dt>(.*?)</div>", read("organization/le-bateau-livre-lille"), re.S)[1]
    assert ">LES LIBRAIRIES INDÉPENDANTES</q>" in line


def test_the_words_of_a_page_keep_their_spaces(read):
    graph = partnerkg.open()
    rows = graph.sparql('SELECT DISTINCT ?words { ?any oa:exact ?words FILTER(CONTAINS(?words, " :")) }')
    words = str(rows.records()[0]["words"])
    assert words in read("source/lis-avec-moi")


def test_what_is_not_known_is_said_in_three_ways(read):
    html = read("organization/le-bateau-livre-lille")
    for words in ("non renseigné, attendu", ">non renseigné<", "sans objet"):
        assert words in html


def test_numbers_on_the_first_page_are_those_of_the_rows_they_lead_to(read):
    home = read("")
    counts = re.findall(r'<a href="([^"]+)"><b>([0-9\u202f]+)</b>', home)
    found = {address: int(number.replace("\u202f", "")) for address, number in counts}
    entries = read("search").count("<li><h2>")
    assert found["search"] == entries == partnerkg.open().summary()["organizations"]
    network = read("network")
    assert found["network"] == network.count('<th scope="row"')
    assert found["map"] == read("map").count('<th scope="row"')
    quotes = re.findall(r'data-l="Citations">(\d+)<', read("sources"))
    assert found["sources"] == sum(map(int, quotes))


def test_a_list_of_many_partners_stands_under_the_headings_of_its_page(read):
    html = seen(read("organization/coleres-du-present"))
    assert html.index("librairies indépendantes") < html.index("Le Bateau Livre")


def test_a_cell_of_the_heat_map_leads_to_as_many_records_as_it_lacks(read, shipped):
    cell = shipped.whole.completeness.cell("Bookshop", "siret")
    page = read("quality/pk-Bookshop/siret")
    assert page.count('<th scope="row"') == len(cell.missing)
    assert len(read("quality/pk-Bookshop/siret.csv").splitlines()) == len(cell.missing) + 1


def test_the_report_counts_what_each_rule_found(read, shipped):
    found = shipped.whole.checked.findings[0]
    nodes = {result.focus_node for result in found.rule.results}
    assert read(f"report/{found.path}").count("<li><a ") >= len(nodes)


def test_many_marks_lead_to_the_words_at_the_foot(read):
    html = read("organization/coleres-du-present")
    marks = re.findall(r'<a class="p" href="#(w\d+)"', html)
    assert len(marks) > 100
    assert all(html.count(f' id="{mark}"') == 1 for mark in set(marks))


def test_an_organisation_stands_among_its_neighbours_in_its_picture(read):
    html = read("organization/le-bateau-livre-lille", "en")
    picture = re.search(r'<svg class="pic small".*?</svg>', html, re.S)[0]
    drawn = set(re.findall(r'<a href="([a-z-]+)"', picture))
    assert drawn == {"lis-avec-moi", "coleres-du-present", "librairies-sorcieres", "centre-national-du-livre"}
    written = html.replace(picture, "")
    assert all(f'href="{one}"' in written for one in drawn - {"centre-national-du-livre"})


def test_very_many_neighbours_are_counted_by_kind(read):
    picture = re.search(r'<svg class="pic small".*?</svg>', read("organization/coleres-du-present"), re.S)[0]
    counted = [int(number) for number in re.findall(r">(\d+) × ", picture)]
    partners = partnerkg.open().query("publisher_partners", publisher="coleres-du-present")
    named = {row["partner"] for row in partners.records() if "/id/group/" not in row["partner"]}
    assert sum(counted) == len(named)


def test_what_is_counted_in_a_picture_leads_to_just_as_many(read):
    links = re.findall(
        r'<a href="([^"]*)"><[^>]*/><text[^>]*>([0-9]+) × ', read("organization/coleres-du-present")
    )
    assert len(links) == 8
    for address, number in links:
        path, _, query = unescape(address).partition("?")
        if path == "../search":
            assert f"<h1>{number} organisations</h1>" in read("search", **dict(parse_qsl(query)))
        else:
            assert (path, number) == ("#group-collaborations", "4")  # of two classes, which no search has


def test_every_number_of_the_map_leads_to_as_many_organisations(read):
    html = read("map")
    for anchor, number in (("wider", 12), ("nowhere", 61)):
        assert f'<a href="#{anchor}">' in html
        section = re.search(rf'<h2 id="{anchor}">.*?</section>', html, re.S)[0]
        assert len(re.findall(r'<a href="organization/', section)) == number
    address, number = re.search(r'class="num" data-l="[^"]*"><a href="([^"]*)">([0-9]+)</a>', html).groups()
    town = dict(parse_qsl(unescape(address).partition("?")[2]))
    assert f"<h1>{number} organisations</h1>" in read("search", **town)


def test_search_engines_read_it_in_the_words_of_schema_org(read):
    html = read("organization/le-bateau-livre-lille")
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])
    assert said["@type"] == "BookStore"
    assert said["name"]["@value"] == "Le Bateau Livre"
    assert said["memberOf"]["name"]["@value"] == "Librairies Sorcières"


def test_the_sparql_of_a_page_finds_what_it_says(read):
    html = read("organization/le-bateau-livre-lille")
    query = unescape(re.search(r"<code>(SELECT DISTINCT \?subject.*?)</code>", html, re.S)[1])
    rows = partnerkg.open().sparql(query).records()
    assert {row["claim"].rpartition("/claim/")[2].partition("/")[0] for row in rows} >= {
        "coleres-du-present",
        "lis-avec-moi",
    }
    assert any(str(row["value"]).endswith("/librairies-sorcieres") for row in rows)


@pytest.mark.parametrize("ending", ["ttl", "jsonld", "json", "csv"])
def test_a_page_has_its_data_beside_it(ending, shipped):
    page = shipped.page(f"organization/le-bateau-livre-lille.{ending}", "fr")
    assert page.status == 200
    assert b"librairies-sorcieres" in page.body


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_fact_on_the_first_page_is_in_words_of_its_language(read, language):
    quote = re.search(r"<blockquote.*?</figcaption>", read("", language), re.S)[0]
    assert "<mark>" in quote
    assert "lang=" not in quote.partition("</blockquote>")[0]
