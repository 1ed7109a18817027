"""JSON-LD 1.1 by PyLD, which reads it as the standard says; what the standard leaves out is named."""

from __future__ import annotations

import re
import sys
import warnings
from contextlib import contextmanager, suppress

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse, serialize

from partnerkg.errors import (
    N_,
    LeftOut,
    Message,
    OutOfMemory,
    OutOfTime,
    WorkerEnded,
    WrongSetting,
)
from partnerkg.rdf.nesting.bounds import Fault
from partnerkg.rdf.readers import json_lost, json_text
from partnerkg.workers import process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    # N-Quads, keys left out, texts whose direction is, language tags that are none
    Found = tuple[bytes, tuple[str, ...], int, tuple[str, ...]]

SMALL = 1 << 14  # bytes that cannot take long; more are read in a process that can be ended
LARGEST = 1 << 26
PATIENCE = 60.0  # seconds
MOST_TERMS = 10_000_000  # that contexts take over from those around them, one copy each
_FRAMES = 20_000  # functions within one another, for brackets as deep as they may be
_NOWHERE = "http://nowhere.invalid/8f2e61/"  # what relative IRIs are of; PyLD would invent a place for them
_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
_WORD = re.compile("@[A-Za-z]+")
_KEYWORDS = frozenset(  # JSON-LD 1.1 §1.7; those of frames say nothing in data
    f"@{name}"
    for name in (
        *("base", "container", "context", "direction", "graph", "id", "import", "included", "index", "json"),
        *("language", "list", "nest", "none", "prefix", "propagate", "protected", "reverse", "set", "type"),
        *("value", "version", "vocab"),
    )
)


def quads(path: object, data: bytes, base: str | None) -> Iterator[Quad]:
    """Return the quads of a document, blank nodes with new labels; Fault says what is wrong and where."""
    if len(data) > LARGEST:
        reason = N_("JSON-LD of this form is read whole, and it has more than {limit} bytes")
        raise Fault(1, Message(reason, limit=LARGEST))
    try:
        found = read(data, base) if len(data) <= SMALL else process.run(PATIENCE, _safely, data, base)
    except OutOfTime:
        reason = N_("reading it takes more than {seconds} seconds")
        raise Fault(1, Message(reason, seconds=f"{PATIENCE:g}")) from None
    except OutOfMemory as error:
        reason = N_("reading it takes more than {megabytes} MB of memory")
        raise Fault(1, Message(reason, megabytes=error.details["megabytes"])) from None
    except WorkerEnded as error:
        reason = N_("the process that was to read it ended without an answer ({how})")
        raise Fault(1, Message(reason, how=error.details["how"])) from None
    if isinstance(found, Fault):
        raise found
    for said in json_lost.said(path, *found[1:]):
        warnings.warn(LeftOut(said), stacklevel=2)
    return parse(found[0], format=RdfFormat.N_QUADS, rename_blank_nodes=True)


def _safely(data: bytes, base: str | None) -> Found | Fault:
    try:
        return read(data, base)
    except Fault as fault:
        return fault


def read(data: bytes, base: str | None) -> Found:
    """Return what a document says, and what of it RDF leaves out, as in `Found`."""
    from pyld import jsonld  # type: ignore[import-untyped]

    document = json_text.read(data)
    missing: list[str] = []
    facts = _Facts(data, base)
    options = {"base": base or _NOWHERE, "documentLoader": _loader(missing, facts)}
    try:
        with _deep():
            dataset = _processor(facts).to_rdf(document, options)
    except jsonld.JsonLdError as error:
        raise facts.fault or Fault(
            _line(data, missing[0], missing[0].rpartition("/")[2]) if missing else 1,
            _reason(error, missing),
        ) from error
    except RecursionError as error:
        raise Fault(1, Message(N_("its contexts stand too deep in one another"))) from error
    except (TypeError, KeyError, AttributeError, ValueError, IndexError) as error:
        raise Fault(
            1, Message(N_("it is no JSON-LD that PyLD can read: {reason}"), reason=repr(error))
        ) from error
    statements = _quads(dataset)
    text = serialize(statements, format=RdfFormat.N_QUADS) or b""
    return text, tuple(facts.dropped), facts.directions, tuple(facts.tags)


def _processor(facts: _Facts) -> Any:
    from pyld import jsonld

    class Processor(jsonld.JsonLdProcessor):  # type: ignore[misc]
        """Looks at the expanded document on its way to RDF, and at how much its contexts cost."""

        copied = 0

        def expand(self, input_: Any, options: Any) -> Any:
            expanded = super().expand(input_, options)
            facts.take(expanded)
            return expanded

        def _expand_iri(self, active_ctx: Any, value: Any, *rest: Any, **named: Any) -> Any:
            facts.meet(value)
            return super()._expand_iri(active_ctx, value, *rest, **named)

        def _clone_active_context(self, active_ctx: Any) -> Any:
            self.copied += len(active_ctx["mappings"])
            if self.copied > MOST_TERMS:
                reason = N_(
                    "its contexts, each with the terms of those around it, have more than {most} terms"
                )
                facts.fault = Fault(1, Message(reason, most=MOST_TERMS))
                raise facts.fault
            return super()._clone_active_context(active_ctx)

    return Processor(on_property_dropped=facts.drop)


