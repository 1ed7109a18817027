"""Variables that have a value before a query runs, put into its text (SHACL §5.3.1, appendix A)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import BlankNode, Triple

from partnerkg.sparql import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

    Change = tuple[int, int, str]


def is_sayable(query: Query, bound: Mapping[str, Term]) -> bool:
    """Return whether each value that the query reads can stand in a text: no node without name can."""
    read = query.variables
    return not any(isinstance(term, BlankNode | Triple) for name, term in bound.items() if name in read)


def put(query: Query, bound: Mapping[str, Term]) -> str:
    """Return a query with values in the place of its variables, selected under the same names."""
    text, pieces, end = query.text, [], 0
    for start, stop, new in sorted(_changes(query, bound)):
        pieces += [text[end:start], new]
        end = stop
    return "".join([*pieces, text[end:]])


def columns(query: Query, bound: Mapping[str, Term]) -> list[str]:
    """Return what a SELECT selects, without `?`; for `*` every variable that has no value beforehand."""
    if query.columns is not None:
        return query.columns
    return [name for name in query.variables if name not in bound]


def _changes(query: Query, bound: Mapping[str, Term]) -> Iterator[Change]:
    found = query.tokens
    clauses: dict[int, str] = {}  # the clause that each depth is in
    for place, token in enumerate(found):
        if token.says("SELECT", "GROUP", "ORDER"):
            clauses[token.depth] = token.text.upper()
        elif token.marks("{}") or token.says("WHERE", "HAVING", "LIMIT", "OFFSET"):
            clauses.pop(token.depth, None)
        if token.marks("*") and clauses.get(token.depth) == "SELECT" and not token.depth:
            others = " ".join(f"?{name}" for name in columns(query, bound))
            yield token.start, token.start + 1, others or "(true AS ?holds)"
        if token.kind == tokens.VARIABLE and token.text[1:] in bound:
            yield _change(found, place, clauses.get(token.depth, ""), bound[token.text[1:]])


def _change(found: Sequence[Token], place: int, clause: str, term: Term) -> Change:
    token = found[place]
    end = token.start + len(token.text)
    if place > 1 and found[place - 1].marks("(") and found[place - 2].says("BOUND"):
        return found[place - 2].start, found[place + 1].start + 1, "(true)"
    if clause == "SELECT":  # inside, under a name of its own: the outer SELECT gives the value by its name
        name = f"{token.text[1:]}_{place}" if token.depth else token.text[1:]
        return token.start, end, f"({term} AS ?{name})"
    return token.start, end, f"({term})" if clause else str(term)
