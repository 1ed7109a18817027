"""Searching in a folder of files, in a browser: the script finds what a server finds, the nearest first."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from tests.serve.site.conftest import put, seen

from partnerkg.pipeline.opened import at
from partnerkg.serve.site import Site, filed

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def found(window, tmp_path_factory):
    """Return a function that gives the heading and the names that the script shows for a search."""
    folder, site = tmp_path_factory.mktemp("site"), Site(at(None), ending=".html")
    put(folder, "en/search.html", site.page("search", "en").body)
    for name, data in filed.files(site):
        put(folder, name, data)

    def finding(**asked: str) -> tuple[str, list[str], str]:
        window.logged.clear()
        window.open(f"file://{folder}/en/search.html?{urlencode(asked)}")
        names = "[...document.querySelectorAll('#results h2')].map(one => one.textContent)"
        heading, rest = (window.do(f"document.querySelector('{tag}').innerText") for tag in ("h1", "main"))
        assert window.logged == []
        return heading, window.do(names), rest

    return finding


@pytest.mark.parametrize(
    "asked",
    [
        {"near": "Lens", "within": "20"},
        {"near": "arras", "within": "10", "kind": "School"},
        {"near": "62041", "within": "5"},
        {"q": "médiathèque", "near": "Arras", "within": "50"},
        {"near": "Lille", "within": "nonsense"},
        {"q": "lille"},
        {"partner": "coleres-du-present", "kind": "TradeUnion"},
    ],
)
def test_it_finds_what_a_server_finds_the_nearest_first(asked, found, shipped):
    live = shipped.page("search", "en", asked).body.decode()
    names = [seen(name) for name in re.findall(r"<h2><a[^>]*>(.*?)</a></h2>", live)]
    if asked.get("near") == "Lens":  # a town of France that no organisation here is in
        assert len(names) == 46
        assert "every town of France is known" in found(**asked)[2]
        return
    heading, there, _ = found(**asked)
    assert names
    if "q" in asked:  # words are ranked by what little the script knows of them
        there, names = sorted(there), sorted(names)
    assert there == names
    assert heading.startswith(f"{len(names)} organisation")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("bookshops Arras", "questions/place_kind_partners"),
        ("Lens", ""),
        ("arras", "questions/place_nearby_partners"),
    ],
)
def test_a_question_that_the_words_name_the_values_of_is_one_click_away(words, address, found, window):
    found(q=words)
    shown = window.do("[...document.querySelectorAll('#questions a')].map(one => one.getAttribute('href'))")
    assert any(one.startswith(address) for one in shown) if address else not shown
    assert bool(window.do("document.querySelector('.asked').checkVisibility()")) is bool(address)


def test_near_a_town_is_understood_in_words(found, shipped):
    heading, names, rest = found(q="bookshops near Avion?")
    live = shipped.page("search", "en", {"q": "bookshops near Avion?"}).body.decode()
    assert names == [seen(name) for name in re.findall(r"<h2><a[^>]*>(.*?)</a></h2>", live)]
    assert (heading, "within 20 km of Avion" in rest) == ("1 organisation for “bookshops”", True)


def test_another_choice_keeps_the_distance(found):
    _, names, rest = found(near="Arras", within="10", kind="School")
    assert "within 10 km of Arras" in rest
    assert len(names) < len(found(near="Arras", within="10")[1])
