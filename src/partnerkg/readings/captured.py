"""The text of a page as readings quote it: what HTML shows, line by line; else the text itself."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from partnerkg.extract import matter
from partnerkg.extract import text as of_text
from partnerkg.extract.view import HEADING
from partnerkg.model.document import CONTEXT, LONGEST_QUOTE, Capture, Passage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.extract.view import View
    from partnerkg.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Captured:
    """A captured text; `places` is where each of its characters stands in the page, empty if in the same."""

    text: str
    title: str = ""
    places: tuple[int, ...] = ()

    def capture(self, day: str) -> Capture:
        """Return what a reading says of the text: its hash, its length, and the day."""
        return Capture(hashlib.sha256(self.text.encode()).hexdigest(), len(self.text), day)

    def mentions(self, found: Iterable[Mention]) -> Iterator[Mention]:
        """Yield the mentions of the page as mentions of the text, without what the text does not show."""
        for mention in found:
            start, end = self._span(mention.start, mention.end)
            words = self.text[start:end]
            if words.strip():
                yield replace(mention, start=start, end=end, quote=words)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if not self.places:
            return start, end
        return bisect_left(self.places, start), bisect_right(self.places, end - 1)

    def passage(self, start: int, end: int) -> Passage:
        """Return the words `[start, end)` with what surrounds them, no longer than a quote may be."""
        end = min(end, start + LONGEST_QUOTE)
        before, after = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
        return Passage(start, end, self.text[start:end], before, after)


def captured(page: str) -> Captured:
    """Return the text of a page that was decoded."""
    view = of_text.read(page)
    written = bool(matter.end(page)) and not any(line.text for line in view.lines)  # all is in its matter
    if written or not of_text.is_html(page):
        return Captured(page, matter.named(page) or _title(view))
    return _shown(view)


def _shown(view: View) -> Captured:
    """Return the lines of a page, an empty line before each heading; line ends stand where the line ends."""
    pieces: list[str] = []
    places: list[int] = []
    for line in sorted((line for line in view.lines if line.text), key=lambda line: line.starts[0]):
        gap = "" if not pieces else "\n\n" if line.kind == HEADING else "\n"
        pieces += [gap, line.text]
        places += [places[-1]] * len(gap) if gap else []
        places += line.starts
    return Captured("".join(pieces), _title(view), tuple(places))


def _title(view: View) -> str:
    """Return the title of a page, or else its first heading."""
    return view.title or next((line.text for line in view.lines if line.kind == HEADING), "")
