"""The classes and concepts that a reading may name, read from the ontology."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg import resources
from partnerkg.namespaces import expand, namespace, prefixes
from partnerkg.rdf.read import parse

FOREIGN_CLASSES = {
    "Organization": "org:Organization",
    "WebSite": "schema:WebSite",
    "EventSeries": "schema:EventSeries",
}


@dataclass(frozen=True)
class Vocabulary:
    """Class IRIs by name, concept IRIs by scheme and slug."""

    classes: dict[str, NamedNode]
    concepts: dict[str, dict[str, NamedNode]]

    @classmethod
    def read(cls, folder: str) -> Vocabulary:
        """Return the vocabulary of an `ontology/` folder; BrokenFile when one of its files is broken."""
        rdf, skos, owl = namespace("rdf"), namespace("skos"), namespace("owl")
        ours, base = prefixes()["pk"], prefixes()["concept"]
        classes = {name: NamedNode(expand(curie) or curie) for name, curie in FOREIGN_CLASSES.items()}
        concepts: dict[str, dict[str, NamedNode]] = {}
        for path in resources.files(folder, ".ttl"):
            for quad in parse(path):
                if quad.predicate != rdf.type or not isinstance(quad.subject, NamedNode):
                    continue
                iri = quad.subject.value
                if quad.object == owl.Class and iri.startswith(ours):
                    classes[iri.removeprefix(ours)] = quad.subject
                elif quad.object == skos.Concept and iri.startswith(base):
                    scheme, _, slug = iri.removeprefix(base).partition("/")
                    concepts.setdefault(scheme, {})[slug] = quad.subject
        return cls(classes, concepts)
