"""What a query says of each subject: its triples, nodes in brackets as variables of their own."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.errors import WrongSparql
from partnerkg.sparql import tokens
from partnerkg.sparql.opened import paths
from partnerkg.sparql.opened.cursor import Cursor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.sparql.opened.paths import Path
    from partnerkg.sparql.tokens import Token

    Triple = tuple[str, Path, str]

HIDDEN = "?zero_n"  # how the variables begin that stand for nodes without name
_KEYWORDS = (
    *("FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES", "UNION", "SELECT", "NOT", "EXISTS", "WHERE"),
    *("HAVING", "GROUP", "ORDER", "LIMIT", "OFFSET"),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is said of one subject: where in the text it begins and ends, and whether of any graph."""

    start: int
    stop: int
    line: int
    triples: list[Triple]
    anywhere: bool


def subjects(found: list[Token]) -> Iterator[Subject]:
    """Yield each subject of the groups of a query, whose tokens are given, with all that is said of it."""
    anywhere, done = [False], 0  # whether each group that is open is asked of any graph
    for place, token in enumerate(found[1:], start=1):
        if token.marks("{"):
            named = place > 1 and found[place - 2].says("GRAPH") and is_variable(found[place - 1].text)
            anywhere.append(anywhere[-1] or named)
        elif token.marks("}"):
            anywhere = anywhere[:-1] or [False]
        opens = token.start >= done and found[place - 1].marks("{}.)") and token.depth
        if not opens or token.marks("{}().,;") or token.says(*_KEYWORDS):
            continue
        cursor = Cursor(found, place)
        try:
            triples = _triples(cursor)
        except WrongSparql:  # it is a list, or none
            continue
        last = found[cursor.place - 1]
        if cursor.marks("}.{") or cursor.says(*_KEYWORDS):
            done = last.start + len(last.text)
            yield Subject(token.start, last.start + len(last.text), token.line, triples, anywhere[-1])


def _triples(cursor: Cursor) -> list[Triple]:
    triples: list[Triple] = []
    subject = _node(cursor, triples)
    if not triples or not cursor.marks("}."):
        _say(subject, cursor, triples)
    return triples


def _say(subject: str, cursor: Cursor, triples: list[Triple]) -> None:
    """Add what is said of a subject here."""
    while True:
        path = _path(cursor)
        triples.append((subject, path, _node(cursor, triples)))
        while cursor.marks(","):
            cursor.take()
            triples.append((subject, path, _node(cursor, triples)))
        if not cursor.marks(";"):
            return
        while cursor.marks(";"):
            cursor.take()
        if cursor.marks("}.]"):
            return


def _node(cursor: Cursor, triples: list[Triple]) -> str:
    """Return a term or variable; one of its own for a node in brackets, with what is said there."""
    if not cursor.marks("["):
        return _term(cursor)
    node = f"{HIDDEN}{cursor.take().start}"
    if not cursor.marks("]"):
        _say(node, cursor, triples)
    cursor.expect("]")
    return node


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


def is_variable(text: str) -> bool:
    """Return whether a term of a triple is a variable."""
    return text[0] in "?$"
