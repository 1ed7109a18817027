"""Is the list complete? What a page says of each of its lists, as asked at the end of a review."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from partnerkg.errors import N_, PartnerkgError
from partnerkg.extract.extent import extent as told
from partnerkg.model.claim import KEEP
from partnerkg.pipeline.desk.page import beside
from partnerkg.readings import extents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.pipeline.desk.sitting import Sitting


class NoSuchWords(PartnerkgError):
    message = N_(
        "The words “{words}” do not stand in the page under “{heading}”; copy those that say whether its "
        "list is complete, or choose that the page says nothing."
    )


@dataclass(frozen=True, slots=True)
class List:
    """A list of the page, which is a section of its reading.

    `completeness` is a concept of `list-completeness`, "" where the page says nothing; `words` say so,
    with some around them. With `found` both are proposed, and not written yet. `read` says that every item
    was read.
    """

    section: str
    heading: str
    count: int
    start: int
    end: int
    completeness: str = ""
    words: str = ""
    before: str = ""
    after: str = ""
    read: bool = False
    found: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of a list, by its section."""

    section: str
    completeness: str
    words: str
    read: bool


def lists(sitting: Sitting) -> list[List]:
    """Return the lists of the page that name somebody who is kept or published, in its order."""
    text = sitting.desk.text()
    kept = Counter(one.section for one in sitting.desk.all() if one.verdict == KEEP)
    there, said = extents.entered(text), extents.extents(text)
    headings = sitting.desk.headings()
    starts = sorted(span[0] for span in headings.values())
    found = []
    for section, values in said.items():
        if not (kept[section] or section in there):
            continue
        first, start = headings.get(section, (0, 0))
        end = next((one for one in starts if one > first), len(sitting.text))
        found.append(
            _list(sitting, List(section, sitting.text[first:start], kept[section], start, end), values)
        )
    return sorted(found, key=lambda one: one.start)


def _list(sitting: Sitting, bare: List, values: dict[str, str]) -> List:
    page, read = sitting.text, values.get("read") == "every-item"
    words, completeness = values.get("words", ""), values.get("completeness", "")
    start = page.find(words, bare.start, bare.end) if words else -1
    end, hint = start + len(words), None
    if not values and (hint := told(page, bare.start, bare.end)):
        completeness, start, end = hint
        words = page[start:end]
    before, after = beside(page, start, end) if start >= 0 else ("", "")
    place = (bare.section, bare.heading, bare.count, bare.start, bare.end)
    return List(*place, completeness, words, before, after, read, bool(hint))


def say(sitting: Sitting, answers: Iterable[Answer]) -> int:
    """Write what a person says of lists, and return of how many it was something else; NoSuchWords.

    If anything is wrong nothing is written.
    """
    known = {one.section: one for one in lists(sitting)}
    wished = [
        (known[one.section], _data(sitting, known[one.section], one))
        for one in answers
        if one.section in known
    ]
    said = extents.extents(sitting.desk.text())
    changed = [(one, data) for one, data in wished if _is_other(said[one.section], data)]
    for one, data in changed:
        sitting.desk.say_of_list(one.section, one.heading or sitting.title, data)
    return len(changed)


def _data(sitting: Sitting, one: List, answer: Answer) -> extents.Data:
    words = " ".join(answer.words.split())
    start = sitting.text.find(words, one.start, one.end) if words else -1
    if answer.completeness and start < 0:
        raise NoSuchWords(words=words, heading=one.heading or sitting.title)
    span = (start, start + len(words)) if answer.completeness else None
    return extents.extent(sitting.text, answer.completeness, span, read=answer.read)


def _is_other(said: dict[str, str], data: extents.Data) -> bool:
    compared = ("completeness", "words", "read")
    return [said.get(key, "") for key in compared] != [data.get(key, "") for key in compared]
