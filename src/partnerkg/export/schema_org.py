"""Organisations in the words of schema.org, as JSON-LD (https://schema.org/docs/gs.html)."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from itertools import chain, islice

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.tables import plan
from partnerkg.export.tables.database import Database, answered, tokens
from partnerkg.export.tables.values import text
from partnerkg.namespaces import expand, prefixes
from partnerkg.store.held import Held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.store.base import Store

    Said = dict[str, list[str]]

MEDIA_TYPE = "application/ld+json;profile=https://schema.org/"
ENDING = ".schema.jsonld"
SUMMARY = N_("each organisation in the words of schema.org, for search engines and web pages")
_QUERY = os.path.join(os.path.dirname(__file__), "schema_org.rq")
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_SAYS = "#+ "
_KNOWN = 1 << 12  # things in memory
_GENERAL = "Organization"


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the organisations of a store, one a line; a single one is the document itself."""
    described = profiles(store, watch)
    first = list(islice(described, 2))
    if len(first) == 1:
        yield json.dumps(document(first[0]), ensure_ascii=False, indent=2).encode() + b"\n"
        return
    yield f'{{"@context": {json.dumps(_context())},\n"@graph": [\n'.encode()
    before = ""
    for profile in chain(first, described):
        yield (before + json.dumps(profile, ensure_ascii=False)).encode()
        before = ",\n"
    yield b"\n]}\n"


def document(profile: dict[str, object]) -> dict[str, object]:
    """Return a description as a document of its own."""
    return {"@context": _context(), **profile}


def profiles(store: Store, watch: Watch = unwatched) -> Iterator[dict[str, object]]:
    """Yield a schema.org description of each organisation, by IRI; what it names stands inside it.

    Of a part of a graph, each organisation that it is about.
    """
    things = _Things(store, watch)
    for token in things.organisations():
        yield _node(token, things, ())


class _Things:
    """What is said of things in the words of schema.org, outside memory; terms as N-Triples writes them."""

    def __init__(self, store: Store, watch: Watch) -> None:
        organisations = answered(plan.read("organisations").queries[0], store)
        about = store.about if isinstance(store, Held) else None
        self._base = Database()
        self._base.define("text", text)
        self._base.execute("CREATE TABLE answer (subject, predicate, object)")
        with open(_QUERY, encoding="utf-8") as file:
            for query in file.read().split(plan.BETWEEN):
                self._base.insert("answer", 3, _found(query, store, watch))
        self._base.execute(
            "CREATE TABLE said (subject, predicate, object, PRIMARY KEY (subject, predicate, object))"
            " WITHOUT ROWID"
        )
        self._base.execute("INSERT INTO said SELECT DISTINCT * FROM answer ORDER BY 1, 2, 3")
        self._base.execute("DROP TABLE answer")
        self._base.execute("CREATE TABLE organisation (thing TEXT PRIMARY KEY) WITHOUT ROWID")
        wanted = (row for row in organisations if about is None or row[0] in about)
        self._base.insert("organisation", 1, tokens(wanted), known="IGNORE")
        self.said = lru_cache(maxsize=_KNOWN)(self._properties)

    def organisations(self) -> Iterator[str]:
        """Yield the organisations that schema.org has a class for, by IRI."""
        tokens = self._base.execute(
            "SELECT DISTINCT thing FROM organisation JOIN said ON subject = thing WHERE predicate = ?"
            " ORDER BY text(thing)",
            (_TYPE,),
        )
        return (token for (token,) in tokens)

    def _properties(self, token: str) -> Said | None:
        """Return the values of each property of a thing, sorted, None if schema.org has no class for it."""
        values: Said = {}
        for predicate, value in self._base.execute(
            "SELECT predicate, object FROM said WHERE subject = ?", (token,)
        ):
            values.setdefault(predicate, []).append(value)
        return values if _TYPE in values else None


def _found(query: str, store: Store, watch: Watch) -> Iterator[tuple[str, ...]]:
    """Yield the triples that stand above a query, for each row of its answer."""
    answer = answered(query, store)
    columns = [f"?{name}" for name in answer.columns]
    said = [line.split()[1:] for line in query.splitlines() if line.startswith(_SAYS)]
    fixed = {word: _term(word) for words in said for word in words if word not in columns}
    for row in tokens(watch(answer)):
        terms = {**fixed, **dict(zip(columns, row, strict=True))}
        yield from (tuple(terms[word] for word in words) for words in said)


def _term(word: str) -> str:
    """Return an abbreviated IRI as N-Triples writes it."""
    return _TYPE if word == "a" else f"<{expand(word)}>"


def _context() -> dict[str, str]:
    """Return what a processor needs to know, so that nothing is fetched."""
    return {"@vocab": prefixes()["schema"]}


def _node(token: str, things: _Things, above: tuple[str, ...]) -> dict[str, object]:
    """Return a thing with what it names; below another thing only with its type and name."""
    said = things.said(token) or {}
    profile: dict[str, object] = {"@type": _types(said), "@id": text(token)}
    for name in sorted(said, key=text):
        short = text(name).removeprefix(prefixes()["schema"])
        if name == _TYPE or (above and not _belongs(short)):
            continue
        values = [_value(value, things, (*above, token)) for value in said[name]]
        profile[short] = values[0] if len(values) == 1 else values
    return profile


def _belongs(name: str) -> bool:
    return name in ("name", "containedInPlace", "propertyID", "value")


def _types(said: Said) -> str | list[str]:
    names = sorted({text(token).removeprefix(prefixes()["schema"]) for token in said.get(_TYPE, [])})
    finer = [name for name in names if name != _GENERAL] or names
    return finer[0] if len(finer) == 1 else finer


def _value(token: str, things: _Things, above: tuple[str, ...]) -> object:
    if token.startswith('"'):
        language = token[token.rindex('"') + 1 :].removeprefix("@").partition("--")[0]
        tagged = language and not language.startswith("^^")
        return {"@value": text(token), "@language": language} if tagged else text(token)
    if token.startswith("<") and token not in above and things.said(token):
        return _node(token, things, above)
    return {"@id": text(token)}
