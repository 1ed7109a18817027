"""The groups of a query in which a variable of the outermost one stands for the same thing."""

from __future__ import annotations

from functools import lru_cache

from partnerkg.sparql.query import read
from partnerkg.sparql.tokens import VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.sparql.tokens import Token


class _Group:
    """A group while it is read: it `hides` the variable from what is inside it, `names` or `binds` it."""

    __slots__ = ("binds", "hides", "names", "selects", "start")

    def __init__(self, start: int, selects: bool, hides: bool) -> None:
        self.start = start
        self.selects = selects
        self.hides = hides
        self.names = self.binds = False


@lru_cache(maxsize=256)
def naming(text: str, name: str) -> tuple[int, ...]:
    """Return where the groups inside the outermost one begin that name a variable, behind their brackets.

    Not those of a subquery that does not show it (SPARQL 1.1 §12) or that cuts what it finds, nor a group
    that binds it, nor the inside of LATERAL, which sees what is around it.
    """
    query = read(text)
    found: list[int] = []
    stack: list[_Group] = []
    rest = query.tokens[query.group or 0 :]
    for place, token in enumerate(rest):
        if token.marks("{"):
            stack.append(_opened(rest, place, name, stack))
        elif token.marks("}") and stack:
            group = stack.pop()
            if stack and group.names and not (group in stack or group.binds or group.hides or group.selects):
                found.append(group.start)
            if not stack:
                break
        elif token.kind == VARIABLE and token.text[1:] == name and stack:
            stack[-1].names = True
            stack[-1].binds |= rest[place - 1].says("AS")
    return tuple(sorted(found))


def _opened(rest: Sequence[Token], place: int, name: str, stack: Sequence[_Group]) -> _Group:
    """Return the group that begins at a place; what is inside LATERAL belongs to the group around it."""
    lateral = len(stack) > 1 and stack[-1] is stack[-2]
    if stack and (lateral or rest[place - 1].says("LATERAL")):
        return stack[-1]
    inside = rest[place + 1 :]
    selects = bool(inside) and inside[0].says("SELECT")
    hides = (bool(stack) and stack[-1].hides) or (selects and _hides(inside, name))
    return _Group(rest[place].start + 1, selects, hides)


def _hides(inside: Sequence[Token], name: str) -> bool:
    """Return whether a subquery does not show a variable, or cuts what it finds."""
    depth = inside[0].depth
    end = next((place for place, token in enumerate(inside) if token.depth < depth), len(inside))
    own = [token for token in inside[:end] if token.depth == depth]
    if any(token.says("LIMIT", "OFFSET") for token in own):
        return True
    head = own[: next((place for place, token in enumerate(own) if token.marks("{")), None)]
    return not any(token.marks("*") or (token.kind == VARIABLE and token.text[1:] == name) for token in head)
