"""Nodes of the data without name: called by their place, the same whenever the same data are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from partnerkg.model.terms import Term
    from partnerkg.validate.data import Near
    from partnerkg.validate.prefixed import Short
    from partnerkg.validate.result import Result

DEEPEST = 8  # steps up to something with a name
STEP = " › "


def named(results: Iterable[Result], data: Near, short: Short) -> tuple[list[Result], dict[str, str]]:
    """Return results whose nodes without name have labels of their order, and what people call each."""
    found = list(results)
    terms = (
        term
        for one in found
        for term in (one.focus_node, one.value, *(added for _, added in one.annotations))
    )
    nodes = {node for term in terms for node in _without_name(term)}
    if not nodes:
        return found, {}
    keys = {node: (_place(node, data, short, set()), _signature(node, data, 2)) for node in nodes}
    labels: dict[Term, BlankNode] = {}
    names: dict[str, str] = {}
    for number, node in enumerate(sorted(nodes, key=lambda one: (keys[one], one.value)), start=1):
        labels[node] = BlankNode(f"node{number}")
        place = keys[node][0]
        alike = sum(name == place or name.startswith(f"{place} (") for name in names.values())
        names[f"node{number}"] = f"{place} ({alike + 1})" if alike else place
    return [_relabelled(result, labels) for result in found], names


def _without_name(term: Term | None) -> Iterator[BlankNode]:
    if isinstance(term, BlankNode):
        yield term
    elif isinstance(term, Triple):
        yield from (node for part in term for node in _without_name(part))


def _relabelled(result: Result, labels: Mapping[Term, BlankNode]) -> Result:
    def of(term: Any) -> Any:
        if isinstance(term, Triple):
            return Triple(of(term.subject), term.predicate, of(term.object))
        return labels.get(term, term)

    value = None if result.value is None else of(result.value)
    added = tuple((way, of(term)) for way, term in result.annotations)
    return replace(result, focus_node=of(result.focus_node), value=value, annotations=added)


def _place(node: BlankNode, data: Near, short: Short, seen: set[Term]) -> str:
    """Return what leads to a node: the nearest thing with a name, and the properties from there."""
    above = sorted(
        {(quad.predicate.value, quad.subject) for quad in data.match(None, None, node)},
        key=lambda pair: (isinstance(pair[1], BlankNode), pair[0], str(pair[1])),
    )
    for predicate, subject in above:
        if isinstance(subject, NamedNode):
            return f"{short(subject.value)}{STEP}{short(predicate)}"
    for predicate, subject in above:
        if isinstance(subject, BlankNode) and subject not in seen and len(seen) < DEEPEST:
            return f"{_place(subject, data, short, seen | {node})}{STEP}{short(predicate)}"
    for said in sorted((quad.object for quad in data.match(node, _REIFIES, None)), key=str):
        if isinstance(said, Triple):
            return f"{_statement(said, data, short, seen | {node})}{STEP}reifier"
    kinds = sorted(str(quad.object) for quad in data.match(node, _TYPE, None))
    return f"[{' '.join(short(kind.strip('<>')) for kind in kinds)}]"


def _statement(said: Triple, data: Near, short: Short, seen: set[Term]) -> str:
    """Return what people call a statement that something speaks of (RDF 1.2)."""
    subject = said.subject
    if isinstance(subject, BlankNode):
        of = _place(subject, data, short, seen) if subject not in seen and len(seen) < DEEPEST else "[]"
    else:
        of = short(subject.value) if isinstance(subject, NamedNode) else str(subject)
    return f"{of}{STEP}{short(said.predicate.value)}"


def _signature(node: Term, data: Near, depth: int) -> str:
    """Return what is said of a node, in an order that is always the same."""
    if isinstance(node, Triple):
        return " ".join(_signature(term, data, 0) for term in node)
    if isinstance(node, NamedNode | Literal) or not depth:
        return str(node) if isinstance(node, NamedNode | Literal) else ""
    said = (
        f"{quad.predicate} {_signature(quad.object, data, depth - 1)}"
        for quad in data.match(node, None, None)
    )
    return "\n".join(sorted(said))


_REIFIES = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
