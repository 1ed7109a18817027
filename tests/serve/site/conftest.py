"""The pages of the shipped graph and of the invented project, made once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from html5rdf import HTMLParser
from tests.browser import Browser
from tests.serve.conftest import running

from partnerkg.pipeline.opened import at
from partnerkg.serve.site import Site

WORLD = Path(__file__).parents[2] / "world"
ROOT = str(Path(__file__).parents[3])
AXE = Path(ROOT, "build", "npm", "node_modules", "axe-core", "axe.min.js")
XHTML = "{http://www.w3.org/1999/xhtml}"


def put(folder: Path, name: str, data: bytes) -> None:
    """Write a file of a site."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


@pytest.fixture(scope="session")
def shipped():
    """Return the site of the shipped graph, as a server shows it."""
    return Site(at(None))


@pytest.fixture(scope="session")
def invented():
    """Return the site of the invented project, as a folder of files."""
    return Site(at(str(WORLD)), ending=".html")


@pytest.fixture(scope="session")
def host():
    """Return the address of a server of the shipped graph."""
    with running(project=ROOT) as (_, found):
        yield f"http://{found}"


@pytest.fixture(scope="session")
def window(absent, tmp_path_factory):
    """Return a browser, as whoever used it last left it."""
    if not shutil.which("chromium"):
        absent("no Chromium here: apt-get install chromium")
    browser = Browser(tmp_path_factory.mktemp("browser"))
    yield browser
    browser.close()


@pytest.fixture
def read(shipped):
    """Return a function that gives a page of the shipped graph as text."""

    def reading(path: str, language: str = "fr", site=shipped, **parameters: str) -> str:
        page = site.page(path, language, parameters)
        assert page is not None, path
        return page.body.decode()

    return reading


@pytest.fixture
def root(read):
    """Return a function that gives a page as elements; what is no HTML fails."""

    def reading(path: str, language: str = "fr", **parameters: str):
        return HTMLParser(strict=True, namespaceHTMLElements=True).parse(read(path, language, **parameters))

    return reading


def seen(html: str) -> str:
    """Return what a person reads of a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
