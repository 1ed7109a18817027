"""RDF/XML by rdflib's reader, which passes the W3C's tests, on our terms: lines, bounds, XML literals."""

from __future__ import annotations

from contextlib import contextmanager

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib.plugins.parsers.RDFVOC import RDFVOC
from rdflib.plugins.parsers.rdfxml import BASE, LANG, ElementHandler, RDFXMLHandler

from partnerkg.errors import N_, Message
from partnerkg.rdf import iris
from partnerkg.rdf.nesting.bounds import Fault
from partnerkg.rdf.readers.expat import Parser
from partnerkg.rdf.readers.xml_literal import Fragment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, NoReturn

_TEXT = N_("a text stands where only elements may")
_NO_RDF = N_("`{name}` begins no RDF/XML; save the data as RDF/XML, Turtle or JSON-LD")
_ROOT = (str(RDFVOC), "RDF")
_BARE = ("about", "ID", "resource")  # which old files write without their namespace
_AT_ROOT = 2  # handlers of rdflib where the first element comes
_XML_LITERAL = NamedNode(str(RDFVOC.XMLLiteral))


def quads(
    pieces: Iterable[bytes], base: str | None, prefixes: dict[str, str], *, shared: bool = False
) -> Iterator[Quad]:
    """Yield the triples of a document in their order; its prefixes are put into `prefixes`.

    `shared` says that its name is one of other kinds of XML, too, where each element would be a node of
    nothing: then it must name the namespace of RDF. Fault with the line of what is wrong.
    """
    handler = _Handler(base, prefixes, shared=shared)
    for piece in pieces:
        with _faults(handler):
            handler.parser.feed(piece)
        yield from handler.taken()
    with _faults(handler):
        handler.parser.close()
    yield from handler.taken()


@contextmanager
def _faults(handler: _Handler) -> Iterator[None]:
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False  # rdflib's switch for the process
    try:
        yield
    except ValueError as error:  # an IRI or a language that is none
        raise Fault(handler.parser.line, Message("{reason}", reason=str(error))) from error
    except (TypeError, AttributeError) as error:  # how rdflib fails where an element may not stand
        raise Fault(handler.parser.line, Message(N_("an element stands where none may"))) from error
    finally:
        rdflib.NORMALIZE_LITERALS = before


class _Handler(RDFXMLHandler):
    """Takes the place of a graph for rdflib: what is added and bound to it is kept as it comes."""

    def __init__(self, base: str | None, prefixes: dict[str, str], *, shared: bool) -> None:
        super().__init__(self)  # type: ignore[arg-type]
        self._shared = shared
        self.parser = Parser(self)
        self._base = base
        self._prefixes = prefixes
        self._found: list[Quad] = []
        self._nodes: dict[str, BlankNode] = {}
        self._fragment: Fragment | None = None

    def taken(self) -> list[Quad]:
        """Return what was found since it was asked last."""
        found, self._found = self._found, []
        return found

    def add(self, triple: tuple[Any, Any, Any]) -> None:
        subject, predicate, thing = triple
        self._found.append(Quad(self._node(subject), NamedNode(predicate), self._term(thing)))

    def bind(self, prefix: str | None, namespace: str, override: bool = False) -> None:
        self._prefixes.setdefault(prefix or "", namespace)

    def _node(self, term: Any) -> NamedNode | BlankNode:
        if isinstance(term, rdflib.BNode):
            return self._nodes.setdefault(str(term), BlankNode())
        return NamedNode(iris.resolved(term, self.current.base))

    def _literal(self, text: str, language: str | None, datatype: str | None) -> Literal:
        if datatype:
            return Literal(text, datatype=NamedNode(iris.resolved(datatype, self.current.base)))
        return Literal(text, language=language) if language else Literal(text)

    def _term(self, term: Any) -> NamedNode | BlankNode | Literal:
        if isinstance(term, Literal):
            return term
        if isinstance(term, Fragment):
            return Literal(str(term), datatype=_XML_LITERAL)
        if not isinstance(term, rdflib.Literal):
            return self._node(term)
        return self._literal(str(term), term.language, term.datatype)

    def error(self, message: str) -> NoReturn:
        raise Fault(self.parser.line, Message("{reason}", reason=message))

    def absolutize(self, uri: str) -> rdflib.URIRef:
        whole = iris.resolved(uri, self.current.base)
        NamedNode(whole)  # ValueError here has the line
        return rdflib.URIRef(whole)

    def startPrefixMapping(self, prefix: str | None, namespace: str | None) -> None:  # noqa: N802 - SAX's name
        self.bind(prefix, namespace or "")

    def startElementNS(self, name: Any, qname: Any, attrs: Any) -> None:  # noqa: N802 - SAX's name
        if len(self.stack) == _AT_ROOT:
            self._check_root(name, attrs)
        self.stack.append(ElementHandler())  # type: ignore[no-untyped-call]
        current, parent = self.current, self.parent
        base, own = parent.base if parent else self._base, attrs.get(BASE)
        current.base = base if own is None else iris.resolved(own, base).partition("#")[0]
        current.language = attrs.get(LANG, parent.language if parent else None)
        current.start(name, qname, attrs)

    def _check_root(self, name: Any, attrs: Any) -> None:
        bare = [key for key in attrs.getNames() if key[0] is None and key[1] not in _BARE]
        if name != _ROOT and (bare or (self._shared and str(RDFVOC) not in self._prefixes.values())):
            raise Fault(self.parser.line, Message(_NO_RDF, name=name[1]))

    def property_element_start(self, name: Any, qname: Any, attrs: Any) -> None:
        super().property_element_start(name, qname, attrs)
        if self.next.start == self.literal_element_start:
            self._fragment = self.current.object = Fragment()

    def characters(self, content: str) -> None:
        current = self.current
        if self._fragment is None and current.data is None and content.strip():
            self.error(_TEXT)
        super().characters(content)

    def property_element_end(self, name: Any, qname: Any) -> None:
        current = self.current
        if current.object is not None and current.data and current.data.strip():
            self.error(_TEXT)
        if current.data is not None and current.object is None:  # rdflib's literals look for their value
            current.object = self._literal(current.data, current.language, current.datatype)
            current.data = None
        super().property_element_end(name, qname)
        self._fragment = None

    def literal_element_start(self, name: Any, qname: Any, attrs: Any) -> None:
        self.next.start = self.literal_element_start
        self.next.char = self.literal_element_char
        self.next.end = self.literal_element_end
        assert self._fragment is not None
        rows = ((one, attrs.getQNameByName(one), value) for one, value in attrs.items())
        self._fragment.start(name[0], self.parser.title, rows)

    def literal_element_char(self, data: str) -> None:
        assert self._fragment is not None
        self._fragment.text(data)

    def literal_element_end(self, name: Any, qname: Any) -> None:
        assert self._fragment is not None
        self._fragment.end()

    def comment(self, content: str) -> None:
        """Keep a comment inside a literal."""
        if self._fragment is not None:
            self._fragment.comment(content)

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802 - SAX's name
        if self._fragment is not None:
            self._fragment.instruction(target, data)
