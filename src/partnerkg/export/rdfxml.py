"""RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/): one rdf:Description a subject.

pyoxigraph's own writer is not used: it writes carriage returns raw, which XML reads back as line feeds,
characters that XML forbids, and elements without a name for classes such as `http://example.org/1`.
"""

from __future__ import annotations

import re
from itertools import groupby

from pyoxigraph import BlankNode, Literal

from partnerkg.errors import N_, Message, UnwritableValue
from partnerkg.files.spooled import after
from partnerkg.rdf import writer, xml
from partnerkg.rdf.kept import begun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode, Triple

    from partnerkg.rdf.kept import Kept
    from partnerkg.rdf.statements import Statements

MEDIA_TYPE = "application/rdf+xml"
ENDING = ".rdf"
GRAPHS = False
SUMMARY = N_("RDF/XML, for older tools")

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SYNTAX = (
    *("RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li"),
    *("Description", "aboutEach", "aboutEachPrefix", "bagID"),
)
_RESERVED = frozenset(RDF + name for name in _SYNTAX)  # RDF/XML §7.2.5
_NAMES = (re.compile(r"[^\W\d][\w.\xb7\u0300-\u036f-]*$"), re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$"))
_UNDECLARED = ("http://www.w3.org/2000/xmlns/", "http://www.w3.org/XML/1998/namespace")
_PREFIX = re.compile("[A-Za-z_][A-Za-z0-9_.-]*")
_SHOWN = 300  # characters of a triple in an error


class UnwritableTriple(UnwritableValue):
    message = N_("{what} cannot be written as {format}: {reason}; choose another format.")


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return an RDF/XML document of the union of all graphs.

    Raises UnwritableTriple, naming the triple, for a predicate that no XML element can be named after
    and for a character that XML 1.0 has no way to say.
    """
    quads, kept = begun(quads)
    elements = _Elements(kept)
    triples = (quad.triple for quad in writer.ordered(quads, union=True))
    return after(lambda: elements.opening().encode(), _body(triples, elements))


def _body(triples: Iterable[Triple], elements: _Elements) -> Iterator[bytes]:
    for subject, found in groupby(triples, key=lambda triple: triple.subject):
        yield f"    <rdf:Description {_reference('about', subject)}>\n".encode()
        for triple in found:
            _check(triple, elements)
            yield f"        {_property(triple, elements)}\n".encode()
        yield b"    </rdf:Description>\n"
    yield b"</rdf:RDF>\n"


class _Elements(dict[str, tuple[str, str]]):
    """Element name and its own xmlns declaration, if any, of each predicate; ("", "") if none is possible."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.tags = kept.tags
        self._prefixes = {iri: prefix for prefix, iri in kept.prefixes.items() if _is_prefix(prefix, iri)}
        self._used = {"rdf": RDF}

    def __missing__(self, predicate: str) -> tuple[str, str]:
        self[predicate] = name = self._name(predicate)
        return name

    def opening(self) -> str:
        """Return the start of the document, with the prefixes used so far."""
        lines = (f'\n    xmlns:{prefix}="{xml.escaped(iri)}"' for prefix, iri in sorted(self._used.items()))
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{"".join(lines)}>\n'

    def _name(self, predicate: str) -> tuple[str, str]:
        local = _local(predicate)
        if not local or predicate in _RESERVED:
            return "", ""
        namespace = predicate.removesuffix(local)
        if namespace in _UNDECLARED:  # a part of the name goes with it
            local = _local(local[1:])
            namespace = predicate.removesuffix(local)
            if not local:
                return "", ""
        prefix = self._prefixes.get(namespace)
        if prefix is None:
            return f"ns:{local}", f' xmlns:ns="{xml.escaped(namespace)}"'
        self._used[prefix] = namespace
        return f"{prefix}:{local}", ""


def _is_prefix(name: str, iri: str) -> bool:
    """Return whether a prefix can be declared in XML, where `rdf` is taken (Namespaces in XML 1.0 §3)."""
    return bool(_PREFIX.fullmatch(name)) and name[:3].lower() != "xml" and (name == "rdf") == (iri == RDF)


def _local(predicate: str) -> str:
    """Return the longest end of the IRI that XML parsers take for a name, "" if there is none."""
    from xml.parsers.expat import ExpatError, ParserCreate

    for pattern in _NAMES:
        found = pattern.search(predicate)
        try:
            if found:
                ParserCreate().Parse(f"<{found[0]}/>".encode(), True)
                return found[0]
        except ExpatError:  # a letter that XML learnt after its fourth edition
            continue
    return ""


def _check(triple: Triple, elements: _Elements) -> None:
    if not elements[triple.predicate.value][0]:
        raise _unwritable(triple, N_("no XML element can have the name of this predicate"))
    if isinstance(triple.object, Literal) and xml.illegal(triple.object.value):
        raise _unwritable(triple, N_("XML has no way to say one of its characters"))


def _unwritable(triple: Triple, reason: str) -> UnwritableTriple:
    text = str(triple)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return UnwritableTriple(what=shown, format="RDF/XML", reason=Message(reason))


def _property(triple: Triple, elements: _Elements) -> str:
    name, declared = elements[triple.predicate.value]
    thing = triple.object
    if not isinstance(thing, Literal):
        return f"<{name}{declared} {_reference('resource', thing)}/>"
    return f"<{name}{declared}{_kind(thing, elements)}>{xml.escaped(thing.value)}</{name}>"


def _kind(literal: Literal, elements: _Elements) -> str:
    if literal.language:
        return f' xml:lang="{elements.tags.get(literal.language, literal.language)}"'
    datatype = literal.datatype.value
    plain = datatype == "http://www.w3.org/2001/XMLSchema#string"
    return "" if plain else f' rdf:datatype="{xml.escaped(datatype)}"'


def _reference(attribute: str, node: NamedNode | BlankNode | Triple) -> str:
    if isinstance(node, BlankNode):
        return f'rdf:nodeID="{node.value}"'
    return f'rdf:{attribute}="{xml.escaped(getattr(node, "value", ""))}"'
