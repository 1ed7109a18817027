"""A small world: one shape with a rule of each severity, and shops that break them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from partnerkg.validate import Report, Shapes, validate
from partnerkg.validate.reading import read

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix pk: <https://w3id.org/partnerkg/ontology#> .
@prefix pks: <https://w3id.org/partnerkg/shapes#> .
@prefix shop: <https://w3id.org/partnerkg/id/organization/> .
"""
SHOP = """
pks:Shop a sh:NodeShape ; sh:targetClass pk:Bookshop ; sh:property pks:name , pks:site , pks:kind .
pks:name a sh:PropertyShape ; sh:path skos:prefLabel ; sh:minCount 1 ; sh:severity sh:Violation ;
    sh:name "nom"@fr , "name"@en ; sh:message "Donnez un nom."@fr , "Give a name."@en .
pks:site a sh:PropertyShape ; sh:path org:hasSite ; sh:minCount 1 ; sh:severity sh:Warning ;
    sh:name "site"@fr ; sh:message "Donnez une implantation."@fr , "Give a site."@en .
pks:kind a sh:PropertyShape ; sh:path org:classification ; sh:minCount 1 ; sh:severity sh:Info ;
    sh:name "kind"@en ; sh:message "Give a kind."@en .
"""
NAMED = 'shop:{0} a pk:Bookshop ; skos:prefLabel "{0}" ; org:hasSite shop:s ; org:classification shop:k .\n'


def quads(text: str) -> list[object]:
    return list(parse(input=PREFIXES + text, format=RdfFormat.TRIG))


@pytest.fixture
def shapes_of() -> Callable[[str], Shapes]:
    """Return a function that reads shapes from Turtle, prefixes given."""
    return lambda text: read(quads(text))


@pytest.fixture
def judge() -> Callable[..., Report]:
    """Return a function that validates TriG against shapes in Turtle, prefixes given."""
    return lambda data, shapes=SHOP, **options: validate(quads(data), read(quads(shapes)), **options)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a file with the prefixes and returns its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(PREFIXES + text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def named() -> str:
    """Return a shop that breaks nothing."""
    return NAMED.format("meura")


@pytest.fixture
def bare() -> str:
    """Return four shops that say nothing of themselves."""
    return "".join(f"shop:bare-{number} a pk:Bookshop .\n" for number in range(4))
