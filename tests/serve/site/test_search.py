"""Searching among the organisations."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qsl

import pytest

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
