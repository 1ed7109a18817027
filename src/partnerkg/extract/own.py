"""The names by which a page speaks of its own publisher: those of its title, and one said again and again."""

from __future__ import annotations

import re
from collections import Counter

from partnerkg.extract import kinds
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.mention import Mention

_PARTS = re.compile(r"\s*[|–—•»]\s*|\s+[:·-]\s+|:\s+")
_OF = re.compile(
    r"(?:nos |les |our )?(?:parten\w+|partners?|sponsors?|soutiens|amis|supporters|friends) "
    r"(?:de la |de l[’']|du |des |de |d[’']|of the |of |der |des |von |di |del )",
    re.I,
)
_OFTEN = 5  # times that sentences name one that no list does
_PROSE = "prose"
_SHOWN = (
    _PROSE,
    "cue",
    "alt",
    "heading",
    "item",
    "text",
    "line",
)  # the rules that read a publisher's name, and not lists


def without(mentions: Sequence[Mention], title: str) -> Iterator[Mention]:
    """Yield the mentions without those of the publisher."""
    parts = {_name(part[at:]) for part in _PARTS.split(title) for at in _starts(part)} - {""}
    listed = {_name(mention.name) for mention in mentions if mention.rule != _PROSE}
    told = Counter(_name(mention.name) for mention in mentions if mention.rule == _PROSE)
    again = {name for name, count in told.items() if count >= _OFTEN and name not in listed}
    seen: set[str] = set()
    for mention in mentions:
        name = _name(mention.name)
        titled = name in parts and mention.rule in _SHOWN
        told_again = mention.rule == _PROSE and (name in again or name in seen or name in listed)
        seen.add(name)
        if not titled and not told_again:
            yield mention


def _starts(part: str) -> list[int]:
    """Return where the name in a part of a title may begin: "Partenaires du Musée de l’Armée"."""
    of = _OF.match(part)
    return [0, of.end()] if of else [0]


def _name(text: str) -> str:
    return kinds.bare(fold(text))
