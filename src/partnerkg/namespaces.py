"""Prefixes and namespaces, read from `ontology/prefixes.ttl`, the only prefix table."""

from __future__ import annotations

import os
from functools import cache, lru_cache

from pyoxigraph import NamedNode, RdfFormat, parse

from partnerkg import resources

SH = "http://www.w3.org/ns/shacl#"


@cache
def prefixes() -> dict[str, str]:
    """Return every prefix with its namespace IRI, sorted by prefix."""
    table = os.path.join(resources.root(), "ontology", "prefixes.ttl")
    parts: dict[str, dict[str, str]] = {}
    for quad in parse(path=table, format=RdfFormat.TURTLE):
        if quad.predicate.value in (SH + "prefix", SH + "namespace"):
            parts.setdefault(str(quad.subject), {})[quad.predicate.value] = getattr(quad.object, "value", "")
    return dict(sorted((row[SH + "prefix"], row[SH + "namespace"]) for row in parts.values()))


class Namespace:
    """The terms of one vocabulary: `PK.Bookshop`, `PK["hasPartner"]` are its IRIs."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getattr__(self, name: str) -> NamedNode:
        self.__dict__[name] = found = NamedNode(self.iri + name)  # what the code names is made once
        return found

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.iri + name)


def namespace(prefix: str) -> Namespace:
    """Return the namespace of a prefix of the table; KeyError if it is not there."""
    return Namespace(prefixes()[prefix])


@lru_cache(maxsize=1024)
def used(text: str) -> dict[str, str]:
    """Return the part of the table that a query may use: the engine reads every prefix that it is given."""
    return {prefix: iri for prefix, iri in prefixes().items() if f"{prefix}:" in text}


def expand(curie: str) -> str | None:
    """Return the IRI that `prefix:local` stands for, or None if the prefix is not in the table."""
    prefix, colon, local = curie.partition(":")
    base = prefixes().get(prefix)
    return base + local if colon and base is not None else None


@lru_cache(maxsize=4096)
def shorten(iri: str) -> str:
    """Return the IRI as `prefix:local` by the longest namespace it starts with, else unchanged."""
    fitting = [item for item in prefixes().items() if iri.startswith(item[1])]
    if not fitting:
        return iri
    prefix, base = max(fitting, key=lambda item: len(item[1]))
    return f"{prefix}:{iri[len(base) :]}"
