"""Data with what the rules of shapes add (SHACL Advanced Features §8): once, or until nothing is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import Quad

from partnerkg.errors import N_, Message, Suggestion, WrongValue
from partnerkg.namespaces import namespace
from partnerkg.translation import Several
from partnerkg.validate import explicit
from partnerkg.validate.data import Loaded
from partnerkg.validate.notices import Notice
from partnerkg.validate.prefixed import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.data import Data
    from partnerkg.validate.exact.rules import Rule
    from partnerkg.validate.shapes import Shapes

SH = namespace("sh")
ONCE, REPEATEDLY = RULES = ("once", "repeatedly")
MOST_ROUNDS = 300


@dataclass(frozen=True, slots=True)
class Entailed:
    """Data with what followed, and what must be known of it; the data as they were if no rule was asked."""

    data: Data
    notices: tuple[Notice, ...] = ()
    ran: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """Data with what the rules of shapes `added`; `more` would follow if they ran again, `idle` never run."""

    data: Data
    added: tuple[Quad, ...]
    idle: tuple[Notice, ...]
    ran: bool = False
    more: int = 0


def is_asked(shapes: Shapes) -> bool:
    """Return whether shapes ask for their rules to be run first (`sh:entailment sh:Rules`, §8.3)."""
    return any(SH.Rules in row.get(SH.entailment.value, ()) for row in shapes.index.values())


def of(data: Data, shapes: Shapes, way: str | None = None) -> Entailed:
    """Return data with what the rules of shapes add: `once`, `repeatedly`, else once if they ask for it.

    What follows is part of no graph of the data. WrongShape for a rule that
    cannot be run, or rules that never end; WrongValue if there is no such way.
    """
    if way is not None and way not in RULES:
        reason = Message(N_("rules run {known}"), known=" / ".join(RULES))
        raise WrongValue(value=way, name="rules", reason=reason, suggestion=Suggestion(way, RULES))
    if way is None and not is_asked(shapes):
        return Entailed(data)
    found = followed(data, shapes, way or ONCE)
    return Entailed(found.data, (*_said(found), *found.idle), ran=True)


def followed(data: Data, shapes: Shapes, way: str) -> Followed:
    """Return what the rules of shapes add to data; WrongShape."""
    from partnerkg.validate.exact import rules

    aimed = explicit.aimed(shapes, explicit.named(data))
    active, idle = rules.of(aimed), tuple(_idle(aimed))
    if not active:
        return Followed(data, (), idle)
    loaded = Loaded(data.everything())
    rounds = _rounds(loaded, active, shapes)
    added = next(rounds)
    for new in rounds:
        if way != REPEATEDLY:
            loaded.withdraw(new)
            return Followed(loaded, tuple(added), idle, ran=True, more=len(new))
        added += new
    return Followed(loaded, tuple(added), idle, ran=True)


def _rounds(data: Loaded, rules: Sequence[Rule], shapes: Shapes) -> Iterator[list[Quad]]:
    """Yield what each round adds, until one adds nothing; WrongShape if there is no end."""
    for count in range(MOST_ROUNDS):
        new = _round(data, rules, shapes)
        if not new and count:
            return
        yield new
    what = N_("its rules, and those of others, still give something new after {count} rounds")
    raise shapes.wrong(rules[0].shape, Message(what, count=MOST_ROUNDS))


def _idle(shapes: Shapes) -> Iterator[Notice]:
    """Yield the rules of what has no target: they run for no node."""
    for node, row in shapes.index.items():
        shape = shapes.by_iri.get(str(getattr(node, "value", node)))
        if SH.rule.value in row and (shape is None or not (shape.targets or shape.deactivated)):
            called = (
                shapes.called(shape.iri) if shape else short(str(getattr(node, "value", "")), shapes.prefixes)
            )
            what = N_("its sh:rule runs for no node: it has no target")
            yield Notice(Message(what), called, shapes.place(node))


def _said(found: Followed) -> Iterator[Notice]:
    if not found.ran:
        return
    told = Several(
        "the rules of the shapes (sh:rule) added {count} statement before anything was looked at",
        "the rules of the shapes (sh:rule) added {count} statements before anything was looked at",
        len(found.added),
    )
    yield Notice(told, left_out=False)
    if found.more:
        again = N_("run again, the rules would add more (--rules repeatedly); SHACL asks for one time")
        yield Notice(Message(again), left_out=False)


def _round(data: Loaded, rules: Sequence[Rule], shapes: Shapes) -> list[Quad]:
    """Run all rules, add what is new and return it; what is of one order does not see each other (§8.4)."""
    from partnerkg.validate.exact.rules import order

    added = []
    for _, alike in groupby(rules, lambda rule: order(rule.shape)):
        found: list[Quad] = []
        for _, own in groupby(alike, lambda rule: rule.shape.iri):
            seen: list[Quad] = []
            for _, level in groupby(own, lambda rule: rule.order):
                seen += data.add(_given(data, list(level), shapes))
            data.withdraw(seen)
            found += seen
        added += data.add(found)
    return added


def _given(data: Loaded, rules: Sequence[Rule], shapes: Shapes) -> list[Quad]:
    """Return what rules give for data as they are."""
    from partnerkg.validate.exact.asking import Asking
    from partnerkg.validate.exact.engine import Exact
    from partnerkg.validate.exact.graph import Graph

    graph = Graph(data.match, data.written())
    engine = Exact(graph, shapes, Asking(graph, shapes, data.each))
    return [Quad(*triple) for rule in rules for triple in rule.triples(engine)]
