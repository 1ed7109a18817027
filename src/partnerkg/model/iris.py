"""IRIs of things and concepts, made from their kind and slug by the prefix table."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from partnerkg.namespaces import prefixes

_ID, _CONCEPT = "/id/", "/concept/"


def thing(kind: str, slug: str) -> NamedNode:
    """Return the IRI of a thing, concept or graph: `thing("organization", "cap-nord-arras")`.

    `kind` is a prefix of the table whose namespace ends in `/`; KeyError if there is none.
    """
    return NamedNode(prefixes()[kind] + slug)


@cache
def kinds() -> tuple[str, ...]:
    """Return the prefixes under which things and concepts have slugs, things first."""
    table = prefixes().items()
    things = [prefix for prefix, iri in table if _ID in iri]
    return (*things, *(prefix for prefix, iri in table if _CONCEPT in iri))


def candidates(slug: str) -> list[NamedNode]:
    """Return every IRI that a slug may stand for, things before concepts; none if it is no slug."""
    if not slug.isascii() or not slug.replace("-", "").isalnum() or slug != slug.lower():
        return []
    return [thing(kind, slug) for kind in kinds()]


def slug(iri: str) -> str | None:
    """Return the slug of a thing or concept, None if the IRI has none."""
    for kind in kinds():
        base = prefixes()[kind]
        if iri.startswith(base) and "/" not in iri[len(base) :]:
            return iri[len(base) :] or None
    return None
