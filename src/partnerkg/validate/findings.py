"""What a validation found in all: results, how many nodes each shape met, and the shapes that met none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from partnerkg.validate.result import Result, Rule
from partnerkg.validate.severity import Severity
from partnerkg.validate.shapes import Shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.notices import Notice
    from partnerkg.validate.result import Checked, Unmet


@dataclass(frozen=True, repr=False)
class Findings:
    """The outcome of a validation: results worst first, and how many nodes each shape met.

    `checked` has every shape that has targets, and every property shape of one. `nodes` counts the nodes
    that some shape targets, `subjects` the things the data describe, `unseen` those of them that no shape
    targets. `fail_on` is the mildest severity that makes the data fail. `engine` is what was
    asked for. `focus` are the IRIs of the things that
    alone were looked at, none if the whole graph was; `since` the earlier graph from which they changed.
    `notices` say what of the shapes was not looked at; `ways` how many constraints were `compiled`, looked at
    in an `exact` way, or by `pyshacl`; `anonymous` what people call nodes without name, by their label.
    `language` is that in which the report speaks unless told otherwise, `names` are those of the focus in it.
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
    language: str = field(default="en", compare=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def conforms(self) -> bool:
        """Return whether there is no result at all, however mild (SHACL §3.6.1)."""
        return not self.results

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
        """Return whether no result is as bad as `fail_on` and, if `strict`, nothing unmet or left out.

        What no shape looked at does not pass, but where it is asked what changed since: that may be nothing.
        """
        bad = any(result.severity >= self.fail_on for result in self.results)
        looked_at = bool(self.nodes or self.since)
        return looked_at and not bad and not (strict and (self.unmet or self.left_out))

    @property
    def left_out(self) -> tuple[Notice, ...]:
        """Return what of the shapes was not looked at."""
        return tuple(notice for notice in self.notices if notice.left_out)
