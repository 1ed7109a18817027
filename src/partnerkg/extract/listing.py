"""Lines that list names between commas: which they are, and what their parts share."""

from __future__ import annotations

import re
from dataclasses import replace

from partnerkg.extract import enumerations, kinds, names, towns
from partnerkg.extract.naming import DISTRIBUTED
from partnerkg.extract.sections import is_category
from partnerkg.extract.view import ITEM

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.extract.enumerations import Part
    from partnerkg.extract.sections import Section
    from partnerkg.extract.view import Line
    from partnerkg.model.mention import Mention

_LONG, _LONGEST_PART, _LONGEST_LEAD = 120, 70, 100
_SENTENCES = re.compile(r"[.!?]\s+[A-ZÉÈÀ]")


def is_enumeration(line: Line, section: Section) -> bool:
    """Return whether a line lists names: most of its parts look like names, none is long."""
    text, commas = line.text, line.text.count(",")
    if not section.kind and line.kind == ITEM and len(text) < _LONGEST_LEAD and commas < 2:
        return False
    if _SENTENCES.search(text) and commas < 4:
        return False
    parts = [text[part.start : part.end] for part in enumerations.split(text)]
    if len(parts) < 3 and not (len(parts) == 2 and section.kind and len(text) < _LONG and _is_two(parts[1])):
        return False
    good = sum(map(names.is_name, parts))
    return good * 4 >= len(parts) * 3 and sum(map(len, parts)) < _LONGEST_PART * len(parts)


def _is_two(last: str) -> bool:
    """Return whether the second of two parts is a name too, and not the town of the first."""
    placed = enumerations.is_town(last) or towns.territory(last)
    return not placed and last[:1].isupper() and (len(last.split()) > 1 or bool(kinds.kind(last)))


def parts(line: Line) -> list[Part]:
    """Return the parts of a line that lists, without what stands before a colon."""
    colon = line.text.find(": ", 0, _LONGEST_LEAD)
    leads = colon > 0 and (line.text.count(",", colon) > 1 or is_category(line.text[:colon]))
    return enumerations.split(line.text, colon + 2 if leads else 0)


def distributed(pairs: Sequence[tuple[Part, Mention]]) -> list[Mention]:
    """Return the mentions; a town said at the end of several under one head word is that of all before it."""
    last: Mention | None = None
    mentions: list[Mention] = []
    for part, mention in reversed(pairs):
        last = last if part.head else None
        if _has_town(part, mention):
            last = mention
        elif last is not None and part.head:
            mention = replace(  # noqa: PLW2901 - the same mention with what it shares
                mention, place=last.place, place_code=last.place_code, status=DISTRIBUTED
            )
        mentions.append(mention)
    return mentions[::-1]


def _has_town(part: Part, mention: Mention) -> bool:
    """Return whether a part says its town, and is not only named like one ("Saint-Vincent")."""
    alone = mention.name == f"{enumerations.singular(part.head)} {mention.place}"
    return bool(mention.place) and not (
        alone and enumerations.singular(part.head) not in ("Ville", "Commune", "Mairie")
    )
