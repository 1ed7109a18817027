"""Constraints written in SPARQL (SHACL §5): the query of one node made a query of all focus nodes."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from pyoxigraph import Literal, NamedNode, Store

from partnerkg.errors import N_, Message, WrongSparql
from partnerkg.namespaces import namespace
from partnerkg.sparql import complaint, guard, tokens
from partnerkg.sparql.ordering import total
from partnerkg.sparql.query import SELECT, read
from partnerkg.validate.compiled import path as paths
from partnerkg.validate.compiled import scopes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query
    from partnerkg.validate.paths import Index
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH, OWL, RDF = namespace("sh"), namespace("owl"), namespace("rdf")
_ENGINE = Store()  # empty: it only reads queries


@dataclass(frozen=True, slots=True)
class Custom:
    """A sh:SPARQLConstraint: its query for one focus node with prefixes declared, and its messages."""

    name: str
    node: Term = field(repr=False)
    query: Query
    messages: Mapping[str, str]

    def of(self, group: str) -> str:
        """Return the query for all nodes of a group that binds `?this` to each once.

        The group is put first into the outermost WHERE, where it binds what SHACL calls pre-bound
        (§5.3.1); `provable` says for which queries that comes to the same.
        """
        text = self.query.text
        start = next(token.start for token in self.query.tokens if token.depth == 0 and token.marks("{")) + 1
        return f"{text[:start]} {group} {text[start:]}"

    @property
    def columns(self) -> list[str] | None:
        """Return the variables that the query selects, without `?`, in their order; None for `*`."""
        return self.query.columns


def constraints(shape: Shape, shapes: Shapes) -> Iterator[Custom]:
    """Yield the active SPARQL constraints of a shape; WrongShape if one cannot be used."""
    for predicate, node in shape.constraints:
        if predicate == SH.sparql.value:
            found = constraint(node, shape, shapes)
            if found is not None:
                yield found


def constraint(node: Term, shape: Shape, shapes: Shapes) -> Custom | None:
    """Return a SPARQL constraint of a shape, None if it is switched off; it is read once."""
    key = "sparql", node, shape.node
    if key not in shapes.memory:
        row = shapes.index.get(node, {})
        shapes.memory[key] = None if _is_off(row) else _read(node, row, shape, shapes)
    found: Custom | None = shapes.memory[key]
    return found


def _is_off(row: Mapping[str, Sequence[Term]]) -> bool:
    return Literal(True) in row.get(SH.deactivated.value, ())


def _read(node: Term, row: Mapping[str, Sequence[Term]], shape: Shape, shapes: Shapes) -> Custom:
    queries = [value.value for value in row.get(SH.select.value, ()) if isinstance(value, Literal)]
    if len(queries) != 1:
        raise shapes.wrong(shape, Message("its sh:sparql needs one sh:select"), node)
    name = str(getattr(node, "value", node))
    query = whole(queries[0], node, shape, shapes)
    check(query, node, shape, shapes)
    check_form(query, SELECT, node, shape, shapes)
    return Custom(name, node, query, shapes.constraint_messages.get(name, {}))


def check(query: Query, node: Term, shape: Shape, shapes: Shapes, *bound: str) -> None:
    """Raise WrongShape if a query is none that variables can be bound in beforehand (SHACL appendix A)."""
    reason = scopes.fault(query.tokens, ("this", *bound))
    if reason is not None:
        raise shapes.wrong(shape, Message(reason), node)
    check_text(query, node, shape, shapes)


def check_text(query: Query, node: Term, shape: Shape, shapes: Shapes) -> None:
    """Raise WrongShape if a query is no SPARQL, or has a function that nobody knows."""
    known = dict.fromkeys(functions(shapes), _nothing)
    try:
        _ENGINE.query(query.text, custom_functions=known)
    except (SyntaxError, RuntimeError) as error:  # the latter for functions that the engine lacks
        raise shapes.wrong(shape, complaint.explain(str(error), query, {}), node) from None


def _nothing(*arguments: Term) -> Term | None:
    """Stand for a function while a query is only read."""
    return None


def functions(shapes: Shapes) -> list[NamedNode]:
    """Return the functions that shapes declare (SHACL Advanced Features §5)."""
    if "function names" not in shapes.memory:
        shapes.memory["function names"] = [
            node
            for node, row in shapes.index.items()
            if isinstance(node, NamedNode) and SH.SPARQLFunction in row.get(RDF.type.value, ())
        ]
    found: list[NamedNode] = shapes.memory["function names"]
    return found


def calls(query: Query, shapes: Shapes) -> bool:
    """Return whether a query has one of these functions."""
    known = {one.value for one in functions(shapes)}
    return bool(known) and not known.isdisjoint(names(query))


def names(query: Query) -> set[str]:
    """Return the IRIs that a query names, `a` included."""
    found = {token.text: token for token in query.tokens if token.kind in (tokens.IRI, tokens.WORD)}
    given = {query.iri(token, {}) for text, token in found.items() if text != "a"}
    return {name for name in given if name} | ({RDF.type.value} if "a" in found else set())


def check_form(query: Query, form: str, node: Term, shape: Shape, shapes: Shapes) -> None:
    """Raise WrongShape if a query is not of that form, such as SELECT."""
    if query.form != form:
        raise shapes.wrong(shape, Message(N_("its query is no {form}"), form=form), node)


def whole(text: str, node: Term, shape: Shape, shapes: Shapes) -> Query:
    """Return a query with the prefixes that it declares (§5.2.1) and the path in the place of `$PATH`.

    WrongShape if it uses another prefix, or asks for what is not allowed.
    """
    named = shapes.index.get(node, {}).get(SH.prefixes.value, ())
    known = dict(prefixes(named or _graphs(shapes.index), shapes.index))
    if shape.path is not None:
        text = text.replace("$PATH", paths.text(shape.path)).replace("?PATH", paths.text(shape.path))
    file = shapes.files.get(node, "")
    try:
        used = read(text).missing(known)
        declared = "".join(f"PREFIX {name}: <{_absolute(iri, file)}>\n" for name, iri in used.items())
        query = guard.checked(declared + text)
    except WrongSparql as error:
        raise shapes.wrong(shape, Message(N_("{reason}"), reason=error.details["reason"]), node) from None
    for token in query.undeclared({}):
        reason = Message(
            N_(
                "its query does not declare the prefix of {name}; write PREFIX, or sh:declare and sh:prefixes"
            ),
            name=token.text,
        )
        raise shapes.wrong(shape, reason, node)
    return read(total.complete(query.text))


def _absolute(iri: str, file: str) -> str:
    """Return a namespace, one that is relative against the address of its file (RFC 3986 §5.1.3)."""
    if ":" in iri or not file:
        return iri
    return urljoin(pathlib.Path(os.path.abspath(file)).as_uri(), iri)


def _graphs(index: Index) -> list[Term]:
    """Return the graphs of shapes: where a query names no prefixes, it has theirs (SHACL 1.2 SPARQL §2.1)."""
    return [node for node, row in index.items() if SH.ShapesGraph in row.get(RDF.type.value, ())]


def prefixes(nodes: Sequence[Term], index: Index) -> Iterator[tuple[str, str]]:
    """Yield the prefixes that these nodes and what they import declare (SHACL §5.2.1), each once."""
    seen: dict[Term, None] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen[node] = None
            waiting += index.get(node, {}).get(OWL.imports.value, ())
    declared = {
        _value(index, each, SH.prefix): _value(index, each, SH.namespace)
        for node in seen
        for each in index.get(node, {}).get(SH.declare.value, ())
    }
    yield from sorted(declared.items())


def _value(index: Index, node: Term, predicate: NamedNode) -> str:
    return next((str(getattr(value, "value", "")) for value in index[node].get(predicate.value, ())), "")
