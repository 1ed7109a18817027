"""How labels and definitions are worded; that there are some is for the shapes to say."""

from __future__ import annotations

import re

import pyoxigraph as ox
from rdflib import SKOS, Graph
from tests.french import misprinted
from tests.ontology.conftest import ROOT


def test_it_defines_things_and_not_classes_of_things(whole: Graph) -> None:
    roundabout = re.compile(r"(the|a|la|une) (class|classe|property|propriété|concept)\b", re.IGNORECASE)
    assert [d for d in whole.objects(None, SKOS.definition) if roundabout.match(d)] == []


def test_it_writes_definitions_as_sentences(whole: Graph) -> None:
    definitions = list(whole.objects(None, SKOS.definition))
    assert [d for d in definitions if not (d[0].isupper() and d.endswith("."))] == []


def test_it_writes_french_with_french_punctuation() -> None:
    files = [path for room in ("ontology", "graph/reference") for path in (ROOT / room).rglob("*.t*")]
    objects = [quad.object for path in [*files, ROOT / "graph/dataset.ttl"] for quad in ox.parse(path=path)]
    texts = [t.value for t in objects if isinstance(t, ox.Literal) and t.language == "fr"]
    assert len(texts) > 1000
    assert [t for t in texts if misprinted(t)] == []
