"""JSON-LD 1.1, compacted with the context of the ontology, which the document carries itself.

A node of a graph is one line. The document holds only the definitions that it uses, so nothing has to be
fetched to read it. Its keys are in an order that lets a program read it as it comes (types first, graphs
last: https://www.w3.org/TR/json-ld11-streaming/).
"""

from __future__ import annotations

import json
import re
from itertools import groupby

from pyoxigraph import BlankNode, DefaultGraph, Literal

from partnerkg.errors import N_, Message
from partnerkg.export.context import shipped
from partnerkg.export.rdfxml import UnwritableTriple
from partnerkg.files.spooled import after
from partnerkg.namespaces import expand, shorten
from partnerkg.rdf import writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

    from partnerkg.model.terms import Term
    from partnerkg.rdf.statements import Statements


MEDIA_TYPE = "application/ld+json;profile=http://www.w3.org/ns/json-ld#compacted"
ENDING = ".compact.jsonld"
GRAPHS = True
SUMMARY = N_("JSON-LD with short names, for programs that read JSON; it carries its context")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KNOWN = 1 << 16  # abbreviated IRIs that are kept
_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what every JSON parser reads exactly (RFC 8259 §6)


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return the document: its context, then a node for each subject of each graph.

    UnwritableTriple for an IRI that the context would take for an abbreviated one.
    """
    words = _Words()

    def head() -> bytes:
        return f'{{"@context": {json.dumps(words.used())},\n"@graph": [\n'.encode()

    return after(head, (piece.encode() for piece in _body(writer.ordered(quads), words)))


def _body(quads: Iterable[Quad], words: _Words) -> Iterator[str]:
    between = ""
    for name, found in groupby(quads, key=lambda quad: quad.graph_name):
        yield between
        yield from _graph(name, found, words)
        between = ",\n"
    yield "\n]}\n"


class _Words:
    """The short names of a document, with the definitions that it uses."""

    def __init__(self) -> None:
        self._context = shipped()
        self._names: set[str] = {"id", "type"}
        self._terms = {
            expand(said["@id"]): name for name, said in self._context.items() if isinstance(said, dict)
        }
        self._short: dict[str, str] = {}
        self._prefixes = {name for name, said in self._context.items() if isinstance(said, str)}

    def used(self) -> dict[str, object]:
        """Return the definitions used, in the order of the context."""
        terms = [said for name in self._names if isinstance(said := self._context.get(name), dict)]
        named = (value for said in terms for value in (said["@id"], said.get("@type", "")))
        prefixes = {value.partition(":")[0] for value in named}
        return {name: said for name, said in self._context.items() if name in self._names | prefixes}

    def definition(self, name: str) -> dict[str, str]:
        """Return how the values of a term are written; nothing for a name that is no term."""
        said = self._context.get(name)
        return said if isinstance(said, dict) else {}

    def term(self, iri: str) -> str:
        """Return the short name of a property or class, else its abbreviated IRI."""
        name = self._terms.get(iri)
        if name is None:
            return self.iri(iri)
        self._names.add(name)
        return name

    def iri(self, iri: str) -> str:
        """Return the abbreviated IRI, or the IRI as it is; "" if neither can be told from the other."""
        short = self._short.get(iri)
        if short is None:
            if len(self._short) >= _KNOWN:
                self._short.clear()
            short = self._short[iri] = self._abbreviated(iri)
        return short

    def _abbreviated(self, iri: str) -> str:
        short = shorten(iri)
        prefix, _, rest = short.partition(":")
        if short != iri and rest and not rest.startswith("//"):
            self._names.add(prefix)
            return short
        scheme, _, rest = iri.partition(":")
        return "" if scheme in self._prefixes and not rest.startswith("//") else iri


def _graph(name: object, quads: Iterable[Quad], words: _Words) -> Iterator[str]:
    between = ""
    for _, found in groupby(quads, key=lambda quad: quad.subject):
        node = list(found)
        if not between and not isinstance(name, DefaultGraph):
            title = json.dumps(_reference(name, node[0], words), ensure_ascii=False)  # type: ignore[arg-type]
            yield f'{{"id": {title}, "@graph": [\n'
        yield between + json.dumps(_node(node, words), ensure_ascii=False)
        between = ",\n"
    if not isinstance(name, DefaultGraph):
        yield "\n]}"


def _node(quads: list[Quad], words: _Words) -> dict[str, object]:
    found: dict[str, object] = {}
    kinds = [words.term(_checked(quad, words)) for quad in quads if _is_type(quad)]
    if kinds:
        found["type"] = kinds[0] if len(kinds) == 1 else kinds
    found["id"] = _reference(quads[0].subject, quads[0], words)
    properties: dict[str, object] = {}
    for quad in quads:
        if not _is_type(quad):
            _add(properties, quad, words)
    return found | {name: properties[name] for name in sorted(properties)}


def _is_type(quad: Quad) -> bool:
    return (
        quad.predicate.value == _TYPE
        and hasattr(quad.object, "value")
        and not isinstance(quad.object, Literal | BlankNode)
    )


def _checked(quad: Quad, words: _Words) -> str:
    _reference(quad.object, quad, words)
    return str(quad.object.value)  # type: ignore[union-attr]


def _add(properties: dict[str, object], quad: Quad, words: _Words) -> None:
    name = words.term(quad.predicate.value) or _refuse(quad)
    said = words.definition(name)
    thing = quad.object
    tag = thing.language if isinstance(thing, Literal) else None
    if said.get("@container") == "@language":
        if tag and isinstance(thing, Literal):
            languages = properties.setdefault(name, {})
            _put(languages, tag, thing.value)  # type: ignore[arg-type]
            return
        name, said = words.iri(quad.predicate.value), {}
    _put(properties, name, _value(quad, said.get("@type", ""), words))


def _put(values: dict[str, object], name: str, value: object) -> None:
    before = values.get(name)
    if before is None:
        values[name] = value
    else:
        values[name] = [*(before if isinstance(before, list) else [before]), value]


def _value(quad: Quad, coerced: str, words: _Words) -> object:
    thing = quad.object
    if not isinstance(thing, Literal):
        written = _reference(thing, quad, words)
        return written if coerced == "@id" else {"id": written}
    if thing.language:
        return {"@value": thing.value, "@language": thing.language}
    datatype = thing.datatype.value
    if coerced and expand(coerced) == datatype:
        return _native(thing.value, datatype)
    if datatype == f"{_XSD}string":
        return {"@value": thing.value} if coerced else thing.value
    return {"@type": words.iri(datatype) or _refuse(quad), "@value": thing.value}


def _native(value: str, datatype: str) -> object:
    """Return a number or truth where JSON gives it back letter for letter, else the text."""
    if datatype == f"{_XSD}integer" and _WHOLE.fullmatch(value):
        return int(value)
    if datatype == f"{_XSD}boolean" and value in ("true", "false"):
        return value == "true"
    return value


def _reference(term: Term, quad: Quad, words: _Words) -> str:
    if isinstance(term, BlankNode):
        return str(term)
    return words.iri(getattr(term, "value", "")) or _refuse(quad)


def _refuse(quad: Quad) -> str:
    reason = Message(N_("one of its IRIs would be taken for an abbreviated one"))
    raise UnwritableTriple(what=str(quad.triple), format="jsonld-compact", reason=reason)
