"""What an editor of SPARQL offers as somebody types: the classes and properties of the graph, by prefix."""

from __future__ import annotations

import json

from pyoxigraph import NamedNode

from partnerkg.namespaces import prefixes, shorten
from partnerkg.query.labels import labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened

# What is used, and what the ontology knows besides.
_CLASSES = """SELECT DISTINCT ?term {
    { ?thing a ?term } UNION { VALUES ?sort { owl:Class rdfs:Class } ?term a ?sort }
}"""
_PROPERTIES = """SELECT DISTINCT ?term {
    { ?thing ?term ?value }
    UNION { VALUES ?sort { owl:ObjectProperty owl:DatatypeProperty rdf:Property } ?term a ?sort }
}"""


def offered(opened: Opened) -> bytes:
    """Return as JSON the prefixes that need no declaration, and the terms with their labels."""
    found = {
        "prefixes": list(prefixes()),
        "classes": _terms(opened, _CLASSES),
        "properties": _terms(opened, _PROPERTIES),
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _terms(opened: Opened, query: str) -> list[list[str]]:
    found = [term for (term,) in opened.store.select(query) if isinstance(term, NamedNode)]
    called = [labels(found, opened.store, language) for language in ("fr", "en")]
    named = {shorten(term.value): term.value for term in found}
    return [
        [short, *dict.fromkeys(one[iri] for one in called if iri in one)]
        for short, iri in sorted(named.items())
        if short != iri
    ]
