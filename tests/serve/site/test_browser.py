"""Pages in a browser: what an automatic check of accessibility finds, how wide they are, what they ask for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from partnerkg.pipeline.opened import at
from partnerkg.serve.site import LANGUAGES, Site, filed, trouble

pytestmark = pytest.mark.thorough

AXE = Path(__file__).parents[3] / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 1280)
# A page of each kind, a short one where that has all its parts: what axe takes grows with the page.
PAGES = [
    *[(path, {}) for path in ("", "questions", "network", "map", "quality", "report", "sources")],
    *[(path, {}) for path in ("vocabulary", "about", "organization/le-bateau-livre-lille")],
    ("quality/pk-Bookshop/siret", {}),
    ("search", {"kind": "Bookshop"}),
    ("source/lis-avec-moi", {}),
    ("claim/lis-avec-moi/le-bateau-livre-lille-network", {}),
    ("place/commune-59350", {}),
    ("concept/kind/bookshop", {}),
    ("questions/network_members", {"network": "librairies-sorcieres"}),
    ("questions/network_members", {"network": "nobody"}),
]
TROUBLE = (400, 422, 500, 503, 504)
# Each frame is looked at as a page of its own, with everything unfolded. Axe looks at each page in both languages
# and in both widths, but not in all four frames: with the widths changing from page to page, every part that pages
# share is seen in each.
LOOK = """<script>onload = async () => {
  const seen = []
  for (const frame of document.querySelectorAll("iframe")) {
    const there = frame.contentDocument, root = there.documentElement
    for (const fold of there.querySelectorAll("details")) fold.open = true
    const one = {page: frame.dataset.page, width: frame.width, wider: root.scrollWidth - root.clientWidth}
    seen.push(one)
    if (!("axe" in frame.dataset)) continue
    const script = there.createElement("script")
    script.text = axe_source
    there.head.append(script)
    const found = await frame.contentWindow.axe.run(there, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]})
    one.faults = found.violations.map(one => one.id + ": " + one.nodes[0].html.slice(0, 200))
  }
  document.title = JSON.stringify(seen)
}</script>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Return a folder with the pages of the shipped graph that are looked at."""
    place, site = tmp_path_factory.mktemp("site"), Site(at(None), ending=".html")
    for path, parameters in PAGES:
        for language in LANGUAGES:
            page = site.page(path, language, parameters)
            assert page is not None, path
            put(place, site.place(path, language, parameters), page.body)
    for language in LANGUAGES:
        put(place, f"{language}/404.html", site.missing("404", language).body)
        put(place, f"{language}/410.html", site.gone(language).body)
        for status in TROUBLE:
            said = "A name that nobody knows: «Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen»."
            put(place, f"{language}/{status}.html", trouble.page(status, said, language, "..").encode())
    for name, data in filed.files(site):
        put(place, name, data)
    return place


def put(folder: Path, name: str, data: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


@pytest.fixture(scope="module")
def seen(folder, absent, tmp_path_factory) -> list[dict]:
    """Return what the browser says of each page and width."""
    browser = shutil.which("chromium") or absent("no Chromium here: apt-get install chromium")
    if not AXE.is_file():
        absent("npm's axe-core is not here: `make npm` fetches it, with Debian's nodejs and npm")
    pages = sorted(folder.rglob("*.html"), key=lambda file: str(file.relative_to(folder))[2:])
    frames = [
        f'<iframe src="{page.relative_to(folder)}" data-page="{page.relative_to(folder)}" width="{width}" height="900"'
        f"{' data-axe' if (place // 2 + place + turn) % 2 else ''}></iframe>"
        for place, page in enumerate(pages)  # the two languages of a page one after the other
        for turn, width in enumerate(WIDTHS)
    ]
    source = json.dumps(AXE.read_text(encoding="utf-8")).replace("</", "<\\\\/")
    text = (
        f"<!DOCTYPE html><title>no</title>{''.join(frames)}<script>const axe_source = {source}</script>{LOOK}"
    )
    (folder / "frame.html").write_text(text, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    options += ["--allow-file-access-from-files", "--virtual-time-budget=600000", "--dump-dom"]
    options += [
        f"--user-data-dir={tmp_path_factory.mktemp('browser')}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ]
    run = subprocess.run(
        [browser, *options, f"file://{folder}/frame.html"],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    (folder / "frame.html").unlink()
    answer = json.loads(unescape(re.search("<title>(.*?)</title>", run.stdout, re.DOTALL)[1]))
    assert len(pages) == 2 * (len(PAGES) + len(TROUBLE) + 2)
    assert len(answer) == len(pages) * len(WIDTHS)
    return answer


def test_nobody_is_kept_out(seen):
    looked = {(one["page"], one["width"]): one["faults"] for one in seen if "faults" in one}
    for name, *_ in {(page[3:], width) for page, width in looked}:
        assert {page[:2] for page, _ in looked if page[3:] == name} == set(LANGUAGES)
        assert {width for page, width in looked if page[3:] == name} == set(map(str, WIDTHS))
    assert len({page for page, _ in looked}) == 2 * (len(PAGES) + len(TROUBLE) + 2)
    assert {page: faults for page, faults in looked.items() if faults} == {}


def test_it_never_scrolls_sideways_even_unfolded(seen):
    assert [(one["page"], one["width"], one["wider"]) for one in seen if one["wider"] > 0] == []


# What is to be cited is named in a link that no browser follows.
FROM = re.compile(
    r"""(?:\s(?:src|srcset|action|poster|data)="|<link(?!\srel="cite-as"\shref="[^"]*">)[^>]*\shref="|url\(|@import\s)"""
    r"""["']?(?:https?:)?//"""
)


def test_it_asks_nobody_for_anything(folder):
    """A page names no script, style, picture or form of another host."""
    files = [file for file in folder.rglob("*") if file.suffix in (".html", ".css", ".js")]
    assert len(files) > 2 * len(PAGES)
    assert [file for file in files if FROM.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "text",
    [
        '<img src="https://e/a.png">',
        '<link rel="x" href="//e/a.css">',
        '<link rel="cite-as stylesheet" href="https://e/a.css">',
        "a{b:url(http://e)}",
    ],
)
def test_what_would_be_asked_of_another_host_is_known(text):
    assert FROM.search(text)
