"""OPTIONAL of one triple, asked for each row: `LATERAL { OPTIONAL { … } }` (SPARQL-dev, SEP-0006).

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

_BETWEEN = "/|^()"  # what may stand between the properties of a path that has a length


@lru_cache(maxsize=256)
def planned(text: str) -> str:
    """Return a query in which each OPTIONAL of one triple is asked for each row of what is before it."""
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
            if stop and before.intersection(_ends(found[place + 2 : stop])):
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


def _ends(inside: Sequence[Token]) -> tuple[str, ...]:
    """Return the two ends of the one triple of a group, nothing if it has another form."""
    cut = next((place for place, token in enumerate(inside) if token.says("FILTER")), len(inside))
    triple, rest = [*inside[:cut]], inside[cut:]
    if triple and triple[-1].marks("."):
        triple.pop()
    if len(triple) < 3 or any(
        token.depth == inside[0].depth and token.kind in (VARIABLE, IRI) for token in rest
    ):
        return ()
    first, *path, last = triple
    plain = all(token.kind in (IRI, WORD) or token.marks(_BETWEEN) for token in path)
    single = len(path) == 1 and path[0].kind == VARIABLE
    if first.kind not in (VARIABLE, IRI, WORD) or last.kind != VARIABLE or not (plain or single):
        return ()
    if sum(token.kind in (IRI, WORD) for token in path) > 1 and not any(token.marks("/|") for token in path):
        return ()
    return first.text, last.text
