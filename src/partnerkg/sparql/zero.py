"""Paths that may have no length, from a term that is in no triple: the term itself (SPARQL 1.1 §9.3, §18.5).

The engine finds it only where the graph has the term. So `ex:a ex:p* ?b` is asked in two parts: as it is, and
for the term alone where the graph does not have it.
"""

from __future__ import annotations

from functools import lru_cache
from math import prod

from partnerkg.errors import WrongSparql
from partnerkg.sparql import tokens
from partnerkg.sparql.opened import paths
from partnerkg.sparql.opened.cursor import Cursor
from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.sparql.opened.paths import Path
    from partnerkg.sparql.tokens import Token

    Triple = tuple[str, Path, str]

_KEYWORDS = (
    *("FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES", "UNION", "SELECT", "NOT", "EXISTS", "WHERE"),
    *("HAVING", "GROUP", "ORDER", "LIMIT", "OFFSET"),
)


@lru_cache(maxsize=256)
def complete(text: str) -> str:
    """Return a query that finds such terms too; as it is if it has no such path.

    What is said with nodes in brackets or inside `GRAPH ?g` stays as it is, and so does a query with labels
    of blank nodes, which may not stand in two groups.
    """
    found = read(text).tokens
    if any(token.text.startswith("_:") for token in found):
        return text
    pieces, end = [], 0
    for start, stop, triples in _subjects(found):
        if any(map(_may_be_alone, triples)):
            pieces += [text[end:start], " . ".join(map(_pattern, triples))]
            end = stop
    return "".join([*pieces, text[end:]])


def _subjects(found: list[Token]) -> Iterator[tuple[int, int, list[Triple]]]:
    """Yield what is said of one subject, with where in the text it begins and ends."""
    anywhere = [False]  # whether each group that is open is asked of any graph
    for place, token in enumerate(found[1:], start=1):
        if token.marks("{"):
            named = place > 1 and found[place - 2].says("GRAPH") and _is_variable(found[place - 1].text)
            anywhere.append(anywhere[-1] or named)
        elif token.marks("}"):
            anywhere = anywhere[:-1] or [False]
        opens = found[place - 1].marks("{}.)") and not anywhere[-1]
        if not opens or not token.depth or token.kind == tokens.MARK or token.says(*_KEYWORDS):
            continue
        cursor = Cursor(found, place)
        try:
            triples = _triples(cursor)
        except WrongSparql:  # it is said in brackets, or is none
            continue
        last = found[cursor.place - 1]
        if cursor.marks("}.{") or cursor.says(*_KEYWORDS):
            yield token.start, last.start + len(last.text), triples


def _triples(cursor: Cursor) -> list[Triple]:
    triples = []
    subject = _term(cursor)
    while True:
        path = _path(cursor)
        triples.append((subject, path, _term(cursor)))
        while cursor.marks(","):
            cursor.take()
            triples.append((subject, path, _term(cursor)))
        if not cursor.marks(";"):
            return triples
        while cursor.marks(";"):
            cursor.take()
        if cursor.marks("}."):
            return triples


def _path(cursor: Cursor) -> Path:
    if cursor.token.kind == tokens.VARIABLE:
        return paths.Path(paths.ONE, cursor.take().text)
    return paths.read(cursor)


def _term(cursor: Cursor) -> str:
    """Return a term or variable; WrongSparql if another thing stands here."""
    start = cursor.place
    if cursor.marks("+-"):
        cursor.take()
    if cursor.token.kind == tokens.MARK:
        raise WrongSparql(reason="")
    first = cursor.take()
    if first.kind == tokens.STRING and cursor.marks("^"):
        cursor.take()
        cursor.expect("^")
        cursor.take()
    elif first.kind == tokens.STRING and cursor.token.text.startswith("@"):
        cursor.take()
    return cursor.copied(start)


def _ways(path: Path) -> int:
    """Return in how many ways a path has no length."""
    if path.kind == paths.MANY:
        return 1 if path.text[-2] in "*?" else min(_ways(path.parts[0]), 1)
    if path.kind == paths.CHOICE:
        return sum(map(_ways, path.parts))
    if path.kind in (paths.SEQUENCE, paths.BACK):
        return prod(map(_ways, path.parts))
    return 0


def _may_be_alone(triple: Triple) -> bool:
    start, path, end = triple
    known = [text for text in (start, end) if not _is_variable(text)]
    return bool(_ways(path)) and (len(known) == 1 or (len(known) == 2 and start == end))


def _is_variable(text: str) -> bool:
    return text[0] in "?$"


def _pattern(triple: Triple) -> str:
    """Return a triple as a pattern that finds the term alone too, if it may."""
    start, path, end = triple
    plain = f"{start} {path.text} {end}"
    if not _may_be_alone(triple):
        return plain
    term, variable = (end, start) if _is_variable(start) else (start, end)
    bound = f"VALUES {variable} {{ {term} }} " if _is_variable(variable) else ""
    absent = f"FILTER NOT EXISTS {{ {{ {term} ?zero_p ?zero_o }} UNION {{ ?zero_s ?zero_p {term} }} }}"
    return " UNION ".join([f"{{ {plain} }}", *[f"{{ {bound}{absent} }}"] * _ways(path)])
