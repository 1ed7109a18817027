"""Constraints on one value at a time: its type, its range, its text (SHACL §4.1, §4.3, §4.4, §4.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from partnerkg.validate import patterns
from partnerkg.validate.exact import literals
from partnerkg.validate.exact.at import SH, At, Finding, switched, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Test = Callable[[At, Term], bool]

_KINDS: dict[str, tuple[type, ...]] = {
    "IRI": (NamedNode,),
    "BlankNode": (BlankNode,),
    "Literal": (Literal,),
    "TripleTerm": (Triple,),
    "BlankNodeOrIRI": (BlankNode, NamedNode),
    "BlankNodeOrLiteral": (BlankNode, Literal),
    "IRIOrLiteral": (NamedNode, Literal),
}
_LINE_ENDS = frozenset("\n\r\f\v")


def of(passes: Test) -> Callable[[At], Iterator[Finding]]:
    """Return the constraint that each value node must pass this test."""
    return lambda at: (Finding(value) for value in at.values if not passes(at, value))


def _class(at: At, value: Term) -> bool:
    return at.graph.is_a(value, at.members())


def _datatype(at: At, value: Term) -> bool:
    return isinstance(value, Literal) and value.datatype in at.members() and literals.is_formed(value)


def _node_kind(at: At, value: Term) -> bool:
    return any(isinstance(value, _KINDS[text(kind).removeprefix(SH.iri)]) for kind in at.members())


def _compared(sign: str, turned: bool = False) -> Test:
    def passes(at: At, value: Term) -> bool:
        one, other = (at.parameter, value) if turned else (value, at.parameter)
        return literals.holds(one, sign, other)

    return passes


def _length(value: Term) -> int | None:
    return len(value.value) if isinstance(value, NamedNode | Literal) else None


def _min_length(at: At, value: Term) -> bool:
    length = _length(value)
    return length is not None and length >= at.whole()


def _max_length(at: At, value: Term) -> bool:
    length = _length(value)
    return length is not None and length <= at.whole()


def _pattern(at: At, value: Term) -> bool:
    if not isinstance(value, NamedNode | Literal):
        return False
    flags = "".join(map(text, at.others("flags")))
    return patterns.matches(text(at.parameter), flags, value.value)


def _single_line(at: At, value: Term) -> bool:
    return not (switched(at.parameter) and isinstance(value, Literal) and _LINE_ENDS & set(value.value))


def _language_in(at: At, value: Term) -> bool:
    tag = (value.language or "") if isinstance(value, Literal) else ""
    return any(_fits(tag.casefold(), text(wanted).casefold()) for wanted in at.members())


def _fits(tag: str, wanted: str) -> bool:
    """Return whether a tag fits a range by basic filtering (RFC 4647 §3.3.1)."""
    return bool(tag) and (wanted in {"*", tag} or tag.startswith(f"{wanted}-"))


def _in(at: At, value: Term) -> bool:
    return value in at.members()


def _root_class(at: At, value: Term) -> bool:
    return bool(set(at.members()) & at.graph.above(value))


CONSTRAINTS = {
    "class": of(_class),
    "datatype": of(_datatype),
    "nodeKind": of(_node_kind),
    "minExclusive": of(_compared("<", turned=True)),
    "minInclusive": of(_compared("<=", turned=True)),
    "maxExclusive": of(_compared("<")),
    "maxInclusive": of(_compared("<=")),
    "minLength": of(_min_length),
    "maxLength": of(_max_length),
    "pattern": of(_pattern),
    "singleLine": of(_single_line),
    "languageIn": of(_language_in),
    "in": of(_in),
    "rootClass": of(_root_class),
}
