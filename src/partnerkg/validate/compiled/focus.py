"""Focus nodes as SPARQL: a group that binds `?this` to the nodes of targets, or to the values of a path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode

from partnerkg.validate.compiled import path as paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Row, Term
    from partnerkg.validate.paths import Path
    from partnerkg.validate.shape import Target

KINDS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "shape")  # that a group can find
FEW_VALUES = 100  # so many are asked for by name
ANY = "\x00"  # stands for the variable that a group binds; no IRI and no escaped literal holds it
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@dataclass(frozen=True)
class Focus:
    """Nodes to look at, by a SPARQL group that may give a node more than once.

    `few` says that they are listed, `empty` that there are none. `depth` counts the paths that led here, so
    that variables of groups inside groups differ. `known` are the nodes, if they were found otherwise: the
    group then gives only those that have a name.
    """

    template: str = field(repr=False)
    few: bool = False
    depth: int = 0
    empty: bool = False
    known: tuple[Term, ...] | None = None

    def binding(self, variable: str = "?this") -> str:
        """Return the group, binding this variable."""
        return self.template.replace(ANY, variable)

    @cached_property
    def group(self) -> str:
        """Return the group that binds `?this`; a node may come more than once."""
        return self.binding()

    @cached_property
    def distinct(self) -> str:
        """Return a group that binds `?this` to each node once."""
        return f"{{ SELECT DISTINCT ?this {{ {self.group} }} }}"

    def undescribed(self) -> Focus:
        """Return those of these nodes that are no subject of any triple."""
        described = f"OPTIONAL {{ {ANY} ?anyProperty ?anyValue }} FILTER(!BOUND(?anyProperty))"
        return Focus(f"{{ {self.template} }} {described}", self.few, self.depth, self.empty)

    def without(self, group: str) -> Focus:
        """Return these nodes but for those that a group binds, which has ANY for its variable."""
        return replace(self, template=f"{{ {self.template} MINUS {{ {group} }} }}")

    def values(self, path: Path) -> Focus:
        """Return the values that a path leads to from these nodes."""
        before, depth = f"?node{self.depth}", self.depth + 1
        reached = paths.pairs(self.binding(before), path, before, ANY)
        return Focus(f"{{ SELECT DISTINCT {ANY} {{ {reached} }} }}", False, depth, self.empty)


SUBJECTS = Focus(f"{ANY} ?anyProperty ?anyValue .")


def listed(nodes: Iterable[Term]) -> Focus:
    """Return nodes that are known; a list in SPARQL has no blank nodes, they are left out."""
    terms = " ".join(str(node) for node in nodes if not isinstance(node, BlankNode))
    return Focus(f"VALUES {ANY} {{ {terms} }}", few=True, empty=not terms)


def naming(variable: str, values: Collection[Term]) -> str:
    """Return a group of these values, "" if they are many or no IRIs: then it is not worth it."""
    if len(values) > FEW_VALUES or not all(isinstance(value, NamedNode) for value in values):
        return ""
    return f"VALUES {variable} {{ {' '.join(sorted(map(str, values)))} }} "


def targets(
    found: Sequence[Target],
    subclasses: Mapping[str, Sequence[str]],
    select: Callable[[str], Iterable[Row]],
) -> Focus:
    """Return the nodes of these targets (SHACL §2.1.3), in data that are asked what they hold."""
    graphs = dict.fromkeys(target.beyond for target in found if target.kind == "targetClass")
    groups = [
        _of_classes(
            _classes(found, subclasses, graph),
            str(NamedNode(graph)) if graph and holds(graph, select) else "",
        )
        for graph in graphs
    ]
    groups += [_group(target) for target in found if target.kind != "targetClass"]
    text = groups[0] if len(groups) == 1 else " UNION ".join(f"{{ {group} }}" for group in groups)
    return Focus(text, few=all(target.kind == "targetNode" for target in found))


def _classes(found: Iterable[Target], subclasses: Mapping[str, Sequence[str]], beyond: str) -> list[str]:
    named = [str(one.term) for one in found if one.kind == "targetClass" and one.beyond == beyond]
    return list(dict.fromkeys(each for one in named for each in subclasses.get(one, (one,))))


def _of_classes(classes: Sequence[str], beyond: str) -> str:
    if len(classes) == 1:
        return said(f"{ANY} {_TYPE} {classes[0]} .", beyond)
    return f"VALUES ?type {{ {' '.join(classes)} }} {said(f'{ANY} {_TYPE} ?type .', beyond)}"


def said(pattern: str, beyond: str) -> str:
    """Return the pattern of what any graph says, or any but this one: reference data make no record."""
    return f"GRAPH ?said {{ {pattern} }} FILTER(?said != {beyond})" if beyond else pattern


def holds(graph: str, select: Callable[[str], Iterable[Row]]) -> bool:
    """Return whether data have this graph, which says of something what it is."""
    query = f"SELECT ?thing {{ GRAPH {NamedNode(graph)} {{ ?thing {_TYPE} ?kind }} }} LIMIT 1"
    return any(True for _ in select(query))


def _group(target: Target) -> str:
    if target.kind == "targetSubjectsOf":
        return f"{ANY} {target.term} ?any ."
    if target.kind == "targetObjectsOf":
        return f"?any {target.term} {ANY} ."
    if target.kind == "shape":  # whose name stands in the data (SHACL 1.2)
        return f"{ANY} <http://www.w3.org/ns/shacl#shape> {target.term} ."
    return f"VALUES {ANY} {{ {target.term} }}"


def hierarchy(pairs: Iterable[tuple[Term | None, ...]]) -> dict[str, list[str]]:
    """Return each class with its subclasses, itself first, from pairs of subclass and class, as terms."""
    below: dict[str, list[str]] = {}
    for lower, upper in pairs:
        if isinstance(lower, NamedNode) and isinstance(upper, NamedNode | BlankNode):
            below.setdefault(str(upper), []).append(str(lower))
    return {name: _closure(name, below) for name in below}


def _closure(name: str, below: Mapping[str, Sequence[str]]) -> list[str]:
    reached = {name: None}
    waiting = [name]
    while waiting:
        new = [each for each in below.get(waiting.pop(), ()) if each not in reached]
        reached |= dict.fromkeys(new)
        waiting += new
    return list(reached)
