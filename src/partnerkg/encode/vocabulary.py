"""The classes and concepts that a reading may name, read from the ontology."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from partnerkg.model.words import stems
from partnerkg.namespaces import expand, namespace, prefixes
from partnerkg.rdf import members
from partnerkg.rdf.read import parse

FOREIGN_CLASSES = {
    "Organization": "org:Organization",
    "WebSite": "schema:WebSite",
    "Event": "schema:Event",
}
_OWL, _RDF, _RDFS, _SKOS = (namespace(prefix) for prefix in ("owl", "rdf", "rdfs", "skos"))
_LABELS = (_SKOS.prefLabel, _SKOS.altLabel, _RDFS.label)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Class IRIs by name, concept IRIs by scheme and slug, what both are `called`, and `wider` concepts."""

    classes: dict[str, NamedNode]
    concepts: dict[str, dict[str, NamedNode]] = field(default_factory=dict)
    called: dict[NamedNode, set[str]] = field(default_factory=dict)
    wider: dict[NamedNode, NamedNode] = field(default_factory=dict)

    @classmethod
    def read(cls, *folders: str) -> Vocabulary:
        """Return the vocabulary of `ontology/` folders; BrokenFile when one of their files is broken."""
        made = cls({name: NamedNode(expand(curie) or curie) for name, curie in FOREIGN_CLASSES.items()})
        refined: list[tuple[NamedNode, NamedNode]] = []
        for path in (path for folder in folders for path in members.of_project(folder)):
            for subject, predicate, value in _triples(path):
                if isinstance(value, Literal):
                    made._call(subject, predicate, value)
                elif predicate == _RDFS.seeAlso:
                    refined.append((subject, value))
                else:
                    made._take(subject, predicate, value)
        for kind, wider in refined:
            made.called.setdefault(wider, set()).update(made.called.get(kind, ()))
        return made

    def _call(self, subject: NamedNode, predicate: NamedNode, label: Literal) -> None:
        if predicate in _LABELS:
            self.called.setdefault(subject, set()).add(label.value)

    def _take(self, subject: NamedNode, predicate: NamedNode, value: NamedNode) -> None:
        ours, base = prefixes()["pk"], prefixes()["concept"]
        if predicate == _SKOS.broader:
            self.wider[subject] = value
        elif (predicate, value) == (_RDF.type, _OWL.Class) and subject.value.startswith(ours):
            self.classes[subject.value.removeprefix(ours)] = subject
        elif (predicate, value) == (_RDF.type, _SKOS.Concept) and subject.value.startswith(base):
            scheme, _, slug = subject.value.removeprefix(base).partition("/")
            self.concepts.setdefault(scheme, {})[slug] = subject

    def find(self, scheme: str, slug: str) -> NamedNode | None:
        """Return a concept of a scheme, or a class (scheme `class`); None if there is none."""
        return (self.classes if scheme == "class" else self.concepts.get(scheme, {})).get(slug)

    def add(self, scheme: str, slug: str, label: str) -> None:
        """Add a concept."""
        concept = namespace(scheme)[slug]
        self.concepts.setdefault(scheme, {})[slug] = concept
        self.called.setdefault(concept, set()).add(label)

    def called_so(self, scheme: str, name: str) -> str | None:
        """Return the slug of the one term with this slug or label, in singular or plural, else None."""
        known = self.classes if scheme == "class" else self.concepts.get(scheme, {})
        if name in known:
            return name
        wanted = stems(name)
        found = [
            slug
            for slug, term in known.items()
            if wanted and any(stems(label) == wanted for label in self.called.get(term, ()))
        ]
        return found[0] if len(found) == 1 else None

    def labels(self, scheme: str, slug: str) -> set[str]:
        """Return the labels of a concept, or of a class and of the kinds that refine it."""
        term = self.find(scheme, slug)
        return self.called.get(term, set()) if term else set()

    def covers(self, wide: NamedNode, concept: NamedNode) -> bool:
        """Return whether a concept is another or stands, at any depth, under it."""
        seen: set[NamedNode] = set()
        while concept != wide and concept in self.wider and concept not in seen:
            seen.add(concept)
            concept = self.wider[concept]
        return concept == wide


def _triples(path: str) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    for quad in parse(path):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
            yield quad.subject, quad.predicate, quad.object
