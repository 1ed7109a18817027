"""Property paths followed node by node (SHACL §2.3.1)."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from partnerkg.validate.paths import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.graph import Graph


def values(path: Path, node: Term, graph: Graph) -> list[Term]:
    """Return what a path leads to from a node, each once."""
    if path.kind == "predicate":
        return graph.objects(node, NamedNode(path.iri))
    if path.kind == "inversePath":
        return _backwards(path.parts[0], node, graph)
    if path.kind == "sequencePath":
        return _steps(path.parts, [node], graph)
    if path.kind == "alternativePath":
        return _once(value for part in path.parts for value in values(part, node, graph))
    if path.kind == "zeroOrOnePath":
        return _once([node, *values(path.parts[0], node, graph)])
    start = [node] if path.kind == "zeroOrMorePath" else values(path.parts[0], node, graph)
    return _closure(path.parts[0], start, graph)


def origins(path: Path, node: Term, graph: Graph) -> list[Term]:
    """Return from what a path leads to a node."""
    return values(reverse(path), node, graph)


def reverse(path: Path) -> Path:
    """Return the path that leads back."""
    if path.kind == "predicate":
        return Path("inversePath", parts=(path,))
    if path.kind == "inversePath":
        return path.parts[0]
    parts = tuple(map(reverse, path.parts))
    return Path(path.kind, parts=parts[::-1] if path.kind == "sequencePath" else parts)


def predicates(path: Path) -> set[str]:
    """Return the IRIs of the properties that a path goes along."""
    if path.kind == "predicate":
        return {path.iri}
    return {iri for part in path.parts for iri in predicates(part)}


def _backwards(path: Path, node: Term, graph: Graph) -> list[Term]:
    if path.kind == "predicate":
        return graph.subjects(NamedNode(path.iri), node)
    return values(reverse(path), node, graph)


def _steps(parts: Iterable[Path], nodes: list[Term], graph: Graph) -> list[Term]:
    for part in parts:
        nodes = _once(value for node in nodes for value in values(part, node, graph))
    return nodes


def _closure(part: Path, start: list[Term], graph: Graph) -> list[Term]:
    reached = dict.fromkeys(start)
    waiting = list(start)
    while waiting:
        new = [value for value in values(part, waiting.pop(), graph) if value not in reached]
        reached |= dict.fromkeys(new)
        waiting += new
    return list(reached)


def _once(nodes: Iterable[Term]) -> list[Term]:
    return list(dict.fromkeys(nodes))
