"""Organisations in the words of schema.org, as JSON-LD (https://schema.org/docs/gs.html)."""

from __future__ import annotations

import json
import os

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.errors import N_
from partnerkg.export import tables
from partnerkg.namespaces import prefixes
from partnerkg.query.results import text
from partnerkg.query.run import ask
from partnerkg.store.held import Held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store, Term

    Things = dict[str, dict[str, list[Term]]]

MEDIA_TYPE = "application/ld+json;profile=https://schema.org/"
ENDING = ".schema.jsonld"
SUMMARY = N_("each organisation in the words of schema.org, for search engines and web pages")
_QUERY = os.path.join(os.path.dirname(__file__), "schema_org.rq")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_GENERAL = "Organization"


def asked(store: Store, language: str) -> Iterator[bytes]:
    """Return the organisations of a store, one a line; a single one is the document itself."""
    found = profiles(store)
    if len(found) == 1:
        yield json.dumps({"@context": _context(), **found[0]}, ensure_ascii=False, indent=2).encode() + b"\n"
        return
    yield f'{{"@context": {json.dumps(_context())},\n"@graph": [\n'.encode()
    yield ",\n".join(json.dumps(profile, ensure_ascii=False) for profile in found).encode()
    yield b"\n]}\n"


def profiles(store: Store) -> list[dict[str, object]]:
    """Return a schema.org description of each organisation, by IRI; what it names stands inside it.

    Of a part of a graph, each organisation that it is about.
    """
    with open(_QUERY, encoding="utf-8") as file:
        triples: Iterable[Triple] = ask(file.read(), store)  # type: ignore[assignment]
    things: Things = {}
    for triple in triples:
        values = things.setdefault(text(triple.subject), {}).setdefault(triple.predicate.value, [])
        if triple.object not in values:
            values.append(triple.object)
    things = {iri: said for iri, said in things.items() if _TYPE in said}  # what schema.org has a class for
    about = store.about if isinstance(store, Held) else None
    organisations: Solutions = ask(tables.read("organisations").queries[0], store)  # type: ignore[assignment]
    wanted = sorted(text(row[0]) for row in organisations if about is None or row[0] in about)
    return [_node(iri, things, ()) for iri in wanted if iri in things]


def _context() -> dict[str, str]:
    """Return what a processor needs to know, so that nothing is fetched."""
    return {"@vocab": prefixes()["schema"]}


def _node(iri: str, things: Things, above: tuple[str, ...]) -> dict[str, object]:
    """Return a thing with what it names; below another thing only with its type and name."""
    said = things[iri]
    found: dict[str, object] = {"@type": _types(said), "@id": iri}
    for name in sorted(said):
        short = name.removeprefix(prefixes()["schema"])
        if name == _TYPE or (above and not _belongs(short)):
            continue
        ordered = sorted(said[name], key=str)
        values = [_value(term, things, (*above, iri)) for term in ordered]
        found[short] = values[0] if len(values) == 1 else values
    return found


def _belongs(name: str) -> bool:
    return name in ("name", "containedInPlace", "propertyID", "value")


def _types(said: dict[str, list[Term]]) -> str | list[str]:
    names = sorted({text(term).removeprefix(prefixes()["schema"]) for term in said.get(_TYPE, [])})
    finer = [name for name in names if name != _GENERAL] or names
    return finer[0] if len(finer) == 1 else finer


def _value(term: Term, things: Things, above: tuple[str, ...]) -> object:
    if isinstance(term, Literal):
        return {"@value": term.value, "@language": term.language} if term.language else term.value
    iri = text(term)
    if isinstance(term, NamedNode) and iri in things and iri not in above:
        return _node(iri, things, above)
    return {"@id": iri}
