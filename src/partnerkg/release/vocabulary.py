"""What the vocabularies of organisations call the parts of a record, kept as data: `record.tsv`."""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

KIND, PLACE, IDENTIFIERS, MEMBERSHIPS, COLLABORATIONS, OTHER_NAMES, OTHER = ASPECTS = (
    "kind",
    "place",
    "identifiers",
    "memberships",
    "collaborations",
    "other-names",
    "other",
)
NAME = "name"
RELATIONS = frozenset((MEMBERSHIPS, COLLABORATIONS))
_OLD_SCHEMA, _SCHEMA = "<http://schema.org/", "<https://schema.org/"


@cache
def _rows() -> Mapping[str, tuple[str, ...]]:
    """Return the tokens `<…>` of each row, in the order of the file."""
    found: dict[str, list[str]] = {}
    with open(os.path.join(os.path.dirname(__file__), "record.tsv"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                row, space, words = line.rstrip("\n").split("\t")
                found.setdefault(row, []).extend(f"<{space}{word}>" for word in words.split())
    return {row: tuple(tokens) for row, tokens in found.items()}


@cache
def classes() -> frozenset[str]:
    """Return the tokens of the classes of organisations, as `known` writes them."""
    return frozenset(_rows()["organization"])


def spellings() -> list[str]:
    """Return the same, schema.org's in both spellings of its namespace."""
    old = (token.replace(_SCHEMA, _OLD_SCHEMA) for token in classes() if token.startswith(_SCHEMA))
    return sorted({*classes(), *old})


@cache
def parts() -> frozenset[str]:
    """Return the classes of what is part of a record even where it has a name."""
    return frozenset(_rows()["part"])


@cache
def names() -> tuple[str, ...]:
    """Return the properties that name a thing, the one that counts first."""
    return _rows()[NAME]


@cache
def authors() -> frozenset[str]:
    """Return the properties that name who says or makes a thing."""
    return frozenset(_rows()["author"])


@cache
def _aspects() -> Mapping[str, str]:
    return {token: row for row in ASPECTS if row != OTHER for token in _rows()[row]}


def aspect(predicate: str) -> str:
    """Return of which part of a record a statement with this property speaks."""
    return _aspects().get(known(predicate), OTHER)


def known(token: str) -> str:
    """Return the token as the table has it: schema.org has two spellings of its namespace."""
    return _SCHEMA + token[len(_OLD_SCHEMA) :] if token.startswith(_OLD_SCHEMA) else token
