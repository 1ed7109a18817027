"""Shapes that lead back to themselves: SHACL leaves open what they mean (§3.4.3); the answer is one.

All pairs of such a shape and a node are first taken to fit, then judged again and again, all at once, until
none changes. Without negation that is the largest set of pairs which fit together. What swings for ever, as a
shape that asks not to be met, is taken to fit where others lead to it.
"""

from __future__ import annotations

from collections.abc import Callable

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import coverage, logic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shapes import Shapes

    Pair = tuple[str, Term]
    Judge = Callable[[str, Term], bool]

SH = namespace("sh")
_DENYING = (
    "not",
    "xone",
    "qualifiedMaxCount",
    "qualifiedValueShapesDisjoint",
    "nodeByExpression",
    "expression",
)


class Circle:
    """Pairs of shapes that lead to each other and of nodes, and what is thought of each so far."""

    def __init__(self, names: frozenset[str], shapes: Shapes) -> None:
        """Take the names of the shapes, and where they are described."""
        self.names = names
        self.positive = _is_positive(names, shapes)  # what fits more never makes another fit less
        self._fits: dict[Pair, bool] = {}
        self._askers: dict[Pair, set[Pair]] = {}  # who was judged by what is thought of a pair
        self._asking: Pair | None = None
        self._new: list[Pair] = []

    def fits(self, pair: Pair) -> bool:
        """Return what is thought of a pair, which is looked at too from now on."""
        if pair not in self._fits:
            self._fits[pair] = True
            self._new.append(pair)
        if self._asking is not None:
            self._askers.setdefault(pair, set()).add(self._asking)
        return self._fits[pair]

    def judged(self, pair: Pair, judge: Judge) -> dict[Pair, bool]:
        """Return whether this pair fits, and all that it depends on."""
        self.fits(pair)
        self._discover(judge)
        while not self._settled(judge):  # a pair that was met later is to be judged from the start
            self._fits = dict.fromkeys(self._fits, True)
            self._discover(judge)
        return self._fits

    def _discover(self, judge: Judge) -> None:
        """Find the pairs that those known depend on while all are taken to fit."""
        while self._new:
            self._judge(self._new.pop(), judge)

    def _judge(self, pair: Pair, judge: Judge) -> bool:
        self._asking = pair
        try:
            return judge(*pair)
        finally:
            self._asking = None

    def _settled(self, judge: Judge) -> bool:
        """Judge until nothing changes, or all comes again; False as soon as a new pair is met."""
        waiting = set(self._fits)
        failing: set[Pair] = set()
        kept: set[Pair] = set()  # what failed in a round that is looked for in those after it
        swinging: set[Pair] = set()  # what changed since
        rounds, until = 0, 1
        while waiting:
            changed = {pair for pair in waiting if self._judge(pair, judge) != self._fits[pair]}
            if self._new:
                return False
            self._fits.update((pair, not self._fits[pair]) for pair in changed)
            failing ^= changed
            swinging |= changed
            waiting = set().union(*(self._askers.get(pair, ()) for pair in changed))
            if waiting and failing == kept:
                self._fits.update(dict.fromkeys(swinging, True))
                return True
            rounds += 1
            if rounds == until:
                kept, swinging, until = set(failing), set(), 2 * until
        return True


def circle(name: str, shapes: Shapes) -> frozenset[str]:
    """Return the shapes that a shape leads to and that lead back to it, nothing if it never comes back."""
    key = "circle", name
    if name not in coverage.recursive(shapes):
        return frozenset()
    if key not in shapes.memory:
        below = _below(name, shapes)
        found = frozenset(other for other in below if name in _below(other, shapes))
        shapes.memory.update({("circle", other): found for other in found})
    names: frozenset[str] = shapes.memory[key]
    return names


def _is_positive(names: frozenset[str], shapes: Shapes) -> bool:
    constraints = [name for each in names for name, _ in shapes.by_iri[each].constraints]
    return all(name.removeprefix(SH.iri) not in _DENYING for name in constraints)


def _below(name: str, shapes: Shapes) -> set[str]:
    waiting, found = [name], set[str]()
    while waiting:
        shape = shapes.by_iri.get(waiting.pop())
        for other in logic.referred(shape, shapes) if shape else ():
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
