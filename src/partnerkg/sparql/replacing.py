r"""What REPLACE puts in the place of what it finds, as XPath Functions §7.6.3 says and the engine does not.

There `$1x` is the first group and an x, `\$` a dollar; the engine would look for a group of the name `1x`,
which is empty, and keep the backslash.
"""

from __future__ import annotations

import re

from pyoxigraph import Literal

from partnerkg.sparql.calls import calls
from partnerkg.sparql.computed import value
from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.sparql.calls import Call

_PIECES = re.compile(r"\\(?P<kept>[\\$])|\$(?P<group>[0-9]+)|(?P<other>[^\\$]+)", re.DOTALL)
_GROUPS = re.compile(r"(?s)\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<group>\((?!\?))")


def is_replacement(text: str) -> bool:
    """Return whether XPath reads a text as a replacement (err:FORX0004)."""
    return "".join(piece[0] for piece in _PIECES.finditer(text)) == text


def complete(text: str) -> str:
    """Return a query whose replacements the engine reads as XPath does, where they are constants."""
    found = [(token, call) for call in calls(read(text), "REPLACE") if (token := call.text(2)) is not None]
    for token, call in sorted(found, key=lambda pair: -pair[0].start):
        made = str(Literal(_written(value(token.text), call)))
        text = f"{text[: token.start]}{made}{text[token.start + len(token.text) :]}"
    return text


def _written(replacement: str, found: Call) -> str:
    """Return a replacement in the words of the engine."""
    flags, pattern = found.text(3), found.text(1)
    if flags is not None and "q" in flags.text:  # each character stands for itself
        return replacement.replace("$", "$$")
    groups = 9 if pattern is None else sum(1 for one in _GROUPS.finditer(value(pattern.text)) if one["group"])
    return _PIECES.sub(lambda piece: _piece(piece, groups), replacement)


def _piece(piece: re.Match[str], groups: int) -> str:
    if piece["kept"]:
        return "$$" if piece["kept"] == "$" else piece["kept"]
    if not piece["group"]:
        return piece[0]
    number, rest = piece["group"], ""
    while len(number) > 1 and int(number) > groups:  # as many digits as there are groups for
        number, rest = number[:-1], number[-1] + rest
    return f"${{{number}}}{rest}"
