"""Text of others where people read it: nothing in it moves a cursor, hides or turns what stands around."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEPT = "\u200c\u200d"  # they join letters in Persian, Hindi and emoji, and do nothing else
_TIED = r" (?=[:;?!»%](?:\s|$))|(?<=«) "
_TIE = "\x1f"
_MARKS = r"([\\`*_\[\]<>|~&$#])"


def on_one_line(text: str) -> str:
    r"""Return a text as a terminal may show it: line ends as spaces, other controls as `\u001B`."""
    return text if text.isprintable() else "".join(map(_shown, text))


def in_lines(text: str) -> str:
    """Return a text of several lines as a terminal may show it, with its line ends and tabs."""
    return text if text.isprintable() else "".join(one if one in "\n\t" else _shown(one) for one in text)


def many(number: int, one: str) -> str:
    """Return how many things there are, as the objects of Python say it: `1 row`, `2 rows`."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def brief(text: str, most: int = 60) -> str:
    """Return a text on one line, its end left out if it is long."""
    line = on_one_line(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def folded(text: str, width: int, start: str = "", later: str = "", *, cut: bool = True) -> list[str]:
    """Return a text in lines of a width, broken at spaces; words that are longer are `cut` or stick out.

    No line begins with a sign that French writes after a space, or ends after `«`.
    """
    from textwrap import wrap

    lines = wrap(
        re.sub(_TIED, _TIE, text),
        width,
        initial_indent=start,
        subsequent_indent=later,
        break_on_hyphens=False,
        break_long_words=cut,
    )
    return [line.replace(_TIE, " ") for line in lines]


def in_width(text: str, width: int | None) -> str:
    """Return lines as a terminal of this width shows them whole, what is too long for one further in."""
    if width is None:
        return text
    return "".join(_in_width(line, width) for line in text.splitlines(keepends=True))


def _in_width(line: str, width: int) -> str:
    if len(line.rstrip("\n")) <= width:
        return line
    start = line[: len(line) - len(line.lstrip())]
    return "".join(f"{one}\n" for one in folded(line.strip(), width, start, start + "  ", cut=False))


def explained(commands: Sequence[tuple[str, str]], width: int | None, indent: str = "") -> Iterator[str]:
    """Yield commands, each beside what it does, or below each other on a terminal without room for that."""
    longest = max((len(command) for command, _ in commands), default=0)
    beside = [f"{indent}{command:<{longest}}  {said}\n" for command, said in commands]
    if width is None or all(len(line) <= width for line in beside):
        yield from beside
        return
    for command, said in commands:
        yield from (in_width(f"{indent}{line}\n", width) for line in (command, f"  {said}"))


def in_markdown(text: str) -> str:
    """Return a text for Markdown, on one line; what could be read as markup is escaped."""
    return re.sub(_MARKS, r"\\\1", on_one_line(text))


def _shown(letter: str) -> str:
    from unicodedata import category as category_of

    category = category_of(letter)
    if letter.isprintable() or letter in _KEPT or category == "Zs":
        return letter
    if category[0] == "Z" or letter in "\t\n\v\f\r\x85":
        return " "
    return f"\\u{ord(letter):04X}" if ord(letter) < 1 << 16 else f"\\U{ord(letter):08X}"
