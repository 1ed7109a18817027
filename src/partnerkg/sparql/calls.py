"""The calls of functions in a SPARQL text, as its tokens show them."""

from __future__ import annotations

from partnerkg.sparql.tokens import IRI, MARK, STRING, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

_SIGNS = "^+-"


class Call:
    """A name, the tokens of each of its arguments, and where it ends."""

    __slots__ = ("arguments", "end", "name")

    def __init__(self, name: Token, arguments: list[list[Token]], end: int) -> None:
        self.name = name
        self.arguments = arguments
        self.end = end

    def text(self, number: int) -> Token | None:
        """Return the text that stands for itself as this argument, None if something else does."""
        argument = self.arguments[number] if number < len(self.arguments) else []
        return argument[0] if len(argument) == 1 and argument[0].kind == STRING else None


def calls(query: Query, *names: str) -> Iterator[Call]:
    """Yield the calls of functions of these names, given in capitals, in their order."""
    if not query.words.isdisjoint(names):
        for place, token in enumerate(query.tokens[:-1]):
            if token.says(*names) and query.tokens[place + 1].marks("("):
                yield call(query, place)


def call(query: Query, place: int) -> Call:
    """Return the call whose name is this token; what is not closed ends with the text."""
    opening = query.tokens[place + 1]
    arguments: list[list[Token]] = [[]]
    for token in query.tokens[place + 2 :]:
        if token.marks(")") and token.depth == opening.depth:
            return Call(query.tokens[place], arguments, token.start)
        if token.marks(",") and token.depth == opening.depth + 1:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return Call(query.tokens[place], arguments, len(query.text))


def is_constant(argument: list[Token]) -> bool:
    """Return whether an argument is a term, without a variable or a further call."""
    return bool(argument) and all(
        token.kind in (STRING, IRI, WORD) or (token.kind == MARK and token.text in _SIGNS)
        for token in argument
    )
