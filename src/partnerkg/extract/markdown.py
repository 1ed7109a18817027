"""Markdown and plain text as they are seen, with the HTML that stands in them; their marks are left out."""

from __future__ import annotations

import re

from partnerkg.extract import html
from partnerkg.extract.view import ALT, CELL, HEADING, HOME, ITEM, LINK, STRONG, TEXT, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.extract.view import Line

_REST = re.compile(r"[^\n\r]{0,20000}")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?:[•·*-][ \t]+)?")
_ITEM = re.compile(r"[ \t]{0,40}(?:[-*+•●▪◦–—·✓✔→»➢►]|[0-9]{1,3}[.)])[ \t]+")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_RULE = re.compile(r"[ \t]{0,40}(?:(?:[-=_*~#][ \t]*){3,200}|:{2,9}[\w-]{0,40}(?:\{[^}\n]{0,500}\})?)[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=|-){2,200}[ \t]*$")
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_ROW = re.compile(r"[ \t]{0,9}\|")
_BARS = re.compile(r"[ \t]{0,9}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_MEANT = re.compile(r"\*\[[^\]\n]{1,40}\]:")  # what an abbreviation means
_PICTURE = re.compile(
    r"!\[([^\]\n]{0,300})\](?:\(([^)\n]{0,2000})\)|\[[^\]\n]{0,100}\])?(?:\{[^}\n]{0,200}\})?"
)
_LINK = re.compile(r"\[((?:[^\[\]\n]|!?\[[^\[\]\n]{0,300}\]){1,400})\](\(|\[)")
_CLOSE = re.compile(r"\](?:\(([^)\n]{0,2000})\)|\[[^\]\n]{0,100}\])(?:\{[^}\n]{0,200}\})?")
_MORE = re.compile(r"\{[:.#][^}\n]{0,200}\}")
_ADDRESS = re.compile(r"<(?:https?:|mailto:|[\w.+-]+@)[^<>\s]{1,500}>")
_LONG_QUOTE = 60


