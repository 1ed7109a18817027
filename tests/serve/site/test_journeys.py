"""What people come for, in a browser, on the shipped graph as it is served: with few clicks, and by nobody else's help."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from tests.browser import Browser

pytestmark = pytest.mark.thorough


@pytest.fixture
def browser(window, host):
    """Return the browser as it is for a new visitor; what it logs or asks of others fails the test that lets it."""
    window.size(1280, 900)
    window.asked.clear()
    window.logged.clear()
    yield window
    assert window.logged == []
    assert [one for one in window.asked if not one.startswith((host, "data:"))] == []


def click(browser: Browser, selector: str, words: str = "") -> None:
    """Click the first element of a selector that has these words, and wait for the page it leads to."""
    find = f"[...document.querySelectorAll({selector!r})].find(one => one.textContent.includes({words!r}))"
    before = browser.do("location.href")
    browser.do(f"{find}.click()")
    browser.until(f"location.href !== {before!r} && document.readyState === 'complete'")


def test_a_newcomer_has_an_answer_with_its_proof_in_two_clicks(browser, host):
    browser.size(390, 800)
    browser.open(f"{host}/fr/")
    click(browser, ".qs a", "partenaires")
    assert "Le Bateau Livre" in browser.do("document.querySelector('.answer').innerText")
    browser.do("document.querySelector('details.p > summary').click()")
    assert "Le Bateau Livre" in browser.do("document.querySelector('details.p[open] mark').innerText")


def test_another_choice_in_the_sentence_is_another_answer_at_its_own_address(browser, host):
    browser.open(f"{host}/en/questions/place_small_libraries")
    chosen = browser.do("document.querySelector('.ask select').value")
    browser.do("document.querySelector('.ask select').selectedIndex = 0")
    click(browser, ".ask button")
    values = dict(parse_qsl(urlsplit(str(browser.do("location.href"))).query))
    assert set(values.values()) not in (set(), {chosen})
    rows = browser.do("document.querySelectorAll('tbody tr').length")
    assert rows
    assert browser.do("document.querySelectorAll('svg.pic circle.town').length") == rows


def test_words_lead_to_an_organisation_and_from_there_to_the_place_in_its_page(browser, host):
    browser.open(f"{host}/fr/")
    browser.do("document.querySelector('input[type=search]').focus()")
    browser.write("bateau livre")
    browser.press("Enter")
    browser.until("location.pathname.endsWith('/search')")
    click(browser, ".res h2 a", "Le Bateau Livre")
    browser.do("document.querySelector('details.p > summary').click()")
    link = browser.do("document.querySelector('details.p[open] figcaption a').href")
    assert link.startswith("http") and "#:~:text=" in link


def test_what_is_near_a_town_is_found_and_shown_on_a_map(browser, host):
    browser.open(f"{host}/fr/search")
    browser.do("document.querySelector('#near').value = 'Lens'")
    click(browser, "form.search button")
    click(browser, ".tabs a", "Carte")
    assert browser.do("document.querySelectorAll('svg.pic circle.town').length") > 5
    assert browser.do("document.querySelectorAll('.res > li').length") == 46


def test_the_network_is_filtered_and_sorted(browser, host):
    browser.open(f"{host}/en/network")
    browser.do("document.querySelector('#tools input').focus()")
    browser.write("mediatheque arras")
    assert "2 links" in browser.do("document.querySelector('#tools').innerText")
    assert browser.do("document.querySelectorAll('svg.wide a:not(.dim)').length") == 2
    browser.do("document.querySelectorAll('.sort')[0].click()")
    first = "document.querySelector('tbody tr th').innerText"
    up = browser.do(first)
    browser.do("document.querySelectorAll('.sort')[0].click()")
    assert browser.do("document.querySelector('th[aria-sort]').getAttribute('aria-sort')") == "descending"
    assert browser.do(first) != up


def test_a_cell_of_the_heat_map_leads_to_a_list_to_take_to_a_meeting(browser, host):
    browser.open(f"{host}/fr/quality")
    assert "Version par version" in browser.do("document.body.innerText")
    click(browser, "td a[href*='pk-Bookshop/siret']")
    assert browser.do("document.querySelectorAll('tbody tr').length") == 11
    assert (
        browser.do("fetch(document.querySelector('a[href$=\".csv\"]').href).then(one => one.status)") == 200
    )


@pytest.mark.parametrize("path", ["", "network", "organization/le-bateau-livre-lille"])
def test_a_page_is_dark_where_people_want_it_dark(path, browser, host):
    browser.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    browser.open(f"{host}/fr/{path}")
    colour = str(browser.do("getComputedStyle(document.documentElement).backgroundColor"))
    browser.tell("Emulation.setEmulatedMedia", features=[])
    assert max(int(part) for part in colour.strip("rgb()").split(",")[:3]) < 60
