"""Whether a query can tell how a literal is written, or reckons with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from itertools import pairwise

from partnerkg.sparql import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token


def tells(query: Query, predicates: Container[str]) -> bool:
    """Return whether a query reads one of these properties, and what it does with its values.

    A query that only looks whether there is a value does not tell: all its variables but `$this` stand once,
    and nothing is selected but `$this` and what no such property has.
    """
    found = query.tokens
    names = {query.iri(token, {}) for token in found if token.kind in (tokens.IRI, tokens.WORD)}
    reads = any(name in predicates for name in names if name)
    return (reads or _asks_any_property(found)) and not _only_looks(found)


def _asks_any_property(found: list[Token]) -> bool:
    """Return whether a variable stands where a property does, or all but some properties are meant."""
    if any(token.marks("!") and after.marks("(^<") for token, after in pairwise(found)):
        return True
    inside = [token for token in found if token.depth]
    return any(
        one.kind == two.kind == tokens.VARIABLE
        or (_is_term(one) and two.kind == tokens.VARIABLE and _is_term(three))
        for one, two, three in zip(inside, inside[1:], inside[2:], strict=False)
    )


def _is_term(token: Token) -> bool:
    return token.kind in (tokens.VARIABLE, tokens.IRI, tokens.STRING) or ":" in token.text


def _only_looks(found: list[Token]) -> bool:
    counted = Counter(token.text[1:] for token in found if token.kind == tokens.VARIABLE)
    return all(number == 1 for name, number in counted.items() if name != "this")
