"""The plain case of `provable`, told from the tokens alone: to parse a query takes longer than to ask it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from partnerkg.errors import N_
from partnerkg.sparql.tokens import MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.sparql.tokens import Token

_THIS = ("$this", "?this")
_OTHER = (
    *("MINUS", "VALUES", "SERVICE", "FROM", "GROUP", "HAVING", "LIMIT", "OFFSET"),
    *("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"),
)


# What a query with variables bound beforehand must not have (SHACL appendix A).
_ILL_FORMED = {
    "MINUS": N_("its query has MINUS, which SHACL does not allow; write FILTER NOT EXISTS"),
    "SERVICE": N_("its query has SERVICE, which SHACL does not allow"),
    "VALUES": N_("its query has VALUES, which SHACL does not allow; write FILTER (… IN (…))"),
    "FROM": N_("its query has FROM; it is asked of the data alone"),
}


def fault(found: Sequence[Token], bound: Sequence[str]) -> str | None:
    """Return why variables cannot be bound in a query beforehand, None if they can (SHACL appendix A)."""
    for token in found:
        if token.says(*_ILL_FORMED):
            return _ILL_FORMED[token.text.upper()]
    if any(before.says("AS") and token.text[1:] in bound for before, token in pairwise(found)):
        return N_("its query binds a variable that has a value beforehand, such as $this")
    inner = [number for number, token in enumerate(found) if token.says("SELECT") and token.depth]
    for start in inner:
        names = {token.text for token in takewhile(lambda one: not one.marks("{"), found[start:])}
        if not names & set(_THIS):
            return N_("a SELECT inside its query does not give $this, which SHACL asks for")
    return None


def plain(found: Sequence[Token]) -> bool:
    """Return whether every expression of a query reads `$this` where the focus nodes of its scope bind it.

    True only where no aggregate or cut is in the way, every SELECT gives `$this` on, and `$this` stands in
    brackets only in the outermost group, below EXISTS (which sees the values around it), or in an OPTIONAL
    of that group.
    """
    if any(token.says(*_OTHER) for token in found):
        return False
    if not _gives_this(found) or _binds_this(found):
        return False
    return _read_in_scope(found)


def _gives_this(found: Sequence[Token]) -> bool:
    """Return whether it is a SELECT that names `$this` among its variables, as do all inside it."""
    starts = [number for number, token in enumerate(found) if token.says("SELECT")]
    selected = (takewhile(lambda one: not one.marks("{"), found[start:]) for start in starts)
    return bool(starts) and all(any(one.text in _THIS for one in group) for group in selected)


def _binds_this(found: Sequence[Token]) -> bool:
    return any(before.says("AS") and token.text in _THIS for before, token in pairwise(found))


def _read_in_scope(found: Sequence[Token]) -> bool:
    """Return whether each `$this` inside brackets is in a scope where it has a value."""
    open_: list[str] = []  # what opened each group and bracket around a token: its keyword, or its mark
    before = None
    for token in found:
        if token.kind == MARK and token.text in "{([":
            open_ = [*open_[: token.depth], _opener(token, before)]
        else:
            del open_[token.depth + (token.kind == MARK and token.text in "})]") :]
        if token.text in _THIS and "(" in open_ and not _has_value(open_):
            return False
        before = token
    return True


def _opener(token: Token, before: Token | None) -> str:
    if token.text == "{" and before is not None and before.says("EXISTS", "OPTIONAL"):
        return before.text.upper()
    return token.text


def _has_value(open_: Sequence[str]) -> bool:
    """Return whether `$this` has a value behind these brackets, outermost first."""
    groups = [name for name in open_ if name not in "(["]
    inner = groups[1:]
    if not inner or inner[0] == "EXISTS":
        return True
    return inner == ["OPTIONAL"] or inner[:2] == ["OPTIONAL", "EXISTS"]
