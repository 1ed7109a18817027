"""`BIND` that reads a variable before its group gives it a value, which leaves its own unbound (§18.2.2.6).

A group is answered by itself: what stands around it is joined later. The engine may plan otherwise (beside
OPTIONAL, MINUS, `UNDEF`), so it is given a variable that nothing around has.
"""

from __future__ import annotations

from partnerkg.sparql.query import read
from partnerkg.sparql.tokens import VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.sparql.tokens import Token

_NAME = "?unseen_"


def complete(text: str) -> str:
    """Return a query whose expressions in BIND read what stands before them in their group, else nothing."""
    query = read(text)
    for token in reversed(list(_unseen(query.tokens))):
        text = f"{text[: token.start]}{_NAME}{token.text[1:]}{text[token.start + len(token.text) :]}"
    return text


def _unseen(found: Sequence[Token]) -> Iterator[Token]:
    """Yield such variables, but for those inside EXISTS and LATERAL, where all around has its value."""
    groups = _Groups()
    binding: int | None = None  # how deep the BIND is that is open
    for place, token in enumerate(found):
        if token.marks("{}"):
            groups.passed(found, place)
        elif token.says("BIND"):
            binding = token.depth
        elif token.marks(")") and token.depth == binding:
            binding = None
        elif token.kind == VARIABLE:
            reads = binding is not None and not found[place - 1].says("AS")
            if reads and not groups.has(token.text[1:]):
                yield token
            elif not reads:
                groups.give(token.text[1:])


class _Groups:
    """The groups that are open: what each has so far, None for what has all around it, too."""

    def __init__(self) -> None:
        self._open: list[set[str] | None] = []

    def passed(self, found: Sequence[Token], place: int) -> None:
        """Open or close a group; one in GRAPH has the variable of its graph."""
        if found[place].marks("}"):
            inner = self._open.pop() if self._open else None
            for name in inner or ():
                self.give(name)
            return
        around = bool(self._open) and self._open[-1] is None
        named = place > 1 and found[place - 2].says("GRAPH")
        own = {found[place - 1].text[1:]} if named else set[str]()
        self._open.append(None if around or found[place - 1].says("EXISTS", "LATERAL") else own)

    def has(self, name: str) -> bool:
        """Return whether a variable may have a value here."""
        here = self._open[-1] if self._open else None
        return here is None or name in here

    def give(self, name: str) -> None:
        """Note that a variable may have a value from here on."""
        here = self._open[-1] if self._open else None
        if here is not None:
            here.add(name)
