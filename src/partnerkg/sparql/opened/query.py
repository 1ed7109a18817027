"""A SELECT, outermost or inside another, opened."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Variable

from partnerkg.errors import Message, WrongSparql
from partnerkg.sparql import tokens
from partnerkg.sparql.opened.cursor import Cursor, joined
from partnerkg.sparql.opened.groups import Groups
from partnerkg.sparql.opened.shapes import Opened
from partnerkg.sparql.opened.words import Words
from partnerkg.sparql.query import SELECT, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.sparql.tokens import Token

_COUNTS = ("COUNT", "SUM", "AVG")
_AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")


@lru_cache(maxsize=64)
def open_query(text: str, *, some: bool = False) -> Opened:
    """Return a SELECT query opened; WrongSparql if it is none, or none that can be.

    `some` says that of what is grouped without computing from it, one of many solutions will do: where only
    it tells its keys, all of them are looked at.
    """
    query = read(text)
    if query.opening is None or query.form != SELECT:
        raise WrongSparql(reason=Message("it is no SELECT"))
    words = Words(query, some=some)
    opened = Opened(prologue=words.prologue)
    select = _Select(Cursor(query.tokens, query.tokens.index(query.opening)))
    opened.columns = tuple(select.plain)
    opened.counted = tuple(select.counted)
    opened.counting = select.counts
    opened.group = _group(select, words, opened, inside=False)
    for part, around in words.loose:
        part.some = _told(around).issuperset(part.keys)
    return opened


class _Select:
    """What a SELECT says before, within and behind its group, read without looking into the group."""

    def __init__(self, cursor: Cursor) -> None:
        start = cursor.place
        cursor.take()
        if cursor.says("DISTINCT", "REDUCED"):
            cursor.take()
        self.everything = False
        self.plain: list[str] = []
        self.counted: list[str] = []
        self.binds: list[str] = []
        while not (cursor.marks("{") or cursor.says("WHERE", "FROM")):
            self._column(cursor)
        self.head = cursor.passed(start)
        while not cursor.marks("{"):
            cursor.take()
        self.start = cursor.place
        self.group = cursor.enclosed()
        rest = self._rest(cursor)
        self.keyed = any(token.says("GROUP") for token in rest)
        named = any(token.says("AS") for token in rest)  # GROUP BY (… AS ?key)
        self.grouped = bool(self.counted) or named or any(token.says("HAVING") for token in rest)
        self.sliced = any(token.says("LIMIT", "OFFSET") for token in rest)
        self.counts = any(token.says(*_COUNTS) for token in (*self.head, *rest))
        self.keys = _keys(rest) if self.keyed else list(self.plain)

    def _column(self, cursor: Cursor) -> None:
        if cursor.marks("*"):
            cursor.take()
            self.everything = True
        elif cursor.marks("("):
            inside = cursor.enclosed()
            name = inside[-2].text[1:]
            if any(token.says(*_AGGREGATES) for token in inside):
                self.counted.append(name)
            else:
                self.plain.append(name)
                self.binds.append(f"BIND({joined(inside[1:-1])})")
        else:
            self.plain.append(cursor.take().text[1:])

    def _rest(self, cursor: Cursor) -> list[Token]:
        rest = []
        while cursor.token.text and not cursor.marks("}"):
            rest += cursor.enclosed() if cursor.marks("({") else [cursor.take()]
        return rest


def _keys(rest: Sequence[Token]) -> list[str]:
    """Return the variables after GROUP BY."""
    keys: list[str] = []
    inside = False
    for before, token in zip([None, *rest], rest, strict=False):
        if token.says("BY"):
            inside = before is not None and before.says("GROUP")
        elif token.says("HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"):
            inside = False
        elif inside and token.kind == tokens.VARIABLE:
            keys.append(token.text[1:])
    return keys


def _group(select: _Select, words: Words, opened: Opened, *, inside: bool = True) -> str:
    def subquery(cursor: Cursor) -> str:
        return _subquery(cursor, words, opened)

    text = Groups(words, opened, subquery, inside=inside).group(Cursor(select.group))
    return f"{{ {text} {' '.join(select.binds)} }}" if select.binds else text


def _subquery(cursor: Cursor, words: Words, opened: Opened) -> str:
    """Return a SELECT inside a group: opened too, or as it is if it groups or cuts what it finds."""
    start = cursor.place
    probe = Cursor(cursor.rest())
    select = _Select(probe)
    cursor.place += probe.place
    whole = cursor.copied(start)
    loose = words.some and select.keyed and not (select.grouped or select.sliced)
    if not (select.grouped or select.sliced or loose):  # to group by what is shown only tells them apart
        if not select.everything:
            hidden = _hidden(select.group, select.plain)
            select.group = _renamed(select.group, hidden, words)
        return _group(select, words, opened)
    part = Opened(prologue=words.prologue, keys=tuple(select.keys), counted=tuple(select.counted))
    part.counting = select.counts
    select.binds = []
    part.group = _group(select, words, part)
    opened.parts.append(part)
    if loose:
        words.loose.append((part, opened))
    return f"{{ {whole} }}"


def _told(opened: Opened) -> set[str]:
    """Return the variables that patterns tell that must be found, or what is computed from many."""
    musts = (one.value for must in opened.musts for one in must.places if isinstance(one, Variable))
    return {*musts, *(key for part in opened.parts if part.counted for key in part.keys)}


def _hidden(found: Iterable[Token], shown: Sequence[str]) -> set[str]:
    return {token.text[1:] for token in found if token.kind == tokens.VARIABLE} - set(shown)


def _renamed(found: Sequence[Token], hidden: set[str], words: Words) -> list[Token]:
    """Return tokens in which the variables that nobody outside can see have names of their own."""
    names = {name: words.fresh() for name in sorted(hidden)}
    return [
        tokens.Token(token.kind, names[token.text[1:]], token.line, token.depth, token.start)
        if token.kind == tokens.VARIABLE and token.text[1:] in names
        else token
        for token in found
    ]
