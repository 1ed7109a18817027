"""What a validation found: results, how many nodes each shape met, and the shapes that met none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from partnerkg.errors import N_
from partnerkg.validate.severity import Severity
from partnerkg.validate.shapes import Shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode

    from partnerkg.errors import Translate
    from partnerkg.validate.formats import Look
    from partnerkg.validate.notices import Notice
    from partnerkg.validate.paths import Path

    Node = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Result:
    """One finding: a validation result of SHACL §3.6.2; `shape` and `component` are IRIs.

    `messages` are texts by language and do not count when two results are compared; `constraint` is the node
    of a SPARQL constraint (§5.3.2).
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


@dataclass(frozen=True, slots=True)
class Rule:
    """The results of one shape, path and component; never empty."""

    results: tuple[Result, ...]

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


@dataclass(frozen=True, repr=False)
class Report:
    """The outcome of a validation: results worst first, and how many nodes each shape met.

    `checked` has every shape that has targets, and every property shape of one. `nodes` counts the nodes
    that some shape targets, `subjects` the things the data describe, `unseen` those of them that no shape
    targets. `fail_on` is the mildest severity that makes the data fail. `engine` is what was
    asked for. `focus` are the IRIs of the things that
    alone were looked at, none if the whole graph was; `since` the earlier graph from which they changed.
    `notices` say what of the shapes was not looked at; `ways` how many constraints were `compiled`, looked at
    in an `exact` way, or by `pyshacl`; `anonymous` what people call nodes without name, by their label.
    """

    results: tuple[Result, ...]
    nodes: int
    checked: Mapping[str, Checked]
    unmet: tuple[Unmet, ...]
    shapes: Shapes = field(repr=False, compare=False)
    fail_on: Severity = Severity.VIOLATION
    subjects: int = 0
    unseen: int = 0
    engine: str = "auto"
    focus: tuple[str, ...] = ()
    since: str = ""
    notices: tuple[Notice, ...] = ()
    ways: Mapping[str, int] = field(default_factory=dict, compare=False)
    anonymous: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def __repr__(self) -> str:
        verdict = "conforms" if self.conforms else "does not conform"
        return f"<Report: {verdict}, {len(self.results)} results, {self.nodes} nodes checked>"

    @property
    def conforms(self) -> bool:
        """Return whether no result is as bad as `fail_on`, whatever the milder ones."""
        return not any(result.severity >= self.fail_on for result in self.results)

    @property
    def targets(self) -> Mapping[str, int]:
        """Return how many focus nodes each shape with targets met, by its IRI."""
        return {shape.iri: self.checked[shape.iri].targeted for shape in self.shapes.targeted()}

    @property
    def counts(self) -> Mapping[Severity, int]:
        """Return the number of results of each severity, worst first, zeros included."""
        found = [result.severity for result in self.results]
        return {severity: found.count(severity) for severity in sorted(Severity, reverse=True)}

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        groups: dict[tuple[str, str, str], list[Result]] = {}
        for result in self.results:
            groups.setdefault(result.rule, []).append(result)
        rules = [Rule(tuple(results)) for results in groups.values()]
        return tuple(sorted(rules, key=lambda rule: rule.sort_key))

    def by_rule(self) -> Sequence[Rule]:
        """Return the results grouped by shape, path and component: worst first, then most frequent."""
        return self._rules

    def passes(self, strict: bool = False) -> bool:
        """Return whether the data conform and, if `strict`, all shapes were looked at and met a node."""
        return self.conforms and not (strict and (self.unmet or self.left_out))

    @property
    def left_out(self) -> tuple[Notice, ...]:
        """Return what of the shapes was not looked at."""
        return tuple(notice for notice in self.notices if notice.left_out)

    def text(self, language: str = "en", translate: Translate = N_) -> str:
        """Return the report for a person: what to do for each rule, up to three examples, and the count."""
        from partnerkg.validate.formats import Look

        return self.written("text", Look(language, translate)).removesuffix("\n")

    def to_json(self) -> str:
        """Return the report as JSON; terms as in SPARQL 1.1 Query Results JSON §3.2.2."""
        return self.written("json")

    def to_turtle(self) -> str:
        """Return the report as a sh:ValidationReport in Turtle; `sh:conforms` says there is no result."""
        return self.written("turtle")

    def written(self, name: str, look: Look | None = None) -> str:
        """Return the report in a format of `validate.formats.NAMES`; UnknownFormat if there is none such."""
        from partnerkg.validate import formats

        return "".join(formats.lines(self, name, look))
