"""A page → its mentions, each once, each town told from others of its name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from partnerkg.extract import annotated, tables, text
from partnerkg.extract.reading import Reader
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold
from partnerkg.places.france import france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CODE, _SEVERAL = 5, 2  # letters of the code of a commune; towns that say where a page is at home


def extract(page: str, publisher: str = "") -> list[Mention]:
    """Return the mentions of a page in their order; those that name the publisher itself are left out.

    `page` is HTML, Markdown, plain text, a table or Web Annotations as it was decoded: positions are code
    points of it.
    """
    own = fold(publisher)
    mentions = [mention for mention in _read(page) if fold(mention.name) != own]
    mentions.sort(key=lambda mention: (mention.start, mention.rule == "prose", -mention.end))
    return list(_placed(list(_apart(mentions))))


def _read(page: str) -> Iterable[Mention]:
    if annotated.is_annotations(page):
        return annotated.read(page)
    view = text.read(page)
    return tables.mentions(view) if view.table else Reader(view).read()


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions without those that begin inside one before."""
    end = -1
    for mention in mentions:
        if mention.start >= end:
            yield mention
            end = mention.end


def _placed(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions; of towns of one name that is meant which lies where the others of the page do."""
    codes = {mention.place_code for mention in mentions if len(mention.place_code) == _CODE}
    often = Counter(map(_departement, codes)).most_common(1)
    near = often[0][0] if often and often[0][1] > _SEVERAL else ""
    for mention in mentions:
        if not mention.place or mention.place_code:
            yield mention
            continue
        spot = france().town(mention.place, near)
        if spot is None:
            yield replace(mention, doubt=mention.doubt or "place")
        else:
            yield replace(mention, place_code=spot.code)


def _departement(code: str) -> str:
    return code[:3] if code.startswith("97") else code[:2]
