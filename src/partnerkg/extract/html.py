"""HTML as it is seen: the lines of a page, from its tags read one by one; in linear time.

Written from how browsers show pages (HTML Living Standard, "Rendering"), as far as partner pages need.
"""

from __future__ import annotations

import html
import re

from partnerkg.extract.view import ALT, CELL, HEADING, ITEM, NAME, PLACE, TEXT, Line, View, Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


LONGEST_TAG, LONGEST_LEFT_OUT = 20_000, 200_000
DEEPEST = 12  # boxes that a line knows of
_SPECIAL = re.compile(r"[<&{]")
_OPEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]{0,40})")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w:.-]{0,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)')")
_PAIRS = (("<!--", "-->"), ("<?", "?>"), ("<%", "%>"), ("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!", ">"))
_RAW = ("script", "style", "noscript", "svg", "iframe", "textarea", "template", "select", "object")
_LEFT_OUT = ("nav", "footer", "form", "button", "head", "dialog")
_BLOCKS = _tags(
    "address article aside blockquote body center dd details div dl dt figcaption figure header hr html "
    "li main ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 footer nav "
    "form"
)
_BOXES = frozenset(["li", "td", "th", "tr", "article", "figure", "div", "section", "dd", "dt", "p", "a"])
_CARDS = frozenset(["li", "tr", "article", "figure", "div", "section", "dd"])
_VOID = _tags("area base br col embed hr img input link meta param source track wbr")
_KNOWN = (
    _BLOCKS
    | _VOID
    | frozenset(_RAW)
    | _tags(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label legend fieldset mark "
        "picture q s samp small span strike strong sub sup time tt u var video audio map caption colgroup "
        "button title head menu option optgroup canvas output progress meter ruby rt rp slot nobr"
    )
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|newsletter|breadcrumbs?|fil-ariane|menu|navbar|navigation|footer|sidebar|"
    r"copyright|skip-link|social|share|pagination|modal)(?:$|[\s_-])"
)
_MARKS = {"b": "strong", "strong": "strong", "a": "links"}
_NAMED = ("name", "title", "nom", "label")
_PLACED = ("address", "adresse", "city", "ville", "town", "commune")


