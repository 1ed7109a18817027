"""Functions that shapes declare in SPARQL (SHACL Advanced Features §5), called with terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import custom
from partnerkg.validate.exact.at import local, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query
    from partnerkg.validate.exact.asking import Asking
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    Call = Callable[..., Term | None]

SH = namespace("sh")
DEEPEST = 50  # functions in one another
MOST = 1_000  # calls of functions by one that a query or an expression calls


@dataclass(frozen=True, slots=True)
class Function:
    """A function: its node, its parameters in order with whether each may be absent, its query."""

    node: Term
    parameters: tuple[tuple[str, bool], ...]
    form: str
    text: str

    def takes(self, number: int) -> bool:
        """Return whether it can be called with so many arguments."""
        least = sum(not optional for _, optional in self.parameters)
        return least <= number <= len(self.parameters)

    def called(self, asking: Asking, shape: Shape, *arguments: Term) -> Term | None:
        """Return what it gives for these arguments, None if nothing; WrongShape if it is no SPARQL."""
        query = self.query(shape, asking.shapes)
        names = (name for name, _ in self.parameters)
        bound = dict(zip(names, arguments, strict=False))
        known = self._calls(query, asking, shape)
        asking.calls = asking.calls + 1 if asking.nested else 1
        if asking.nested > DEEPEST or asking.calls > MOST:
            asking.overrun = self.node
            return None
        asking.nested += 1
        try:
            if self.form == "ASK":
                return Literal(asking.truth(query, bound, known))
            rows = asking.rows(query, bound, known)
        except SyntaxError as error:
            raise asking.shapes.wrong(shape, str(error).splitlines()[0], self.node) from None
        finally:
            asking.nested -= 1
        column = (query.columns or [""])[0]
        return rows[0].get(column) if rows else None

    def _calls(self, query: Query, asking: Asking, shape: Shape) -> dict[NamedNode, Call] | None:
        memory, key = asking.shapes.memory, ("calls", self.node)
        if key not in memory:
            memory[key] = custom.calls(query, asking.shapes)
        return calls(asking, shape) if memory[key] else None

    def query(self, shape: Shape, shapes: Shapes) -> Query:
        """Return its query, read once; WrongShape if it cannot be used."""
        key = "function", self.node
        if key not in shapes.memory:
            query = custom.whole(self.text, self.node, shape, shapes)
            custom.check_form(query, self.form, self.node, shape, shapes)
            custom.check_text(query, self.node, shape, shapes)
            shapes.memory[key] = query
        found: Query = shapes.memory[key]
        return found


def declared(shapes: Shapes) -> Mapping[str, Function]:
    """Return the functions that shapes declare, by IRI."""
    if "functions" not in shapes.memory:
        found = (_read(node, shapes) for node in custom.functions(shapes))
        shapes.memory["functions"] = {text(one.node): one for one in found if one is not None}
    known: Mapping[str, Function] = shapes.memory["functions"]
    return known


def calls(asking: Asking, shape: Shape) -> dict[NamedNode, Call]:
    """Return what an engine calls where a query of a shape has one of the functions; WrongShape."""
    found = declared(asking.shapes)
    for function in found.values():
        function.query(shape, asking.shapes)  # read now: an engine that calls it would swallow the error
    return {NamedNode(name): partial(function.called, asking, shape) for name, function in found.items()}


def _read(node: Term, shapes: Shapes) -> Function | None:
    row = shapes.index[node]
    for form, name in (("SELECT", "select"), ("ASK", "ask")):
        for value in row.get(SH[name].value, ()):
            return Function(node, _parameters(row.get(SH.parameter.value, ()), shapes), form, text(value))
    return None


def _parameters(nodes: Sequence[Term], shapes: Shapes) -> tuple[tuple[str, bool], ...]:
    """Return the parameters by their order, those without one by name (SHACL Advanced Features §5.1)."""
    found = []
    for row in (shapes.index.get(node, {}) for node in nodes):
        order = min((float(text(value)) for value in row.get(SH.order.value, ())), default=0.0)
        optional = Literal(True) in row.get(SH.optional.value, ())
        found += [(order, local(text(way)), optional) for way in row.get(SH.path.value, ())]
    return tuple((name, optional) for _, name, optional in sorted(found))
