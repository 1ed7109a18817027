"""Files → the ontology that they describe."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from partnerkg.documentation.terms import (
    CLASS,
    CONCEPT,
    LABELS,
    OWL,
    PROPERTY,
    RDF,
    RDFS,
    SCHEME,
    SKOS,
    VANN,
    Entry,
    Ontology,
)
from partnerkg.errors import N_, PartnerkgError
from partnerkg.namespaces import prefixes
from partnerkg.rdf import members
from partnerkg.rdf.read import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.terms import Row
    from partnerkg.model.terms import Term

_SORTS = {
    OWL.Class: CLASS,
    RDFS.Class: CLASS,
    OWL.ObjectProperty: PROPERTY,
    OWL.DatatypeProperty: PROPERTY,
    OWL.AnnotationProperty: PROPERTY,
    RDF.Property: PROPERTY,
    SKOS.ConceptScheme: SCHEME,
    SKOS.Concept: CONCEPT,
}
_HEADS = (OWL.Ontology, SKOS.ConceptScheme)


class NoOntology(PartnerkgError):
    message = N_(
        "{path} describes no ontology; give it an owl:Ontology (or skos:ConceptScheme) with its title, and "
        "vann:preferredNamespaceUri if its terms do not begin as most do."
    )


def read(path: str) -> Ontology:
    """Return the ontology of an `ontology/` folder or a file; its shapes are left to `validate.load`.

    Of several it is that of the prefix `pk`, else the one whose terms are the most. NoOntology if there is
    no owl:Ontology and no skos:ConceptScheme; what `rdf.read.parse` raises.
    """
    rows: dict[str, dict[str, set[Term]]] = {}
    places: dict[str, str] = {}
    for file in _files(path):
        for subject, predicate, value, _ in parse(file):
            if isinstance(subject, NamedNode):
                rows.setdefault(subject.value, {}).setdefault(predicate.value, set()).add(value)
                if predicate == RDF.type and value in _HEADS:
                    places.setdefault(subject.value, file)
    kept = {
        iri: {name: tuple(sorted(row[name], key=str)) for name in sorted(row)} for iri, row in rows.items()
    }
    return _ontology(path, dict(sorted(kept.items())), places)


def _files(path: str) -> Iterable[str]:
    if not os.path.isdir(path):
        return [path]
    shapes = os.path.join(path, "shapes") + os.sep
    return [file for file in members.of_project(path) if not file.startswith(shapes)]


def _ontology(path: str, rows: Mapping[str, Row], places: Mapping[str, str]) -> Ontology:
    sorts = {iri: sort for iri, row in rows.items() if (sort := _sort(row))}
    head = _head(rows, places, _commonest(sorts))
    if head is None:
        raise NoOntology(path=path)
    base = _namespace(rows[head]) or _commonest(sorts) or head
    ours = {iri: sort for iri, sort in sorts.items() if iri.startswith(base) or sort in (SCHEME, CONCEPT)}
    anchors = _anchors(ours)
    entries = {iri: Entry(iri, sort, anchors[iri], rows[iri]) for iri, sort in ours.items()}
    others = {iri: row for iri, row in rows.items() if iri not in entries and set(LABELS) & set(row)}
    named = {iri: Entry(iri, sorts.get(iri, ""), "", row) for iri, row in others.items() if iri not in places}
    return Ontology(places[head], base, Entry(head, "", "", rows[head]), entries, named)


def _head(rows: Mapping[str, Row], places: Mapping[str, str], common: str) -> str | None:
    """Return what describes the whole: that of `pk`, one with a namespace, one that the terms begin with."""

    def rank(iri: str) -> tuple[bool, bool, bool, bool, str]:
        space = _namespace(rows[iri])
        scheme = OWL.Ontology not in rows[iri][RDF.type.value]
        return space != prefixes()["pk"], scheme, not space, not common.startswith(iri), iri

    return min(places, key=rank, default=None)


def _sort(row: Row) -> str:
    kinds = row.get(RDF.type.value, ())
    return next((sort for kind, sort in _SORTS.items() if kind in kinds), "")


def _namespace(row: Row) -> str:
    return next((getattr(one, "value", "") for one in row.get(VANN.preferredNamespaceUri.value, ())), "")


def _commonest(sorts: Mapping[str, str]) -> str:
    """Return how most classes and properties begin."""
    terms = [iri for iri, sort in sorts.items() if sort in (CLASS, PROPERTY)]
    spaces = Counter(iri[: len(iri) - len(_local(iri))] for iri in terms)
    return min(spaces, key=lambda space: (-spaces[space], space), default="")


def _anchors(iris: Iterable[str]) -> dict[str, str]:
    """Return where each term stands on the page; terms of one local name are told apart by number."""
    places: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for iri in sorted(iris):
        name = anchor(iri)
        taken[name] += 1
        places[iri] = name if taken[name] == 1 else f"{name}--{taken[name]}"
    return places


def anchor(iri: str) -> str:
    """Return where a term stands on the page: its local name, `concept-status-stated` for a concept."""
    base = prefixes()["concept"]
    if iri.startswith(base):
        return "concept-" + iri[len(base) :].replace("/", "-")
    return _local(iri) or "term"


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
