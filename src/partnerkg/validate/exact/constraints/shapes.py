"""Constraints that lead to other shapes (SHACL §4.6, §4.7), and those on lists and on claims (SHACL 1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from partnerkg.validate.compiled import logic
from partnerkg.validate.exact.at import At, Finding, switched, text
from partnerkg.validate.exact.constraints.values import of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term


def _node(at: At, value: Term) -> bool:
    return at.engine.conforms(at.parameter, value)


def _not(at: At, value: Term) -> bool:
    return not at.engine.conforms(at.parameter, value)


def _and(at: At, value: Term) -> bool:
    return all(at.engine.conforms(member, value) for member in at.members())


def _or(at: At, value: Term) -> bool:
    return any(at.engine.conforms(member, value) for member in at.members())


def _xone(at: At, value: Term) -> bool:
    return sum(at.engine.conforms(member, value) for member in at.members()) == 1


def _some_value(at: At) -> Iterator[Finding]:
    if not any(True for _ in at.conforming(at.parameter)):
        yield Finding()


def _qualified(at: At) -> int:
    others = logic.siblings(at.shape, at.engine.shapes, text(at.parameter))
    conforming = at.conforming(at.parameter)
    return sum(not any(at.engine.conforms_to(name, value) for name in others) for value in conforming)


def qualified_min(at: At) -> Iterator[Finding]:
    """Yield a finding for each number of values asked for that is not reached."""
    yield from (Finding() for least in at.others("qualifiedMinCount") if _qualified(at) < int(text(least)))


def qualified_max(at: At) -> Iterator[Finding]:
    """Yield a finding for each number of values allowed that is passed."""
    yield from (Finding() for most in at.others("qualifiedMaxCount") if _qualified(at) > int(text(most)))


def _member_shape(at: At, value: Term) -> bool:
    members = at.graph.items(value)
    return members is not None and all(at.engine.conforms(at.parameter, each) for each in members)


def _min_list_length(at: At, value: Term) -> bool:
    members = at.graph.items(value)
    return members is not None and len(members) >= at.whole()


def _max_list_length(at: At, value: Term) -> bool:
    members = at.graph.items(value)
    return members is not None and len(members) <= at.whole()


def _unique_members(at: At, value: Term) -> bool:
    members = at.graph.items(value)
    return not switched(at.parameter) or (members is not None and len(set(members)) == len(members))


def _reifier_shape(at: At, value: Term) -> bool:
    claims = _claims(at, value)
    required = any(map(switched, at.others("reificationRequired")))
    return (bool(claims) or not required) and all(at.engine.conforms(at.parameter, each) for each in claims)


def _reification_required(at: At, value: Term) -> bool:
    """Judge where no sh:reifierShape stands beside, which sees to it too."""
    return not switched(at.parameter) or bool(at.others("reifierShape")) or bool(_claims(at, value))


def _claims(at: At, value: Term) -> list[Term]:
    predicate: NamedNode | None = at.engine.predicate(at.shape)
    return [] if predicate is None else at.graph.claims(at.node, predicate, value)


CONSTRAINTS = {
    "node": of(_node),
    "not": of(_not),
    "and": of(_and),
    "or": of(_or),
    "xone": of(_xone),
    "someValue": _some_value,
    "memberShape": of(_member_shape),
    "minListLength": of(_min_list_length),
    "maxListLength": of(_max_list_length),
    "uniqueMembers": of(_unique_members),
    "reifierShape": of(_reifier_shape),
    "reificationRequired": of(_reification_required),
}
