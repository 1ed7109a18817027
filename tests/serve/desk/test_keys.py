"""A whole review in a browser by keys alone, looked at for accessibility on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys

import pytest
from tests.browser import Browser
from tests.serve.desk.conftest import desk, verdicts
from tests.serve.site.conftest import AXE

pytestmark = pytest.mark.thorough

DOUBT = "document.querySelector('h1').textContent.includes({!r})"
STATUS = "document.querySelector('#last [role=status]').textContent.includes({!r})"


@pytest.fixture(scope="module")
def browser(absent, tmp_path_factory):
    if not shutil.which("chromium"):
        absent("no Chromium here: apt-get install chromium")
    found = Browser(tmp_path_factory.mktemp("browser"))
    try:
        yield found
    finally:
        found.close()


def keep_all(browser, count: int) -> None:
    for number in range(1, count + 1):
        browser.until(DOUBT.format(f"Doubt {number}:"))
        browser.press("Enter")


def test_a_review_is_made_and_published_by_keys_alone(browser, project):
    with desk(project) as (_, address):
        browser.open(address)
        browser.until(DOUBT.format("Doubt 1:"))
        assert browser.do("document.activeElement.tagName") == "H1"
        browser.press("Enter", held=True)  # a held key decides nothing
        browser.press("e")
        browser.until("document.activeElement.name === 'name'")
        browser.press("r")  # in a field letters are letters
        assert browser.do("document.activeElement.value") == "r"
        browser.press("Escape")
        assert browser.do("document.querySelector('[name=name]').value") == "lycée Blériot"
        browser.press("r")
        browser.until(DOUBT.format("Doubt 2:"))
        browser.until(STATUS.format("Saved."))
        assert verdicts(project)["lycée Blériot"] == "reject"
        browser.press("u")
        browser.until(DOUBT.format("Doubt 1:"))
        browser.press("g")
        browser.until(DOUBT.format("3 lines"))
        browser.press("Enter")
        browser.until(STATUS.format("A group is kept with g."))
        assert set(verdicts(project).values()) == {"open"}
        browser.press("g")
        browser.until(DOUBT.format("Doubt 4:"))
        while not browser.do("Boolean(document.querySelector('button[value=publish]'))"):
            shown = browser.do("document.querySelector('h1').textContent")
            browser.press("Enter")
            browser.until(f"document.querySelector('h1').textContent !== {shown!r}")
        browser.press("Enter")  # never publishes
        browser.until(STATUS.format("Publish"))
        assert not list((project / "graph").glob("claims/page.trig"))
        while not browser.do("document.activeElement.value === 'publish'"):
            browser.press("Tab")
        browser.press("Enter")
        browser.until(STATUS.format("Published"))
        browser.press("Tab")
        assert browser.logged == []
        assert [url for url in browser.asked if not url.startswith(address)] == []
    command = [sys.executable, "-m", "partnerkg", "--project", str(project), "query", "publisher_partners"]
    said = subprocess.run([*command, "--publisher", "les-lents"], capture_output=True, text=True, check=True)
    assert "lycée Blériot" in said.stdout


def test_letters_can_be_turned_off(browser, project):
    with desk(project) as (_, address):
        browser.open(address)
        browser.until(DOUBT.format("Doubt 1:"))
        browser.do("document.querySelector('.keys').open = true; document.querySelector('#letters').click()")
        browser.do("document.querySelector('h1').focus()")
        browser.press("r")
        browser.press("s")
        browser.press("Enter")
        browser.until(DOUBT.format("Doubt 2:"))
        assert list(verdicts(project).values())[:2] == ["keep", "open"]
        browser.do("sessionStorage.clear()")


def test_what_was_reported_saved_outlives_its_server(browser, project):
    with desk(project) as (process, address):
        browser.open(address)
        browser.until(DOUBT.format("Doubt 1:"))
        browser.press("Enter")
        browser.until(STATUS.format("Saved."))
        os.kill(process.pid, signal.SIGKILL)
        assert next(iter(verdicts(project).values())) == "keep"
        browser.press("Enter")
        browser.until(STATUS.format("does not answer"))
    browser.logged.clear()


SCREENS = [
    f"{language}/{screen}" for language in ("en", "fr") for screen in ("?doubt=1", "?group=1", "?screen=end")
]


def test_nobody_is_kept_out(browser, absent, project):
    if not AXE.is_file():
        absent("npm's axe-core is not here: `make npm` fetches it, with Debian's nodejs and npm")
    axe, faults = AXE.read_text(encoding="utf-8"), []
    with desk(project) as (_, address):
        for screen in (*SCREENS, "en/?screen=leave", "en/?doubt=1#page"):
            browser.open(f"{address}{screen}")
            browser.until("document.body.classList.contains('keys-work')")
            browser.do("for (const one of document.querySelectorAll('details')) one.open = true")
            browser.do(axe + ";0")
            for width in (320, 1280):
                browser.size(width, 900)
                found = browser.do(
                    'axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})'
                    ".then(done => JSON.stringify(done.violations.map(one => one.id + ': ' + one.nodes[0].html)))"
                )
                faults += [(screen, width, one) for one in json.loads(found)]
                root = "document.documentElement"
                if browser.do(f"{root}.scrollWidth > {root}.clientWidth"):
                    faults.append((screen, width, "wider"))
    assert faults == []


def spoken(browser) -> list[tuple[str, str, bool]]:
    """Return what a screen reader is told of whatever can be focused: its role, its name, whether it is live."""
    found = []
    for node in browser.tell("Accessibility.getFullAXTree")["nodes"]:
        said = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        if not node.get("ignored") and (said.get("focusable") or said.get("live")):
            name = node.get("name", {}).get("value", "").strip()
            found.append((node["role"]["value"], name, bool(said.get("live"))))
    return found


ORDER = [
    "radio",
    "relation",
    "kind",
    "name",
    "town",
    "activity",
    "keep",
    "reject",
    "edit",
    "undo",
    "prev",
    "next",
]
HERE = """(one => one.dataset.key ? "radio" : one.name === "class" ? "kind" : one.rel || one.id || one.value && one.type
  === "submit" && one.value || one.name)(document.activeElement)"""


def test_a_screen_reader_is_told_of_each_control_in_the_order_of_deciding(browser, project):
    with desk(project) as (_, address):
        for screen in SCREENS:
            browser.open(f"{address}{screen}")
            browser.until("document.body.classList.contains('keys-work')")
            browser.do("for (const one of document.querySelectorAll('details')) one.open = true")
            told = spoken(browser)
            nameless = [role for role, name, live in told if not (name or live or role == "main")]
            assert nameless == [], screen
            assert [role for role, _, live in told if live] == ["status"], screen
        browser.open(f"{address}en/?doubt=1")
        browser.until("document.activeElement.tagName === 'H1'")
        passed = []
        while "next" not in passed:
            browser.press("Tab")
            passed.append(str(browser.do(HERE)))
            assert len(passed) < 30, passed
        assert [one for one in passed if one in ORDER] == ORDER
        browser.press("r")
        browser.until("document.activeElement.tagName === 'H1'")
        browser.until(STATUS.format("Saved."))
