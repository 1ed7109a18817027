"""OPTIONAL of plain triples, asked for each row: `LATERAL { OPTIONAL { … } }` (SPARQL-dev, SEP-0006).

It gives the same rows. Left to itself the engine reckons that many patterns before it find more rows than can
be counted, and reads all that the property says: fifty thousand names, to name two partners.
"""

from __future__ import annotations

from functools import lru_cache

from partnerkg.sparql.query import read
from partnerkg.sparql.tokens import IRI, VARIABLE, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.sparql.tokens import Token

_BETWEEN = "/|^().;,"  # between the terms of triples, and the properties of a path that has a length


@lru_cache(maxsize=256)
def planned(text: str) -> str:
    """Return a query in which each OPTIONAL of plain triples is asked for each row of what is before it."""
    found = read(text).tokens
    pieces, end = [], 0
    groups: list[int] = []
    for place, token in enumerate(found):
        if token.marks("{"):
            groups.append(place)
        elif token.marks("}") and groups:
            groups.pop()
        elif token.says("OPTIONAL") and groups:
            stop = _closing(found, place + 1)
            before = {one.text for one in found[groups[-1] : place] if one.kind == VARIABLE}
            if stop and _hangs(before, found[place + 2 : stop]):
                after = found[stop].start + 1
                pieces += [text[end : token.start], f"LATERAL {{ {text[token.start : after]} }}"]
                end = after
    return "".join([*pieces, text[end:]])


def _closing(found: Sequence[Token], place: int) -> int:
    """Return where the group that begins here ends, 0 if another is inside it."""
    for stop, token in enumerate(found[place + 1 :], start=place + 1):
        if token.marks("{"):
            return 0
        if token.marks("}"):
            return stop
    return 0


def _hangs(before: set[str], inside: Sequence[Token]) -> bool:
    """Return whether a group is one triple, or several that hang from one variable of what is before.

    What is tied to two of them is left to the engine: of several triples it may begin with those of the
    wrong one, and look through all partners of a publisher for each of them.
    """
    triples = _triples(inside)
    ties = before.intersection(token.text for token in triples if token.kind == VARIABLE)
    return len(ties) == 1 or (len(ties) > 1 and not any(token.marks(".;,") for token in triples))


def _triples(inside: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens of a group that is plain triples and perhaps a filter, none if it is more."""
    cut = next((place for place, token in enumerate(inside) if token.says("FILTER")), len(inside))
    triples, filtered = inside[:cut], inside[cut:]
    top = [token for token in filtered if token.depth == inside[0].depth]
    if any(token.kind in (VARIABLE, IRI) or token.says("BIND") for token in top):
        return ()
    if triples and triples[-1].marks("."):
        triples = triples[:-1]
    return triples if all(map(_plain, triples)) else ()


def _plain(token: Token) -> bool:
    """Return whether a token is a term, or stands between those of triples whose paths have a length."""
    if token.kind == WORD:
        return token.text == "a" or (":" in token.text and not token.text.startswith("_:"))
    return token.kind in (VARIABLE, IRI) or token.marks(_BETWEEN)
