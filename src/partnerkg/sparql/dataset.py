"""The dataset of a query as the protocol says it, in place of its own FROM (SPARQL 1.1 Protocol §2.1.4)."""

from __future__ import annotations

from itertools import pairwise

from pyoxigraph import NamedNode

from partnerkg.errors import Message, WrongSparql
from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

_MODIFIERS = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")


def over(text: str, default: Iterable[str] = (), named: Iterable[str] = ()) -> str:
    """Return a query that looks at these graphs, IRIs, instead of those that it names; its lines stay.

    Without graphs it is the same. WrongSparql if one of them is no IRI.
    """
    clauses = [f"FROM {_iri(graph)}" for graph in default] + [f"FROM NAMED {_iri(graph)}" for graph in named]
    if not clauses:
        return text
    query = read(text)
    text, place = query.text, _place(query)
    if place is None:
        place = len(text)
    for first, last in reversed(_own(query)):
        end = last.start + len(last.text)
        blank = "".join(letter if letter in "\r\n" else " " for letter in text[first.start : end])
        text = text[: first.start] + blank + text[end:]
    return f"{text[:place]} {' '.join(clauses)} {text[place:]}"


def _iri(graph: str) -> NamedNode:
    try:
        return NamedNode(graph)
    except ValueError:
        raise WrongSparql(reason=Message("`{name}` is no IRI of a graph", name=graph)) from None


def _place(query: Query) -> int | None:
    """Return where FROM may stand: before WHERE, the group or what follows it; None for the end."""
    if query.group is not None:
        before = query.tokens[query.group - 1]
        return before.start if before.says("WHERE") else query.tokens[query.group].start
    return next((one.start for one in query.tokens if one.depth == 0 and one.says(*_MODIFIERS)), None)


def _own(query: Query) -> list[tuple[Token, Token]]:
    """Return the first and the last token of each FROM that the query has."""
    chosen = {id(token) for token in query.chosen}
    starts = {}
    start = query.tokens[0] if query.tokens else None
    for before, token in pairwise(query.tokens):
        if before.depth == 0 and before.says("FROM"):
            start = before
        if id(token) in chosen and start is not None:
            starts[token.start] = (start, token)
    return list(starts.values())
