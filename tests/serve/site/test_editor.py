"""The page on which the graph is asked in SPARQL, with and without scripts."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import quote

import pytest
from tests.serve.conftest import running
from tests.serve.site.conftest import AXE, seen

pytestmark = pytest.mark.thorough

QUERY = "SELECT ?bookshop ?town { ?bookshop a pk:Bookshop ; org:hasSite/pk:commune ?town } ORDER BY ?town"


def text(web, language: str = "fr", status: int = 200, **given: str) -> str:
    answer = web.get(f"/{language}/sparql", params=given, headers={"Accept": "text/html"})
    assert answer.status_code == status, answer.text
    return answer.text


def test_an_answer_has_the_names_of_things_and_leads_to_them(web):
    page = text(web, query=QUERY)
    assert re.search(r'<td [^>]*><a href="organization/[\w-]+">', page)
    assert "lignes, en" in seen(page)


def test_its_terms_can_be_seen_as_they_are(web):
    assert "&lt;https://" in text(web, query=QUERY, names="no")


def test_a_wrong_query_stays_in_its_field_and_its_line_is_shown(web):
    page = text(web, "en", 400, query="SELECT ?a {\n ?a a pk:Bookshop ;; nix:b }")
    assert 'aria-invalid="true" aria-describedby="wrong"' in page
    assert "<mark> ?a a pk:Bookshop ;; nix:b }</mark>" in page
    assert unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)[1]).endswith("nix:b }")


@pytest.mark.parametrize(
    "query", ["INSERT DATA { <a:a> <a:b> <a:c> }", "SELECT * { SERVICE <http://e/> { ?a ?b ?c } }"]
)
def test_what_is_refused_is_said(web, query):
    assert 'role="alert"' in text(web, "en", 400, query=query)


def test_yes_no_and_a_graph_are_answers(web):
    assert "Oui." in text(web, query="ASK { ?a a pk:Bookshop }")
    assert " a pk:Bookshop ." in text(web, query="CONSTRUCT { ?a a pk:Bookshop } WHERE { ?a a pk:Bookshop }")


def test_other_formats_come_from_the_endpoint(web):
    answer = web.get("/fr/sparql", params={"query": "ASK {}", "format": "json"})
    assert answer.headers["location"] == "/sparql?query=ASK+%7B%7D&format=json"


def test_each_question_of_the_catalogue_opens_in_it_and_is_answered(web):
    names = re.findall(r'href="sparql\?question=(\w+)"', text(web))
    assert len(names) > 40
    for name in ("network_members", names[0]):  # of the latter this project does not have the usual values
        page = text(web, question=name)
        query = unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)[1])
        assert "SELECT" in query
        assert re.search(r"lignes?, en \d+ ms", seen(text(web, query=query)))


@pytest.fixture(scope="module")
def there(window):
    """Give a browser and the address of the page."""
    with running("--limits", "seconds=2") as (_, address):
        window.logged.clear()
        window.asked.clear()
        yield window, f"http://{address}/fr/sparql?query={quote(QUERY)}"


def test_the_editor_offers_terms_by_label_lets_tab_out_and_asks_nobody_else(there):
    browser, address = there
    browser.open(address)
    browser.until("document.querySelector('.CodeMirror')")
    browser.do("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * { ?x a ')")
    browser.do("document.querySelector('.CodeMirror').CodeMirror.execCommand('goDocEnd')")
    browser.do("document.querySelector('.CodeMirror').CodeMirror.focus()")
    for key in "lib":
        browser.press(key)
    browser.until("document.querySelector('.CodeMirror-hints')?.innerText.includes('pk:Bookshop')")
    browser.press("Enter")
    browser.until("document.querySelector('#query').value.includes('a pk:Bookshop')")
    assert browser.logged == []  # nothing that the policy of the page forbids
    browser.press("Tab")
    assert browser.do("document.activeElement.matches('button.main')")
    browser.press("Enter")
    browser.until("document.querySelector('[role=alert]')")  # a bracket is open
    assert [url for url in browser.asked if f"//{address.split('/')[2]}/" not in url] == []


def test_a_query_that_takes_long_is_ended_and_stays(there):
    browser, address = there
    patterns = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6))
    query = f"SELECT (COUNT(*) AS ?n) {{ {patterns} }}"
    browser.open(f"{address.partition('?')[0]}?query={quote(query)}")
    assert "Pas de réponse en 2\u00a0s" in browser.do("document.querySelector('[role=alert]').innerText")
    assert browser.do("document.querySelector('#query').value") == query


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("query", [QUERY, "SELECT nix"])
def test_nobody_is_kept_out_of_it(there, absent, width, query):
    if not AXE.is_file():
        absent("npm's axe-core is not here: `make npm` fetches it, with Debian's nodejs and npm")
    browser, address = there
    browser.size(width, 900)
    browser.open(f"{address.partition('?')[0]}?query={quote(query)}")
    browser.until("document.querySelector('.CodeMirror')")
    browser.do(AXE.read_text(encoding="utf-8") + ";0")
    found = browser.do(
        'axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})'
        ".then(done => JSON.stringify(done.violations.map(one => one.id + ': ' + one.nodes[0].html)))"
    )
    assert json.loads(found) == []
    assert browser.do("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
