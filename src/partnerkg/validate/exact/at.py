"""Where a constraint is looked at: a focus node, its value nodes and a shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.asking import Asking
    from partnerkg.validate.exact.graph import Graph
    from partnerkg.validate.paths import Path
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    class Judge(Protocol):
        """What a constraint may ask of the engine that looks at it."""

        graph: Graph
        asking: Asking
        shapes: Shapes

        def conforms(self, shape: Term, node: Term) -> bool:
            """Return whether a node conforms to the shape that this term names."""

        def conforms_to(self, name: str, node: Term) -> bool:
            """Return whether a node conforms to the shape of that name."""

        def items(self, node: Term) -> list[Term] | None:
            """Return the members of a list among the shapes, None if it is none."""

        def of_class(self, kind: Term) -> list[Shape]:
            """Return the shapes that look at what is of a class, or are that class."""

        def predicate(self, shape: Shape) -> NamedNode | None:
            """Return the property that a property shape is about, None if its path is longer."""


SH = namespace("sh")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a constraint finds wrong: the value, if it is one; the rest if it is its own."""

    value: Term | None = None
    path: Path | None = None
    messages: Mapping[str, str] = field(default_factory=dict)
    annotations: tuple[tuple[str, Term], ...] = ()


@dataclass(frozen=True, slots=True)
class At:
    """A focus node with its value nodes, the shape that looks at them, and one value of its parameter."""

    engine: Judge
    shape: Shape
    node: Term
    values: Sequence[Term]
    parameter: Term

    @property
    def graph(self) -> Graph:
        """Return the data."""
        return self.engine.graph

    def others(self, name: str) -> list[Term]:
        """Return what the shape gives another parameter, such as `flags`."""
        return [value for predicate, value in self.shape.constraints if predicate == SH.iri + name]

    def members(self) -> list[Term]:
        """Return the members of the parameter if it is a list, else itself alone (SHACL 1.2 §4)."""
        listed = self.engine.items(self.parameter)
        return [self.parameter] if listed is None else listed

    def conforming(self, shape: Term) -> Iterator[Term]:
        """Yield the value nodes that conform to a shape."""
        return (value for value in self.values if self.engine.conforms(shape, value))

    def whole(self) -> int:
        """Return the parameter as a number."""
        return int(text(self.parameter))


def text(term: Term | None) -> str:
    """Return the text of a term."""
    return str(getattr(term, "value", ""))


def local(iri: str) -> str:
    """Return the local name of a parameter: the variable that holds its value (§6.2.1)."""
    return iri.rpartition("#")[2].rpartition("/")[2]


def switched(term: Term) -> bool:
    """Return whether a parameter is true."""
    return isinstance(term, Literal) and term == Literal(True)


def iri(term: Term) -> str:
    """Return an IRI, "" for anything else."""
    return term.value if isinstance(term, NamedNode) else ""
