"""The pages of the shipped ontology, as parsed HTML."""

from __future__ import annotations

import os
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from html5rdf import HTMLParser

from partnerkg import documentation, resources
from partnerkg.store import embedded
from partnerkg.validate import load

ONTOLOGY = os.path.join(resources.root(), "ontology")
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="session")
def ontology() -> documentation.Ontology:
    return documentation.read(ONTOLOGY)


@pytest.fixture(scope="session")
def usage() -> dict[str, int]:
    return documentation.usage(embedded.read())


@pytest.fixture(scope="session")
def pages(ontology: documentation.Ontology, usage: dict[str, int]) -> dict[str, str]:
    """Return the text of the pages by the name of their files."""
    return documentation.pages(ontology, load(), usage)


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


class Page:
    """A page whose elements can be looked for; a fault in its HTML is an error."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Element = HTMLParser(strict=True, namespaceHTMLElements=True).parse(text)

    def elements(self, name: str) -> list[Element]:
        return list(self.root.iter(XHTML + name))

    def with_attribute(self, name: str) -> Iterator[Element]:
        return (element for element in self.root.iter() if name in element.attrib)

    def by_id(self, anchor: str) -> Element:
        (found,) = [element for element in self.with_attribute("id") if element.get("id") == anchor]
        return found

    def words(self, anchor: str) -> str:
        return " ".join("".join(self.by_id(anchor).itertext()).split())


@pytest.fixture(scope="session")
def parsed(pages: dict[str, str]) -> dict[str, Page]:
    return {name.split(".")[1]: Page(text) for name, text in pages.items()}


@pytest.fixture
def page(parsed: dict[str, Page], language: str) -> Page:
    return parsed[language]
