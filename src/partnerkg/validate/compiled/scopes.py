"""The plain case of `provable`, told from the tokens alone: to parse a query takes longer than to ask it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from partnerkg.sparql.query import read
from partnerkg.sparql.tokens import MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.sparql.tokens import Token

_THIS = ("$this", "?this")
_OTHER = (
    *("MINUS", "VALUES", "SERVICE", "FROM", "GROUP", "HAVING", "LIMIT", "OFFSET"),
    *("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"),
)


def plain(text: str) -> bool:
    """Return whether every expression of a query reads `$this` where the focus nodes of its scope bind it.

    True only where no aggregate or cut is in the way, every SELECT gives `$this` on, and `$this` stands in
    brackets only in the outermost group, below EXISTS (which sees the values around it), or in an OPTIONAL
    of that group.
    """
    found = read(text).tokens
    if any(token.says(*_OTHER) for token in found) or any(token.text == "$shapesGraph" for token in found):
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
