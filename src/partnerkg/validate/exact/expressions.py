"""Node expressions (SHACL Advanced Features §6): the nodes that an expression gives at a focus node."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from pyoxigraph import BlankNode, Literal

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.validate import paths
from partnerkg.validate.exact import functions, literals, path
from partnerkg.validate.exact.at import SH, switched, text
from partnerkg.validate.prefixed import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.at import Judge
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    Row = Mapping[str, Sequence[Term]]

RDF, XSD = namespace("rdf"), namespace("xsd")
_BESIDE = frozenset(SH[name].value for name in ("message", "deactivated", "severity", "prefixes"))
_OWN_NODES = ("distinct", "count", "min", "max", "sum", "groupConcat", "exists")
_LISTS = ("union", "intersection")
_WITH_NODES = ("filterShape", "minus", "limit", "offset", "orderBy")
KINDS = (*_OWN_NODES, *_LISTS, *_WITH_NODES, "if", "path")
_DEEPEST = 50


def fault(node: Term, shapes: Shapes, depth: int = 0) -> Message | None:
    """Return what of an expression is not known here, None if all is."""
    if not isinstance(node, BlankNode):
        return None
    row = shapes.index.get(node, {})
    kind = _kind(row)
    if depth > _DEEPEST:
        return Message(N_("it has too many expressions in one another"))
    if kind == "path":
        try:
            paths.read(row[SH.path.value][0], shapes.index)
        except ValueError as error:
            return Message(str(error))
    inner = [*_inner(kind, row, shapes)] if kind else _arguments(row, shapes)
    if inner is None:
        terms = (name.removeprefix(SH.iri) for name in row if name not in _BESIDE)
        names = ", ".join(sorted(short(name, shapes.prefixes) for name in terms))
        return Message(N_("its expression ({names}) is none that is known here"), names=names)
    return next((found for each in inner if (found := fault(each, shapes, depth + 1))), None)


def values(node: Term, focus: Term | None, shape: Shape, engine: Judge) -> list[Term]:
    """Return the nodes that an expression gives, in their order; `fault` has found nothing in it.

    Without a focus node, as in a target, it starts from every node of the data.
    """
    return _At(focus, shape, engine).of(node)


def _kind(row: Row) -> str:
    """Return which expression of `KINDS` a node is, "" if it is none or more than one."""
    found = [name for name in KINDS if SH.iri + name in row]
    return found[0] if len(found) == 1 else ""


def _inner(kind: str, row: Row, shapes: Shapes) -> Iterator[Term]:
    """Yield the expressions inside one of a kind."""
    if kind in _LISTS:
        yield from paths.items(row[SH.iri + kind][0], shapes.index)
    elif kind in (*_OWN_NODES, "minus", "orderBy"):
        yield row[SH.iri + kind][0]
    for name in ("if", "then", "else") if kind == "if" else ("nodes",):
        yield from row.get(SH.iri + name, ())


def _arguments(row: Row, shapes: Shapes) -> list[Term] | None:
    """Return the arguments of the call of a function that is declared, None if it is none."""
    called = [(name, found) for name, found in row.items() if name not in _BESIDE]
    if len(called) != 1 or len(called[0][1]) != 1:
        return None
    function = functions.declared(shapes).get(called[0][0])
    try:
        given = paths.items(called[0][1][0], shapes.index)
    except ValueError:
        return None
    return given if function is not None and function.takes(len(given)) else None


class _At:
    """An expression at a focus node, for a shape."""

    def __init__(self, focus: Term | None, shape: Shape, engine: Judge) -> None:
        self.focus = focus
        self.shape = shape
        self.engine = engine

    def of(self, node: Term) -> list[Term]:
        if node == SH.this:
            return self._start()
        if not isinstance(node, BlankNode):
            return [node]
        row = self.engine.shapes.index.get(node, {})
        kind = _kind(row)
        if not kind:
            return self._call(row)
        found = {name: row.get(SH.iri + name, ()) for name in (*KINDS, "then", "else", "nodes", "separator")}
        return _WAYS[kind](self, {**found, "desc": row.get(SH.desc.value, ())})

    def nodes(self, found: Row) -> list[Term]:
        """Return the nodes that an expression is about: those of sh:nodes, else the focus node."""
        return self.of(found["nodes"][0]) if found["nodes"] else self._start()

    def _start(self) -> list[Term]:
        return list(self.engine.graph.nodes()) if self.focus is None else [self.focus]

    def members(self, head: Term) -> list[list[Term]]:
        return [self.of(member) for member in paths.items(head, self.engine.shapes.index)]

    def _call(self, row: Row) -> list[Term]:
        name = next(name for name in row if name not in _BESIDE)
        function = functions.declared(self.engine.shapes)[name]
        given = [self.of(one) for one in _arguments(row, self.engine.shapes) or ()]
        results = (function.called(self.engine.asking, self.shape, *each) for each in product(*given))
        found = list(dict.fromkeys(one for one in results if one is not None))
        self.engine.asking.check(self.shape)
        return found


def _path(at: _At, found: Row) -> list[Term]:
    way = paths.read(found["path"][0], at.engine.shapes.index)
    return _once(value for node in at.nodes(found) for value in path.values(way, node, at.engine.graph))


def _exists(at: _At, found: Row) -> list[Term]:
    return [Literal(bool(at.of(found["exists"][0])))]


def _if(at: _At, found: Row) -> list[Term]:
    branch = "then" if any(map(switched, at.of(found["if"][0]))) else "else"
    return at.of(found[branch][0]) if found[branch] else []


def _filter(at: _At, found: Row) -> list[Term]:
    return [node for node in at.nodes(found) if at.engine.conforms(found["filterShape"][0], node)]


def _union(at: _At, found: Row) -> list[Term]:
    return _once(node for each in at.members(found["union"][0]) for node in each)


def _intersection(at: _At, found: Row) -> list[Term]:
    first, *others = at.members(found["intersection"][0]) or [[]]
    return [node for node in _once(first) if all(node in other for other in others)]


def _minus(at: _At, found: Row) -> list[Term]:
    without = set(at.of(found["minus"][0]))
    return [node for node in at.nodes(found) if node not in without]


def _distinct(at: _At, found: Row) -> list[Term]:
    return _once(at.of(found["distinct"][0]))


def _count(at: _At, found: Row) -> list[Term]:
    return [Literal(len(at.of(found["count"][0])))]


def _extreme(name: str, sign: str) -> Callable[[_At, Row], list[Term]]:
    """Return the node that none comes before, or after; nothing if some cannot be compared."""

    def way(at: _At, found: Row) -> list[Term]:
        nodes = at.of(found[name][0])
        best = (one for one in nodes if all(literals.holds(*_turned(one, other, sign)) for other in nodes))
        return list(best)[:1]

    return way


def _turned(one: Term, other: Term, sign: str) -> tuple[Term, str, Term]:
    return (one, "<=", other) if sign == "<" else (other, "<=", one)


def _sum(at: _At, found: Row) -> list[Term]:
    numbers = [literals.number(node) for node in at.of(found["sum"][0])]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return []
    if any(isinstance(number, float) for number in known):
        return [Literal(sum(map(float, known)))]
    if any(isinstance(number, Decimal) for number in known):
        total = sum((Decimal(number) for number in known), Decimal(0))
        return [Literal(f"{total:f}", datatype=XSD.decimal)]
    return [Literal(str(sum(known)), datatype=XSD.integer)]


def _concatenated(at: _At, found: Row) -> list[Term]:
    between = text(found["separator"][0]) if found["separator"] else ""
    return [Literal(between.join(map(text, at.of(found["groupConcat"][0]))))]


def _limit(at: _At, found: Row) -> list[Term]:
    return at.nodes(found)[: int(text(found["limit"][0]))]


def _offset(at: _At, found: Row) -> list[Term]:
    return at.nodes(found)[int(text(found["offset"][0])) :]


def _ordered(at: _At, found: Row) -> list[Term]:
    """Return the nodes in the order of what an expression gives at each, as SPARQL would have them."""
    keyed = []
    for node in at.nodes(found):
        value = next(iter(_At(node, at.shape, at.engine).of(found["orderBy"][0])), None)
        number = literals.number(value) if value is not None else None
        keyed.append(((value is not None, number is not None, number or 0, str(value)), node))
    keyed.sort(key=lambda pair: pair[0], reverse=any(map(switched, found["desc"])))
    return [node for _, node in keyed]


def _once(nodes: Iterator[Term] | Sequence[Term]) -> list[Term]:
    return list(dict.fromkeys(nodes))


_WAYS: dict[str, Callable[[_At, Row], list[Term]]] = {
    "path": _path,
    "exists": _exists,
    "if": _if,
    "filterShape": _filter,
    "union": _union,
    "intersection": _intersection,
    "minus": _minus,
    "distinct": _distinct,
    "count": _count,
    "min": _extreme("min", "<"),
    "max": _extreme("max", ">"),
    "sum": _sum,
    "groupConcat": _concatenated,
    "limit": _limit,
    "offset": _offset,
    "orderBy": _ordered,
}
