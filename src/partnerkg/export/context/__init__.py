"""The JSON-LD context of the ontology: a short name for each term, and how its values are written."""

from __future__ import annotations

import os
from functools import cache

from pyoxigraph import NamedNode

from partnerkg import resources
from partnerkg.namespaces import prefixes, shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    Definition = str | dict[str, str]

FILE = "context.jsonld"
_OWL = "http://www.w3.org/2002/07/owl#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_RANGES = ("http://www.w3.org/2000/01/rdf-schema#range", "https://schema.org/rangeIncludes")
_KINDS = {f"{_OWL}{kind}" for kind in ("Class", "ObjectProperty", "DatatypeProperty")}

# Terms of other vocabularies that lead to things, and those whose values have a language.
_TO_THINGS = (
    *("adms:identifier", "dct:license", "dct:publisher", "dct:source", "oa:hasBody", "oa:hasSelector"),
    *("oa:hasSource", "oa:hasTarget", "oa:motivatedBy", "org:classification", "org:hasSite", "org:member"),
    *("org:memberOf", "org:organization", "org:subOrganizationOf", "prov:wasAttributedTo"),
    "prov:wasDerivedFrom",
    *("skos:broader", "skos:inScheme", "igeo:subdivisionDe"),
)
_IN_LANGUAGES = (
    *("dct:description", "dct:rights", "dct:title", "org:purpose", "rdfs:comment", "rdfs:label"),
    *("skos:altLabel", "skos:definition", "skos:editorialNote", "skos:hiddenLabel", "skos:prefLabel"),
)
_PLAIN = ("igeo:codeINSEE", "oa:end", "oa:exact", "oa:prefix", "oa:start", "oa:suffix", "skos:notation")
_ALIASES = {"id": "@id", "type": "@type"}


def context(ontology: Iterable[Quad]) -> dict[str, Definition]:
    """Return the context: aliases, prefixes, then a definition for each term, sorted.

    Terms of the ontology come first; of two terms with the same short name, none of them ours, the second has
    none.
    """
    kinds: dict[str, set[str]] = {}
    ranges: dict[str, str] = {}
    for quad in ontology:
        thing = getattr(quad.subject, "value", "")
        if isinstance(quad.object, NamedNode) and quad.predicate.value in _RANGES:
            ranges[thing] = quad.object.value
        elif quad.predicate.value.endswith("#type") and isinstance(quad.object, NamedNode):
            kinds.setdefault(thing, set()).add(quad.object.value)
    base = prefixes()["pk"]
    ours = sorted(thing for thing, found in kinds.items() if thing.startswith(base) and found & _KINDS)
    terms: dict[str, Definition] = {}
    for thing in ours:
        terms[thing.removeprefix(base)] = _definition(thing, kinds[thing], ranges.get(thing, ""))
    for curie in (*_IN_LANGUAGES, *_TO_THINGS, *_PLAIN):
        terms.setdefault(curie.partition(":")[2], _foreign(curie))
    for name in _ALIASES.keys() | prefixes().keys():
        terms.pop(name, None)
    return {**_ALIASES, **prefixes(), **dict(sorted(terms.items()))}


@cache
def shipped() -> dict[str, Definition]:
    """Return the context that comes with partnerkg, `ontology/context.jsonld`."""
    import json

    with open(os.path.join(resources.root(), "ontology", FILE), encoding="utf-8") as file:
        found: dict[str, Definition] = json.load(file)["@context"]
    return found


def _definition(thing: str, kinds: set[str], range_: str) -> Definition:
    name = shorten(thing)
    if f"{_OWL}ObjectProperty" in kinds:
        return {"@id": name, "@type": "@id"}
    if range_ == _LANGUAGE_STRING:
        return {"@id": name, "@container": "@language"}
    if range_.startswith(_XSD) and range_ != f"{_XSD}string":
        return {"@id": name, "@type": shorten(range_)}
    return {"@id": name}


def _foreign(curie: str) -> Definition:
    if curie in _TO_THINGS:
        return {"@id": curie, "@type": "@id"}
    if curie in _IN_LANGUAGES:
        return {"@id": curie, "@container": "@language"}
    return {"@id": curie, "@type": "xsd:integer"} if curie in ("oa:start", "oa:end") else {"@id": curie}
