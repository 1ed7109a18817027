"""The triples by which the rows of an answer are found, and the graphs that hold them."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode, Quad, Variable

from partnerkg.namespaces import prefixes
from partnerkg.query.batches import rows, tuples
from partnerkg.query.proof.places import place
from partnerkg.sparql.query import Query
from partnerkg.store.base import GRAPHS, REFERENCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from partnerkg.model.terms import Row, Substitutions, Term
    from partnerkg.sparql.opened import Chain, Opened
    from partnerkg.store.base import Rows, Store

    Triple = tuple[Term, Term, Term]
    Need = tuple[Triple, Term | None]  # a triple, and the graph in which it must stand
    Solution = Mapping[str, Term]

MOST = 20  # triples of a group that are looked at: what is counted from more, no person reads
# The values are compared here: Virtuoso finds no text with a language among VALUES.
_HOLDERS = """SELECT DISTINCT ?s ?p ?o ?graph {
    VALUES (?s ?p) { %(values)s } GRAPH ?graph { ?s ?p ?o }
}"""
_CLAIMS = "SELECT DISTINCT ?graph { VALUES ?graph { %(values)s } ?graph a pk:Claim }"


class TooMany(Exception):
    """What is grouped is more than anybody reads."""


class Finder:
    """Finds the triples of an opened query in a store; `terms` are the values that it was told."""

    def __init__(self, store: Store, terms: Substitutions) -> None:
        self._store = store
        self._terms = terms
        self._known: dict[tuple[int, tuple[Term | None, ...]], list[Need]] = {}
        self._holders: dict[Triple, set[NamedNode]] = {}
        self._quads: dict[Need, list[tuple[NamedNode | DefaultGraph, Quad]]] = {}

    def solutions(
        self,
        opened: Opened,
        keys: Solution | None = None,
        most: int | None = None,
        only: tuple[Sequence[str], Collection[Row]] | None = None,
    ) -> list[Solution]:
        """Return what an opened query finds, with some of its variables given.

        `only` are variables with the values that are wanted of them together: of many solutions few.
        """
        group = opened.group
        names = set(Query(group).variables)
        given = {Variable(name): term for name, term in (keys or {}).items() if name in names}
        if keys is None:
            given = dict(self._terms)
            names |= {name.value for name in given}
        columns = " ".join(f"?{name}" for name in sorted(names))
        end = f" LIMIT {most}" if most else ""
        answer = self._store.select(
            f"{opened.prologue}SELECT DISTINCT {columns} WHERE {group}{end}", given or None
        )
        return [
            {name: term for name, term in zip(answer.columns, row, strict=True) if term is not None}
            for row in (answer if only is None else _those(answer, *only))
        ]

    def needs(self, opened: Opened, solution: Solution) -> list[Need]:
        """Return the triples by which a solution was found; TooMany if it groups more than MOST."""
        needs = [
            (triple, pattern.within(solution))
            for pattern in opened.patterns
            if (triple := pattern.triple(solution)) is not None
        ]
        for chain in opened.chains:
            needs += self._chain(chain, solution)
        for part in opened.parts:
            needs += self._part(part, solution)
        return needs

    def _part(self, part: Opened, solution: Solution) -> list[Need]:
        """Return the triples of what is grouped, for the values of its keys in a solution."""
        values = tuple(solution.get(key) for key in part.keys)
        if not part.stands_in(solution):
            return []
        place = (id(part), values)
        if place not in self._known:
            keys = {key: solution[key] for key in part.keys if key in solution}
            solutions = self.solutions(part, keys, MOST + 1)
            if part.some:
                solutions = sorted(solutions, key=str)[:1]
            elif len(solutions) > MOST:
                raise TooMany
            needs = (need for one in solutions for need in self.needs(part, one))
            self._known[place] = list(dict.fromkeys(needs))
        return self._known[place]

    def _chain(self, chain: Chain, solution: Solution) -> list[Need]:
        """Return the triples of the shortest way between the two ends of a chain."""
        ends = chain.ends(solution)
        if ends is None or ends[0] == ends[1]:
            return []
        place = (id(chain), ends)
        if place not in self._known:
            self._known[place] = self._way(chain, *ends)
        return self._known[place]

    def _way(self, chain: Chain, start: Term, end: Term) -> list[Need]:
        reached: dict[Term, list[Need]] = {start: []}
        waiting = [start]
        for here in waiting:
            for one in sorted(self.solutions(chain.step, {"opened_from": here}), key=str):
                there = one["opened_to"]
                if there not in reached:
                    reached[there] = reached[here] + self.needs(chain.step, one)
                    waiting.append(there)
                if there == end:
                    return reached[there]
        return []

    def look_up(self, needs: Iterable[Need]) -> None:
        """Find the graphs that hold these triples, all at once."""
        triples = sorted({triple for triple, _ in needs} - set(self._holders), key=str)
        for triple in triples:
            self._holders[triple] = set()
        for subject, predicate, value, graph in self._asked(triples):
            self._holders.setdefault((subject, predicate, value), set()).add(graph)
        graphs = {graph.value for holders in self._holders.values() for graph in holders}
        given = {prefixes()["graph"] + name for name in GRAPHS[REFERENCE]}  # described as claims all the same
        self.claims = {row[0] for row in rows(_CLAIMS, graphs - given, self._store)}

    def _asked(self, triples: list[Triple]) -> Iterator[tuple[Term, Term, Term, NamedNode]]:
        wanted, ends = set(triples), sorted({triple[:2] for triple in triples}, key=str)
        for subject, predicate, value, graph in tuples(_HOLDERS, ends, self._store):
            if (subject, predicate, value) in wanted:
                yield subject, predicate, value, graph  # type: ignore[misc]

    def keepers(self, need: Need) -> frozenset[NamedNode] | None:
        """Return the claims of which any gives a triple, or the place whose words it tells of.

        There are none for what is given, None if it is not there.
        """
        holders = self.holders(need)
        if not holders:
            return None
        if holders <= self.claims:
            return frozenset(holders)
        here = place(need[0])
        return frozenset() if here is None else frozenset({here})

    def holders(self, need: Need) -> set[NamedNode]:
        """Return the graphs of which each has a triple where it must stand; none if it is not there."""
        triple, graph = need
        holders = self._holders.get(triple, set())
        return holders if graph is None else {holder for holder in holders if holder == graph}

    def quads(self, need: Need) -> list[tuple[NamedNode | DefaultGraph, Quad]]:
        """Return a triple in each graph that has it where it must stand, and in the default graph."""
        if need not in self._quads:
            graphs: tuple[NamedNode | DefaultGraph, ...] = (*self.holders(need), DefaultGraph())
            self._quads[need] = [(graph, Quad(*need[0], graph)) for graph in graphs]  # type: ignore[arg-type]
        return self._quads[need]


def _those(answer: Rows, names: Sequence[str], wanted: Collection[Row]) -> Iterator[Row]:
    """Yield the rows in which some columns hold values that are wanted, nothing in one that is not there."""
    places = [answer.columns.index(name) if name in answer.columns else None for name in names]
    for row in answer:
        if tuple(None if place is None else row[place] for place in places) in wanted:
            yield row