class Reader(html.Reader):
    """Reads a page of Markdown; `group` counts the paragraphs."""

    special = re.compile(r"[<&\n\r\[\]!*_`|{\\]")

    def __init__(self, text: str, start: int) -> None:
        super().__init__(text)
        self.paragraph, self.row, self.at = 1, 0, 0
        self.kind, self.depth = TEXT, 0
        self.table = self.fenced = self.blank = self.quoting = False
        self.linked: list[bool] = []
        self.first = self.begin(start)

    def words(self, start: int, end: int) -> None:
        """Write words, but those in a block of code."""
        if not self.fenced:
            super().words(start, end)

    def take(self, at: int) -> int:
        """Return where to go on behind what is no word; `at` itself where all is."""
        mark = self.text[at]
        if mark in "\n\r":
            return self.newline(at)
        if mark == "<" and (address := _ADDRESS.match(self.text, at)):
            return address.end()
        if mark in "<&":
            return super().take(at)
        if mark == "{":
            more = _MORE.match(self.text, at)
            return more.end() if more else at
        return self.inline(mark, at)

    def inline(self, mark: str, at: int) -> int:
        """Return where to go on behind a mark inside a line."""
        if mark == "!" and (picture := _PICTURE.match(self.text, at)):
            self.written(picture.span(1), ALT)
            return picture.end()
        if mark == "[" and (link := _LINK.match(self.text, at)):
            self.linked.append(link[2] == "(" and self.is_home(link.end()))
            self.writing.mark(LINK)
            if self.linked[-1]:
                self.writing.mark(HOME)
            return at + 1
        if mark == "]" and self.linked and (close := _CLOSE.match(self.text, at)):
            self.linked.pop()
            self.writing.close(LINK)
            self.writing.close(HOME)
            return close.end()
        if mark == "|" and self.row:
            self.flush()
            self.at = at + 1
            return at + 1
        if mark in "*_`\\":
            return self.emphasis(mark, at)
        return at

    def is_home(self, start: int) -> bool:
        """Return whether the address of a link is one of the same site."""
        return not re.match(r"(?:[a-z][a-z+.-]*:|//)", self.text[start : start + 20], re.I)

    def emphasis(self, mark: str, at: int) -> int:
        """Return where to go on behind marks of bold, italics or code; `at` where a star is a star."""
        if self.text.startswith(mark * 2, at) and mark in "*_":
            (self.writing.close if STRONG in self.writing.open else self.writing.mark)(STRONG)
            return at + 2
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        is_word = (mark == "_" and before.isalnum() and after.isalnum()) or (
            before.isspace() and after.isspace()
        )
        return at if is_word else at + 1

    def newline(self, at: int) -> int:
        """Return where the words of the next line begin."""
        place = at + 2 if self.text.startswith("\r\n", at) else at + 1
        rest = _rest(self.text, place)
        if self.boxes and rest.strip() and not (_HEADING.match(rest) or _ITEM.match(rest) or self.row):
            self.writing.add(" ", at) if not self.hidden else None
            return place
        if not self.hidden:
            self.flush()
        return self.begin(place)

    def begin(self, place: int) -> int:
        """Return where the words of a line begin, behind its marks."""
        text, rest = self.text, _rest(self.text, place)
        end = place + len(rest)
        self.at, self.row, self.linked = place, 0, []
        self.kind, self.depth = TEXT, 0
        self.writing.close(STRONG)
        if _FENCE.match(rest):
            self.fenced = not self.fenced
            return end
        if not rest.strip(" \t\u200b"):
            self.blank, self.table = True, False
            return end
        if self.blank:
            self.paragraph += 1
        underline = _UNDERLINE.match(rest) if not self.blank and self.lines else None
        self.blank = False
        if underline and self.lines[-1].kind == TEXT and not self.table:
            self.lines[-1].kind, self.lines[-1].level = HEADING, 1 if underline[1] == "=" else 2
            return end
        if _RULE.match(rest) or _BARS.match(rest) or _MEANT.match(rest):
            return end
        quote = _QUOTE.match(rest)
        self.quoting = bool(quote) and (self.quoting or len(rest) > _LONG_QUOTE)
        if self.quoting:
            return end
        return self.marked(text, place + (quote.end() if quote else 0), end, quoted=bool(quote))

    def marked(self, text: str, place: int, end: int, *, quoted: bool) -> int:
        """Return where the words of a line begin that may be a heading, an item or a row."""
        self.table = self.table or bool(_BARS.match(_rest(text, end + 1)) and "|" in text[place:end])
        if _ROW.match(text, place, end) or self.table:
            self.kind, self.row = CELL, place + 1
            self.at = place
        elif match := _HEADING.match(text, place, end):
            self.kind, self.depth = HEADING, len(match[1])
            return match.end()
        elif quoted or (match := _ITEM.match(text, place, end)):
            self.kind = ITEM
            at = match.end() if match else place
            indent = len(text[place:at]) - len(text[place:at].lstrip())
            self.depth, self.at = 1 + indent // 2, at
            return at
        return place

    def placed(self, line: Line, kind: str, names: list[str]) -> None:
        """Say of a line what it is; a mark of HTML comes before one of Markdown."""
        super().placed(line, kind if kind != TEXT else self.kind, names)
        if kind == TEXT and (not self.boxes or self.kind == HEADING):
            line.level = self.depth
        if not self.boxes:
            line.group = self.paragraph
            line.card = -self.row or (-self.at if line.kind == ITEM else 0)
            line.box = (-self.row, -self.at) if self.row else (-self.at - 1,)


def _rest(text: str, place: int) -> str:
    match = _REST.match(text, place)
    return match.group() if match else ""


def read(text: str, masked: str, start: int, title: str) -> View:
    """Return the view of a page of Markdown from `start` on."""
    reader = Reader(masked, start)
    lines = reader.read()
    return View(text, title or reader.title, lines)
