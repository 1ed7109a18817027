"""Random shapes in the making: every kind of path and target, with the components that are handed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from benchmarks.random_terms import WILD, Node, Subject, Terms
from partnerkg.namespaces import namespace

RDF, RDFS, SH, XSD = (namespace(prefix) for prefix in ("rdf", "rdfs", "sh", "xsd"))
DEEPEST = 2
KINDS = ("IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral")
DATATYPES = ("string", "integer", "decimal", "double", "boolean", "date", "dateTime", "gYear")
# no flag x: pySHACL does not know it
PATTERNS = (("^a", ""), ("^A", "i"), ("b$", ""), ("[0-9]", ""), (".", ""), ("", ""))
# What the shipped rules ask: an exclusion, a cycle, a repetition, a path of their own, a question in another.
# Each row once, for pySHACL does not report a row said twice; the cycle of IRIs only, for rdflib sees one at
# every literal.
FOCUS_QUERIES = (
    "SELECT DISTINCT $this {{ $this <{base}p> ?x FILTER NOT EXISTS {{ $this <{base}q> ?x }} }}",
    "SELECT $this {{ $this <{base}p>+ $this FILTER (ISIRI($this)) }}",
)
VALUE_QUERIES = (
    "SELECT $this ?value {{ $this <{base}p> ?value FILTER (ISLITERAL(?value)) }}",
    """SELECT $this (<{base}q> AS ?path) ?value {{
        $this <{base}q> ?value OPTIONAL {{ ?value <{base}r> ?back }} FILTER (!BOUND(?back)) }}""",
    """SELECT DISTINCT $this ?value {{
        $this <{base}p> ?x . ?value <{base}p> ?x FILTER (STR($this) < STR(?value)) }}""",
    """SELECT $this ?value {{ {{ SELECT DISTINCT $this ?value {{ ?s <{base}r> ?value }} }}
        $this <{base}q> ?value FILTER (STRLEN(STR(?value)) > 1) }}""",
)
PATH_QUERIES = (
    "SELECT DISTINCT $this ?value {{ $this $PATH ?value FILTER (ISIRI(?value)) }}",
    "SELECT DISTINCT $this ?value {{ $this $PATH ?value FILTER NOT EXISTS {{ ?value a <{base}C> }} }}",
)


Component = Callable[["Shapes", NamedNode, int], None]
Usable = Callable[[Terms, Subject | None], dict[str, Component]]


class Shapes:
    """Shapes in the making: each has an IRI and a number, so that none refers to itself."""

    def __init__(self, terms: Terms, usable: Usable) -> None:
        """Begin with none; `usable` says which components a shape may have."""
        self.terms = terms
        self._usable = usable
        self.quads: list[Quad] = []
        self.paths: dict[NamedNode, Subject | None] = {}
        self._blanks = 0

    def say(self, subject: Subject, predicate: str, value: Node) -> None:
        """Add a statement whose predicate is of SHACL."""
        self.quads.append(Quad(subject, SH[predicate], value))

    def blank(self) -> BlankNode:
        """Return a new blank node, for lists and paths."""
        self._blanks += 1
        return BlankNode(self.terms.blank(f"l{self._blanks}"))

    def rdf_list(self, members: Sequence[Node]) -> Subject:
        """Return the start of an RDF list of the members."""
        rest: Subject = RDF.nil
        for member in reversed(members):
            here = self.blank()
            self.quads += [Quad(here, RDF.first, member), Quad(here, RDF.rest, rest)]
            rest = here
        return rest

    def shape(self, depth: int, property_: bool | None = None) -> NamedNode:
        """Return a new shape: a property shape if asked for or by chance, with up to three components."""
        iri = self.terms.name(f"S{len(self.paths)}")
        is_property = self.terms.one_in(2) if property_ is None else property_
        self.paths[iri] = path = self.path(0) if is_property else None
        self.quads.append(Quad(iri, RDF.type, SH.PropertyShape if is_property else SH.NodeShape))
        if path is not None:
            self.say(iri, "path", path)
        components = self._usable(self.terms, path)
        for _ in range(self.terms.chance.randint(1, 3)):
            component = components.pop(self.terms.chance.choice(tuple(components)))
            component(self, iri, depth)
        self._manner(iri)
        return iri

    def _manner(self, iri: NamedNode) -> None:
        if self.terms.one_in(3):
            self.say(iri, "severity", SH[self.terms.chance.choice(("Info", "Warning", "Violation"))])
        if self.terms.one_in(12):
            self.say(iri, "deactivated", Literal(True))

    def target(self, iri: NamedNode) -> None:
        """Give the shape one or two targets."""
        for _ in range(self.terms.chance.randint(1, 2)):
            kind = self.terms.chance.choice(tuple(TARGETS))
            TARGETS[kind](self, iri)

    def path(self, depth: int) -> Subject:
        """Return a property path: most often one property, else up to two levels of operators."""
        kinds = ("one", "one", "one", *PATHS) if depth < DEEPEST else ("one",)
        kind = self.terms.chance.choice(kinds)
        return PATHS[kind](self, depth) if kind in PATHS else self.terms.property()

    def operator(self, kind: str, value: Node) -> BlankNode:
        """Return a path of one operator."""
        here = self.blank()
        self.say(here, kind, value)
        return here

    def some(self, depth: int) -> list[Node]:
        """Return two paths or three."""
        return [self.path(depth + 1) for _ in range(self.terms.chance.randint(2, 3))]


def _inverse(maker: Shapes, depth: int) -> Subject:
    """Return the inverse of a property: pySHACL takes that of a sequence for the sequence of inverses."""
    wild = maker.terms.kind == WILD
    return maker.operator("inversePath", maker.path(depth + 1) if wild else maker.terms.property())


PATHS: Mapping[str, Callable[[Shapes, int], Subject]] = {
    "inverse": _inverse,
    "sequence": lambda maker, depth: maker.rdf_list(maker.some(depth)),
    "alternative": lambda maker, depth: maker.operator("alternativePath", maker.rdf_list(maker.some(depth))),
    "any": lambda maker, depth: maker.operator("zeroOrMorePath", maker.path(depth + 1)),
    "many": lambda maker, depth: maker.operator("oneOrMorePath", maker.path(depth + 1)),
    "maybe": lambda maker, depth: maker.operator("zeroOrOnePath", maker.path(depth + 1)),
}


def _implicit(maker: Shapes, iri: NamedNode) -> None:
    """Make the shape a class itself; instances are among the data only by way of the classes there."""
    maker.quads.append(Quad(iri, RDF.type, RDFS.Class))


TARGETS: Mapping[str, Callable[[Shapes, NamedNode], None]] = {
    "node": lambda maker, iri: maker.say(iri, "targetNode", maker.terms.named()),
    "class": lambda maker, iri: maker.say(iri, "targetClass", maker.terms.class_()),
    "subjects": lambda maker, iri: maker.say(iri, "targetSubjectsOf", maker.terms.property()),
    "objects": lambda maker, iri: maker.say(iri, "targetObjectsOf", maker.terms.property()),
    "implicit": _implicit,
}
