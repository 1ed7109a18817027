"""`BNODE("x")`, which is one node within a solution and another in the next (SPARQL 1.1 §17.4.2.9).

The engine makes one node of one text, whatever the solution: it is given the text with something of each.
"""

from __future__ import annotations

from partnerkg.sparql.calls import calls
from partnerkg.sparql.opened.cursor import joined
from partnerkg.sparql.query import SELECT, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.sparql.calls import Call
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

_OWN = "?new_nodes_row"
_GROUPED = ("GROUP", "HAVING", "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")


def complete(text: str) -> str:
    """Return a query that makes other nodes in each solution; as it is if that cannot be asked for."""
    query = read(text)
    found = _labelled(query)
    if not found:
        return text
    if len(found) == 1:
        return _told(text, found, "STRUUID()")
    if (place := _binding(query, found)) is not None:  # before the first of them in one group
        told = _told(text, found, _OWN)
        return f"{told[:place]}BIND(STRUUID() AS {_OWN}) {told[place:]}"
    if (group := _selected(query, found)) is not None:
        told = _told(text, found, _OWN)
        start, stop = (token.start + len(told) - len(text) for token in group)  # the calls stand before it
        inside = f"{{ {told[start : stop + 1]} BIND(STRUUID() AS {_OWN}) }}"
        return f"{told[:start]}{inside}{told[stop + 1 :]}"
    return text


def unclear(text: str) -> Token | None:
    """Return the first call that the engine answers otherwise than SPARQL says, None if none is."""
    found = _labelled(read(text)) if complete(text) == text else []
    return found[0].name if found else None


def _labelled(query: Query) -> list[Call]:
    return [call for call in calls(query, "BNODE") if call.arguments[0] and not _is_ours(call)]


def _is_ours(call: Call) -> bool:
    """Return whether the text of a call is another in each solution already."""
    return any(token.says("STRUUID", "UUID") or token.text == _OWN for token in call.arguments[0])


def _told(text: str, found: Sequence[Call], own: str) -> str:
    for call in reversed(found):
        inside = f"BNODE(MD5(CONCAT({joined(call.arguments[0])}, {own}))"
        text = f"{text[: call.name.start]}{inside}{text[call.end :]}"
    return text


def _binding(query: Query, found: Sequence[Call]) -> int | None:
    """Return where the first BIND begins that calls, if all calls stand in BINDs of one group."""
    group, first = None, None
    open_: list[Token] = []
    binds: dict[int, Token] = {}
    for token in query.tokens:
        if token.marks("{"):
            open_.append(token)
        elif token.marks("}") and open_:
            open_.pop()
        elif token.says("BIND"):
            binds[token.depth] = token
        elif token.marks(")") and token.depth in binds:
            del binds[token.depth]
        elif any(token is call.name for call in found):
            bind = binds.get(open_[-1].depth + 1) if open_ else None
            if bind is None or (group is not None and open_[-1] is not group):
                return None
            group, first = open_[-1], first or bind
    return first.start if first is not None else None


def _selected(query: Query, found: Sequence[Call]) -> tuple[Token, Token] | None:
    """Return where the group of a SELECT begins and ends, if all calls stand in what each row selects."""
    if query.form != SELECT or query.group is None or query.has(*_GROUPED[:2]):
        return None
    opens = query.tokens[query.group]
    before = query.tokens[: query.group]
    if any(token.says(*_GROUPED) for token in before) or found[-1].name.start > opens.start:
        return None
    closes = next(token for token in query.tokens[query.group + 1 :] if token.marks("}") and not token.depth)
    return opens, closes
