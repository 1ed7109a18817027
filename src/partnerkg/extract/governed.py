"""The territory of a body whose words say its level: a département, a region; or what "en" stands before.

"Département de la Mayenne" is none of the commune of that name, "Livre et lecture en Bretagne" none of Indre.
"""

from __future__ import annotations

import re

from partnerkg.extract.towns import NAME, Town
from partnerkg.places.france import COUNTRY, DEPARTEMENT, FORMER_REGION, LANDSCAPE, REGION, france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.places.france import Spot

GOVERNED = "governed"
_LEVELS = (
    (
        (DEPARTEMENT,),
        re.compile(
            r"\bd[ée]partement(?:a(?:le?s?|ux))?\b|\bconseils? g[ée]n[ée]ra(?:l|ux)\b|"
            r"^(?:(?:sous-)?pr[ée]fecture|caisse d[’']allocations familiales|CAF|CPAM|MSA|DSDEN|SDIS|"
            r"DDCS(?:PP)?|DDETS(?:PP)?|UDAF|CDOS)\b",
            re.I,
        ),
    ),
    (
        (REGION, FORMER_REGION),
        re.compile(
            r"\br[ée]gion(?:a(?:le?s?|ux))?\b|^collectivit[ée] (?:territoriale )?(?=d)|"
            r"^(?:DRAC|DRAAF|DREAL|DRAJES|DREETS|ARS|CROS|CRESS|URIOPSS|agence r[ée]gionale)\b",
            re.I,
        ),
    ),
)
_ALL = (REGION, FORMER_REGION, DEPARTEMENT, COUNTRY, LANDSCAPE)
_EN = re.compile(rf"\s(?:en|En|EN)\s({NAME})\s*$")
_BRACKETED = re.compile(r"\s?\([^()]*\)\s*$")
_LED = re.compile(r"^(?:de la |de l[’']|du |la |le |l[’'])", re.I)
_OF = re.compile(r"^(?:de la |de l[’']|du |des |de |d[’']|en |[-–—:]\s?)", re.I)
_CALLED = ("{}", "La {}", "Région {}", "{}-Val de Loire")  # by what names else a territory goes: Réunion, Sud
_WORDS = 6  # of the name of a territory


def territory(text: str) -> Town | None:
    """Return the territory that the words of a body say, None where they say no level or none we know."""
    bare = _LED.sub("", _BRACKETED.sub("", text))
    for kinds, pattern in _LEVELS:
        if said := pattern.search(bare):
            return _first(bare[said.end() :], kinds)
    return _first(en[1], _ALL) if (en := _EN.search(bare)) else None


def _first(text: str, kinds: Sequence[str]) -> Town | None:
    """Return the first and longest words that name a territory of these kinds."""
    for words in _spans(text):
        if words[:1].isupper() and (spot := _spot(words, kinds)):
            return Town(0, 0, words, spot, GOVERNED)
    return None


def _spans(text: str) -> Iterator[str]:
    words = text.split()
    for start in range(len(words)):
        for end in range(min(len(words), start + _WORDS), start, -1):
            yield _OF.sub("", " ".join(words[start:end])).strip(" ,;:–—-")


def _spot(words: str, kinds: Sequence[str]) -> Spot | None:
    spots = (
        spot for kind in kinds for called in _CALLED for spot in france().find(called.format(words), (kind,))
    )
    return next(spots, None)
