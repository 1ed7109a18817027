"""HTML as it is seen: the lines of a page, from its tags read one by one; in linear time."""

from __future__ import annotations

import html
import re

from partnerkg.extract import feet, labels, layout, pictures, tags
from partnerkg.extract.boxes import Boxes
from partnerkg.extract.view import (
    ALT,
    CELL,
    FILE,
    HOME,
    LINK,
    STRONG,
    Line,
    View,
    Writing,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.extract.view import Span

LONGEST_TAG, LONGEST_TITLE = 20_000, 2_000
_OPEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:._-]{0,40})")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_INLINE = ("span", "a")  # boxes inside a line
_SOME = 3  # lines of a list
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z+.-]*:|//)", re.I)


class Reader:
    """Reads a page once, from left to right; `text` is masked, of the length of the page."""

    special = re.compile(r"[<&]")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower() if len(text.lower()) == len(text) else text
        self.lines: list[Line] = []
        self.title = ""
        self.writing = Writing()
        self.boxes = Boxes()
        self.hidden = feet.Hidden()
        self.heading = 0
        self.first = 0  # where the text begins
        self.found: dict[str, tuple[int, int]] = {}
        self.last = {name: self.lower.rfind(f"</{name}") for name in tags.LEFT_OUT}
        self.link: tuple[Span, int, int] | None = None  # the title of the open link, and what was seen before
        self.address: Span | None = None  # of the open link
        self.ended = (0, 0)  # the group of the last box inside a line, and how much was written when it ended

    def read(self) -> list[Line]:
        """Return the lines from where the text begins."""
        place = self.first
        for found in self.special.finditer(self.text, place):
            if found.start() >= place:
                self.words(place, found.start())
                place = self.take(found.start())
        self.words(place, len(self.text))
        self.flush()
        self.lines = list(layout.joined(self.lines, layout.is_broken))
        layout.laid_out(self.lines, self.boxes)
        for line in self.lines:
            line.card = line.card or self.boxes.card(line.box)
        return self.lines

    def words(self, start: int, end: int) -> None:
        """Write words as they stand."""
        if start == end:
            return
        said = False
        if self.hidden.in_foot and not self.address:
            said = feet.leads(self.text[start:end].strip(), self.lower, end)
            if said:
                self.hidden.show(self.boxes.around)
        if said or not self.hidden.silent:
            self.writing.add(self.text[start:end], start)

    def take(self, at: int) -> int:
        """Return where to go on behind a tag or entity; `at` itself where none begins."""
        if self.text[at] == "&":
            entity = _ENTITY.match(self.text, at)
            if entity and not self.hidden.silent:
                self.writing.add_one(html.unescape(entity.group()), entity.start(), entity.end())
            return entity.end() if entity else at
        tag = _OPEN.match(self.text, at)
        end = self.end(tag.end()) if tag else -1
        return self.tag(tag, end) if tag and end > 0 else at

    def next(self, words: str, start: int) -> int:
        """Return where words stand next, -1 if nowhere; each stretch of the page is searched once."""
        known = self.found.get(words, (0, -2))
        if not (known[0] <= start and (known[1] == -1 or known[1] >= start)):
            known = (start, self.text.find(words, start))
            self.found[words] = known
        return known[1]

    def end(self, start: int) -> int:
        """Return where a tag ends, -1 if it does not within `LONGEST_TAG`."""
        place, bound = start, start + LONGEST_TAG
        while place < bound:
            close = self.next(">", place)
            if close < 0 or close > bound:
                return -1
            quote = min((at for mark in "\"'" if (at := self.text.find(mark, place, close)) >= 0), default=-1)
            if quote < 0:
                return close + 1
            ending = self.next(self.text[quote], quote + 1)
            if ending < 0 or ending > bound:
                return close + 1
            place = ending + 1
        return -1

    def tag(self, tag: re.Match[str], end: int) -> int:
        """Return where to go on behind a tag."""
        name = tag[2].lower()
        if tag[1]:
            self.closed(name)
            return end
        if name == "title":
            close = self.lower.find("</title", end, end + LONGEST_TITLE)
            self.title = self.title or " ".join(html.unescape(self.text[end : max(close, end)]).split())
            return max(close, end)
        if name in tags.RAW and self.text[end - 2] != "/":
            self._drawn(dict(tags.attributes(self.text, tag.end(), end)))
            close = self.next_raw(name, end)
            return len(self.text) if close < 0 else close
        self.opened(name, tag.end(), end)
        return end

    def next_raw(self, name: str, start: int) -> int:
        """Return where an element whose words are not shown is closed."""
        key = f"</{name}"
        known = self.found.get(key, (0, -2))
        if not (known[0] <= start and (known[1] == -1 or known[1] >= start)):
            known = (start, self.lower.find(key, start))
            self.found[key] = known
        return known[1]

    def opened(self, name: str, start: int, end: int) -> None:
        """Take note of an opening tag."""
        if name in tags.BLOCKS:
            self.flush()
        elif name == "br":
            self.flush(broken=True)
        given = dict(tags.attributes(self.text, start, end))
        self.attributes(name, given)
        if name in tags.STRONG:
            self.writing.mark(STRONG)
        elif name == "a":
            self._link(given)
        self.heading = tags.HEADINGS.get(name, self.heading)
        if name in tags.BOXES and self.text[end - 2] != "/" and name != "hr":
            group = self.boxes.group(name, self.text[slice(*given.get("class", (0, 0)))])
            if name in _INLINE and (
                self._beside(group, styled="class" in given)
                or layout.glued(self.text, start, end, self.writing)
            ):
                self.flush()  # badges side by side, or lines of a card
            self._box(name, start, {key: self.text[slice(*span)] for key, span in given.items()})

    def _beside(self, group: int, *, styled: bool) -> bool:
        """Return whether nothing stands between a box inside a line and one like it before.

        One without a class has to stand on a line of its own in the page.
        """
        last, written = self.ended
        between = self.writing.pieces[written : written + _SOME]
        near = last == group and written > 0 and len(between) < _SOME and not "".join(between).strip()
        near = near and (styled or "\n" in "".join(between))
        return near and not self.heading and self.writing.size > _SOME

    def _link(self, given: dict[str, Span]) -> None:
        self.writing.close(LINK)
        self.writing.close(HOME)
        self.writing.mark(LINK)
        self.address = given.get("href")
        address = self.text[slice(*given.get("href", (0, 0)))]
        if address and not _OUTSIDE.match(address):
            self.writing.mark(HOME)
        named = given.get("title") or given.get("aria-label")
        self.link = (named, len(self.lines), self.writing.size) if named else None

    def _box(self, name: str, start: int, given: dict[str, str]) -> None:
        self.boxes.opened(name, given)
        about = f"{given.get('class', '')} {given.get('id', '')}".lower()
        aside = name not in ("body", "html", "a", "p", "span", "main") and tags.is_aside(about)
        out = (name in tags.LEFT_OUT and self.last[name] > start and not self._lists(name, start)) or aside
        if (out or given.get("role") in ("navigation", "search")) and not self.hidden:
            self.flush()
            self.hidden.begin(len(self.boxes), name, about)
        if self.hidden.in_foot and feet.holds(name, about):
            self.hidden.show(len(self.boxes))

    def _lists(self, name: str, start: int) -> bool:
        """Return whether a box that should hold words of others only indents a list."""
        if name != "blockquote":
            return False
        inner = self.lower[start : min(self.next("</blockquote", start), start + LONGEST_TAG)]
        return sum(inner.count(tag) for tag in ("<br", "<li", "<img")) >= _SOME

    def closed(self, name: str) -> None:
        """Take note of a closing tag."""
        if name == "br":  # is shown as if it were opened (HTML Living Standard, 13.2.6.4.7)
            self.flush(broken=True)
        if name in tags.STRONG:
            self.writing.close(STRONG)
        elif name == "a":
            self._unlink()
        if name in _INLINE and self.boxes:
            self.ended = (self.boxes.near[-1].group, len(self.writing.pieces))
        if name in tags.BLOCKS:
            self.flush()
            self.heading = 0
        self.boxes.closed(name)
        self.hidden.end(len(self.boxes))

    def _unlink(self) -> None:
        """End a link; one that shows nothing is seen by its title."""
        self.writing.close(LINK)
        self.writing.close(HOME)
        if self.link and self.link[1:] == (len(self.lines), self.writing.size) and not self.hidden:
            self.written(self.link[0], ALT)
        self.link = self.address = None

    def attributes(self, name: str, given: dict[str, Span]) -> None:
        """Take the words that stand in attributes: alternative texts, names and addresses of unknown tags."""
        if name == "img":
            self._picture(given)
        elif name not in tags.KNOWN and name.lower() not in ("layout", "seo", "base-layout"):
            for span, kind in tags.said(self.text, given):
                self.written(span, kind)
        else:
            if not self.title and name not in tags.KNOWN and "title" in given:
                self.title = " ".join(self.text[slice(*given["title"])].split())
            self._drawn(given)

    def _picture(self, given: dict[str, Span]) -> None:
        named = [
            given[key]
            for key in ("alt", "title", "caption")
            if self.text[slice(*given.get(key, (0, 0)))].strip()
        ]
        said = [span for span in named if not labels.is_file(self.text[slice(*span)])]
        if said:
            self.written(said[0], ALT)
        elif span := pictures.named(self.text, given, self.address):
            self.written(span, FILE)

    def _drawn(self, given: dict[str, Span]) -> None:
        """Take the words for what is shown as a picture without being one (WAI-ARIA 1.2, "img")."""
        if "aria-label" in given and self.text[slice(*given.get("role", (0, 0)))] == "img":
            self.written(given["aria-label"], ALT)

    def written(self, span: Span, kind: str) -> None:
        """Write the words of an attribute as a line of their own."""
        if self.hidden:
            return
        self.flush()
        place, end = span
        for entity in _ENTITY.finditer(self.text, place, end):
            self.writing.add(self.text[place : entity.start()], place)
            self.writing.add_one(html.unescape(entity.group()), entity.start(), entity.end())
            place = entity.end()
        self.writing.add(self.text[place:end], place)
        self.flush(kind=kind)

    def flush(self, *, broken: bool = False, kind: str = "") -> None:
        """End the line that is being written."""
        line = self.writing.line() if self.writing.size else None
        if line is None or not any(map(str.isalnum, line.text)):
            if broken and self.lines:
                self.lines[-1].broken = True
            return
        boxes = self.boxes.near
        names = [box.name for box in boxes]
        self.placed(line, kind or tags.kind(names, self.heading), names)
        line.box = line.box or tuple(box.number for box in boxes)
        line.group = line.group or (boxes[-1].group if boxes else 0)
        line.told, line.scope = self.boxes.told, self.boxes.scope
        line.broken = broken
        self.lines.append(line)

    def placed(self, line: Line, kind: str, names: list[str]) -> None:
        """Say of a line what it is and how deep it stands."""
        line.kind = kind
        line.level = self.heading or names.count("ul") + names.count("ol")
        if kind == CELL and "tr" in names:
            line.card, line.group = self.boxes.row()


def read(text: str, masked: str) -> View:
    """Return the view of an HTML page; `masked` is the page without what a program would fill in."""
    reader = Reader(masked)
    lines = reader.read()
    return View(text, reader.title, lines, about=reader.boxes.about)
