"""Which nodes a change may have spoiled: those described otherwise, and those whose rules read them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice

from pyoxigraph import NamedNode, Triple

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import claims, custom, focus, logic
from partnerkg.validate.compiled.run import SUBCLASSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.data import Data
    from partnerkg.validate.paths import Path
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH = namespace("sh")
AT_ONCE = 500  # nodes in one query
OF_QUERY = 2  # steps that a SPARQL constraint is taken to read
FARTHEST = 3
FEW = 5  # focus nodes of a rule about the whole
# Constraints that look at a value and at nothing that is said of it; those that lead to other shapes or to a
# query, which are looked at themselves; and those that read its class, or another property of the focus node.
_OF_VALUES = frozenset(
    (
        *("minCount", "maxCount", "datatype", "nodeKind", "minLength", "maxLength", "pattern", "languageIn"),
        *("uniqueLang", "hasValue", "in", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive"),
        *("flags", "singleLine", "qualifiedMinCount", "qualifiedMaxCount", "qualifiedValueShapesDisjoint"),
    )
)
_ELSEWHERE = frozenset(
    SH[name].value
    for name in (
        *("sparql", "node", "property", "not", "and", "or", "xone", "qualifiedValueShape", "someValue"),
        *("expression", "nodeByExpression"),
    )
)
_EXPRESSIONS = frozenset(SH[name].value for name in ("expression", "nodeByExpression"))
_OF_STATEMENTS = frozenset(("reifierShape", "reificationRequired"))
_OF_CLASSES = frozenset(("class", "rootClass"))
_OF_PROPERTIES = frozenset(("equals", "disjoint", "lessThan", "lessThanOrEquals", "subsetOf"))
_TYPE, _SUBCLASS = namespace("rdf").type.value, namespace("rdfs").subClassOf.value
_CLASSES = frozenset((_TYPE, _SUBCLASS))
_TARGETS: dict[
    str, tuple[str, ...] | None
] = {  # what is read to find the nodes of a target: None for its own term
    "targetClass": (_TYPE, _SUBCLASS),
    "targetSubjectsOf": None,
    "targetObjectsOf": None,
    "targetNode": (),
    "shape": (SH.shape.value,),
}
_ANY_PREDICATE = re.compile(r"[?$]\w+\s+[?$]\w+\s+[?$<\w\"']")


def nodes(
    changed: Collection[Term],
    pointed_at: Collection[Term],
    data: Data,
    shapes: Shapes,
    predicates: Collection[str] | None = None,
) -> list[NamedNode]:
    """Return the nodes to look at again after these subjects changed: themselves and what leads to them.

    `pointed_at` are the objects of what is said of them no longer, or newly; they are looked at too, and of a
    statement its subject.
    As many steps are followed backwards as the paths of the shapes have before the last that goes along one
    of the changed `predicates`, None for any, at most `FARTHEST`; a SPARQL constraint counts as `OF_QUERY`
    steps. Nodes without name are not followed. A rule about the graph as a whole has few focus nodes, such
    as the dataset: these are always looked at.
    """
    affected = {node: None for node in changed if isinstance(node, NamedNode)}
    latest, ways = list(affected), _backwards(shapes, data)
    for _ in range(reach(shapes, predicates)):
        latest = [node for node in _before(latest, ways, data) if node not in affected]
        affected |= dict.fromkeys(latest)
    stated = (node.subject if isinstance(node, Triple) else node for node in pointed_at)
    affected |= {node: None for node in stated if isinstance(node, NamedNode)}
    affected |= dict.fromkeys(_of_the_whole(data, shapes, predicates) if affected else ())
    if predicates is not None and _SUBCLASS in predicates:
        affected |= dict.fromkeys(_instances(changed, data))
    return sorted(affected, key=str)


def read(shapes: Shapes, predicates: Collection[str]) -> frozenset[str]:
    """Return those of these properties that some shape looks at: what is said by others spoils nothing."""
    targets = [target for shape in shapes.targeted() for target in shape.targets]
    if any(target.kind not in _TARGETS for target in targets):
        return frozenset(predicates)
    aimed = {getattr(target.term, "value", "") for target in targets if _TARGETS[target.kind] is None}
    aimed |= {name for target in targets for name in _TARGETS[target.kind] or ()}
    return frozenset(
        name
        for name in predicates
        if name in aimed or any(_depth(shape, shapes, (name,)) for shape in shapes.targeted())
    )


def _instances(changed: Collection[Term], data: Data) -> Iterator[NamedNode]:
    """Yield what is of one of these classes, which have other classes above them now."""
    for kind in changed:
        if isinstance(kind, NamedNode):
            of = f"?s <{_TYPE}>/<{_SUBCLASS}>* {kind}"
            yield from (
                row[0] for row in data.each(f"SELECT DISTINCT ?s {{ {of} }}") if isinstance(row[0], NamedNode)
            )


def _of_the_whole(data: Data, shapes: Shapes, predicates: Collection[str] | None) -> Iterator[NamedNode]:
    subclasses = focus.hierarchy(data.each(SUBCLASSES))
    for shape in shapes.targeted():
        if any(_may_read(one, predicates) for one in custom.constraints(shape, shapes)):
            group = focus.targets(shape.targets, subclasses, data.each).group
            rows = list(data.each(f"SELECT DISTINCT ?this {{ {group} }} LIMIT {FEW + 1}"))
            if len(rows) <= FEW:
                yield from (row[0] for row in rows if isinstance(row[0], NamedNode))


def _backwards(shapes: Shapes, data: Data) -> str:
    """Return a pattern that finds what leads to ?o as ?s, if only some shape goes along it.

    A statement leads to its object, or an inverse path to its subject; and what a claim states leads to the
    claim, the named graph or the reifier that a shape asks about.
    """
    ways = ["?s ?p ?o"]
    if against := " ".join(f"<{predicate}>" for predicate in sorted(_inverse(shapes))):
        ways.append(f"VALUES ?p {{ {against} }} ?o ?p ?s")
    if any(name.removeprefix(SH.iri) in claims.NAMES for shape in shapes for name, _ in shape.constraints):
        reified = bool(list(data.each(claims.REIFIERS)))
        ways.append(claims.group("?s ?p ?stated", "?o", reified))
    return " UNION ".join(f"{{ {way} }}" for way in ways)


def _before(latest: list[NamedNode], ways: str, data: Data) -> Iterator[NamedNode]:
    """Yield what leads to these nodes."""
    rest = iter(latest)
    while chunk := list(islice(rest, AT_ONCE)):
        values = " ".join(map(str, chunk))
        for row in data.each(f"SELECT DISTINCT ?s {{ VALUES ?o {{ {values} }} {ways} }}"):
            if isinstance(row[0], NamedNode):
                yield row[0]


def reach(shapes: Shapes, predicates: Collection[str] | None = None) -> int:
    """Return how many steps shapes go, nested ones included, before they read one of these predicates."""
    longest = max((_depth(shape, shapes, predicates) for shape in shapes.targeted()), default=1)
    return min(max(longest, 1) - 1, FARTHEST)


def _depth(shape: Shape, shapes: Shapes, predicates: Collection[str] | None) -> int:
    """Return how many steps a shape goes until it has read the last of these predicates, 0 if none."""
    own = _length(shape.path) if shape.path else 0
    below = [_depth(shapes.by_iri[name], shapes, predicates) for name in logic.referred(shape, shapes)]
    asked = [OF_QUERY for one in custom.constraints(shape, shapes) if _may_read(one, predicates)]
    reads = [1 for name, value in shape.constraints if _reads(name, value, predicates)]
    reads += [FARTHEST for name, _ in shape.constraints if name in _EXPRESSIONS]
    deeper = max([*below, *asked, *reads], default=0)
    return max(_last(shape.path, predicates) if shape.path else 0, own + deeper if deeper else 0)


def _reads(name: str, value: Term, predicates: Collection[str] | None) -> bool:
    """Return whether a constraint reads what is said of a value, not the value alone."""
    local = name.removeprefix(SH.iri)
    if local in _OF_VALUES or name in _ELSEWHERE:
        return False
    if predicates is None or local not in _OF_CLASSES | _OF_PROPERTIES | _OF_STATEMENTS:
        return True
    wanted = _CLASSES if local in _OF_CLASSES else {getattr(value, "value", "")}
    if local in _OF_STATEMENTS:
        wanted = {namespace("rdf").reifies.value}
    return not wanted.isdisjoint(predicates)


def _may_read(query: custom.Custom, predicates: Collection[str] | None) -> bool:
    """Return whether a query names a predicate, or asks for any."""
    text = query.query.text
    if predicates is None or _ANY_PREDICATE.search(text[text.index("{") :]):
        return True
    return not custom.names(query.query).isdisjoint(predicates)


def _last(path: Path, predicates: Collection[str] | None) -> int:
    """Return at which step of a path one of these predicates stands last, 0 if none does."""
    if path.kind == "predicate":
        return int(predicates is None or path.iri in predicates)
    if path.kind == "sequencePath":
        steps, step = 0, 0
        for part in path.parts:
            last = _last(part, predicates)
            step = steps + last if last else step
            steps += _length(part)
        return step
    last = max(_last(part, predicates) for part in path.parts)
    return FARTHEST + 1 if last and path.kind in ("zeroOrMorePath", "oneOrMorePath") else last


def _inverse(shapes: Shapes) -> set[str]:
    """Return the predicates that some path of the shapes goes along against their direction."""
    paths = [shape.path for shape in shapes if shape.path]
    return {
        one.iri for path in _within(paths) if path.kind == "inversePath" for one in _within([path]) if one.iri
    }


def _within(paths: Collection[Path]) -> Iterator[Path]:
    for path in paths:
        yield path
        yield from _within(path.parts)


def _length(path: Path) -> int:
    if path.kind == "predicate":
        return 1
    if path.kind == "sequencePath":
        return sum(map(_length, path.parts))
    if path.kind in ("zeroOrMorePath", "oneOrMorePath"):
        return FARTHEST + 1  # as long as is followed
    return max(map(_length, path.parts))
