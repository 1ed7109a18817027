"""Sentences that say of a name that it is no partner: "nous ne travaillons plus avec", "unlike"."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.mention import Mention

_AROUND = 200  # characters on either side of a name in which its sentence denies it
_ENDS = re.compile(r"[.!?…;:]\s|[\r\n]|</?(?:p|li|h\d|div|td|th|br|tr|ul|ol)\b[^>]{0,300}>", re.I)
_NOT = re.compile(
    r"\bn(?:e\s|['’])(?:\w+\s+){1,3}?(?:plus|pas|jamais|aucun\w*)\b|\bno longer\b|\bnever\b|\bnot\b|n['’]t\b"
    r"|\bnicht\b|\bkeine?\w{0,2}\b|\bcontrairement à\b|\bunlike\b|\bim Gegensatz\b"
    r"|\b(?:re)?cherch(?:ons|e|ent)\b[^,]{0,60}\bcomme\b|\blooking for\b[^,]{0,60}\b(?:like|such as)\b",
    re.I,
)
_YET = re.compile(r"\b(?:sans|without|ohne|seulement|only|nur|simplement|just|mais|but|sondern)\b", re.I)
_NO_MORE = re.compile(
    r"\s*(?:(?:n['’](?:est|a)|ne\s(?:sont|font|fait))\s(?:plus|pas)|(?:is|are) (?:no longer|not)"
    r"|(?:ist|sind) (?:nicht|kein\w*))\b",
    re.I,
)


def denied(mention: Mention, page: str) -> bool:
    """Return whether the sentence of a mention says that what it names is no partner, or not any more."""
    before = _ENDS.split(page[max(0, mention.start - _AROUND) : mention.start])[-1]
    found = _NOT.search(before)
    if found and not _YET.search(before, found.start()):
        return True
    return bool(_NO_MORE.match(page[mention.end : mention.end + _AROUND]))
