"""What is done together with somebody, as a person writes it: a known activity, or words of the page."""

from __future__ import annotations

from partnerkg.errors import N_, PartnerkgError
from partnerkg.model.document import CONTEXT, LONGEST_QUOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.encode.vocabulary import Vocabulary
    from partnerkg.readings.doubts import Doubt

    Data = dict[str, object]

SCHEME = "activity"


class NoActivity(PartnerkgError):
    message = N_(
        "No activity is called “{name}”, and these words do not stand in the page; choose a known activity, "
        "or copy the words of the page."
    )


def known(value: str, vocabulary: Vocabulary) -> list[str]:
    """Return the activities that are called so, by slug; none if one of those between commas is not known."""
    names = [part.strip() for part in value.split(",") if part.strip()]
    found = [vocabulary.called_so(SCHEME, name) for name in names]
    return [one for one in found if one] if all(found) else []


def canonical(value: str, vocabulary: Vocabulary) -> str:
    """Return an activity as readings have it: by slugs, or in its words."""
    return ", ".join(known(value, vocabulary)) or " ".join(value.split())


def collaboration(value: str, doubt: Doubt, page: str, vocabulary: Vocabulary) -> Data:
    """Return what a claim says of an activity, and the words that it rests on; nothing for an empty value.

    A known activity rests on the words of the entry, any other on the words of the page that say it, with
    those of the entry where they are near. NoActivity for what is neither.
    """
    words = " ".join(value.split())
    if not words:
        return {}
    if activities := known(words, vocabulary):
        return {"collaboration": {"activities": activities}}
    start = _nearest(words, doubt.at or 0, page)
    if start is None:
        raise NoActivity(name=words)
    return _quote(start, start + len(words), doubt, page) | {"collaboration": {"description": words}}


def _nearest(words: str, at: int, page: str) -> int | None:
    before, after = page.rfind(words, 0, at), page.find(words, at)
    found = [one for one in (before, after) if one >= 0]
    return min(found, key=lambda one: abs(one - at), default=None)


def _quote(start: int, end: int, doubt: Doubt, page: str) -> Data:
    if doubt.at is not None:
        first, last = min(start, doubt.at), max(end, doubt.at + len(doubt.quote))
        if last - first <= LONGEST_QUOTE and page.startswith(doubt.quote, doubt.at):
            start, end = first, last
    between = [page[max(0, start - CONTEXT) : start], page[end : end + CONTEXT]]
    return {"quote": page[start:end], "at": [start, end], "between": between}
