"""The facts a reading may state: their names, what kind of value they take, and what they become.

A fact with a property is written as one triple a value; the others have a rule in `encode.facts`.
`docs/readings.md` describes each for the person who writes readings.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactKind:
    """What a fact takes (`value`, and `many` values or one) and the CURIE of its property, if it has one."""

    value: str
    property: str | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class ListKind:
    """The CURIE of the property that leads from the subject of a list to its items, or back if `inverse`."""

    property: str
    inverse: bool = False


def _one(value: str, curie: str | None = None) -> FactKind:
    return FactKind(value, curie)


def _many(value: str, curie: str | None = None) -> FactKind:
    return FactKind(value, curie, many=True)


FACTS: dict[str, FactKind] = {
    # what it is and what it is called
    "class": _many("class", "rdf:type"),
    "kinds": _many("concept:kind", "org:classification"),
    "types": _many("concept:kind", "dct:type"),
    "name": _one("text:fr", "skos:prefLabel"),
    "name_en": _one("text:en", "skos:prefLabel"),
    "written": _one("written"),
    "alt": _many("text:fr", "skos:altLabel"),
    "alt_en": _many("text:en", "skos:altLabel"),
    "spellings": _many("text:fr", "skos:hiddenLabel"),
    "proper_name": _one("text:fr", "pk:properName"),
    "acronym": _many("text", "pk:acronym"),
    "name_status": _one("concept:name-status", "pk:nameStatus"),
    "identity_candidate": _many("thing", "pk:identityCandidate"),
    "identifiers": _many("number"),
    "same": _one("address"),
    "web": _many("address", "schema:url"),
    "note": _one("text:page", "skos:editorialNote"),
    # where, since when
    "town": _one("place"),
    "towns": _many("place"),
    "territory": _many("place", "pk:territory"),
    "territory_name": _one("text:page", "pk:territoryName"),
    "governs": _one("place", "pk:governs"),
    "since": _one("year", "pk:existsSince"),
    "site_since": _one("years by place"),
    # what it does and holds
    "description": _one("text:page", "dct:description"),
    "purposes": _many("text:page", "org:purpose"),
    "values": _many("concept:value", "pk:upholdsValue"),
    "offers": _many("concept:activity", "pk:offersActivity"),
    "about": _many("thing", "schema:about"),
    "ages": _one("text", "schema:typicalAgeRange"),
    "member_count": _one("count", "pk:memberCount"),
    "commune_population": _one("count", "pk:communePopulation"),
    "member_kinds": _many("concept:kind", "pk:memberKind"),
    # with whom
    "partner": _one("flag"),
    "collaboration": _one("collaboration"),
    "member_of": _many("organization", "org:memberOf"),
    "members": _many("organization"),
    "part_of": _one("organization", "org:subOrganizationOf"),
    "edition_of": _one("programme", "dct:isPartOf"),
    "supported_by": _many("organization", "pk:supportedBy"),
    "supports": _many("organization"),
    "recommended_by": _one("organization"),
    "organised_by": _many("organization", "pk:organisedBy"),
    "organises": _many("thing"),
    "awarded_by": _many("organization", "pk:awardedBy"),
    "awarded_during": _one("event", "pk:awardedDuring"),
    "present_at": _many("event", "pk:presentAt"),
    "published_by": _one("organization", "dct:publisher"),
    "represented_on_board_of": _many("organization", "pk:representedOnBoardOf"),
    "serves": _many("group", "pk:serves"),
    "subgroup_of": _one("group", "pk:subgroupOf"),
    # what became of it in later readings
    "replaced_by": _many("thing"),
    "withdrawn": _one("flag"),
    # what the page says of one of its lists
    "list": _one("list"),
}

LISTS: dict[str, ListKind] = {
    "partners": ListKind("pk:hasPartner"),
    "members": ListKind("org:memberOf", inverse=True),
    "parts": ListKind("org:subOrganizationOf", inverse=True),
    "actions": ListKind("pk:withinProgramme", inverse=True),
    "beneficiaries": ListKind("pk:supportedBy", inverse=True),
    "supporters": ListKind("pk:supportedBy"),
    "sites": ListKind("org:hasSite"),
    "offers": ListKind("pk:offersActivity"),
    "purposes": ListKind("org:purpose"),
    "values": ListKind("pk:upholdsValue"),
}

ENDS = ("replaced_by", "withdrawn")  # nothing else is said of a thing of which one of these is said

SUBJECTS = ("organization", "group", "programme", "event", "prize", "work")
