"""What is said of a statement (SHACL 1.2 §7.8.5): its reifiers, and the named graphs that state it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Literal

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import path
from partnerkg.validate.compiled.checks import NODE, VALUE
from partnerkg.validate.compiled.focus import ANY
from partnerkg.validate.compiled.tests import constants

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.compiled.checks import Asked
    from partnerkg.validate.compiled.focus import Focus
    from partnerkg.validate.paths import Path
    from partnerkg.validate.result import Node

    Row = tuple[Term | None, ...]
    Select = Callable[[str], Iterable[Row]]

RDF = namespace("rdf")
NAMES = frozenset(("reifierShape", "reificationRequired"))
# Asked once: the syntax of triple terms is put only to data that have reifiers.
REIFIERS = f"SELECT DISTINCT ?reified {{ ?reifier {RDF.reifies} ?reified }} LIMIT 1"


def failures(
    asked: Asked, select: Select, failing: Callable[[str, Focus], set[Node]]
) -> Iterator[tuple[Node, Node]]:
    """Yield focus node and value of each statement of which not enough is said."""
    way = asked.shape.path
    wanted = constants(asked.shape, "reifierShape")
    required = Literal(True) in constants(asked.shape, "reificationRequired")
    if way is None or way.kind != "predicate" or not (wanted or required):
        return
    reified = bool(list(select(REIFIERS)))
    claims: dict[tuple[Node, Node], set[Node]] = {}
    said = group(f"{NODE} <{way.iri}> {VALUE}", "?claim", reified)
    text = f"SELECT DISTINCT {NODE} {VALUE} ?claim {{ {asked.pairs} OPTIONAL {{ {said} }} }}"
    for node, value, claim in select(text):
        saying = claims.setdefault((node, value), set())  # type: ignore[arg-type]
        saying |= {claim} if claim is not None else set()  # type: ignore[arg-type]
    focus = _focus(asked, way, reified)
    bads = [failing(str(getattr(shape, "value", shape)), focus) for shape in wanted]
    for bad in bads or [set()]:
        for (node, value), saying in claims.items():
            if (required and not saying) or not bad.isdisjoint(saying):
                yield node, value


def group(triple: str, claim: str, reified: bool) -> str:
    """Return a pattern that finds what states a triple: named graphs, and its reifiers if there are any."""
    graph = f"{{ GRAPH {claim} {{ {triple} }} }}"
    return f"{graph} UNION {{ {claim} {RDF.reifies} <<( {triple} )>> }}" if reified else graph


def _focus(asked: Asked, way: Path, reified: bool) -> Focus:
    """Return the claims as nodes to ask a shape about."""
    depth = asked.focus.depth
    node, value = f"?node{depth}", f"?node{depth}Value"
    said = group(f"{node} <{way.iri}> {value}", ANY, reified)
    reached = path.pairs(asked.focus.binding(node), way, node, value)
    template = f"{{ SELECT DISTINCT {ANY} {{ {reached} {said} }} }}"
    return replace(asked.focus, template=template, few=False, depth=depth + 1)
