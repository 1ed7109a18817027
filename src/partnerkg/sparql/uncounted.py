"""A SELECT without what it counts: what its rows say beside that.

`SELECT ?a ?n { ?a p ?b { SELECT ?a (COUNT(?c) AS ?n) { ?a q ?c } GROUP BY ?a } FILTER(?n > 3) }` becomes
`SELECT ?a { ?a p ?b { SELECT ?a { ?a q ?c } GROUP BY ?a } }`: that there are some is said, how many is not.
What is computed from a count, chosen or ordered by one, goes with it.
"""

from __future__ import annotations

from partnerkg.sparql import tokens
from partnerkg.sparql.opened.cursor import Cursor, joined
from partnerkg.sparql.query import read
from partnerkg.sparql.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COUNTS = ("COUNT", "SUM", "AVG")
_AGGREGATES = ("MIN", "MAX", "SAMPLE", "GROUP_CONCAT")
_MODIFIERS = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")


def uncounted(text: str) -> str | None:
    """Return a SELECT without what it counts; None if it counts nothing, or shows nothing else."""
    query = read(text)
    if query.opening is None or not any(token.says(*COUNTS) for token in query.tokens):
        return None
    select = _Select(Cursor(query.tokens, query.tokens.index(query.opening)), _Rewriting(query.tokens))
    return None if select.counts or not select.columns else query.prologue + joined(select.tokens())


def _counted(found: Sequence[Token]) -> set[str]:
    """Return the variables that are counts, or computed from them: the `x` of each `(… AS ?x)`."""
    used: dict[str, set[str]] = {}
    counted: set[str] = set()
    opened: list[int] = []
    for place, token in enumerate(found):
        if token.marks("("):
            opened.append(place)
        elif token.marks(")") and opened:
            inside = found[opened.pop() + 1 : place]
            if len(inside) > 2 and inside[-2].says("AS"):
                name = inside[-1].text[1:]
                used[name] = _variables(inside[:-2])
                if any(one.says(*COUNTS) for one in inside):
                    counted.add(name)
    while more := {name for name, names in used.items() if name not in counted and names & counted}:
        counted |= more
    return counted


def _variables(found: Iterable[Token]) -> set[str]:
    return {token.text[1:] for token in found if token.kind == tokens.VARIABLE}


def _modifiers(cursor: Cursor) -> Iterator[tuple[str, list[Token]]]:
    """Yield what stands behind a group, each with the word that it begins with."""
    while cursor.token.text and not cursor.marks("}"):
        start = cursor.place
        name = cursor.take().text.upper()
        while cursor.token.text and not cursor.marks("}") and not cursor.says(*_MODIFIERS):
            if cursor.marks("({"):
                cursor.enclosed()
            else:
                cursor.take()
        yield name, list(cursor.passed(start))


def _word(text: str) -> Token:
    """Return a token that touches no other."""
    kind = tokens.MARK if text in "{}" else tokens.WORD
    return Token(kind, text, 0, 0, -tokens.MOST)


class _Rewriting:
    """What is known while a query is written again: which variables are counted."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._counted = _counted(found)

    def counts(self, found: Sequence[Token]) -> bool:
        """Return whether these tokens count, or say something of a count."""
        return any(token.says(*COUNTS) for token in found) or bool(_variables(found) & self._counted)

    def group(self, cursor: Cursor) -> list[Token]:
        """Return the group that begins here without what counts, and go on behind it."""
        cursor.expect("{")
        if cursor.says("SELECT"):
            select = _Select(cursor, self)
            cursor.expect("}")
            return [_word("{"), *(select.tokens() if select.columns else ()), _word("}")]
        kept: list[Token] = [_word("{")]
        while not cursor.marks("}"):
            start = cursor.place
            if cursor.marks("{"):
                kept += self.group(cursor)
            elif cursor.says("FILTER", "BIND", "MINUS"):
                inside = self._condition(cursor)
                kept += [] if self.counts(inside) else inside
            else:
                cursor.take()
                kept += cursor.passed(start)
        cursor.expect("}")
        return [*kept, _word("}")]

    def _condition(self, cursor: Cursor) -> list[Token]:
        """Return a FILTER, BIND or MINUS, whole."""
        start = cursor.place
        while not cursor.marks("({"):
            cursor.take()
        cursor.enclosed()
        return list(cursor.passed(start))


class _Select:
    """A SELECT, outermost or inside another, without what counts.

    `counts` says that one of its own columns did.
    """

    def __init__(self, cursor: Cursor, rewriting: _Rewriting) -> None:
        cursor.take()
        self._rewriting = rewriting
        self.columns: list[str] = []
        self._head: list[Token] = []
        self.counts = self._aggregates = False
        while not cursor.marks("{") and not cursor.says("WHERE", "FROM"):
            self._column(cursor)
        self._between: list[Token] = []
        while not cursor.marks("{"):
            self._between.append(cursor.take())
        self.group = rewriting.group(cursor)
        self._rest: list[Token] = []
        self._modifiers(cursor)

    def _column(self, cursor: Cursor) -> None:
        start = cursor.place
        if not cursor.marks("("):
            token = cursor.take()
            if token.kind == tokens.VARIABLE and self._rewriting.counts([token]):
                return
            self._head.append(token)
            self.columns += _variables([token]) or (["*"] if token.marks("*") else [])
            return
        inside = cursor.enclosed()
        if self._rewriting.counts(inside):
            self.counts |= any(token.says(*COUNTS) for token in inside)
            return
        self._aggregates |= any(token.says(*_AGGREGATES) for token in inside)
        self._head += cursor.passed(start)
        self.columns.append(inside[-2].text[1:])

    def _modifiers(self, cursor: Cursor) -> None:
        found = dict(_modifiers(cursor))
        counting = {name for name, modifier in found.items() if self._rewriting.counts(modifier)}
        if "ORDER" in counting:  # it was cut by a count
            counting |= {"LIMIT", "OFFSET"}
        kept = {name: modifier for name, modifier in found.items() if name not in counting - {"GROUP"}}
        self._aggregates |= "HAVING" in kept
        self._rest = [token for modifier in kept.values() for token in modifier]
        if self.counts and "GROUP" not in kept and not self._aggregates:  # it has one row, whatever is there
            self.group = [_word("{"), _word("}")]

    def tokens(self) -> list[Token]:
        """Return it without what counts."""
        return [_word("SELECT"), *self._head, *self._between, *self.group, *self._rest]
