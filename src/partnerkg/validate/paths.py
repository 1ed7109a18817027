"""Property paths of shapes: SHACL §2.3.1 read into values, written as text and as triples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from pyoxigraph import BlankNode, NamedNode, Triple

from partnerkg.errors import N_
from partnerkg.namespaces import namespace, shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Index = Mapping[Term, Mapping[str, Sequence[Term]]]

SH, RDF = namespace("sh"), namespace("rdf")
NIL = RDF.nil.value
_DEEPEST = 100  # paths in paths: no person writes so many, and no engine reads more
_MARKS = {"inversePath": "^", "zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


@dataclass(frozen=True, slots=True)
class Path:
    """A property path: one predicate (`kind` is `predicate`), or a kind of SHACL §2.3.1 over `parts`."""

    kind: str
    iri: str = ""
    parts: tuple[Path, ...] = ()

    def text(self, short: Callable[[str], str] = shorten) -> str:
        """Return the path as SPARQL writes it, in prefixed names: `org:hasSite/pk:commune`."""
        if self.kind == "predicate":
            return short(self.iri)
        if self.kind == "sequencePath":
            return "/".join(part.text(short) for part in self.parts)
        if self.kind == "alternativePath":
            return f"({'|'.join(part.text(short) for part in self.parts)})"
        mark, inner = _MARKS[self.kind], self.parts[0].text(short)
        inner = inner if self.parts[0].kind == "predicate" else f"({inner})"
        return mark + inner if mark == "^" else inner + mark


def predicate(iri: str) -> Path:
    """Return the path that is this one predicate."""
    return Path("predicate", iri)


def read(node: Term, index: Index, above: frozenset[Term] = frozenset()) -> Path:
    """Return the path that starts at `node`; ValueError if it is none of the forms of SHACL §2.3.1.

    `above` are the nodes that lead to it: a path that leads back to itself is none.
    """
    if isinstance(node, NamedNode) and node.value != NIL:
        return predicate(node.value)
    row = {} if node in above or len(above) > _DEEPEST else index.get(node, {})
    above |= {node}
    found = [(kind, value) for kind in ("alternativePath", *_MARKS) for value in row.get(SH[kind].value, ())]
    if RDF.first.value in row:  # whatever else is said of a list (path-strange of the W3C suite)
        return Path("sequencePath", parts=tuple(read(item, index, above) for item in items(node, index)))
    if len(found) != 1:
        raise ValueError(N_("sh:path is no property path"))
    kind, value = found[0]
    inner = items(value, index) if kind == "alternativePath" else [value]
    return Path(kind, parts=tuple(read(item, index, above) for item in inner))


def items(node: Term, index: Index) -> list[Term]:
    """Return the members of an RDF list, in order; ValueError if it does not end or is broken."""
    found: list[Term] = []
    seen: set[Term] = set()
    while not (isinstance(node, NamedNode) and node.value == NIL):
        row = index.get(node, {})
        if node in seen or len(row.get(RDF.first.value, ())) != 1 or len(row.get(RDF.rest.value, ())) != 1:
            raise ValueError(N_("an RDF list is broken"))
        seen.add(node)
        found.append(row[RDF.first.value][0])
        node = row[RDF.rest.value][0]
    return found


def triples(path: Path, names: Iterator[int] | None = None) -> tuple[NamedNode | BlankNode, list[Triple]]:
    """Return the node that stands for the path, and the triples that describe it (SHACL §2.3.1)."""
    names = names if names is not None else count(1)
    if path.kind == "predicate":
        return NamedNode(path.iri), []
    parts = [triples(part, names) for part in path.parts]
    below = [triple for _, described in parts for triple in described]
    nodes = [node for node, _ in parts]
    if path.kind == "sequencePath":
        node, listed = _list(nodes, names)
        return node, below + listed
    value, listed = _list(nodes, names) if path.kind == "alternativePath" else (nodes[0], [])
    here = BlankNode(f"path{next(names)}")
    return here, [*below, *listed, Triple(here, SH[path.kind], value)]


def _list(
    nodes: Sequence[NamedNode | BlankNode], names: Iterator[int]
) -> tuple[NamedNode | BlankNode, list[Triple]]:
    rest: NamedNode | BlankNode = RDF.nil
    triples: list[Triple] = []
    for node in reversed(nodes):
        here = BlankNode(f"path{next(names)}")
        triples += [Triple(here, RDF.first, node), Triple(here, RDF.rest, rest)]
        rest = here
    return rest, triples
