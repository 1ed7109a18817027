"""What words of a page tell, kept as data: `words.tsv`, a line a name and language."""

from __future__ import annotations

import os
import re
from functools import cache

from partnerkg.model.name import fold

FOLDED = "+"


@cache
def table() -> dict[str, list[str]]:
    """Return the alternatives of each name, those of all languages together."""
    known: dict[str, list[str]] = {}
    with open(os.path.join(os.path.dirname(__file__), "words.tsv"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                name, _, alternatives = line.rstrip("\n").split("\t")
                known.setdefault(name.removesuffix(FOLDED), []).append(alternatives)
    return known


def alternatives(name: str) -> str:
    """Return the alternatives of a name as one regular expression without a group."""
    return "|".join(table()[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return the pattern that finds the words of a name anywhere."""
    return re.compile(rf"\b(?:{alternatives(name)})(?!\w)", re.I)


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(name)})$", re.I)


def tells(name: str, text: str) -> bool:
    """Return whether a text, folded, holds words of a name."""
    return bool(pattern(name).search(fold(text)))


def is_only(name: str, text: str) -> bool:
    """Return whether a text, folded, is nothing but words of a name."""
    return bool(_whole(name).match(fold(text)))


@cache
def families(first: str) -> tuple[str, ...]:
    """Return the last parts of the names that begin with `first.`, in the order of the table."""
    return tuple(name.removeprefix(f"{first}.") for name in table() if name.startswith(f"{first}."))
