"""The conditions of an ORDER BY that name columns: `?name`, `DESC(?name)`, `STR(DATATYPE(?value))`."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.sparql.ordering.keys import key
from partnerkg.sparql.tokens import VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.ordering.keys import Key, Keying
    from partnerkg.sparql.tokens import Token

FUNCTIONS = ("STR", "LANG", "DATATYPE")


class Condition:
    """A column to order by, `backwards` or not, and the functions it goes through, the outermost first."""

    __slots__ = ("_functions", "backwards", "column")

    def __init__(self, column: str, functions: tuple[str, ...], backwards: bool) -> None:
        self.column = column
        self._functions = functions
        self.backwards = backwards

    def key(self, term: Term | None, keying: Keying) -> Key:
        """Return what a value of the column is ordered by; an error comes first, as what is unbound does."""
        if isinstance(term, NamedNode):
            keying = key  # the text of an IRI is no text for people
        for name in reversed(self._functions):
            term = _called(name, term)
        return keying(term)


def _called(name: str, term: Term | None) -> Term | None:
    """Return the value of a function of SPARQL 1.1 §17.4.2, None for an error."""
    if name == "STR" and isinstance(term, NamedNode | Literal):
        return Literal(term.value)
    if name == "LANG" and isinstance(term, Literal):
        return Literal(term.language or "")
    if name == "DATATYPE" and isinstance(term, Literal):
        return term.datatype
    return None


def read(tokens: list[Token]) -> tuple[list[Condition], list[Token]]:
    """Return the conditions that tokens begin with, and the tokens after them."""
    found: list[Condition] = []
    while True:
        condition, rest = _condition(tokens)
        if condition is None:
            return found, tokens
        found.append(condition)
        tokens = rest


def _condition(tokens: list[Token]) -> tuple[Condition | None, list[Token]]:
    names: list[str] = []
    place = 0
    while len(tokens) > place + 1 and tokens[place].says("ASC", "DESC", *FUNCTIONS):
        if not tokens[place + 1].marks("(") or (names and tokens[place].says("ASC", "DESC")):
            return None, tokens
        names.append(tokens[place].text.upper())
        place += 2
    ends = tokens[place + 1 : place + 1 + len(names)]
    closed = len(ends) == len(names) and all(token.marks(")") for token in ends)
    if place >= len(tokens) or tokens[place].kind != VARIABLE or not closed:
        return None, tokens
    functions = tuple(name for name in names if name in FUNCTIONS)
    condition = Condition(tokens[place].text[1:], functions, names[:1] == ["DESC"])
    return condition, tokens[place + 1 + len(names) :]
