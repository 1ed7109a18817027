"""Whether a query can tell a triple found once from one found twice, because two graphs say it.

Wide on purpose: what is not plainly indifferent counts as telling. That costs time, never a wrong number.
"""

from __future__ import annotations

from partnerkg.errors import WrongSparql
from partnerkg.sparql.query import ASK, CONSTRUCT, SELECT, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.sparql.query import Query

_COUNTING = frozenset(("COUNT", "SUM", "AVG", "GROUP_CONCAT"))  # what they find, unless each value once
_MAKING = frozenset(("RAND", "UUID", "STRUUID", "BNODE"))  # something new for each that is found
_ONCE = ("DISTINCT", "REDUCED")
_CUTTING = frozenset(("LIMIT", "OFFSET"))


def tells(text: str) -> bool:
    """Return whether the answer may change if triples are found more than once; True when in doubt."""
    try:
        query = read(text)
        _ = query.tokens
    except WrongSparql:  # longer than anybody but the program writes one
        return True
    makes, how = query.form == CONSTRUCT, _how(query)
    if not (makes or how or query.form == ASK) or _counts(query):
        return True
    if makes and any(token.marks("[") or token.text.startswith("_:") for token in query.tokens):
        return True  # a blank node for every row
    inner = sum(token.says(SELECT) for token in query.tokens) > (query.form == SELECT)
    return not query.words.isdisjoint(_CUTTING) and (makes or how == "REDUCED" or inner)


def _how(query: Query) -> str:
    """Return DISTINCT or REDUCED if a SELECT says so."""
    if query.opening is None or query.form != SELECT:
        return ""
    place = query.tokens.index(query.opening) + 1
    return next((token.text.upper() for token in query.tokens[place : place + 1] if token.says(*_ONCE)), "")


def _counts(query: Query) -> bool:
    """Return whether it counts what it finds, each as often as it is found, or makes something for each."""
    if not query.words.isdisjoint(_MAKING):
        return True
    if query.words.isdisjoint(_COUNTING):
        return False
    after = zip(query.tokens, query.tokens[1:], [*query.tokens[2:], None], strict=False)
    return any(
        token.says(*_COUNTING) and bracket.marks("(") and not (inside and inside.says("DISTINCT"))
        for token, bracket, inside in after
    )
