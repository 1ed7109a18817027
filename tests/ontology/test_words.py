"""How labels and definitions are worded; that there are some is for the shapes to say."""

from __future__ import annotations

import re

import pytest
from rdflib import RDFS, SKOS, Graph, Literal, URIRef


def test_it_defines_things_and_not_classes_of_things(whole: Graph) -> None:
    roundabout = re.compile(r"(the|a|la|une) (class|classe|property|propriété|concept)\b", re.IGNORECASE)
    assert [d for d in whole.objects(None, SKOS.definition) if roundabout.match(d)] == []


def test_it_writes_definitions_as_sentences(whole: Graph) -> None:
    definitions = list(whole.objects(None, SKOS.definition))
    assert [d for d in definitions if not (d[0].isupper() and d.endswith("."))] == []


@pytest.mark.parametrize(
    "about", [RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.definition, SKOS.scopeNote]
)
def test_it_writes_french_with_french_punctuation(whole: Graph, about: URIRef) -> None:
    wrong = re.compile(r"['\"]|[^\u00a0\u202f][;:?!»](?!//)|«[^\u00a0\u202f]")
    texts = [t for t in whole.objects(None, about) if isinstance(t, Literal) and t.language == "fr"]
    assert [t for t in texts if wrong.search(t)] == []
