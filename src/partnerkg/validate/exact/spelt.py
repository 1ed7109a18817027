"""The data as rdflib has them, for queries: literals as they were written, whole numbers of any length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rdflib import Dataset, Graph, URIRef
from rdflib.plugins.sparql.operators import register_custom_function, unregister_custom_function
from rdflib.plugins.sparql.sparql import SPARQLError

from partnerkg.errors import N_, Message
from partnerkg.validate import graphs
from partnerkg.validate.exact.reckoned import FAULTS, reckoned
from partnerkg.validate.terms import from_rdflib, to_rdflib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.model.terms import Term
    from partnerkg.validate.exact import graph
    from partnerkg.validate.shapes import Shapes

    Functions = Mapping[NamedNode, Callable[..., Term | None]]
    Triples = Iterable[tuple[Term, NamedNode, Term]]


class Spelt:
    """A default graph with the data and a named one with the shapes; each query is parsed once."""

    def __init__(self, data: graph.Graph, shapes: Shapes, name: str) -> None:
        """Take both, without the triple terms that rdflib has no words for: no query of SHACL 1.0 asks."""
        self._dataset = Dataset(default_union=False)
        self._prepared: dict[str, Any] = {}
        with graphs.untouched():
            _fill(self._dataset.default_graph, data.triples())
            _fill(
                self._dataset.graph(URIRef(name)), ((q.subject, q.predicate, q.object) for q in shapes.quads)
            )

    def rows(self, text: str, bound: Mapping[str, Term], functions: Functions) -> list[dict[str, Term]]:
        """Return the solutions of a SELECT with these variables bound; SyntaxError if it is none."""
        with graphs.untouched(), _known(functions), _said():
            found = [row.asdict() for row in self._answer(text, bound)]
        return [{str(name): from_rdflib(value) for name, value in row.items()} for row in found]

    def truth(self, text: str, bound: Mapping[str, Term], functions: Functions) -> bool:
        """Return what an ASK says with these variables bound; SyntaxError if it is none."""
        with graphs.untouched(), _known(functions), _said():
            return bool(self._answer(text, bound).askAnswer)

    def _answer(self, text: str, bound: Mapping[str, Term]) -> Any:
        if text not in self._prepared:
            try:
                self._prepared[text] = reckoned(graphs.prepared(text))
            except graphs.BrokenQuery as error:
                raise SyntaxError(error.reason) from None
        values = {name: to_rdflib(term) for name, term in bound.items() if name in text}
        return self._dataset.query(self._prepared[text], initBindings=values)


@contextmanager
def _known(functions: Functions) -> Iterator[None]:
    """Let rdflib call these functions while the block runs: it has one table of them for all graphs."""
    for name, call in functions.items():
        register_custom_function(URIRef(name.value), _translated(call), override=True)
    try:
        yield
    finally:
        for name in functions:
            unregister_custom_function(URIRef(name.value))


@contextmanager
def _said() -> Iterator[None]:
    """Raise SyntaxError where a value ends a query: rdflib's sums cannot leave out what is no number."""
    try:
        yield
    except (*FAULTS, SPARQLError) as error:
        what = Message(N_("it cannot be evaluated over these data ({reason})"), reason=error)
        raise SyntaxError(str(what)) from None


def _translated(call: Callable[..., Term | None]) -> Callable[..., Any]:
    def asked(*arguments: Any) -> Any:
        found = call(*map(from_rdflib, arguments))
        if found is None:
            raise SPARQLError
        return to_rdflib(found)

    return asked


def _fill(there: Graph, triples: Triples) -> None:
    for s, p, o in triples:
        try:
            there.add((to_rdflib(s), to_rdflib(p), to_rdflib(o)))
        except TypeError:
            continue
