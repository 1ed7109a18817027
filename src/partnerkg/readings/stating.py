"""An entry under review made to say something else: what words carry is stated, the rest is the reader’s."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from partnerkg.model.words import part, phrase, words
from partnerkg.readings.doubts import ACTIVITY, RELATIONS, Doubt
from partnerkg.readings.sheet import Parts
from partnerkg.readings.wording import mapping

RELATION = "relation"  # the field that is one of RELATIONS
_CLAIM_OF = {"class": "kind"}  # how a claim of one field is called, if not by the field
_FLAG = "partner"
_ONE = "part_of"  # relations that name one organisation, not several


@dataclass(frozen=True, slots=True)
class Chosen:
    """The known organisation that an entry is about: slug, name, address elsewhere, class."""

    slug: str
    name: str
    same: str = ""
    class_: str = ""


def identified(parts: Parts, doubt: Doubt, who: Chosen) -> Parts:
    """Return an entry that is about a known organisation: by its slug and name, and of its class."""
    subject = {doubt.kind: _line(doubt.kind, who.slug)}
    same = {"same": _line("same", who.same)} if who.same else {}
    rest = {key: lines for key, lines in parts.items() if key not in (doubt.kind, "same")}
    parts = subject | same | rest
    if who.name and who.name != doubt.name:
        parts = _called(parts, doubt, who.name)
    other = who.class_ not in ("", "Organization", doubt.fields.get("class", ""))
    return stated(parts, doubt, {"class": who.class_}) if other else parts


def stated(parts: Parts, doubt: Doubt, said: Mapping[str, str], publisher: str = "") -> Parts:
    """Return an entry with other values of fields; those that it has already are left alone.

    A field is one of `doubts.EDITABLE`, or `relation`, whose value is one of `doubts.RELATIONS`. An empty
    value takes it away.
    """
    for name, value in said.items():
        text = value.strip()
        if name == RELATION:
            parts = _related(parts, text, publisher)
        elif text == doubt.fields.get(name, ""):
            continue
        elif name == "name":
            parts = _called(parts, doubt, text) if text else parts
        else:
            parts = _put(parts, doubt, name, text)
    return parts


def together(parts: Parts, told: Mapping[str, object]) -> Parts:
    """Return an entry with what is done together as a claim of the reader; without, if nothing is."""
    claims = [claim for claim in _claims(parts) if claim.get("claim") != ACTIVITY]
    if told:
        claims.append({"claim": ACTIVITY, "status": "interpreted", **told})
    rest = {key: lines for key, lines in parts.items() if key != "claims"}
    return rest | ({"claims": list(mapping({"claims": claims}))} if claims else {})


def _called(parts: Parts, doubt: Doubt, name: str) -> Parts:
    """Return an entry with another name: in its words, or of which the words are a spelling, or a part."""
    parts = _without(parts, "name", "written")
    if _stands(name, doubt):
        return _after_quote(parts, {"name": name})
    if not part(doubt.name, name):
        return _after_quote(parts, {"name": name, "written": doubt.name})
    return _claimed(_after_quote(parts, {"alt": doubt.name}), "name", name)


def _put(parts: Parts, doubt: Doubt, name: str, value: str) -> Parts:
    """Return an entry with a field: in its own words, else as a claim of the reader."""
    parts = _without(parts, name)
    if name == "class" and (value == "Organization" or not _stands(value, doubt)):
        parts = _after_quote(parts, {"class": "Organization"})
        return _claimed(parts, name, value) if value not in ("", "Organization") else parts
    if not value:
        return parts
    town = value.partition(" (")[0]
    return _after_quote(parts, {name: value}) if _stands(town, doubt) else _claimed(parts, name, value)


def _related(parts: Parts, relation: str, publisher: str) -> Parts:
    parts = _without(parts, *RELATIONS)
    if not relation:
        return parts
    value = True if relation == _FLAG else publisher if relation == _ONE else [publisher]
    return _after_quote(parts, {relation: value})


def _stands(text: str, doubt: Doubt) -> bool:
    return bool(words(text)) and phrase(words(text)) in phrase(words(doubt.quote))


def _without(parts: Parts, *names: str) -> Parts:
    """Return an entry that says nothing of some fields, nor do its further claims."""
    left = {key: lines for key, lines in parts.items() if key not in names}
    claims = [{key: said for key, said in claim.items() if key not in names} for claim in _claims(parts)]
    kept = [claim for claim in claims if set(claim) - {"claim", "status"}]
    if claims == _claims(parts):
        return left
    left.pop("claims", None)
    return left | ({"claims": list(mapping({"claims": kept}))} if kept else {})


def _claimed(parts: Parts, name: str, value: str) -> Parts:
    claims = _claims(parts)
    wished = _CLAIM_OF.get(name, name)
    taken = {str(claim.get("claim")) for claim in claims}
    free = wished if wished not in taken else f"{wished}-{len(claims) + 1}"
    claims.append({"claim": free, "status": "interpreted", name: value})
    return {key: lines for key, lines in parts.items() if key != "claims"} | {
        "claims": list(mapping({"claims": claims}))
    }


def _claims(parts: Parts) -> list[dict[str, object]]:
    if "claims" not in parts:
        return []
    loaded = yaml.safe_load("".join(parts["claims"]))
    return [dict(claim) for claim in loaded["claims"] or ()]


def _after_quote(parts: Parts, said: Mapping[str, object]) -> Parts:
    """Return an entry with values before its further claims."""
    new = {key: list(mapping({key: value})) for key, value in said.items()}
    rest = {key: lines for key, lines in parts.items() if key != "claims" and key not in new}
    return rest | new | ({"claims": parts["claims"]} if "claims" in parts else {})


def _line(key: str, value: str) -> list[str]:
    return list(mapping({key: value}))
