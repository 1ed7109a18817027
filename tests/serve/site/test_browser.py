"""Every kind of page in a browser, once: what keeps people out, what it logs, asks of others and costs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from tests.browser import Browser
from tests.serve.site.conftest import AXE

from partnerkg.pipeline.opened import at
from partnerkg.serve.site import LANGUAGES, Site, trouble

pytestmark = pytest.mark.thorough

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LAID_OUT = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
WIDTHS = (1280, 320)
RECORD = "organization/le-bateau-livre-lille"
PAGES = [
    *("", "questions", "map", "quality", "report", "sources", "vocabulary", "about", "network", "sparql"),
    *(RECORD, "place/commune-59350", "concept/kind/bookshop", "source/lis-avec-moi"),
    *("search?kind=Bookshop", "search?q=nobody&near=Arras", "quality/pk-Bookshop/siret"),
    "report/Completeness-School-uai-HasValue",
    "claim/lis-avec-moi/le-bateau-livre-lille-network",
    "questions/network_members?network=librairies-sorcieres",
]
REFUSED = ["questions/network_members?network=nobody", "sparql?query=SELECT+nix", "nothing"]
UNSEEN = ["410", "503"]  # what no address of this graph answers with
LONG = "A name that nobody knows: «Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen»."
ROOT = "document.documentElement"
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
UNFOLD = "for (const fold of document.querySelectorAll('details')) fold.open = true"
# Of what repeats itself, the first are as good as all, and take a tenth of the time.
TRIM = """for (const one of document.querySelectorAll(
  "ol.src > li:nth-child(n+12), svg.pic a:nth-of-type(n+12), tbody tr:nth-child(n+20), ul > li:nth-child(n+20)"))
  one.remove()"""
HEADERS = 1_000  # bytes of an answer, not to be counted against what pages may cost


@dataclass
class Seen:
    """What a browser finds of a page in a language: faults by width, what is logged, asked, received."""

    path: str
    language: str
    faults: list[str] = field(default_factory=list)
    logged: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    painted: int = 0
    wider: list[int] = field(default_factory=list)


@pytest.fixture(scope="module")
def seen(host, window, absent) -> list[Seen]:
    """Return what the browser finds of each page, in both languages and widths."""
    if not AXE.is_file():
        absent("npm's axe-core is not here: `make npm` fetches it, with Debian's nodejs and npm")
    axe = AXE.read_text(encoding="utf-8")
    window.tell("Network.setCacheDisabled", cacheDisabled=True)
    found = [
        looked(window, host, axe, path, language) for path in (*PAGES, *REFUSED) for language in LANGUAGES
    ]
    return [*found, *unseen(window, host, axe)]


def looked(window: Browser, host: str, axe: str, path: str, language: str) -> Seen:
    """Open a page and look at it."""
    one = Seen(path, language)
    window.size(WIDTHS[0], 900)
    window.asked.clear()
    window.received.clear()
    window.logged.clear()
    window.open(f"{host}/{language}/{path}")
    window.until(PAINTED)
    one.painted = round(float(str(window.do(PAINTED))))
    one.asked = list(dict.fromkeys(window.asked))
    one.sizes = dict(window.received)
    faults(window, axe, one)
    one.logged = list(window.logged)
    return one


def unseen(window: Browser, host: str, axe: str) -> Iterator[Seen]:
    """Look at pages that the server has no occasion to answer with, put in the place of one that it has."""
    site = Site(at(None))
    for language in LANGUAGES:
        gone = site.gone(language).body.decode()
        troubled = trouble.page(503, LONG, language, "..")
        for path, html in zip(UNSEEN, (gone, troubled), strict=True):
            one = Seen(path, language)
            window.size(WIDTHS[0], 900)
            window.open(f"{host}/{language}/about")
            frame = window.tell("Page.getFrameTree")["frameTree"]["frame"]["id"]
            window.tell("Page.setDocumentContent", frameId=frame, html=html)
            window.until("document.readyState === 'complete' && document.styleSheets.length")
            faults(window, axe, one)
            yield one


def faults(window: Browser, axe: str, one: Seen) -> None:
    """Look for what keeps people out: all rules in one width, in the other those that depend on the width."""
    window.do(UNFOLD)
    window.do(axe + ";0")
    whole = WIDTHS[one.language == "en"]
    for width in WIDTHS:
        window.size(width, 900)
        one.wider.append(int(str(window.do(f"{ROOT}.scrollWidth - {ROOT}.clientWidth"))))
        window.do(TRIM)
        rules = RULES if width == whole else LAID_OUT
        kept = json.dumps({"runOnly": rules, "resultTypes": ["violations"]})
        told = "found.violations.map(one => one.id + ': ' + one.nodes[0].html.slice(0, 200))"
        said = window.do(f"axe.run(document, {kept}).then(found => JSON.stringify({told}))")
        one.faults += [f"{width}: {fault}" for fault in json.loads(str(said))]


def test_nobody_is_kept_out(seen):
    assert len(seen) == 2 * (len(PAGES) + len(REFUSED) + len(UNSEEN))
    assert {(one.language, one.path): one.faults for one in seen if one.faults} == {}


def test_it_never_scrolls_sideways_even_unfolded(seen):
    assert [(one.language, one.path, one.wider) for one in seen if max(one.wider) > 0] == []


def test_it_logs_nothing_and_asks_nobody_else(seen, host):
    told = {(one.language, one.path): one.logged for one in seen if one.path not in REFUSED}
    assert {page: logged for page, logged in told.items() if logged} == {}
    refused = [one.logged for one in seen if one.path in REFUSED]
    assert all(len(logged) == 1 and "status of 40" in logged[0] for logged in refused)
    asked = {url for one in seen for url in one.asked}
    assert len(asked) > len(PAGES)
    assert [url for url in asked if not url.startswith((host, "data:"))] == []


def test_a_page_keeps_to_what_it_may_cost(seen, host, record_property):
    """On the wire, in requests; what was measured is at the end of the report."""
    lines, over = [], []
    for one in (one for one in seen if one.path in PAGES):
        kinds = {"css": 0, "js": 0}
        for url, size in one.sizes.items():
            ending = urlsplit(url).path.rpartition(".")[2]
            kinds[ending] = kinds.get(ending, 0) + size - HEADERS
        requests, sent = sum(url.startswith(host) for url in one.asked), sum(one.sizes.values())
        name = f"{one.language}/{one.path}"
        lines.append(f"{name:60} {requests} requests {sent:7} bytes {one.painted:5} ms to the first paint")
        most = {"network": 10_000, "sparql": 150_000}.get(one.path, 5_000)
        if requests > 4 + (one.path == "sparql") or kinds["css"] > 10_000 or kinds["js"] > most:
            over.append((name, requests, kinds))
        if one.path == RECORD and sent > 20_000:
            over.append((name, sent))
    record_property("costs", "\n".join(lines))
    assert over == []
