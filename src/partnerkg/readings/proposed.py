"""What a reading proposes to say of a mention: its class, its place, how it is related to the publisher."""

from __future__ import annotations

import re

from partnerkg.extract import kinds, words
from partnerkg.extract.sections import MEMBER, PART, PARTNER, SUPPORT
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold
from partnerkg.model.place import TOWNS
from partnerkg.places import french

TYPE_CHECKING = False
if TYPE_CHECKING:
    Data = dict[str, object]

GROUP = "group"
CLASS_OF = {
    "library": "Library",
    "bookshop": "Bookshop",
    "school": "School",
    "media": "MediaOutlet",
    "public-body": "PublicBody",
    "association": "Association",
    "network": "Network",
    "foundation": "Foundation",
    "union": "TradeUnion",
}
_SENTENCES = ("cue", "prose")  # the rules that read a member in a sentence
KINDS = ("museum", "cinema-or-theatre", "company", "publisher", "social-centre")  # concepts, and no class
_OF_A_TERRITORY = ("public-body", "network", "association", "union")
_WE_ARE_MEMBERS = re.compile(
    r"(?:sommes|est|suis) (?:\w+ )?(?:membre|adherent|affilie|federe)|\bmembre d|nous adherons|avons rejoint"
    r"|(?:fait|faisons) partie d|adhesion|affiliat|membership|\bmember of|(?:are|is) (?:\w+ )?members? of"
    r"|we (?:belong|joined)|belongs to|mitglied(?:er)? (?:im|in|bei|von|der|des)|mitgliedschaft|miembros? de"
)
_THEY_ARE_MEMBERS = re.compile(r"\bmembres d|\bmembers of|\badherents|\bmitglieder\b")
_NETWORKS = re.compile(r"reseau|federation|network")


def place_of(mention: Mention) -> tuple[str, bool]:
    """Return the place of a mention as a reading writes it, and whether the thing acts there or is there.

    Of a territory only the name of what acts there tells that: nobody has a site in a whole département.
    """
    own = french.french_find(mention.place) if mention.place_code else ""
    if own.endswith(f"-{mention.place_code}"):
        place: str | None = mention.place
    else:
        place = french.named(mention.place_code, mention.place) if mention.place_code else None
    if not place:
        return "", False
    in_name = fold(french.bare(place)) in fold(mention.name)
    wide = not french.french_find(place).startswith(TOWNS)
    if wide and not in_name and mention.kind not in _OF_A_TERRITORY:
        return "", False
    return place, wide or (mention.kind in _OF_A_TERRITORY and in_name)


def acts_in_country(mention: Mention) -> bool:
    """Return whether a mention is a body that acts for a whole country: its code is that of ISO 3166."""
    return mention.kind in _OF_A_TERRITORY and len(mention.place_code) == 2 and mention.place_code.isalpha()


def _has_us(mention: Mention) -> bool:
    """Return whether it is we who are a member, as sentences always say and some headings: "Membre de"."""
    heading = fold(mention.heading)
    if mention.rule in _SENTENCES or mention.kind == "network" or _WE_ARE_MEMBERS.search(heading):
        return True
    return not _THEY_ARE_MEMBERS.search(heading) and bool(_NETWORKS.search(heading))


def related(mention: Mention, publisher: str) -> Data:
    """Return how the thing is related to the publisher, empty where the page says nothing of it."""
    if mention.kind == kinds.GROUP and mention.relation != PARTNER:
        return {}
    if mention.relation == PARTNER:
        helped = words.tells("given.support", mention.heading)
        return {"supported_by": [publisher]} if helped else {"partner": True}
    if mention.relation == SUPPORT:
        return {"supports": [publisher]}
    if mention.relation == MEMBER:
        return {"members": [publisher]} if _has_us(mention) else {"member_of": [publisher]}
    return {"part_of": publisher} if mention.relation == PART else {}
