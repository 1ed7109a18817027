"""The pages of the shipped graph and of the invented project, made once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html5rdf import HTMLParser

from partnerkg.pipeline.opened import at
from partnerkg.serve.site import Site

WORLD = Path(__file__).parents[2] / "world"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="session")
def shipped():
    """Return the site of the shipped graph, as a server shows it."""
    return Site(at(None))


@pytest.fixture(scope="session")
def invented():
    """Return the site of the invented project, as a folder of files."""
    return Site(at(str(WORLD)), ending=".html")


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