class _Reader:
    """Reads a page once, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower() if len(text.lower()) == len(text) else text
        self.lines: list[Line] = []
        self.title = ""
        self.writing = Writing()
        self.boxes: list[tuple[str, int, int]] = []  # tag, number, group
        self.count = 0
        self.groups: dict[tuple[int, str, str], int] = {}
        self.alike: dict[int, int] = {}  # how many boxes of each group
        self.group_of: dict[int, int] = {}  # the group of each box that may be a card
        self.hidden = 0  # how many boxes are open up to the one that hides what is in it, 0 if none
        self.heading = 0
        self.found: dict[str, tuple[int, int]] = {}
        self.last = {name: self.lower.rfind(f"</{name}") for name in _LEFT_OUT}

    def read(self) -> View:
        place, text = 0, self.text
        for found in _SPECIAL.finditer(text):
            at = found.start()
            if at >= place and (entity := _ENTITY.match(text, at)):
                self.words(place, at)
                place = self.entity(entity)
            elif at >= place and (tag := _OPEN.match(text, at)) and (end := self.end(tag.end())) > 0:
                self.words(place, at)
                place = self.tag(tag, end)
            elif at >= place and (end := self.left_out(at)):
                self.words(place, at)
                place = end
        self.words(place, len(text))
        self.flush()
        for line in self.lines:
            line.card = next(
                (box for box in reversed(line.box) if self.alike.get(self.group_of.get(box, 0), 0) > 1), 0
            )
        return View(text, self.title, self.lines)

    def words(self, start: int, end: int) -> None:
        if start < end and not self.hidden:
            self.writing.add(self.text[start:end], start)

    def entity(self, entity: re.Match[str]) -> int:
        """Return where to go on behind an entity."""
        if not self.hidden:
            self.writing.add_one(html.unescape(entity.group()), entity.start(), entity.end())
        return entity.end()

    def left_out(self, at: int) -> int:
        """Return where a comment or what a program would fill in ends, 0 if there is none."""
        for opening, closing in _PAIRS:
            if self.text.startswith(opening, at):
                end = self.next(closing, at + len(opening))
                if at < end < at + LONGEST_LEFT_OUT:
                    return end + len(closing)
        return 0

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
        if name == "title" and not self.title:
            close = self.lower.find("</title", end, end + 2_000)
            self.title = " ".join(html.unescape(self.text[end:close]).split()) if close > 0 else ""
            return close if close > 0 else end
        if name in _RAW and self.text[end - 2] != "/":
            close = self.lower.find(f"</{name}", end)
            return len(self.text) if close < 0 else close
        self.opened(name, tag.end(), end)
        return end

    def opened(self, name: str, start: int, end: int) -> None:
        if name == "br":
            self.flush(broken=True)
        elif name == "img" or name not in _KNOWN:
            self.attributes(name, start, end)
        if name in _MARKS:
            self.writing.mark(_MARKS[name])
        if name in _BLOCKS or name == "caption":
            self.flush()
            self.heading = int(name[1]) if name[1:].isdigit() else self.heading
        empty = name in _VOID or (self.text[end - 2] == "/" and name not in _BLOCKS)
        if not empty and (name in _BOXES or name in _LEFT_OUT or name in ("ul", "ol", "table", "header")):
            self.box(name, dict(_attributes(self.text[start : end - 1])), start)

    def box(self, name: str, given: dict[str, str], start: int) -> None:
        if len(self.boxes) > 500:
            return
        self.count += 1
        look = given.get("class", "")
        above = self.boxes[-1][1] if self.boxes else 0
        group = self.groups.setdefault((above, name, look), self.count)
        self.boxes.append((name, self.count, group))
        if name in _CARDS:
            self.group_of[self.count] = group
            self.alike[group] = self.alike.get(group, 0) + 1
        aside = name not in ("body", "a", "p") and _ASIDE.search(f"{look} {given.get('id', '')}".lower())
        out = (name in _LEFT_OUT and self.last[name] > start) or aside or given.get("role") == "navigation"
        if out and not self.hidden:
            self.flush()
            self.hidden = len(self.boxes)

    def closed(self, name: str) -> None:
        if name in _MARKS:
            self.writing.close(_MARKS[name])
        if name in _BLOCKS:
            self.flush()
            self.heading = 0
        depth = next((n for n in range(len(self.boxes) - 1, -1, -1) if self.boxes[n][0] == name), None)
        if depth is not None and len(self.boxes) - depth < 40:
            del self.boxes[depth:]
            if self.hidden > len(self.boxes):
                self.hidden = 0

    def attributes(self, name: str, start: int, end: int) -> None:
        """Take the words that stand in attributes: alternative texts, names and addresses of unknown tags."""
        if self.hidden:
            return
        for match in _ATTRIBUTE.finditer(self.text, start, end):
            key = match[1].lower()
            kind = ALT if name == "img" and key == "alt" else ""
            if name not in _KNOWN:
                kind = NAME if key in _NAMED else PLACE if key in _PLACED else ""
            number = 2 if match[2] is not None else 3
            if kind and match[number].strip():
                self.flush(broken=True)
                self.writing.add(match[number], match.start(number))
                self.flush(kind=kind)

    def flush(self, *, broken: bool = False, kind: str = "") -> None:
        line = self.writing.line() if self.writing.size else None
        if line is None:
            if broken and self.lines:
                self.lines[-1].broken = True
            return
        boxes = self.boxes[-DEEPEST:]
        names = [box[0] for box in boxes]
        line.kind = kind or _kind(names, self.heading)
        line.level = self.heading or names.count("ul") + names.count("ol")
        line.box = tuple(box[1] for box in boxes)
        line.group = boxes[-1][2] if boxes else 0
        line.broken = broken
        self.lines.append(line)


def _kind(names: list[str], heading: int) -> str:
    if heading:
        return HEADING
    for name in reversed(names):
        if name in ("li", "dd", "dt"):
            return ITEM
        if name in ("td", "th"):
            return CELL
    return TEXT


def _attributes(words: str) -> Iterator[tuple[str, str]]:
    for match in _ATTRIBUTE.finditer(words):
        yield match[1].lower(), match[2] if match[2] is not None else match[3]


def read(text: str) -> View:
    """Return the view of an HTML page."""
    return _Reader(text).read()
