"""What a program would fill in or a browser not show, made invisible at the same length."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

UNSEEN = "\u200b"  # of no width
LONGEST = 200_000
_PAIRS = {"<!--": "-->", "<?": "?>", "<%": "%>", "{{": "}}", "{%": "%}", "{#": "#}", "<!": ">", "${": "}"}
_OPENING = re.compile(r"<!--|<\?|<%|\{\{|\{%|\{#(?![\w-])|<!(?=[A-Za-z\[])|\$\{")
_PART = re.compile(  # a template that is given names
    r"(?:\{\{[<%]|\{%-?\s{0,9}include)\s{0,9}(?=[A-Za-z])|\{\{\s{0,9}(?=\w{1,40}\([^{}\n]{0,300}\balt\s{0,3}=)"
)
_FIGURE = re.compile(r"figure(?=\s)")  # which Hugo has for pictures, and HTML for what they stand in


def masked(text: str) -> str:
    """Return a text of the same length without comments and template code.

    Parts of templates that are given a name, such as `{{< logo alt="Ville de Lens" >}}`, become tags.
    """
    pieces: list[str] = []
    place = 0
    for start, end in _hidden(text):
        pieces.append(text[place:start])
        pieces.append(_unseen(text, start, end))
        place = end
    pieces.append(text[place:])
    return "".join(pieces)


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """Yield where code stands; each closing is looked for once for each stretch of the text."""
    next_: dict[str, int] = {}
    place = 0
    for found in _OPENING.finditer(text):
        at, closing = found.start(), _PAIRS[found.group()]
        if at < place:
            continue
        if next_.get(closing, 0) < found.end():
            end = text.find(closing, found.end())
            next_[closing] = end if end >= 0 else len(text) + LONGEST
        end = next_[closing]
        if end > len(text) and text.startswith("<?php", at):
            end = len(text)
        if end - at < LONGEST and end <= len(text):
            place = min(end + len(closing), len(text))
            yield at, place


def _unseen(text: str, start: int, end: int) -> str:
    part = _PART.match(text, start, end)
    if part is None:
        return "".join("\n" if letter == "\n" else UNSEEN for letter in text[start:end])
    size = end - start
    inner = _FIGURE.sub(f"img{UNSEEN * 3}", text[part.end() : end - 2].rstrip("/%>-"), count=1)
    tag = f"{UNSEEN * (part.end() - start - 1)}<{inner}"
    return f"{tag}{UNSEEN * (size - len(tag) - 1)}>"
