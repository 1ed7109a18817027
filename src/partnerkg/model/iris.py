"""IRIs of things and concepts, made from their kind and slug by the prefix table.

A project may have an address of its own, its `space`: its things have the same paths below that one.
"""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import NamedNode

from partnerkg.namespaces import prefixes

_ID, _CONCEPT, _CLAIM = "/id/", "/concept/", "/claim/"
_CATEGORY = "category"  # a heading that a page uses may become one of the project
_PLACE = "place"  # places are those of the official code, in every project
_BELOW = r"https?://[^?#\s]+?/((?:id|concept)/[a-z-]+/)([a-z0-9]+(?:-[a-z0-9]+)*)"


@cache
def space() -> str:
    """Return what the IRIs of partnerkg begin with."""
    return prefixes()["pk"].removesuffix("ontology#")


def thing(kind: str, slug: str, below: str | None = None) -> NamedNode:
    """Return the IRI of a thing, concept or graph: `thing("organization", "cap-nord-arras")`.

    `kind` is a prefix of the table whose namespace ends in `/`; KeyError if there is none. `below` is the
    space of a project, partnerkg's if none is given.
    """
    iri = prefixes()[kind]
    return NamedNode((iri if below is None else below + iri.removeprefix(space())) + slug)


@cache
def kinds() -> tuple[str, ...]:
    """Return the prefixes under which things and concepts have slugs, things first."""
    table = prefixes().items()
    things = [prefix for prefix, iri in table if _ID in iri]
    return (*things, *(prefix for prefix, iri in table if _CONCEPT in iri))


@cache
def own() -> frozenset[str]:
    """Return the prefixes of what a project makes: things, claims and what proves them, no places."""
    found = {prefix for prefix, iri in prefixes().items() if _ID in iri or iri.endswith(_CLAIM)}
    return frozenset(found - {_PLACE})


def candidates(slug: str, spaces: tuple[str, ...] = ()) -> list[NamedNode]:
    """Return every IRI that a slug may stand for, things before concepts; none if it is no slug.

    `spaces` are those of projects, looked at before partnerkg's.
    """
    if not slug.isascii() or not slug.replace("-", "").isalnum() or slug != slug.lower():
        return []
    return [thing(kind, slug, below) for below in dict.fromkeys((*spaces, space())) for kind in kinds()]


def slug(iri: str) -> str | None:
    """Return the slug of a thing or concept, None if the IRI has none."""
    for kind in kinds():
        base = prefixes()[kind]
        if iri.startswith(base) and "/" not in iri[len(base) :]:
            return iri[len(base) :] or None
    return None if iri.startswith(space()) else _elsewhere(iri)


def _elsewhere(iri: str) -> str | None:
    """Return the slug of an IRI below the space of another project."""
    found = re.fullmatch(_BELOW, iri)
    return found[2] if found and found[1] in _paths() else None


@cache
def _paths() -> frozenset[str]:
    return frozenset(prefixes()[kind].removeprefix(space()) for kind in (*own(), _CATEGORY))
