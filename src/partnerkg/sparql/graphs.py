"""`GRAPH ?g { … }` asked of one graph after the other, where the engine would forget in which one it is.

It gives each pattern inside the variable of the graph. So what has no pattern (`VALUES`, `BIND`, `OPTIONAL`
before all others) is found in no graph, a `SELECT` inside finds what stands in all of them together, `MINUS`
compares the graph too (SPARQL 1.1 §18.6), and a path of no length from a term is not found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pyoxigraph import NamedNode

from partnerkg.errors import WrongSparql
from partnerkg.sparql.opened.cursor import Cursor
from partnerkg.sparql.query import LONGEST, read
from partnerkg.sparql.subjects import is_variable
from partnerkg.sparql.tokens import VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.tokens import Token

MOST = 1_000  # graphs that are asked one by one
FREE, BOUND, MIXED = range(3)  # no row knows its graph, for it needs none; each does; some do
_KEYWORDS = ("FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES", "UNION", "LATERAL")


class _Group(NamedTuple):
    """Whether the rows of a group know their graph, and which variables each of them binds."""

    kind: int
    sure: frozenset[str] = frozenset()


def unclear(text: str) -> Token | None:
    """Return the variable of the first `GRAPH` in a query of which the engine may forget the graph."""
    found = _first(text)
    return found[1] if found else None


def each(text: str, named: Callable[[], Sequence[Term]]) -> str:
    """Return a query that asks one graph after the other where it must; as it is if that cannot be done.

    `named` gives the graphs: too many cannot be asked for, nor can those without name.
    """
    while (found := _first(text)) is not None:
        keyword, name, group = found
        graphs = named()
        if len(graphs) > MOST or not all(isinstance(graph, NamedNode) for graph in graphs):
            return text
        inside = text[group[0].start : group[-1].start + 1]
        if len(text) + len(graphs) * (len(inside) + 200) > LONGEST:
            return text
        ways = (
            f"{{ VALUES {name.text} {{ {graph} }} GRAPH {graph} {_relabelled(inside, number)} }}"
            for number, graph in enumerate(graphs)
        )
        all_ways = " UNION ".join(ways) or f"{{ VALUES {name.text} {{}} }}"
        text = f"{text[: keyword.start]}{all_ways}{text[group[-1].start + 1 :]}"
    return text


def _relabelled(group: str, number: int) -> str:
    """Return a group with labels of its own: one may not stand in two."""
    for token in reversed(read(group).tokens):
        if token.text.startswith("_:"):
            group = f"{group[: token.start]}{token.text}_{number}{group[token.start + len(token.text) :]}"
    return group


@lru_cache(maxsize=256)
def _first(text: str) -> tuple[Token, Token, list[Token]] | None:
    """Return the first `GRAPH` that is not clear to the engine, its variable and its group."""
    query = read(text)
    if "GRAPH" not in query.words:
        return None
    found = query.tokens
    for place, token in enumerate(found[:-2]):
        name = found[place + 1]
        if token.says("GRAPH") and name.kind == VARIABLE and found[place + 2].marks("{"):
            try:
                clear = _group(Cursor(found, place + 2)).kind == BOUND
            except WrongSparql:  # the engine says what is wrong
                return None
            if not clear:
                return token, name, Cursor(found, place + 2).enclosed()
    return None


def _group(cursor: Cursor) -> _Group:
    cursor.expect("{")
    if cursor.says("SELECT"):
        _leave(cursor)
        return _Group(MIXED)
    here = _Group(FREE)
    asked: list[Token] = []  # what EXISTS asks about
    while not cursor.marks("}"):
        if cursor.says("FILTER"):
            asked += _asked(cursor)
        else:
            here = _member(cursor, here)
    cursor.expect("}")
    forgets = asked and (here.kind != BOUND or any(token.says("SELECT") for token in asked))
    return _Group(MIXED) if forgets else here


def _asked(cursor: Cursor) -> Sequence[Token]:
    """Return the tokens of a FILTER that asks whether something is there, none of another."""
    start = cursor.place
    while not cursor.marks("({"):
        cursor.take()
    cursor.enclosed()
    found = cursor.passed(start)
    return found if any(token.says("EXISTS") for token in found) else ()


def _leave(cursor: Cursor) -> None:
    """Go on behind the group that is open."""
    while not cursor.marks("}"):
        if cursor.marks("{(["):
            cursor.enclosed()
        else:
            cursor.take()
    cursor.expect("}")


def _member(cursor: Cursor, here: _Group) -> _Group:
    """Return what a group is with what stands here."""
    if cursor.marks("."):
        cursor.take()
        return here
    if cursor.marks("{"):
        return _joined(here, _ways(cursor))
    if cursor.says("OPTIONAL", "MINUS"):
        keyword = cursor.take()
        other = _group(cursor)
        return _without(here, other) if keyword.says("MINUS") else _with(here, other)
    if cursor.says("BIND", "VALUES", "GRAPH", "LATERAL"):
        keyword = cursor.take()
        while not cursor.marks("({"):
            cursor.take()
        opened = cursor.enclosed()
        if keyword.says("VALUES") and opened[0].marks("("):  # VALUES (?x) { … }
            cursor.enclosed()
        return _Group(MIXED) if keyword.says("LATERAL") else here
    return _joined(here, _triples(cursor))


def _ways(cursor: Cursor) -> _Group:
    """Return what the groups are that UNION joins here."""
    found = [_group(cursor)]
    while cursor.says("UNION"):
        cursor.take()
        found.append(_group(cursor))
    kinds, sure = {one.kind for one in found}, [one.sure for one in found]
    return _Group(kinds.pop() if len(kinds) == 1 else MIXED, frozenset.intersection(*sure))


def _joined(here: _Group, other: _Group) -> _Group:
    return _Group(max(here.kind, other.kind), here.sure | other.sure)


def _with(here: _Group, other: _Group) -> _Group:
    """Return what a group is with an OPTIONAL."""
    clear = other.kind == FREE or (here.kind == BOUND == other.kind)
    return here if clear else _Group(MIXED)


def _without(here: _Group, other: _Group) -> _Group:
    """Return what a group is with a MINUS: a graph alone that both know must take nothing away."""
    clear = other.kind == FREE or (here.kind == BOUND == other.kind and here.sure & other.sure)
    return here if clear else _Group(MIXED)


def _triples(cursor: Cursor) -> _Group:
    """Return what the triples of one subject are; a path of no length from a term may be in no graph."""
    start = cursor.place
    while not (cursor.marks(".{}") or cursor.says(*_KEYWORDS)):
        if cursor.marks("(["):
            cursor.enclosed()
        else:
            cursor.take()
    if cursor.place == start:
        raise WrongSparql(reason="")
    found = cursor.passed(start)
    whole = not any(token.marks("*?") for token in found)
    if not whole and not all(is_variable(token.text) for token in (found[0], found[-1])):
        return _Group(MIXED)
    return _Group(BOUND, frozenset(token.text[1:] for token in found if token.kind == VARIABLE))