class _Facts:
    """What is to be known of an expanded document before it becomes RDF, which drops without a word."""

    def __init__(self, data: bytes, base: str | None) -> None:
        self._data = data
        self._base = base
        self.dropped: dict[str, bool] = {}
        self.directions = 0
        self.tags: dict[str, bool] = {}
        self.fault: Fault | WrongSetting | None = None  # which PyLD may wrap in one of its own

    def drop(self, key: str | None) -> None:
        """Take a key that no context knows; None is one that a context says to leave out."""
        if key is not None:
            self.dropped[key] = True

    def meet(self, word: object) -> None:
        """Take a word of the document; what looks like a keyword and is none here is left out (§4.1.1)."""
        if isinstance(word, str) and word.startswith("@") and word not in _KEYWORDS and _WORD.fullmatch(word):
            self.dropped[word] = True

    def take(self, item: Any) -> None:
        """Look at a part of the expanded document."""
        if isinstance(item, list):
            if any(map(_is_nothing, item)):
                item[:] = [one for one in item if not _is_nothing(one)]
                self.dropped["@id"] = True
            for one in item:
                self.take(one)
        elif isinstance(item, dict):
            self.directions += "@direction" in item
            if (tag := item.get("@language")) is not None and not _is_tag(tag):
                self.tags[str(tag)] = True
            for key, value in item.items():
                self._take_key(key, value)

    def _take_key(self, key: str, value: Any) -> None:
        if key in ("@id", "@type"):
            for iri in value if isinstance(value, list) else [value]:
                self._check(iri)
        elif key.startswith("_:"):
            self.dropped[key] = True  # RDF has no blank predicates
        elif not key.startswith("@"):
            self._check(key)
            self.take(value)
        elif key not in ("@value", "@language", "@direction", "@index"):
            self.take(value.values() if key == "@reverse" else value)
            for one in value if key == "@reverse" else ():
                self._check(one)
                self.take(value[one])

    def _check(self, iri: str | None) -> None:
        if iri is None or iri.startswith(("_:", "@")):
            return
        relative = not _SCHEME.match(iri)
        if not self._base and (relative or iri.startswith(_NOWHERE)):
            written = iri.removeprefix(_NOWHERE)
            reason = Message(N_("`{iri}` is relative, and nothing says to what; add --base"), iri=written)
            raise Fault(_line(self._data, f'"{written}"'), reason)
        if relative or not _is_iri(iri):
            self.dropped[iri] = True


def _is_nothing(item: Any) -> bool:
    """Return whether a node is called by a word such as `@other`, which is no IRI and never will be one."""
    return isinstance(item, dict) and item.get("@id", "") is None


def _is_tag(tag: object) -> bool:
    try:
        Literal("", language=str(tag))
    except ValueError:
        return False
    return True


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _line(data: bytes, *texts: str) -> int:
    """Return the line on which the first of some texts that is there stands first, else 1."""
    places = (data.find(text.encode(errors="replace")) for text in texts)
    place = next((place for place in places if place >= 0), 0)
    return data.count(b"\n", 0, place) + 1


@contextmanager
def _deep() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _loader(missing: list[str], facts: _Facts) -> Any:
    from partnerkg.rdf.readers import contexts

    def load(url: str, _options: object) -> dict[str, object]:
        try:
            document = contexts.copy(url)
        except WrongSetting as error:
            facts.fault = error
            raise
        except (OSError, ValueError, RecursionError):
            facts.fault = Fault(1, Message(N_("the copy of the context {url} cannot be read"), url=url))
            raise
        if document is None:
            missing.append(url.removeprefix(_NOWHERE))
            raise LookupError(url)
        return {"contextUrl": None, "documentUrl": url, "document": document, "contentType": None}

    return load


def _reason(error: Exception, missing: list[str]) -> Message:
    if missing:
        reason = N_(
            "it refers to the context {url}, and contexts are never fetched; put it into the file, "
            "or a copy into a folder that PARTNERKG_CONTEXTS names"
        )
        return Message(reason, url=missing[0])
    while error.__cause__ is not None and hasattr(error.__cause__, "code"):
        error = error.__cause__  # type: ignore[assignment]
    said = str(error.args[0] if error.args else error).rstrip(".").split("\n")[0]
    return Message("{reason}", reason=said.removeprefix("('").removesuffix("',)"))


def _quads(dataset: dict[str, list[dict[str, Any]]]) -> Iterator[Quad]:
    for graph, rows in dataset.items():
        for row in rows:
            if row["object"] is None:
                continue  # in a list, an IRI that is none
            with suppress(ValueError):  # of an IRI or a language that is none, which was named
                triple = _node(row["subject"]["value"]), NamedNode(row["predicate"]["value"])
                home = () if graph == "@default" else (_node(graph),)
                yield Quad(*triple, _term(row["object"]), *home)


def _node(text: str) -> NamedNode | BlankNode:
    return BlankNode(text[2:]) if text.startswith("_:") else NamedNode(text)


def _term(thing: dict[str, str]) -> NamedNode | BlankNode | Literal:
    if thing["type"] != "literal":
        return _node(thing["value"])
    if "language" in thing:
        return Literal(thing["value"], language=thing["language"])
    return Literal(thing["value"], datatype=NamedNode(thing["datatype"]))
