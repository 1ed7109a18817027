"""An ontology and its terms: classes, properties, concept schemes and their concepts, with their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Row = Mapping[str, tuple[Term, ...]]

RDF, RDFS, OWL, SKOS = (namespace(prefix) for prefix in ("rdf", "rdfs", "owl", "skos"))
DCT, SCHEMA, VANN = (namespace(prefix) for prefix in ("dct", "schema", "vann"))
CLASS, PROPERTY, SCHEME, CONCEPT = "class", "property", "scheme", "concept"
LABELS = (SKOS.prefLabel.value, RDFS.label.value, DCT.title.value)


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
    """An ontology: the file that describes it, what it says of itself, its terms and what else has a name.

    `base` is what the IRIs of its classes and properties begin with.
    """

    path: str
    base: str
    header: Entry
    entries: Mapping[str, Entry]
    named: Mapping[str, Entry]

    def of(self, sort: str) -> list[Entry]:
        """Return the terms of a sort, by IRI."""
        return [entry for entry in self.entries.values() if entry.sort == sort]

    def concepts(self, scheme: str) -> list[Entry]:
        """Return the concepts of a scheme, by IRI."""
        return [one for one in self.of(CONCEPT) if scheme in one.links(SKOS.inScheme)]

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


def label(entry: Entry, language: str) -> tuple[str, str]:
    """Return the name of a term and its language: that asked for, else another; its local name without."""
    for property_ in LABELS:
        if named := texts(entry.row, property_, language):
            return named[0]
    return entry.anchor or entry.iri, ""


def texts(row: Row, property_: str, language: str) -> list[tuple[str, str]]:
    """Return the texts of a property with their languages: those in the language asked for, else all."""
    every = [(one.value, one.language or "") for one in row.get(property_, ()) if isinstance(one, Literal)]
    own = [pair for pair in every if pair[1] == language]
    return own or every


def names(entries: Iterable[Entry], language: str) -> list[Entry]:
    """Return the terms sorted as people look for them: by name, then IRI."""
    return sorted(entries, key=lambda entry: (_plain(label(entry, language)[0]), entry.iri))


def _plain(text: str) -> str:
    from unicodedata import combining, normalize

    return "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one))
