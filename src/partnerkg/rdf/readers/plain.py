"""Which RDF/XML and JSON-LD the fast parser is known to read as the standards say: plain files, as ours are.

Everything that it has read wrongly (texts cut by comments, entities, XML literals, scoped contexts, keys that
a vocabulary completes …) makes a file not plain; such a file is read slowly and rightly.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from itertools import chain

from pyoxigraph import Literal

from partnerkg.rdf.nesting.bounds import DEEPEST, LONGEST, LONGEST_OF_JSON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_NAME = rb"[A-Za-z_][\w.-]*"
_IRI = rb"[A-Za-z][A-Za-z0-9+.-]*:[^\"'<>&\s]*"
_RDF = b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
_XML_START = re.compile(
    rb"\s*(?:<\?xml version=\"1\.0\"(?: encoding=\"(?:UTF-8|utf-8)\")?\s*\?>)?\s*"
    rb"<rdf:RDF(?:\s+xmlns:" + _NAME + rb"=\"" + _IRI + rb"\")*\s*>"
)
_XML = re.compile(
    rb"(?:[^<&\x00-\x08\x0b-\x1f]++|&(?:amp|lt|gt|quot|\#[0-9]+);|</" + _NAME + b":" + _NAME + rb">"
    rb"|<" + _NAME + b":" + _NAME + rb"(?:\s+(?:"
    rb"(?:rdf:(?:about|resource|datatype)|xmlns:(?!rdf|xml)" + _NAME + rb")=\"" + _IRI + rb"\""
    rb"|rdf:nodeID=\"" + _NAME + rb"\"|xml:lang=\"[A-Za-z0-9-]+\"))*\s*/?>)*+"
)
_TAG = re.compile(rb"<[^<>]*>")
_LONG = 1 << 13  # bytes of a tag
_SHORT = 16  # bytes from a key to its value
_JSON_START = re.compile(rb'\s*\{\s*"@context"\s*:\s*(?=\{)')
_STRING = re.compile(rb'"([^"\\]*+(?:\\.[^"\\]*+)*+)"(\s*:)?', re.DOTALL)
_WHOLE = re.compile(rb"(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s\\]*|_:[\w.-]+)\Z")
_ODD = re.compile(rb"\\u(?:[dD][89a-fA-F]|0040)")
_KEYWORDS = frozenset((b"@id", b"@type", b"@value", b"@language", b"@graph", b"@list"))
_BEHIND = 1 << 12  # bytes that wait: what follows them says whether a string is a key
_LONGEST_CONTEXT = 1 << 17


def xml(pieces: Iterable[bytes]) -> bool:
    """Return whether RDF/XML has but elements, texts, whole IRIs, blank nodes and languages, not too deep."""
    rest, depth, since = b"", -1, 0
    for piece in pieces:
        data = rest + piece
        if depth < 0:
            start = _XML_START.match(data)
            if start is None or _RDF not in start[0]:
                return False
            data, depth = data[start.end() :], 1
        found = _XML.match(data)
        end = found.end() if found else 0
        rest = data[end:]
        since = since + len(piece) if b"<" not in piece else len(piece) - piece.rindex(b"<")
        if len(rest) > _LONG or since > LONGEST or (rest and rest[:1] not in b"<&") or b"]]>" in data:
            return False
        for tag in _TAG.findall(data, 0, end):
            depth += -1 if tag[1:2] == b"/" else tag[-2:-1] != b"/"
            if depth > DEEPEST:
                return False
    return depth == 0 and not rest


def json_ld(pieces: Iterable[bytes]) -> bool:
    """Return whether JSON-LD has whole IRIs, few keywords, and at most one simple context, at its start."""
    look = _Look()
    source = iter(pieces)
    first = b""
    while len(first) < _LONGEST_CONTEXT and (piece := next(source, b"")):
        first += piece
    start = _JSON_START.match(first)
    end = look.begin(first, start.end()) if start else 0
    if end is None:
        return False
    rest = b""
    for piece in chain([first[end:]], source):
        data = rest + piece
        end = look.take(data, len(data) - _BEHIND)
        if end is None:
            return False
        rest = data[end:]
        if len(rest) > LONGEST_OF_JSON:
            return True  # the fast parser will say that it is too long
    return look.take(rest, len(rest)) is not None


class _Look:
    """What is known of a document so far."""

    def __init__(self) -> None:
        self._terms: frozenset[bytes] = frozenset()
        self._keys = set(_KEYWORDS)
        self._types: set[bytes] = {b"@type"}
        self._refers: set[bytes] = {b"@id", b"@type"}
        self._maps: frozenset[bytes] = frozenset()
        self._key = b""
        self._in_map = False

    def begin(self, data: bytes, start: int) -> int | None:
        """Take the context that begins there; return where it ends, None if it is not simple."""
        try:
            text = data[start : start + _LONGEST_CONTEXT].decode(errors="ignore")
            context, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            return None
        if not all(_is_simple(name, said) for name, said in context.items()):
            return None
        kinds = {
            name.encode(): said if isinstance(said, dict) else {"@id": said} for name, said in context.items()
        }
        self._terms = frozenset(kinds)
        self._keys |= self._terms
        self._types |= {name for name, said in kinds.items() if said["@id"] == "@type"}
        self._refers |= {name for name, said in kinds.items() if "@id" in (said["@id"], said.get("@type"))}
        self._refers |= self._types
        self._maps = frozenset(name for name, said in kinds.items() if "@container" in said)
        return start + len(text[:end].encode())

    def take(self, data: bytes, most: int) -> int | None:
        """Look at the strings that end before `most`; return where the last ends, None if one is odd."""
        if _ODD.search(data):
            return None
        last = 0
        for match in _STRING.finditer(data, 0, most):
            if match.end() == most < len(data):
                break  # whether it is a key stands behind
            text, colon = match.groups()
            if colon is None:
                known = _is_tag(text) if self._key == b"@language" else self._is_value(text)
            else:
                self._in_map = self._in_map and b"}" not in data[last : match.start()]
                known = self._is_key(text, data[match.end() : match.end() + _SHORT].lstrip()[:1])
            if not known:
                return None
            last = match.end()
        return last

    def _is_value(self, text: bytes) -> bool:
        """Return whether the value of the last key, if that refers to something, is a whole IRI or a type."""
        if self._key not in self._refers:
            return True
        return _WHOLE.match(text) is not None or (self._key in self._types and text in self._terms)

    def _is_key(self, text: bytes, following: bytes) -> bool:
        if text in self._keys or (text[:2] != b"_:" and not self._in_map and _WHOLE.match(text)):
            self._key, self._in_map = text, text in self._maps and following == b"{"
            self._keys.add(text)
            return True
        return self._in_map and _is_tag(text)


@lru_cache(maxsize=256)
def _is_tag(text: bytes) -> bool:
    """Return whether this is a language; the fast parser leaves out without a word what is in none."""
    try:
        Literal("", language=text.decode())
    except ValueError:
        return False
    return True


def _is_simple(name: str, said: Any) -> bool:
    if not re.fullmatch("[A-Za-z_][A-Za-z0-9_-]*", name):
        return False
    if isinstance(said, str):
        return said in ("@id", "@type") or bool(re.match("[A-Za-z][A-Za-z0-9+.-]*:", said))
    return (
        isinstance(said, dict)
        and said.keys() <= {"@id", "@type", "@container"}
        and isinstance(said.get("@id"), str)
        and ":" in said["@id"]
        and said.get("@container", "@language") == "@language"
        and (said.get("@type", "@id") == "@id" or ":" in str(said["@type"]))
        and not {"@type", "@container"} <= said.keys()
    )
