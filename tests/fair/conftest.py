"""A release made by hand that passes all that a folder can pass."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ONTOLOGY = """\
@prefix bibo: <http://purl.org/ontology/bibo/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix e: <https://w3id.org/example/ontology#> .

<https://w3id.org/example/ontology> a owl:Ontology ;
    dct:title "Example" ;
    dct:description "An example." ;
    dct:license <https://creativecommons.org/licenses/by/4.0/> ;
    owl:versionIRI <https://w3id.org/example/ontology/1.0.0> ;
    dct:creator <https://w3id.org/example/us> ;
    vann:preferredNamespaceUri "https://w3id.org/example/ontology#" ;
    vann:preferredNamespacePrefix "e" ;
    owl:versionInfo "1.0.0" ;
    dct:created "2026-11-22" ;
    dct:bibliographicCitation "Us (2026)." ;
    bibo:doi "10.1234/example" ;
    dct:publisher <https://w3id.org/example/us> ;
    foaf:logo <https://w3id.org/example/logo> ;
    bibo:status "published" ;
    dct:source <https://www.w3.org/TR/vocab-org/> ;
    dct:issued "2026-11-22" .

e:Shop a owl:Class ;
    rdfs:label "shop" ;
    skos:definition "A shop." ;
    rdfs:subClassOf org:Organization .
"""
DATASET = """\
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .

<https://w3id.org/example/> a dcat:Dataset ;
    dct:title "Example" ;
    dct:description "An example." ;
    dct:creator <https://w3id.org/example/us> ;
    dct:publisher <https://w3id.org/example/us> ;
    dct:issued "2026-11-22" ;
    dct:modified "2026-11-22" ;
    dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> ;
    dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
    dct:spatial <https://w3id.org/example/place> ;
    dct:temporal <https://w3id.org/example/time> ;
    dcat:keyword "example" ;
    dcat:theme <http://publications.europa.eu/resource/authority/data-theme/EDUC> ;
    dcat:contactPoint <https://w3id.org/example/contact> ;
    prov:wasDerivedFrom <https://w3id.org/example/source> ;
    dcat:distribution <https://w3id.org/example/file> .

<https://w3id.org/example/file> a dcat:Distribution ;
    dcat:accessURL <https://w3id.org/example/file.ttl> ;
    dcat:downloadURL <https://w3id.org/example/file.ttl> ;
    dct:format <http://publications.europa.eu/resource/authority/file-type/RDF_TURTLE> ;
    dcat:mediaType <https://www.iana.org/assignments/media-types/text/turtle> ;
    dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> ;
    dct:rights "CC BY 4.0" ;
    dcat:byteSize 10 .
"""
PAGE = """<!DOCTYPE html><html lang="en"><title>Example</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset","@id":"https://w3id.org/example/"}</script>
<p>The ontology https://w3id.org/example/ontology</p></html>"""
FILES = {"ontology.ttl": ONTOLOGY, "dcat.ttl": DATASET, "index.html": PAGE}


@pytest.fixture
def release(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes the release, changed by replacements, and returns its folder."""

    def writing(*changes: tuple[str, str]) -> str:
        texts = dict(FILES)
        for old, new in changes:
            assert any(old in text for text in texts.values()), old
            texts = {name: text.replace(old, new) for name, text in texts.items()}
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path)

    return writing
