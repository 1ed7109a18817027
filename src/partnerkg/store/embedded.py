"""The store in this process: Oxigraph in memory, filled from files room by room."""

from __future__ import annotations

from collections import deque
from functools import lru_cache

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Oxigraph

from partnerkg import resources
from partnerkg.errors import BrokenFile, Message, WrongSparql
from partnerkg.namespaces import prefixes
from partnerkg.rdf import files, guard, lexical, sparql
from partnerkg.store import complaint, project
from partnerkg.store.base import ONTOLOGY, ROOMS, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Literal

    from partnerkg.store.base import Answer, Substitutions, Term
    from partnerkg.store.project import Part

LARGE = 10_000_000  # bytes; from here on a file goes into the store piece by piece, not in one transaction
FEW = 100  # brackets; so many may be nested as deep as they like
_TRIPLES_ONLY = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML)
_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"


def read(path: str | None = None) -> Embedded:
    """Return the store of a project folder, of any RDF file or folder of them, or of the shipped project.

    Its files are read when they are needed. MissingFile or NoProject if there is nothing to read.
    """
    place = resources.root() if path is None else path
    return Embedded(project.parts(place), borrowed=project.borrows_ontology(place))


def ontology() -> Iterator[Quad]:
    """Yield the quads of the ontology that comes with partnerkg."""
    return _read(project.parts(resources.root())[ONTOLOGY])


class Embedded(Store):
    """A dataset in memory. Rooms that no query has looked at yet are still files."""

    __slots__ = ("_borrowed", "_parts", "_rewritten", "_store", "_waiting")

    def __init__(self, parts: dict[str, list[Part]], borrowed: bool = False) -> None:
        """Take the files of each room; `borrowed` says that the ontology is not the project's own."""
        self._parts = parts
        self._borrowed = borrowed
        self._rewritten: Literal | bool | None = False  # until it is asked
        self._empty()

    def _empty(self) -> None:
        self._store = Oxigraph()
        self._waiting = set(self._parts)

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        """Load these rooms, all by default, if they are not yet.

        Then every triple is put once into the default graph: Oxigraph's own union of graphs repeats what two
        graphs say. Raises MissingFile, UnreadableFile, BrokenFile with its line, or UnknownFormat; the store
        is then empty.
        """
        wanted = [room for room in rooms if room in self._waiting]
        if not wanted:
            return
        try:
            for part in (part for room in wanted for part in self._parts[room]):
                _load(self._store, part)
        except BaseException:
            self._empty()
            raise
        self._store.update(_MERGE)
        self._waiting.difference_update(wanted)

    def query(
        self, text: str, substitutions: Substitutions | None = None, rooms: tuple[str, ...] = ROOMS
    ) -> Answer:
        chosen = _checked(text)
        self.need(ROOMS if chosen else rooms)
        for token in chosen:
            self._check_here(token, text)
        bound = dict(substitutions) if substitutions else None
        try:
            return self._store.query(text, prefixes=prefixes(), substitutions=bound)
        except SyntaxError as error:
            raise WrongSparql(reason=complaint.explain(str(error), text, sparql.tokens(text))) from None

    def solutions(self, text: str) -> Iterator[tuple[Term | None, ...]]:
        self.need()
        answer = self._store.query(text, prefixes=prefixes())
        return map(tuple, answer)  # type: ignore[arg-type]

    def _check_here(self, token: sparql.Token, text: str) -> None:
        iri = sparql.iri(token, {**prefixes(), **sparql.prefixes(sparql.tokens(text))})
        if iri is None or not self._store.contains_named_graph(NamedNode(iri)):
            reason = Message("line {line}: there is no graph {name} here", line=token.line, name=token.text)
            raise WrongSparql(reason=reason)

    def quads(self) -> Iterator[Quad]:
        rooms = [room for room in self._parts if not (self._borrowed and room == ONTOLOGY)]
        return _read(part for room in rooms for part in self._parts[room])

    def everything(self) -> Iterator[Quad]:
        return _read(part for group in self._parts.values() for part in group)

    def rewritten(self) -> Literal | None:
        if isinstance(self._rewritten, bool):
            self._rewritten = lexical.changed(quad.object for quad in self.everything())
        return self._rewritten

    def contains(self, thing: NamedNode, rooms: tuple[str, ...] = ROOMS) -> bool:
        self.need(rooms)
        return next(self._store.quads_for_pattern(thing, None, None), None) is not None


@lru_cache(maxsize=64)
def _checked(text: str) -> tuple[sparql.Token, ...]:
    """Return the graphs that a query chooses by FROM; WrongSparql if it must not reach the engine."""
    found = sparql.tokens(text)
    guard.check(text, found)
    return tuple(sparql.datasets(found))


def _read(parts: Iterable[Part]) -> Iterator[Quad]:
    """Yield the quads of files as they are written there: a store would change lexical forms."""
    for part in parts:
        for quad in files.parse(part.path):
            if part.graph and isinstance(quad.graph_name, DefaultGraph):
                yield Quad(quad.subject, quad.predicate, quad.object, _graph(part.graph))
            else:
                yield quad


def _graph(name: str) -> NamedNode:
    return NamedNode(prefixes()["graph"] + name)


def _load(store: Oxigraph, part: Part) -> None:
    form, data = files.form_of(part.path), files.text(part.path)
    _check_depth(part.path, data, form)
    graph = _graph(part.graph) if part.graph and form in _TRIPLES_ONLY else None
    load = store.bulk_load if len(data) > LARGE else store.load
    try:
        load(data, form, to_graph=graph)
    except SyntaxError as error:
        deque(files.parse(part.path), maxlen=0)  # says where and why, in one line
        raise BrokenFile(path=part.path, line=error.lineno or "?", reason=error.msg) from None


def _check_depth(path: str, data: bytes, form: RdfFormat) -> None:
    """Refuse what would exhaust the parser; a text with few brackets cannot, whatever they mean."""
    turtle = form in (RdfFormat.TURTLE, RdfFormat.TRIG)
    if turtle and sum(map(data.count, (b"(", b"[", b"<<"))) <= FEW:
        return
    from partnerkg.rdf import nesting

    fault = nesting.fault(data, form)
    if fault:
        raise BrokenFile(path=path, line=fault[0], reason=fault[1])
