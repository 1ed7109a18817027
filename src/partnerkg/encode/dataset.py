"""What a new project says of itself: its dataset with title, publisher, licence, language, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.encode.space import Space
from partnerkg.namespaces import Namespace, namespace

DCAT, DCT, RDF, RDFS, VOID = (namespace(prefix) for prefix in ("dcat", "dct", "rdf", "rdfs", "void"))
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
VERSION = "0.1.0"
LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "etalab-2.0": "https://spdx.org/licenses/etalab-2.0",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}
_READER = {"en": "The person who read the pages", "fr": "La personne qui a lu les pages"}


@dataclass(frozen=True, slots=True)
class Dataset:
    """A project as its `dataset.ttl` describes it; `licence` is one of `LICENCES` or an address."""

    address: str
    title: str
    publisher: str
    licence: str
    language: str
    base: str


def triples(dataset: Dataset) -> Iterator[Triple]:
    """Yield the description of a project (DCAT 3 §6.4, VoID §2)."""
    node, language = NamedNode(dataset.address), dataset.language
    yield from (Triple(node, RDF.type, kind) for kind in (DCAT.Dataset, VOID.Dataset))
    yield Triple(node, DCT.title, Literal(dataset.title, language=language))
    yield Triple(node, DCT.language, Literal(language))
    yield Triple(node, DCAT.version, Literal(VERSION))
    yield Triple(node, VOID.uriSpace, Literal(dataset.base))
    licence = NamedNode(LICENCES.get(dataset.licence, dataset.licence))
    yield Triple(node, DCT.license, licence)
    yield Triple(licence, RDF.type, DCT.LicenseDocument)
    if dataset.licence in LICENCES:
        yield Triple(licence, RDFS.label, Literal(dataset.licence))
    if dataset.publisher:
        agent = NamedNode(f"{dataset.address}#publisher")
        yield Triple(node, DCT.publisher, agent)
        yield Triple(agent, RDF.type, FOAF.Agent)
        yield Triple(agent, FOAF.name, Literal(dataset.publisher, language=language))
    reader = Space(dataset.base).reader()
    yield Triple(reader, RDF.type, FOAF.Agent)
    yield from (Triple(reader, FOAF.name, Literal(text, language=tag)) for tag, text in _READER.items())
