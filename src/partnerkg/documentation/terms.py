"""What an ontology defines, read from its files: classes, properties, concept schemes and their concepts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg import resources
from partnerkg.errors import N_, PartnerkgError
from partnerkg.namespaces import namespace, prefixes
from partnerkg.rdf.read import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Row = Mapping[str, tuple[Term, ...]]

RDF, RDFS, OWL, SKOS = (namespace(prefix) for prefix in ("rdf", "rdfs", "owl", "skos"))
DCT, SCHEMA, VANN = (namespace(prefix) for prefix in ("dct", "schema", "vann"))
CLASS, PROPERTY, SCHEME, CONCEPT = "class", "property", "scheme", "concept"
_SORTS = {
    OWL.Class: CLASS,
    OWL.ObjectProperty: PROPERTY,
    OWL.DatatypeProperty: PROPERTY,
    OWL.AnnotationProperty: PROPERTY,
    SKOS.ConceptScheme: SCHEME,
    SKOS.Concept: CONCEPT,
}
_LABELS = (SKOS.prefLabel.value, RDFS.label.value, DCT.title.value)


class NoOntology(PartnerkgError):
    message = N_(
        "{path} describes no ontology of the namespace {namespace}; give it an owl:Ontology with "
        "vann:preferredNamespaceUri."
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the ontology: its sort, the anchor it has on the page, and what is said of it, sorted."""

    iri: str
    sort: str
    anchor: str
    row: Row

    def links(self, property_: NamedNode) -> tuple[str, ...]:
        """Return the IRIs that a property leads to."""
        return tuple(one.value for one in self.row.get(property_.value, ()) if isinstance(one, NamedNode))

    @property
    def deprecated(self) -> bool:
        """Return whether the term is withdrawn."""
        return any(getattr(one, "value", "") == "true" for one in self.row.get(OWL.deprecated.value, ()))


@dataclass(frozen=True, slots=True)
class Ontology:
    """An ontology: the file that describes it, what it says of itself, its terms and what else has a name."""

    path: str
    header: Entry
    entries: Mapping[str, Entry]
    named: Mapping[str, Entry]

    def of(self, sort: str) -> list[Entry]:
        """Return the terms of a sort, by IRI."""
        return [entry for entry in self.entries.values() if entry.sort == sort]

    def known(self, iri: str) -> Entry | None:
        """Return a term of the ontology or anything else that its files name, None for the rest."""
        return self.entries.get(iri) or self.named.get(iri)

    def foreign(self) -> list[str]:
        """Return the terms of other vocabularies that the files name, by IRI."""
        own = self.header.iri.rpartition("/")[0] + "/"
        return [iri for iri in self.named if not iri.startswith(own)]

    def leading_to(self, property_: NamedNode, iri: str) -> tuple[str, ...]:
        """Return the terms from which a property leads to this one, by IRI."""
        return tuple(entry.iri for entry in self.entries.values() if iri in entry.links(property_))


def read(folder: str) -> Ontology:
    """Return the ontology of an `ontology/` folder; its shapes are left to `validate.load`.

    NoOntology if no file has an owl:Ontology for the namespace of the prefix `pk`; what `rdf.read.parse`
    raises.
    """
    rows: dict[str, dict[str, set[Term]]] = {}
    places: dict[str, str] = {}
    shapes = os.path.join(folder, "shapes") + os.sep
    for path in resources.files(folder, ".ttl"):
        if path.startswith(shapes):
            continue
        for subject, predicate, value, _ in parse(path):
            if isinstance(subject, NamedNode):
                rows.setdefault(subject.value, {}).setdefault(predicate.value, set()).add(value)
                if value == OWL.Ontology:
                    places.setdefault(subject.value, path)
    kept = {
        iri: {name: tuple(sorted(row[name], key=str)) for name in sorted(row)} for iri, row in rows.items()
    }
    return _ontology(folder, dict(sorted(kept.items())), places)


def _ontology(folder: str, rows: Mapping[str, Row], places: Mapping[str, str]) -> Ontology:
    base = prefixes()["pk"]
    heads = [iri for iri in places if _values(rows[iri], VANN.preferredNamespaceUri) == [base]]
    if not heads:
        raise NoOntology(path=folder, namespace=base)
    sorts = {iri: sort for iri, row in rows.items() if (sort := _sort(row))}
    ours = {iri: sort for iri, sort in sorts.items() if iri.startswith(base) or sort in (SCHEME, CONCEPT)}
    entries = {iri: Entry(iri, sort, anchor(iri), rows[iri]) for iri, sort in ours.items()}
    others = {iri: row for iri, row in rows.items() if iri not in entries and set(_LABELS) & set(row)}
    named = {iri: Entry(iri, sorts.get(iri, ""), "", row) for iri, row in others.items() if iri not in places}
    return Ontology(places[heads[0]], Entry(heads[0], "", "", rows[heads[0]]), entries, named)


def _sort(row: Row) -> str:
    kinds = row.get(RDF.type.value, ())
    return next((sort for kind, sort in _SORTS.items() if kind in kinds), "")


def _values(row: Row, property_: NamedNode) -> list[str]:
    return [getattr(one, "value", "") for one in row.get(property_.value, ())]


def anchor(iri: str) -> str:
    """Return where a term stands on the page: its local name, `concept-status-stated` for a concept."""
    base = prefixes()["concept"]
    if iri.startswith(base):
        return "concept-" + iri[len(base) :].replace("/", "-")
    return iri.rpartition("#")[2].rpartition("/")[2]


def label(entry: Entry, language: str) -> tuple[str, str]:
    """Return the name of a term and its language: that asked for, else another; its local name without."""
    for property_ in _LABELS:
        found = texts(entry.row, property_, language)
        if found:
            return found[0]
    return entry.anchor or entry.iri, ""


def texts(row: Row, property_: str, language: str) -> list[tuple[str, str]]:
    """Return the texts of a property with their languages: those in the language asked for, else all."""
    found = [(one.value, one.language or "") for one in row.get(property_, ()) if isinstance(one, Literal)]
    own = [pair for pair in found if pair[1] == language]
    return own or found


def names(entries: Iterable[Entry], language: str) -> list[Entry]:
    """Return the terms sorted as people look for them: by name, then IRI."""
    return sorted(entries, key=lambda entry: (_plain(label(entry, language)[0]), entry.iri))


def _plain(text: str) -> str:
    from unicodedata import combining, normalize

    return "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one))
