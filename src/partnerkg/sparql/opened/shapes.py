"""What an opened query is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import Variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.model.terms import Term


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern: terms and variables; `graph` is what GRAPH names around it, None if nothing does."""

    subject: Term | Variable
    predicate: Term | Variable
    object: Term | Variable
    graph: Term | Variable | None = None

    @property
    def places(self) -> tuple[Term | Variable, Term | Variable, Term | Variable]:
        """Return its subject, predicate and object."""
        return self.subject, self.predicate, self.object

    def triple(self, solution: Mapping[str, Term]) -> tuple[Term, Term, Term] | None:
        """Return the triple that a solution makes of it, None if it leaves a place empty."""
        subject, predicate, value = (
            solution.get(place.value) if isinstance(place, Variable) else place for place in self.places
        )
        if subject is None or predicate is None or value is None:
            return None
        return subject, predicate, value

    def within(self, solution: Mapping[str, Term]) -> Term | None:
        """Return the graph in which a solution found it, None where any graph will do."""
        return solution.get(self.graph.value) if isinstance(self.graph, Variable) else self.graph


@dataclass(frozen=True, slots=True)
class Chain:
    """A path of any length between two ends: `step` is one step of it, `path` the path in brackets."""

    start: Term | Variable
    end: Term | Variable
    path: str
    step: Opened
    graph: str | None = None

    def ends(self, solution: Mapping[str, Term]) -> tuple[Term, Term] | None:
        """Return the two ends in a solution, None if one is not there."""
        start, end = (
            solution.get(place.value) if isinstance(place, Variable) else place
            for place in (self.start, self.end)
        )
        return None if start is None or end is None else (start, end)


@dataclass(slots=True)
class Opened:
    """A query or a part of it: its prologue, its group as text, and what its solutions rest on.

    `columns` are the columns that a solution tells, `counted` those that are computed from many. `parts` are
    what is grouped or cut inside it, each with its `keys`: the variables that it shares with what is around
    it; of a part of which `some` solution will do, one is enough. `counting` says that it counts or adds
    up itself. `denials` are the places where something must not be there: a variable that is bound where a
    solution went that way, empty if all do, and one that is bound where it is there after all, empty if it
    never is. Nothing is found without a triple for each of the `musts`, the patterns that are neither
    optional nor one of several.
    """

    prologue: str = ""
    group: str = ""
    columns: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    patterns: list[Pattern] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    parts: list[Opened] = field(default_factory=list)
    musts: list[Pattern] = field(default_factory=list)
    denials: list[tuple[str, str]] = field(default_factory=list)
    some: bool = False
    counting: bool = False

    @property
    def text(self) -> str:
        """Return it as a query for everything that it finds."""
        return f"{self.prologue}SELECT DISTINCT * WHERE {self.group}"

    @property
    def counts(self) -> bool:
        """Return whether something is counted or added up in it."""
        return self.counting or any(part.counts for part in self.parts)

    @property
    def denies(self) -> bool:
        """Return whether something must not be there."""
        return bool(self.denials) or any(part.denies for part in self.parts)

    def rests_on_count(self, solution: Mapping[str, Term]) -> bool:
        """Return whether a solution was found by counting: other branches may count, and this one not."""
        return self.counting or any(part.counts for part in self.parts if part.stands_in(solution))

    def rests_on_absence(self, solution: Mapping[str, Term]) -> bool:
        """Return whether a solution was found because something is not there."""
        denied = any(
            (not way or way in solution) and (not there or there not in solution)
            for way, there in self.denials
        )
        return denied or any(part.denies for part in self.parts if part.stands_in(solution))

    def stands_in(self, solution: Mapping[str, Term]) -> bool:
        """Return whether a part stands in the branch that was found, and not in another."""
        return not self.keys or any(key in solution for key in self.keys)

    @property
    def monotone(self) -> bool:
        """Return whether the triples of a solution alone make that solution, whatever else is not there."""
        return not (self.denies or self.counts or self.counted or self.parts or self.chains)

    @property
    def grouped(self) -> bool:
        """Return whether it, or a part of it, is grouped or cut."""
        return bool(self.counted) or any(not part.some for part in self.parts)
