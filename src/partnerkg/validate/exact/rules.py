"""Rules of shapes (SHACL Advanced Features §8): what each gives at its focus nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from math import inf

from pyoxigraph import Literal

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.sparql.query import CONSTRUCT
from partnerkg.validate.compiled import custom
from partnerkg.validate.exact import expressions, functions, targets
from partnerkg.validate.exact.at import text
from partnerkg.validate.exact.construct import Construct, triple_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import Triple

    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.at import Judge
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH, RDF = namespace("sh"), namespace("rdf")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a shape: `gives` yields its triples at a focus node, once for each solution."""

    node: Term
    shape: Shape
    order: float
    conditions: tuple[Term, ...]
    gives: Callable[[Term, Judge], Iterator[Triple]] = field(repr=False)

    def triples(self, engine: Judge) -> Iterator[Triple]:
        """Yield what it gives at the nodes that its shape targets and that fit its conditions."""
        for node in targets.of(self.shape, engine):
            if all(engine.conforms(condition, node) for condition in self.conditions):
                yield from self.gives(node, engine)


def of(shapes: Shapes) -> list[Rule]:
    """Return the active rules of active shapes, in the order in which they run; WrongShape if one cannot."""
    found = [
        _read(node, shape, shapes)
        for shape in shapes.targeted()
        for node in shapes.index.get(shape.node, {}).get(SH.rule.value, ())
        if Literal(True) not in shapes.index.get(node, {}).get(SH.deactivated.value, ())
    ]
    return sorted(found, key=lambda rule: (order(rule.shape), rule.shape.iri, rule.order))


def order(shape: Shape) -> float:
    """Return when the rules of a shape run, among those of others; 0 if it does not say (§8.2)."""
    return 0.0 if shape.order == inf else shape.order


def _read(node: Term, shape: Shape, shapes: Shapes) -> Rule:
    row = shapes.index.get(node, {})
    kinds = row.get(RDF.type.value, ())
    if SH.SPARQLRule in kinds:
        gives = _by_query(node, shape, shapes)
    elif SH.TripleRule in kinds:
        gives = _by_expressions(node, shape, shapes)
    else:
        reason = Message(N_("its sh:rule is neither a sh:TripleRule nor a sh:SPARQLRule"))
        raise shapes.wrong(shape, reason, node)
    conditions = tuple(row.get(SH.condition.value, ()))
    for condition in conditions:
        if text(condition) not in shapes.by_iri or condition not in shapes.index:
            raise shapes.wrong(shape, Message(N_("the sh:condition of its rule is no shape")), node)
    return Rule(node, shape, _order(node, shape, shapes), conditions, gives)


def _order(node: Term, shape: Shape, shapes: Shapes) -> float:
    given = shapes.index.get(node, {}).get(SH.order.value, ())
    try:
        (found,) = [float(text(value)) for value in given] or [0.0]
    except ValueError:
        raise shapes.wrong(shape, Message(N_("the sh:order of its rule is no number")), node) from None
    return found


def _one(name: str, node: Term, shape: Shape, shapes: Shapes) -> Term:
    given = shapes.index.get(node, {}).get(SH.iri + name, ())
    if len(given) != 1:
        raise shapes.wrong(shape, Message(N_("its rule needs one sh:{name}"), name=name), node)
    return given[0]


def _by_expressions(node: Term, shape: Shape, shapes: Shapes) -> Callable[[Term, Judge], Iterator[Triple]]:
    """Return what a triple rule gives: each subject with each predicate and each object (§8.5)."""
    parts = [_one(name, node, shape, shapes) for name in ("subject", "predicate", "object")]
    for part in parts:
        fault = expressions.fault(part, shapes)
        if fault is not None:
            raise shapes.wrong(shape, fault, node)

    def gives(focus: Term, engine: Judge) -> Iterator[Triple]:
        given = (expressions.values(part, focus, shape, engine) for part in parts)
        yield from (triple for terms in product(*given) if (triple := triple_of(*terms)) is not None)

    return gives


def _by_query(node: Term, shape: Shape, shapes: Shapes) -> Callable[[Term, Judge], Iterator[Triple]]:
    """Return what a SPARQL rule gives: the triples that its query constructs for each solution (§8.6)."""
    query = custom.whole(text(_one("construct", node, shape, shapes)), node, shape, shapes)
    custom.check_form(query, CONSTRUCT, node, shape, shapes)
    check = custom.check if "this" in query.variables else custom.check_text
    check(query, node, shape, shapes)
    construct = Construct(query)
    done: set[tuple[object, ...]] = set()  # a solution that comes again gives nothing new

    def gives(focus: Term, engine: Judge) -> Iterator[Triple]:
        bound = {"this": focus}
        known = functions.calls(engine.asking, shape) if custom.calls(query, shapes) else None
        try:
            rows = engine.asking.rows(construct.solutions, bound, known)
        except SyntaxError as error:
            raise shapes.wrong(shape, str(error).splitlines()[0], node) from None
        engine.asking.check(shape)
        for row in rows:
            key = (focus, *(term for pair in sorted(row.items()) for term in pair))
            if key not in done:
                done.add(key)
                yield from construct.of({**row, **bound})

    return gives
