"""What a release folder holds: its description, its ontology, its pages."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode

from partnerkg import resources
from partnerkg.errors import N_, MissingFile, PartnerkgError
from partnerkg.namespaces import namespace
from partnerkg.rdf import source
from partnerkg.rdf.read import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Row = Mapping[str, tuple[Term, ...]]

RDF, OWL, VANN, DCAT = (namespace(prefix) for prefix in ("rdf", "owl", "vann", "dcat"))
LARGEST = 5_000_000  # bytes of a file that describes; what is larger holds data
_ENDINGS = (".ttl", ".rdf", ".nt")
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class NoRelease(PartnerkgError):
    message = N_(
        "{path} is no release: no RDF file in it describes a dcat:Dataset or an owl:Ontology with its "
        "namespace; `partnerkg release` writes one."
    )


@dataclass(frozen=True, slots=True)
class Release:
    """A release as its files describe it; rows are the values of a thing by property.

    `ontology` and `dataset` are the IRIs of what is assessed, "" if there is none; `pages` the HTML texts by
    path, `embedded` the JSON-LD in them.
    """

    folder: str
    ontology: str
    dataset: str
    rows: Mapping[str, Row]
    pages: Mapping[str, str]
    embedded: tuple[Mapping[str, object], ...]

    def row(self, iri: str) -> Row:
        """Return what is said of a thing."""
        return self.rows.get(iri, {})

    @property
    def about_ontology(self) -> Row:
        """Return what the ontology says of itself."""
        return self.row(self.ontology)

    @property
    def about_dataset(self) -> Row:
        """Return what is said of the dataset."""
        return self.row(self.dataset)

    @property
    def distributions(self) -> list[Row]:
        """Return what is said of each file of the dataset."""
        listed = self.about_dataset.get(DCAT.distribution.value, ())
        return [self.row(_name(one)) for one in sorted(listed, key=str)]

    def terms(self) -> dict[str, Row]:
        """Return the classes and properties in the namespace of the ontology."""
        base = [
            getattr(one, "value", "") for one in self.about_ontology.get(VANN.preferredNamespaceUri.value, ())
        ]
        kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
        return {
            iri: row
            for iri, row in self.rows.items()
            if base and iri.startswith(base[0]) and kinds & set(row.get(RDF.type.value, ()))
        }


def read(folder: str) -> Release:
    """Return what a folder releases; files of more than `LARGEST` bytes are taken for data and not read.

    MissingFile, NoRelease, or what `rdf.read.parse` raises.
    """
    if not os.path.exists(folder):
        raise MissingFile(path=folder)
    if not os.path.isdir(folder):
        raise NoRelease(path=folder)
    rows: dict[str, dict[str, dict[Term, None]]] = {}
    for path in resources.files(folder, *_ENDINGS):
        if os.path.getsize(path) <= LARGEST:
            for subject, predicate, value, _ in parse(path):
                rows.setdefault(_name(subject), {}).setdefault(predicate.value, {})[value] = None
    kept = {iri: {name: tuple(values) for name, values in row.items()} for iri, row in rows.items()}
    ontology = _first(kept, OWL.Ontology.value, VANN.preferredNamespaceUri.value)
    dataset = _first(kept, DCAT.Dataset.value, DCAT.distribution.value)
    if not ontology and not dataset:
        raise NoRelease(path=folder)
    pages = {path: source.text(path).decode() for path in resources.files(folder, ".html")}
    embedded = tuple(_embedded(pages))
    return Release(folder, ontology, dataset, kept, pages, embedded)


def _name(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | BlankNode) else ""


def _first(rows: Mapping[str, Row], kind: str, property_: str) -> str:
    """Return the thing of a class with the most values of a property and the most said of it, by IRI."""
    candidates = [iri for iri, row in rows.items() if NamedNode(kind) in row.get(RDF.type.value, ())]
    if kind == OWL.Ontology.value:
        candidates = [iri for iri in candidates if OWL.versionIRI.value in rows[iri] or len(candidates) == 1]
    return min(
        candidates, key=lambda iri: (-len(rows[iri].get(property_, ())), -len(rows[iri]), iri), default=""
    )


def _embedded(pages: Mapping[str, str]) -> Iterator[Mapping[str, object]]:
    for text in pages.values():
        for data in _DATA.findall(text):
            try:
                document = json.loads(data)
            except ValueError:
                continue
            if isinstance(document, dict):
                yield document
