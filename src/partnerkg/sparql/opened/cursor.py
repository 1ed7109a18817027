"""The tokens of a query, read one after the other."""

from __future__ import annotations

from partnerkg.errors import Message, WrongSparql
from partnerkg.sparql import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.sparql.tokens import Token


class Cursor:
    """A place among the tokens of a query."""

    __slots__ = ("_end", "_tokens", "place")

    def __init__(self, found: Sequence[Token], place: int = 0) -> None:
        self._tokens = found
        self._end = tokens.Token(tokens.MARK, "", found[-1].line if found else 1, 0, 0)
        self.place = place

    @property
    def token(self) -> Token:
        """Return the token here, an empty mark behind the last."""
        return self._tokens[self.place] if self.place < len(self._tokens) else self._end

    def following(self, places: int = 1) -> Token:
        """Return the token so many places on."""
        ahead = self.place + places
        return self._tokens[ahead] if ahead < len(self._tokens) else self._end

    def marks(self, marks: str) -> bool:
        """Return whether one of these marks stands here."""
        return bool(self.token.text) and self.token.marks(marks)

    def says(self, *keywords: str) -> bool:
        """Return whether one of these keywords stands here."""
        return self.token.says(*keywords)

    def take(self) -> Token:
        """Return the token here and go on; WrongSparql at the end."""
        token = self.token
        if token is self._end:
            raise WrongSparql(reason=Message("it ends too early"))
        self.place += 1
        return token

    def expect(self, mark: str) -> None:
        """Go on behind this mark; WrongSparql if another token stands here."""
        if not self.marks(mark):
            reason = Message("line {line}: unexpected `{near}`", line=self.token.line, near=self.token.text)
            raise WrongSparql(reason=reason)
        self.place += 1

    def enclosed(self) -> list[Token]:
        """Return the tokens from the bracket here to the one that closes it, and go on behind it."""
        start, depth = self.place, 0
        while True:
            token = self.take()
            depth += token.marks("{([") - token.marks("})]")
            if not depth:
                return list(self._tokens[start : self.place])

    def rest(self) -> Sequence[Token]:
        """Return the tokens from here to the end."""
        return self._tokens[self.place :]

    def passed(self, start: int) -> Sequence[Token]:
        """Return the tokens from a place to here."""
        return self._tokens[start : self.place]

    def copied(self, start: int) -> str:
        """Return the text of the tokens from a place to here."""
        return joined(self.passed(start))


def joined(found: Sequence[Token]) -> str:
    """Return tokens as text; what touched stays together, as `^^` and `<=` must."""
    pieces, end = [], None
    for token in found:
        if end is not None and token.start != end:
            pieces.append(" ")
        pieces.append(token.text)
        end = token.start + len(token.text)
    return "".join(pieces)
