"""Ontologies of others, and how often their graphs use them."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg import documentation
from partnerkg.documentation.folder import own
from partnerkg.store import embedded

PREFIXES = """
@prefix : <https://ex.org/theatre#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
THEATRE = """
<https://ex.org/theatre> a owl:Ontology ; rdfs:label "Theatre"@en .
:Play a rdfs:Class ; rdfs:label "play"@en .
:author a rdf:Property ; rdfs:label "author" ; rdfs:domain :Play ; rdfs:range <http://xmlns.com/foaf/0.1/Person> .
<http://xmlns.com/foaf/0.1/Person> a owl:Class ; rdfs:label "person" .
:hamlet a :Play ; :author "Shakespeare" .
"""


@pytest.fixture
def file(tmp_path: Path):
    """Return a function that writes a Turtle file, prefixes given, and returns its path."""

    def write(text: str, name: str = "x.ttl") -> str:
        (tmp_path / name).write_text(PREFIXES + text, encoding="utf-8")
        return str(tmp_path / name)

    return write


def text(path: str, language: str = "en") -> str:
    files = documentation.contents(path, embedded.read(path))
    return files[f"ontology.{language}.html"].decode()


def test_it_documents_what_the_file_given_describes(file):
    page = text(file(THEATRE))
    assert "<h1>Theatre</h1>" in page
    assert 'id="Play"' in page
    assert 'id="author"' in page
    assert 'id="Person"' not in page
    assert 'id="Bookshop"' not in page


def test_it_counts_what_the_file_says_outside_any_graph(file):
    page = text(file(THEATRE))
    assert "class · current · 1 thing" in page
    assert "property · current · 1 triple" in page


def test_it_draws_nothing_where_nothing_leads_from_class_to_class(file):
    assert "<svg" not in text(file(THEATRE))


def test_it_documents_a_scheme_of_concepts_alone(file):
    scheme = '<https://ex.org/v> a skos:ConceptScheme ; skos:prefLabel "V"@en .'
    concept = (
        '<https://ex.org/v/a> a skos:Concept ; skos:inScheme <https://ex.org/v> ; skos:prefLabel "Alpha"@en .'
    )
    page = text(file(scheme + concept))
    assert "<h1>V</h1>" in page
    assert 'id="a"' in page


def test_it_gives_terms_of_one_name_a_place_each(file):
    twice = THEATRE + "<https://ex.org/a/x> a skos:Concept . <https://ex.org/b/x> a skos:Concept ."
    ontology = documentation.read(file(twice))
    assert [ontology.entries[f"https://ex.org/{room}/x"].anchor for room in "ab"] == ["x", "x--2"]


def test_it_documents_the_ontology_folder_of_a_project(file, tmp_path):
    (tmp_path / "ontology").mkdir()
    file(THEATRE, "ontology/theatre.ttl")
    assert own(str(tmp_path)).header.iri == "https://ex.org/theatre"


def test_it_finds_no_ontology_where_there_is_none(file):
    path = file(":hamlet a :Play .")
    assert own(path) is None
    assert "partnerkg" in text(path)
