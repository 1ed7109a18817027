"""Shapes of a good record, and records with deliberate gaps."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from partnerkg.completeness import measure
from partnerkg.store import embedded
from partnerkg.validate.reading import read

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix graph: <https://w3id.org/partnerkg/graph/> .
@prefix kind: <https://w3id.org/partnerkg/concept/kind/> .
@prefix name-status: <https://w3id.org/partnerkg/concept/name-status/> .
@prefix pk: <https://w3id.org/partnerkg/ontology#> .
@prefix ex: <https://example.org/> .
"""
RECORD = """
ex:Record-Bookshop a sh:NodeShape ; sh:targetClass pk:Bookshop ;
    sh:property ex:Record-Bookshop-name , ex:Record-Bookshop-town , ex:Record-Bookshop-kind .
ex:Record-Bookshop-name sh:path pk:nameStatus ; sh:in ( name-status:named name-status:unnamed-in-source ) ;
    sh:severity sh:Info ; pk:weight 1.0 ; sh:group ex:identity ; sh:order 1 ; sh:name "own name"@en , "nom propre"@fr .
ex:Record-Bookshop-kind sh:path org:classification ; sh:minCount 1 ; sh:severity sh:Warning ; pk:weight 2.0 ;
    sh:group ex:identity ; sh:order 2 ; sh:name "kind"@en ; sh:message "Look up the kind."@en , "Cherchez le genre."@fr .
ex:Record-Bookshop-town sh:path ( org:hasSite pk:commune ) ; sh:minCount 1 ; sh:severity sh:Warning ;
    pk:weight 3.0 ; sh:group ex:place ; sh:order 1 ; sh:name "town"@en , "commune"@fr .
ex:identity a sh:PropertyGroup ; rdfs:label "Identity"@en , "Identité"@fr ; sh:order 1 .
ex:place a sh:PropertyGroup ; rdfs:label "Place"@en ; sh:order 2 .
"""
# a has all; b lacks the town; c has no name to know; d lacks all, and has only a description; e says no name status.
SHOPS = """
ex:a a pk:Bookshop ; skos:prefLabel "A"@fr ; pk:nameStatus name-status:named ; org:classification kind:x ; org:hasSite ex:s .
ex:s pk:commune ex:arras .
ex:b a pk:Bookshop ; pk:nameStatus name-status:named ; org:classification kind:x , kind:y .
ex:c a pk:Bookshop ; pk:nameStatus name-status:unnamed-in-source ; org:classification kind:x ; org:hasSite ex:s .
ex:d a pk:Bookshop ; pk:nameStatus name-status:descriptive .
ex:e a pk:Bookshop ; org:classification kind:x ; org:hasSite ex:s .
"""


@pytest.fixture
def shapes_of():
    """Return a function that reads shapes from Turtle, prefixes given."""
    return lambda text: read(parse(PREFIXES + text, format=RdfFormat.TURTLE))


@pytest.fixture
def store_of(tmp_path: Path):
    """Return a function that makes a store of TriG, prefixes given."""

    def making(text: str) -> embedded.Embedded:
        path = tmp_path / "data.trig"
        path.write_text(PREFIXES + text, encoding="utf-8")
        return embedded.read(str(path))

    return making


@pytest.fixture
def measured(shapes_of, store_of):
    """Return a function that measures records by shapes, by default the shops with gaps."""
    return lambda data=SHOPS, shapes=RECORD: measure(store_of(data), shapes_of(shapes))


@pytest.fixture
def found(measured):
    """Return the completeness of the shops with gaps."""
    return measured()


@pytest.fixture(scope="session")
def shipped():
    """Return the shipped graph."""
    store = embedded.read()
    store.need()
    return store


@pytest.fixture(scope="session")
def shipped_completeness(shipped):
    """Return how complete it is."""
    return measure(shipped)
