"""Towns and territories that no gazetteer knows: what stands in brackets behind name after name of a page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from partnerkg.extract import kinds, words
from partnerkg.extract.sections import is_category

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.mention import Mention

_BRACKETS = re.compile(r"\s?\(([^()\n<>]{3,40})\)")
_FEWEST, _AGAIN = 4, 2  # names with brackets; times that the same is said, so that it is a place


def placed(mentions: Sequence[Mention], page: str) -> Iterator[Mention]:
    """Yield the mentions; one without a place with what is in brackets, where several share what is."""
    behind = {mention.start: _said(mention, page) for mention in mentions}
    told = Counter(said for said in behind.values() if said)
    shared = sum(count for count in told.values() if count >= _AGAIN)
    are_places = told.total() >= _FEWEST and shared * 2 > told.total()
    for mention in mentions:
        said = behind[mention.start] if are_places else ""
        yield replace(mention, place=said) if said and not mention.place else mention


def _said(mention: Mention, page: str) -> str:
    match = _BRACKETS.match(page, mention.end)
    text = match[1].strip() if match else ""
    is_name = text[:1].isupper() and not text.isupper() and not any(map(str.isdigit, text))
    return (
        text
        if is_name and not (kinds.kind(text) or is_category(text) or words.is_only("nothing", text))
        else ""
    )
