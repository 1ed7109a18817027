"""The names by which a page speaks of its own publisher: those of its title, and one said again and again."""

from __future__ import annotations

import re
from collections import Counter

from partnerkg.extract import kinds, names, sections, words
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.mention import Mention

_PARTS = re.compile(r"\s*[|–—•»]\s*|\s+(?:::|[:·-])\s+|:\s+")
_OF = re.compile(
    r"(?:nos |les |our )?(?:parten\w+|partners?|sponsors?|soutiens|amis|supporters|friends) "
    r"(?:de la |de l[’']|du |des |de |d[’']|of the |of |der |des |von |di |del )",
    re.I,
)
_ADDRESS = re.compile(r"\w\.[a-z]{2,}$", re.I)
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
    titles = {_name(part[at:]) for part in parts(title) for at in _starts(part)} - {""}
    listed = {_name(mention.name) for mention in mentions if mention.rule != _PROSE}
    told = Counter(_name(mention.name) for mention in mentions if mention.rule == _PROSE)
    again = {name for name, count in told.items() if count >= _OFTEN and name not in listed}
    seen: set[str] = set()
    for mention in mentions:
        name = _name(mention.name)
        titled = name in titles and mention.rule in _SHOWN
        told_again = mention.rule == _PROSE and (name in again or name in seen or name in listed)
        seen.add(name)
        if not titled and not told_again:
            yield mention


def parts(title: str) -> list[str]:
    """Return the parts of a title, such as what a page is about and whose it is."""
    return [part.strip() for part in _PARTS.split(title) if part.strip()]


def speaker(site: str, title: str) -> str:
    """Return whom a page speaks for: as its site is called, else in its title beside what it is about.

    Empty where it does not say, or names two: who is meant then is for a person to say.
    """
    if site:
        return next((part for part in parts(site) if not _is_general(part)), "")
    said = parts(title)
    named = [part for part in said if not _is_general(part)]
    return named[0] if len(named) == 1 < len(said) and names.is_name(named[0]) else ""


def _is_general(part: str) -> bool:
    """Return whether words say what a page is about or where it stands, and not whose it is."""
    folded = fold(part)
    bare = not folded or words.is_only("title.general", folded) or bool(_ADDRESS.search(part))
    return bare or sections.is_category(part) or bool(sections.relation(part))


def _starts(part: str) -> list[int]:
    """Return where the name in a part of a title may begin: "Partenaires du Musée de l’Armée"."""
    of = _OF.match(part)
    return [0, of.end()] if of else [0]


def _name(text: str) -> str:
    return kinds.bare(fold(text))
