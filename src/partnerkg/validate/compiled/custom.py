"""Constraints written in SPARQL (SHACL §5): the query of one node made a query of all focus nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace
from partnerkg.sparql.query import SELECT, read
from partnerkg.validate.compiled import path as paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index
    from partnerkg.validate.shapes import Shape, Shapes

SH, OWL = namespace("sh"), namespace("owl")


@dataclass(frozen=True, slots=True)
class Custom:
    """A sh:SPARQLConstraint: its query for one focus node with prefixes declared, and its messages."""

    name: str
    text: str
    messages: Mapping[str, str]

    def of(self, group: str) -> str:
        """Return the query for all nodes of a group that binds `?this` to each once.

        The group is put first into the outermost WHERE, where it binds what SHACL calls pre-bound
        (§5.3.1); `provable` says for which queries that comes to the same. A result is wanted once.
        """
        query = read(self.text)
        start = next(token.start for token in query.tokens if token.depth == 0 and token.marks("{")) + 1
        text = f"{self.text[:start]} {group} {self.text[start:]}"
        if query.opening is None or query.form != SELECT or query.after(query.opening).says("DISTINCT"):
            return text
        opening = query.opening.start + len(query.opening.text)
        return f"{text[:opening]} DISTINCT{text[opening:]}"

    @property
    def columns(self) -> list[str]:
        """Return the variables that the query selects, without `?`, in their order."""
        return read(self.text).columns or []


def constraints(shape: Shape, shapes: Shapes) -> Iterator[Custom]:
    """Yield the active SPARQL constraints of a shape; ValueError if one has no query."""
    for predicate, node in shape.constraints:
        if predicate == SH.sparql.value:
            row = shapes.index.get(node, {})
            if not _is_off(row):
                yield _read(node, row, shape, shapes)


def _is_off(row: Mapping[str, Sequence[Term]]) -> bool:
    return any(str(getattr(value, "value", "")) == "true" for value in row.get(SH.deactivated.value, ()))


def _read(node: Term, row: Mapping[str, Sequence[Term]], shape: Shape, shapes: Shapes) -> Custom:
    queries = [value.value for value in row.get(SH.select.value, ()) if isinstance(value, Literal)]
    if len(queries) != 1:
        raise ValueError("it needs one sh:select")
    name = str(getattr(node, "value", node))
    declared = "".join(
        f"PREFIX {prefix}: <{iri}>\n"
        for prefix, iri in prefixes(row.get(SH.prefixes.value, ()), shapes.index)
    )
    text = queries[0]
    if shape.path is not None:
        text = text.replace("$PATH", paths.text(shape.path)).replace("?PATH", paths.text(shape.path))
    current = NamedNode(shape.iri) if ":" in shape.iri else None
    if current is not None:
        text = text.replace("$currentShape", str(current)).replace("?currentShape", str(current))
    return Custom(name, declared + text, shapes.constraint_messages.get(name, {}))


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
