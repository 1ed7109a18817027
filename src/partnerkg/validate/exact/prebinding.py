"""Variables that have a value before a query runs, put into its text (SHACL §5.3.1, appendix A)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pyoxigraph import BlankNode, Triple

from partnerkg.sparql import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

    Change = tuple[int, int, str]

_AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")


def unsayable(bound: Mapping[str, Term]) -> list[str]:
    """Return the variables whose value cannot stand in a text: a node without name, or a triple."""
    return [name for name, term in bound.items() if isinstance(term, BlankNode | Triple)]


def is_bindable(query: Query) -> bool:
    """Return whether the engine can take values apart from the text: it wants their variables selected.

    A SELECT inside sees none of them.
    """
    inside = any(token.depth and token.says("SELECT") for token in query.tokens)
    return not (inside or query.has("GROUP") or any(token.says(*_AGGREGATES) for token in query.tokens))


def put(query: Query, bound: Mapping[str, Term], unsaid: Collection[str] = ()) -> str:
    """Return a query with values in the place of its variables, selected under the same names.

    Variables that are `unsaid` have a value that is no part of the text.
    """
    text, pieces, end = query.text, [], 0
    for start, stop, new in sorted(_changes(query, bound, unsaid)):
        pieces += [text[end:start], new]
        end = stop
    return "".join([*pieces, text[end:]])


def columns(query: Query, bound: Collection[str]) -> list[str]:
    """Return what a SELECT selects, without `?`; for `*` every variable that has no value beforehand."""
    if query.columns is not None:
        return query.columns
    return [name for name in query.variables if name not in bound]


def _changes(query: Query, bound: Mapping[str, Term], unsaid: Collection[str]) -> Iterator[Change]:
    found = query.tokens
    clauses: dict[int, str] = {}  # the clause that each depth is in
    if missing := [f"?{name}" for name in unsaid if name not in (query.columns or ())]:
        outside = (token for token in found if not token.depth)
        place = next(token.start for token in outside if token.marks("{") or token.says("WHERE"))
        yield place, place, f" {' '.join(missing)} "
    for place, token in enumerate(found):
        if token.says("SELECT", "GROUP", "ORDER"):
            clauses[token.depth] = token.text.upper()
        elif token.marks("{}") or token.says("WHERE", "HAVING", "LIMIT", "OFFSET"):
            clauses.pop(token.depth, None)
        if token.marks("*") and clauses.get(token.depth) == "SELECT" and not token.depth:
            others = " ".join(f"?{name}" for name in columns(query, {*bound, *unsaid}))
            yield token.start, token.start + 1, others or "(true AS ?holds)"
        if token.kind == tokens.VARIABLE and token.text[1:] in bound:
            yield _change(found, place, clauses.get(token.depth, ""), bound[token.text[1:]])
        elif token.kind == tokens.VARIABLE and token.text[1:] in unsaid and _is_asked_for(found, place):
            yield found[place - 2].start, found[place + 1].start + 1, "(true)"


def _change(found: Sequence[Token], place: int, clause: str, term: Term) -> Change:
    token = found[place]
    end = token.start + len(token.text)
    if _is_asked_for(found, place):
        return found[place - 2].start, found[place + 1].start + 1, "(true)"
    if clause == "SELECT":  # inside, under a name of its own: the outer SELECT gives the value by its name
        name = f"{token.text[1:]}_{place}" if token.depth else token.text[1:]
        return token.start, end, f"({term} AS ?{name})"
    return token.start, end, f"({term})" if clause else str(term)


def _is_asked_for(found: Sequence[Token], place: int) -> bool:
    """Return whether a variable stands in BOUND."""
    return place > 1 and found[place - 1].marks("(") and found[place - 2].says("BOUND")
