"""What a reading proposes to say of a mention: its class, its place, how it is related to the publisher."""

from __future__ import annotations

import re

from partnerkg.extract import kinds
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
KINDS = ("museum", "cinema-or-theatre", "company", "publisher", "social-centre")  # concepts, and no class
_OF_A_TERRITORY = ("public-body", "network", "association", "union")
_WE_ARE_MEMBERS = re.compile(r"reseau|adhesion|federation|network|membership|affiliat")


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


def related(mention: Mention, publisher: str) -> Data:
    """Return how the thing is related to the publisher, empty where the page says nothing of it."""
    if mention.kind == kinds.GROUP and mention.relation != PARTNER:
        return {}
    if mention.relation == PARTNER:
        return {"partner": True}
    if mention.relation == SUPPORT:
        return {"supports": [publisher]}
    if mention.relation == MEMBER:
        ours = mention.kind == "network" or _WE_ARE_MEMBERS.search(fold(mention.heading))
        return {"members": [publisher]} if ours else {"member_of": [publisher]}
    return {"part_of": publisher} if mention.relation == PART else {}
