"""The JSON Schema of readings, made from the tables that read them: completion and checks in an editor."""

from __future__ import annotations

import json
import os
from pathlib import Path

from partnerkg import resources
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import VERDICTS
from partnerkg.model.document import CONTEXT, LONGEST_QUOTE
from partnerkg.model.facts import FACTS, LISTS, SUBJECTS, FactKind
from partnerkg.readings import lists
from partnerkg.readings.entry import CLAIM_KEYS, STATUSES
from partnerkg.readings.load import VERSION
from partnerkg.readings.values import BOUNDS, COLLABORATION
from partnerkg.readings.words import LANGUAGE

Schema = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = "reading.schema.json"
CATEGORY = "category"
ADDRESS = "https://w3id.org/partnerkg/schema/reading.json"
_TEXT: dict[str, object] = {"type": "string", "minLength": 1}
_SLUG: dict[str, object] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_THING: dict[str, object] = {"type": "string", "pattern": "^([a-z]+:)?[a-z0-9]+(-[a-z0-9]+)*$"}
_SIDE = {"type": "string", "maxLength": CONTEXT}


def text(vocabulary: Vocabulary) -> str:
    """Return the schema as a file."""
    return json.dumps(schema(vocabulary), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a reading of one page; classes and concepts may be written as slugs or labels."""
    return {
        "$schema": DIALECT,
        "$id": ADDRESS,
        "title": "Reading of a page (partnerkg)",
        **_object(("reading", "source", "capture", "publisher", "sections"), _ROOMS),
        "$defs": _terms(vocabulary) | _records(),
    }


def _records() -> Schema:
    pending: Schema = {"section": _SLUG, "verdict": {"enum": list(VERDICTS)}, "doubt": _TEXT, "rule": _TEXT}
    pending |= {"perhaps": {"type": "array", "items": _TEXT}}
    return {
        "capture": _object(("sha256", "characters", "read"), _CAPTURE),
        "passage": _object(("quote",), _PLACE),
        "section": _section(),
        "entry": _entry({}),
        "pending": _entry(pending),
        "claim": _object(("claim",), {"claim": _SLUG, **_claim()}),
    }


def _section() -> Schema:
    place = _of("#/$defs/passage")
    properties: Schema = {
        "section": _SLUG,
        "heading": place,
        "category": _concepts(CATEGORY),
        "each": _object((), {key: _fact(key) for key in ("class", "kinds", "partner")}),
        "words": {"type": "object", "additionalProperties": place},
        "list": {"type": "object"},
        "capture": {"type": "string"},
        "entries": _several("entry"),
    }
    return _object(("section", "entries"), properties)


_PLACE: dict[str, object] = {
    "quote": {"type": "string", "minLength": 1, "maxLength": LONGEST_QUOTE},
    "at": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
    "between": {"type": "array", "items": _SIDE, "minItems": 2, "maxItems": 2},
}


def _entry(more: Schema) -> Schema:
    known = dict.fromkeys(SUBJECTS, _SLUG) | more | _claim()
    known |= {name: _fact(name) for name in ("replaced_by", "withdrawn")}
    known |= {"claims": _several("claim")}
    return _object(tuple(key for key in ("section", "verdict") if key in more), known) | {
        "oneOf": [{"required": [kind]} for kind in SUBJECTS]
    }


def _claim() -> Schema:
    own: Schema = _PLACE | {
        "with": {"type": "array", "items": _SLUG},
        "mention": _TEXT,
        "status": {"enum": list(STATUSES)},
        "again": {"type": "array", "items": {"type": "object", "required": ["quote"]}},
        "seen": {"type": "string", "format": "date"},
        "first": {"type": "string"},
    }
    return {key: own.get(key) or _fact(key) for key in CLAIM_KEYS}


def _fact(name: str) -> Schema:
    kind = FACTS[name]
    one = _value(kind)
    return {"anyOf": [one, {"type": "array", "items": one}]} if kind.many else one


def _value(kind: FactKind) -> Schema:
    name, _, detail = kind.value.partition(":")
    if name in ("class", "concept"):
        return _concepts(detail or name)
    if name in SUBJECTS or name == "thing":
        return _THING
    return _OTHERS.get(name, _TEXT)


def _concepts(scheme: str) -> Schema:
    return _of(f"#/$defs/term-{scheme}")


def _terms(vocabulary: Vocabulary) -> Schema:
    """Return what names a term of each scheme, its slug or a label; a category may be any heading."""
    made: Schema = {}
    for scheme, known in {"class": vocabulary.classes, **vocabulary.concepts}.items():
        labels = {label for term in known.values() for label in vocabulary.called.get(term, ())}
        one: Schema = {"enum": sorted({*known, *labels})}
        made[f"term-{scheme}"] = {"anyOf": [one, _TEXT]} if scheme == CATEGORY else one
    return made


_OTHERS: dict[str, Schema] = {
    "address": {"type": "string", "format": "uri"},
    "year": {"type": "integer", "minimum": 1000, "maximum": 2100},
    "years by place": {"type": "object", "additionalProperties": {"type": "integer"}},
    "flag": {"type": "boolean"},
    "count": {
        "type": "object",
        "required": ["kind"],
        "properties": {bound: {"type": "integer", "minimum": 0} for bound in BOUNDS},
    },
    "number": {"type": "string", "pattern": "^[^:]+:.+$"},
    "collaboration": {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {} for key in COLLABORATION},
    },
    "list": {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {"enum": list(LISTS)} if key == "of" else {} for key in lists.KEYS},
    },
}


def _object(required: tuple[str, ...], properties: dict[str, object]) -> Schema:
    made: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return made | ({"required": list(required)} if required else {})


def _several(name: str) -> Schema:
    return {"type": "array", "items": _of(f"#/$defs/{name}")}


def _of(name: str) -> Schema:
    return {"$ref": name}


_SOURCE: Schema = {
    "slug": _SLUG,
    "title": {"anyOf": [_TEXT, _object((), {"en": _TEXT, "fr": _TEXT})]},
    "address": {"type": "string", "format": "uri"},
    "language": {"type": "string", "pattern": f"^{LANGUAGE}$"},
}
_CAPTURE: Schema = {
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "characters": {"type": "integer", "minimum": 0},
    "read": {"type": "string", "format": "date"},
}
_ROOMS: Schema = {
    "reading": {"const": VERSION},
    "source": _object(("slug", "title", "language"), _SOURCE),
    "capture": _of("#/$defs/capture"),
    "captures": _several("capture"),
    "publisher": _of("#/$defs/entry"),
    "review": _several("pending"),
    "sections": _several("section"),
    "decisions": {"type": "array", "items": {"type": "object", "required": ["verdict"]}},
}


if __name__ == "__main__":
    docs = Path(resources.root(), "docs", FILE)
    docs.write_text(text(Vocabulary.read(os.path.join(resources.root(), "ontology"))), encoding="utf-8")
