"""Which nodes a change may have spoiled: those described otherwise, and those whose rules read them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from pyoxigraph import NamedNode

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import custom, focus, logic
from partnerkg.validate.compiled.run import SUBCLASSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.data import Data
    from partnerkg.validate.paths import Path
    from partnerkg.validate.shapes import Shape, Shapes

SH = namespace("sh")
AT_ONCE = 500  # nodes in one query
OF_QUERY = 2  # steps that a SPARQL constraint is taken to read
FARTHEST = 3
FEW = 5  # focus nodes of a rule about the whole


def nodes(
    changed: Collection[Term], pointed_at: Collection[Term], data: Data, shapes: Shapes
) -> list[NamedNode]:
    """Return the nodes to look at again after these subjects changed: themselves and what leads to them.

    `pointed_at` are the objects of what is said of them no longer, or newly; they are looked at too.
    As many steps are followed backwards as the paths of the shapes have before their last, at most
    `FARTHEST`; a SPARQL constraint counts as `OF_QUERY` steps. Nodes without name are not followed. A rule
    about the graph as a whole has few focus nodes, such as the dataset: these are always looked at.
    """
    affected = {node: None for node in changed if isinstance(node, NamedNode)}
    latest, inverse = list(affected), _inverse(shapes)
    for _ in range(reach(shapes)):
        latest = [node for node in _before(latest, inverse, data) if node not in affected]
        affected |= dict.fromkeys(latest)
    affected |= {node: None for node in pointed_at if isinstance(node, NamedNode)}
    affected |= dict.fromkeys(_of_the_whole(data, shapes) if affected else ())
    return sorted(affected, key=str)


def _of_the_whole(data: Data, shapes: Shapes) -> Iterator[NamedNode]:
    subclasses = focus.hierarchy(data.each(SUBCLASSES))
    for shape in shapes.targeted():
        if any(True for _ in custom.constraints(shape, shapes)):
            group = focus.targets(shape.targets, subclasses).group
            rows = list(data.each(f"SELECT DISTINCT ?this {{ {group} }} LIMIT {FEW + 1}"))
            if len(rows) <= FEW:
                yield from (row[0] for row in rows if isinstance(row[0], NamedNode))


def _before(latest: list[NamedNode], inverse: Collection[str], data: Data) -> Iterator[NamedNode]:
    """Yield what leads to these nodes by a statement, or by an inverse path of the shapes."""
    rest, against = iter(latest), " ".join(f"<{predicate}>" for predicate in sorted(inverse))
    while chunk := list(islice(rest, AT_ONCE)):
        values = " ".join(map(str, chunk))
        ways = f"{{ ?s ?p ?o }} UNION {{ VALUES ?p {{ {against} }} ?o ?p ?s }}" if against else "?s ?p ?o"
        for row in data.each(f"SELECT DISTINCT ?s {{ VALUES ?o {{ {values} }} {ways} }}"):
            if isinstance(row[0], NamedNode):
                yield row[0]


def reach(shapes: Shapes) -> int:
    """Return how many steps before its last the longest path of the shapes has, nested shapes included."""
    longest = max((_depth(shape, shapes) for shape in shapes.targeted()), default=1)
    return min(longest - 1, FARTHEST)


def _depth(shape: Shape, shapes: Shapes) -> int:
    own = _length(shape.path) if shape.path else 0
    below = [_depth(shapes.by_iri[name], shapes) for name in logic.referred(shape, shapes)]
    asked = [OF_QUERY for _ in custom.constraints(shape, shapes)]
    # A constraint such as sh:class reads one triple more, of the value.
    reads = 1 if shape.path is None or any(name == SH["class"].value for name, _ in shape.constraints) else 0
    return own + max([reads, *below, *asked])


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
