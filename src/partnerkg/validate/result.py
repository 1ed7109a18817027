"""What a validation finds, as values: results, the rules they go by, and how many nodes a shape met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from partnerkg.namespaces import shorten
from partnerkg.validate.severity import Severity
from partnerkg.visible import brief, many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode

    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Path

    Node = NamedNode | BlankNode | Literal
    Found = list[tuple[Node, "Result"]]


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """One finding: a validation result of SHACL §3.6.2; `shape` and `component` are IRIs.

    `messages` are texts by language and do not count when two results are compared; `constraint` is the node
    of a SPARQL constraint (§5.3.2), `annotations` what its query says besides (`sh:resultAnnotation`).
    """

    focus_node: Node
    path: Path | None
    value: Node | None
    severity: Severity
    shape: str
    component: str
    messages: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    own_severity: str = ""
    constraint: str = ""
    annotations: tuple[tuple[str, Term], ...] = field(default=(), compare=False, repr=False)

    def __repr__(self) -> str:
        node = brief(shorten(self.focus_node.value))
        return f"<Result: {self.severity.name.lower()}, {shorten(self.shape)}, {node}>"

    @property
    def severity_iri(self) -> str:
        """Return the IRI of the severity: that of the shape where it has one of its own."""
        return self.own_severity or self.severity.iri

    @property
    def rule(self) -> tuple[str, str, str]:
        """Return what tells one rule from another: shape, path as text, component."""
        return self.shape, self.path.text() if self.path else "", self.component

    @property
    def sort_key(self) -> tuple[int, tuple[str, str, str], str, str]:
        """Return a key that puts the worst first, then orders by rule, focus node and value."""
        return -self.severity, self.rule, str(self.focus_node), str(self.value)


@dataclass(frozen=True, slots=True, repr=False)
class Rule:
    """The results of one shape, path and component; never empty."""

    results: tuple[Result, ...]

    def __repr__(self) -> str:
        first = self.first
        results = many(len(self.results), "result")
        return f"<Rule: {first.severity.name.lower()}, {shorten(first.shape)}, {results}>"

    @property
    def first(self) -> Result:
        """Return one result, to read shape, path, component, severity and messages from."""
        return self.results[0]

    @property
    def nodes(self) -> int:
        """Return on how many nodes there are results; a node may have several."""
        return len({result.focus_node for result in self.results})

    @property
    def valued(self) -> bool:
        """Return whether a result tells a value besides the node."""
        return any(result.value not in (None, result.focus_node) for result in self.results)

    @property
    def sort_key(self) -> tuple[int, int, tuple[str, str, str]]:
        """Return a key that puts the worst first, then the most frequent."""
        return -self.first.severity, -len(self.results), self.first.rule


@dataclass(frozen=True, slots=True)
class Unmet:
    """A shape whose targets met no node; `undeclared` are its target terms that the data never describe."""

    shape: str
    targets: tuple[str, ...]
    undeclared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """How many nodes a shape was asked about, and what came of it; the last three add up to the first.

    A node is not applicable to a property shape if it has no value there and none is asked for.
    """

    targeted: int
    conforming: int
    violating: int
    not_applicable: int = 0
