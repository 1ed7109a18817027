"""A graph → the rows of a sheet: which organisation lacks which identifier, and where to look."""

from __future__ import annotations

from dataclasses import dataclass, fields

from pyoxigraph import Literal, NamedNode

from partnerkg.model import iris
from partnerkg.query.run import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store

QUESTION = "organization_missing_identifiers"
_TEXTS = {
    "town": "?thing org:hasSite/pk:commune/skos:prefLabel ?name",
    "kind": "?thing org:classification/skos:prefLabel ?name",
    "class": "?thing a owl:Class ; rdfs:label ?name",
    "where": "?thing skos:scopeNote ?name",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the sheet; its fields are the columns, and the last three are for the person to fill in.

    `organization` and `scheme` are slugs, `seen_on` is a day as 2026-11-22.
    """

    organization: str
    name: str
    town: str
    kind: str
    scheme: str
    where: str
    identifier: str = ""
    source: str = ""
    seen_on: str = ""


COLUMNS = tuple(field.name for field in fields(Row))  # `query.headings` says what they are called


def missing(store: Store, question: Question, language: str) -> list[Row]:
    """Return a row for each organisation and scheme of the answer to `organization_missing_identifiers`.

    Kinds and registers are named in the language, names and towns as the graph has them in French.
    """
    texts = {
        name: _texts(store, pattern, "fr" if name == "town" else language) for name, pattern in _TEXTS.items()
    }
    rows: dict[tuple[str, str], Row] = {}
    for record in run(question, store).records():
        organization, scheme = str(record["organization"]), str(record["scheme"])
        slug, register = iris.slug(organization), scheme.rpartition("/")[2]
        if slug:
            rows.setdefault(
                (slug, register),
                Row(
                    slug,
                    str(record["name"] or ""),
                    texts["town"].get(organization, ""),
                    texts["kind"].get(organization) or texts["class"].get(str(record["class"]), ""),
                    register,
                    texts["where"].get(scheme, ""),
                ),
            )
    return list(rows.values())


def _texts(store: Store, pattern: str, language: str) -> Mapping[str, str]:
    """Return the texts that a pattern finds for each thing in a language, several joined by commas."""
    names: dict[str, set[str]] = {}
    for thing, name in store.each(f"SELECT DISTINCT ?thing ?name {{ {pattern} }}"):
        if isinstance(thing, NamedNode) and isinstance(name, Literal) and name.language == language:
            names.setdefault(thing.value, set()).add(name.value)
    return {thing: ", ".join(sorted(several)) for thing, several in names.items()}
