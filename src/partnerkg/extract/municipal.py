"""Towns that are partners: a list of names of towns is one of municipalities."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from partnerkg.extract import kinds, towns
from partnerkg.places.france import france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.mention import Mention

_FEWEST = 3  # names of towns in one list
_MANY = 6  # of them, so that the others of the list are towns as well
_SHARE = 0.7  # of the names there that say no kind


def told(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions; a name that says no kind, in a list of towns, as the body that governs one."""
    for _, listed in groupby(mentions, key=lambda mention: (mention.heading, mention.rule)):
        group = list(listed)
        unsaid = [one for one in group if one.guessed or (one.kind == kinds.BODY and one.place == one.name)]
        known = [one for one in unsaid if towns.known_town(one.name)]
        are_towns = len(known) >= _FEWEST and len(known) >= _SHARE * len(unsaid)
        are_all = are_towns and len(known) >= _MANY
        for mention in group:
            is_town = mention.guessed and (mention in known or are_all)
            yield _body(mention) if are_towns and is_town else mention


def _body(mention: Mention) -> Mention:
    """Return the mention of a municipality, a guess where no gazetteer knows it."""
    known = towns.known_town(mention.name)
    spot = france().town(known) if known else None
    code = spot.code if spot else ""
    return replace(mention, kind=kinds.BODY, place=mention.name, place_code=code, guessed=not known)
