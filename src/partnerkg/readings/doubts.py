"""The entries that a reading proposes, as they are looked at one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

import yaml

from partnerkg.model.claim import KEEP, OPEN, REJECT
from partnerkg.model.facts import SUBJECTS
from partnerkg.readings.pending import DECISIONS, DOUBT, PERHAPS, REVIEW, RULE, SECTION, SECTIONS, VERDICT
from partnerkg.readings.places import tree
from partnerkg.readings.sheet import keys, start_of

EDITABLE = ("name", "class", "town", "territory", "activity")
RELATIONS = ("partner", "supports", "supported_by", "members", "member_of", "part_of")
FIELDS = ("name", "class", "town", "territory", *RELATIONS, "same")
ACTIVITY = "activity"  # the claim, and the field, of what is done together


@dataclass(frozen=True, slots=True)
class Doubt:
    """An entry that is looked at: its number in the reading, what it is about, what is proposed of it.

    `fields` are the values of `FIELDS` that it has, and what is done together (slugs, or words); `perhaps`
    the organisations that may be meant, by slug or address; `at` where its quote begins in the page.
    """

    number: int
    kind: str
    slug: str
    section: str
    verdict: str
    doubt: str
    rule: str
    quote: str
    at: int | None
    fields: dict[str, str]
    perhaps: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.fields.get("name", self.slug)

    @property
    def key(self) -> str:
        """Return what it is found by, whatever is decided: its number and where its words stand."""
        return f"{self.number}@{self.at}"

    @property
    def mark(self) -> str:
        """Return what changes with anything that is said of it or decided."""
        return sha256(repr(self).encode()).hexdigest()[:16]


def doubts(text: str) -> list[Doubt]:
    """Return what a reading proposes, in the order of the file."""
    return [_doubt(number, one) for number, one in enumerate(_items(_said_in(text), REVIEW))]


def settled(text: str) -> list[tuple[int, int, str]]:
    """Return where the page names what is decided for good and in which way."""
    root = _said_in(text)
    entries = [entry for section in _items(root, SECTIONS) for entry in _items(keys(section), "entries")]
    rejected = [one for one in _items(root, DECISIONS) if _said(one, VERDICT) == REJECT]
    pairs = [*((one, KEEP) for one in entries), *((one, REJECT) for one in rejected)]
    return [(*at, verdict) for node, verdict in pairs if (at := _span(node))]


def headings(text: str) -> dict[str, tuple[int, int]]:
    """Return where the heading of each section that has one stands, by the name of the section."""
    sections = _items(_said_in(text), SECTIONS)
    found = {
        _said(one, SECTION): _span(keys(one)["heading"][1]) for one in sections if "heading" in keys(one)
    }
    return {section: span for section, span in found.items() if span}


def sections(text: str) -> list[str]:
    """Return the names of the sections, in the order of the file."""
    return [_said(one, SECTION) for one in _items(_said_in(text), SECTIONS)]


def publisher(text: str) -> str:
    """Return the slug of who speaks in the page of a reading."""
    return _said(_said_in(text).get("publisher", (None, None))[1], SUBJECTS[0])


@lru_cache(maxsize=2)
def _said_in(text: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Return what a reading says, by key; a screen asks for several things of the same text."""
    return keys(tree(text))


def _doubt(number: int, node: yaml.Node) -> Doubt:
    kind = next((kind for kind in SUBJECTS if kind in keys(node)), SUBJECTS[0])
    said = {key: _said(node, key) for key in (kind, SECTION, VERDICT, DOUBT, RULE, "quote", PERHAPS)}
    fields = {
        key: value for source in (node, *_claims(node)) for key in FIELDS if (value := _said(source, key))
    }
    if activity := _activity(node):
        fields[ACTIVITY] = activity
    return Doubt(
        number,
        kind,
        said[kind],
        said[SECTION],
        said[VERDICT] or OPEN,
        said[DOUBT],
        said[RULE],
        said["quote"],
        start_of(node),
        fields,
        tuple(said[PERHAPS].split(", ")) if said[PERHAPS] else (),
    )


def _activity(node: yaml.Node) -> str:
    claim = next((one for one in _claims(node) if _said(one, "claim") == ACTIVITY), None)
    told = keys(claim).get("collaboration", (None, None))[1]
    return _said(told, "activities") or _said(told, "description")


def _claims(node: yaml.Node) -> list[yaml.Node]:
    return _items(keys(node), "claims")


def _items(known: Mapping[str, tuple[yaml.Node, yaml.Node]], key: str) -> list[yaml.Node]:
    node = known.get(key, (None, None))[1]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _span(node: yaml.Node) -> tuple[int, int] | None:
    at = [one.value for one in _items(keys(node), "at")]
    return (int(at[0]), int(at[1])) if len(at) == 2 and all(one.isdigit() for one in at) else None


def _said(node: yaml.Node | None, key: str) -> str:
    value = keys(node).get(key, (None, None))[1]
    if isinstance(value, yaml.SequenceNode):
        return ", ".join(str(one.value) for one in value.value)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""
