"""Web Annotations (https://www.w3.org/TR/annotation-model/) as others and our export write them → mentions.

An annotation marks words of a page; its tags say what they name (`Library`, `librairie`, a town). What is
tagged as a date, a place or a work names no partner. The quote stands in the JSON, as its own evidence.
"""

from __future__ import annotations

import json
import re

from partnerkg.extract import kinds, placing, towns
from partnerkg.extract import sections as of_page
from partnerkg.extract.sections import PARTNER
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_MARK = re.compile(r"\"(?:motivation|@context)\"|oa:hasTarget")
_EXACT = re.compile(r"\"(?:oa:)?exact\"\s*:\s*\"((?:[^\"\\]|\\.)*)\"")
_OTHERS = frozenset(
    ("place", "lieu", "date", "event date", "work", "oeuvre", "place name", "location", "commune")
)
_NAMES = ("exact", "oa:exact")
_MOST = 100_000
DEEPEST = 40


def is_annotations(text: str) -> bool:
    """Return whether a text is JSON with Web Annotations."""
    start = text[:20_000].lstrip("\ufeff \t\r\n")
    return start[:1] in ("{", "[") and bool(_MARK.search(start)) and "exact" in text


def read(text: str) -> list[Mention]:
    """Return a mention for each annotation of words that may name a partner; none if the JSON is broken."""
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return []
    places = _Places(text)
    found = (places.mention(annotation) for annotation in _annotations(data, 0))
    return [mention for mention in found if mention is not None][:_MOST]


def _annotations(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the annotations of a document, a page or collection of them, or a graph."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _annotations(one, depth + 1)
    elif isinstance(data, dict):
        if "target" in data or "oa:hasTarget" in data:
            yield data
            return
        for key in ("items", "first", "@graph", "annotations", "rows", "as:items"):
            yield from _annotations(data.get(key), depth + 1)


class _Places:
    """Where the quotes of a JSON text stand, each found once, in their order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for match in _EXACT.finditer(text):
            self._spans.setdefault(json.loads(f'"{match[1]}"'), []).append(match.span(1))

    def mention(self, annotation: dict[str, Any]) -> Mention | None:
        """Return the mention of an annotation, None if it names no partner."""
        exact = next(
            (words for words in _exacts(annotation.get("target") or annotation.get("oa:hasTarget"), 0)), ""
        )
        spans = self._spans.get(exact)
        tags = list(_tags(annotation.get("body"), 0))
        if not exact.strip() or not spans or any(map(_is_other, tags)):
            return None
        if annotation.get("motivation") in ("linking", "oa:linking"):
            return None
        start, end = spans.pop(0) if len(spans) > 1 else spans[0]
        return _mention(exact, start, end, tags, self._text)


def _is_other(tag: str) -> bool:
    """Return whether a tag says that words name something else than a partner."""
    return fold(tag) in _OTHERS or any(f"/{part}/" in tag for part in ("place", "concept", "claim"))


def _mention(exact: str, start: int, end: int, tags: list[str], text: str) -> Mention:
    name = " ".join(exact.split())
    town = next((town for tag in tags if (town := placing.said(f"({tag})"))), None) or towns.of(name)
    said = next((kind for tag in tags if (kind := kind_of(tag))), "") or kinds.kind(name)
    relation = next((told for tag in tags if (told := of_page.relation(tag))), PARTNER)
    return Mention(
        *(start, end, text[start:end], name, said or kinds.OTHER),
        place=town.name if town else "",
        place_code=town.spot.code if town and town.spot else "",
        relation=relation,
        rule="annotation",
        doubt="" if said or not tags else "kind",
    )


def kind_of(tag: str) -> str:
    """Return the kind that a tag, a class or a label in French or English says: `PublicBody`, `librairie`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tag.rpartition("/")[2].rpartition("#")[2])
    folded = fold(spaced)
    hyphened = folded.replace(" ", "-")
    if hyphened in kinds.KINDS:
        return hyphened
    return _CLASSES.get(folded, "") or kinds.kind(spaced) or of_page.kind(spaced)


_CLASSES = {
    "media outlet": "media",
    "departmental library": "library",
    "programme": "programme-or-event",
    "festival": "programme-or-event",
    "prize": "programme-or-event",
    "organisation group": "group-unnamed",
    "group": "group-unnamed",
    "bookstore": "bookshop",
    "association": "association",
    "person": "person",
    "personne": "person",
}


def _exacts(target: Any, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(target, list):
        for one in target:
            yield from _exacts(one, depth + 1)
    elif isinstance(target, dict):
        yield from (target[name] for name in _NAMES if isinstance(target.get(name), str))
        for key in ("selector", "oa:hasSelector", "items", "hasSelector", "refinedBy"):
            yield from _exacts(target.get(key), depth + 1)


def _tags(body: Any, depth: int) -> Iterator[str]:
    """Yield what the bodies of an annotation say of it."""
    if depth > DEEPEST:
        return
    if isinstance(body, list):
        for one in body:
            yield from _tags(one, depth + 1)
    elif isinstance(body, str):
        yield body
    elif isinstance(body, dict):
        for key in ("value", "label", "chars", "rdf:value"):
            if isinstance(body.get(key), str):
                yield body[key]
                break
        else:
            yield from _tags(body.get("source"), depth + 1)
