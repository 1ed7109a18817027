"""A page before anything is known of its project: its text, what it names, what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.pipeline import pages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.mention import Mention
    from partnerkg.readings.captured import Captured


@dataclass(frozen=True, slots=True)
class Seen:
    """A page, or why it could not be read: its path, text, mentions, and what it says of itself.

    `publisher` is who speaks in it, `itself` whether it says so. `missed` are words of it that look like
    names and that nobody read; `unread` sheets of a workbook.
    """

    path: str
    captured: Captured | None = None
    mentions: list[Mention] = field(default_factory=list)
    address: str = ""
    language: str = ""
    publisher: str = ""
    itself: bool = False
    missed: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    error: PartnerkgError | None = None

    @property
    def stem(self) -> str:
        """Return the name of its file without its ending, empty for standard input."""
        return "" if self.path == pages.STANDARD_INPUT else Path(self.path).stem


def see(path: str, publisher: str = "", usual: str = "", *, fetch: bool = False) -> Seen:
    """Return what is seen of one page; an error is part of it, whatever it is.

    `publisher` speaks in it if given; else whom it says itself, else the `usual` one.
    """
    return pages.by_itself(
        path, lambda: _seen(path, publisher, usual, fetch=fetch), lambda error: Seen(path, error=error)
    )


def _seen(path: str, publisher: str, usual: str, *, fetch: bool) -> Seen:
    from partnerkg.extract.decode import NoPage
    from partnerkg.extract.missed import missed
    from partnerkg.readings import page as of_page
    from partnerkg.readings.captured import captured

    page, unread = pages.text_and_unread(path, fetch=fetch)
    seen = captured(page)
    if not seen.text.strip():
        raise NoPage(
            path=path, reason=Message(N_("it shows no words without its programs: save it as shown"))
        )
    own = "" if publisher else of_page.speaker(page, seen.title)
    itself = bool(own) and not are_one(own, usual)
    publisher = publisher or (own if itself else usual)
    found = list(seen.mentions(pages.mentions(path, page, publisher)))
    spans = [(mention.start, mention.end) for mention in found]
    left = tuple(one.words for one in missed(seen.text, spans, publisher))
    return Seen(
        *(path, seen, found, of_page.address(page), of_page.language(page, seen.text)),
        *(publisher, itself, left, tuple(unread)),
    )


def are_one(own: str, usual: str) -> bool:
    """Return whether a page means the usual publisher by a name: words of it, more words, or its letters."""
    from partnerkg.extract.labels import are_alike
    from partnerkg.model.name import fold

    first, second = fold(own), fold(usual)
    letters = ("".join(word[0] for word in name.split()) for name in (first, second))
    return are_alike(first, second) or bool({first, second}.intersection(letters))
