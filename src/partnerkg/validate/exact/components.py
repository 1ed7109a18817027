"""Constraint components that the shapes declare themselves (SHACL §6): parameters and validators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from pyoxigraph import Literal

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import custom
from partnerkg.validate.exact import queries
from partnerkg.validate.exact.at import At, Finding, local, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query
    from partnerkg.validate.exact.at import Judge
    from partnerkg.validate.paths import Index
    from partnerkg.validate.shape import Shape

SH, RDF = namespace("sh"), namespace("rdf")


@dataclass(frozen=True, slots=True)
class Component:
    """A component: the IRIs of its parameters, which of them may be absent, its validators by kind."""

    iri: str
    node: Term
    parameters: tuple[str, ...]
    optional: frozenset[str]
    validators: Mapping[str, Term]

    def of(self, shape: Shape) -> Term | None:
        """Return the validator for a shape, None if there is none: the constraint is ignored (§6.2.3)."""
        kinds = ("propertyValidator" if shape.path else "nodeValidator", "validator")
        return next((self.validators[kind] for kind in kinds if kind in self.validators), None)

    def given(self, shape: Shape, index: Index) -> Iterator[dict[str, Term]]:
        """Yield the parameters that a shape gives, by local name; none if one that it needs is absent."""
        row = index.get(shape.node, {})
        if not any(name in row for name in self.parameters):
            return
        if any(name not in row and name not in self.optional for name in self.parameters):
            return
        names = [name for name in self.parameters if name in row]
        for values in product(*(row[name] for name in names)):
            yield {local(name): value for name, value in zip(names, values, strict=True)}

    def findings(
        self, engine: Judge, shape: Shape, node: Term, values: Sequence[Term]
    ) -> Iterator[tuple[At, Finding]]:
        """Yield what the component finds in the value nodes, if the shape gives its parameters."""
        validator = self.of(shape)
        if validator is None:
            return
        for given in self.given(shape, engine.shapes.index):
            at = At(engine, shape, node, values, validator)
            yield from ((at, finding) for finding in _asked(at, given))


def read(index: Index) -> list[Component]:
    """Return the components that the shapes declare, by IRI; those of SHACL itself are left out."""
    nodes = (node for node, row in index.items() if SH.parameter.value in row and _is_component(row, index))
    found = [_component(node, index) for node in nodes if not text(node).startswith(SH.iri)]
    return sorted(found, key=lambda one: one.iri)


def _is_component(row: Mapping[str, Sequence[Term]], index: Index) -> bool:
    return any(
        kind == SH.ConstraintComponent or text(kind).endswith("ConstraintComponent")
        for kind in row.get(RDF.type.value, ())
    )


def _component(node: Term, index: Index) -> Component:
    row = index[node]
    declared = [index.get(each, {}) for each in row[SH.parameter.value]]
    named = {text(way): each for each in declared for way in each.get(SH.path.value, ())}
    return Component(
        text(node),
        node,
        tuple(sorted(named)),
        frozenset(name for name, each in named.items() if Literal(True) in each.get(SH.optional.value, ())),
        {
            kind: row[SH[kind].value][0]
            for kind in ("validator", "nodeValidator", "propertyValidator")
            if SH[kind].value in row
        },
    )


def _asked(at: At, given: Mapping[str, Term]) -> Iterator[Finding]:
    index = at.engine.shapes.index
    row = index.get(at.parameter, {})
    said = at.engine.shapes.constraint_messages.get(text(at.parameter), {})
    bound = {**queries.prebound(at), **given}
    for query in _queries(at, row, "ask", (*given, "value")):
        for value in at.values:
            here = {**bound, "value": value}
            if not _truth(at, query, here):
                yield queries.of_row(at, {}, said, here, value)
    for query in _queries(at, row, "select", tuple(given)):
        for found in queries.asked(at, query, bound):
            default = None if at.shape.path else at.node
            yield queries.of_row(at, found, said, {**bound, **found}, default)


def _queries(at: At, row: Mapping[str, Sequence[Term]], kind: str, bound: Sequence[str]) -> Iterator[Query]:
    """Yield the queries of a validator, read once for each shape."""
    memory = at.engine.shapes.memory
    for each in row.get(SH[kind].value, ()):
        key = "validator", at.parameter, each, at.shape.node
        if key not in memory:
            memory[key] = custom.whole(text(each), at.parameter, at.shape, at.engine.shapes)
            custom.check(memory[key], at.parameter, at.shape, at.engine.shapes, *bound)
            custom.check_form(memory[key], kind.upper(), at.parameter, at.shape, at.engine.shapes)
        yield memory[key]


def _truth(at: At, query: Query, bound: Mapping[str, Term]) -> bool:
    try:
        found = at.engine.asking.truth(query, bound, queries.called(at, query))
    except SyntaxError as error:
        raise queries.wrong(at, error) from None
    at.engine.asking.check(at.shape)
    return found
