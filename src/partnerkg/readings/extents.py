"""What is said of the list that a section of a reading is: read from it, written into it."""

from __future__ import annotations

import yaml

from partnerkg.model.document import CONTEXT, LONGEST_QUOTE
from partnerkg.readings.pending import SECTION, SECTIONS
from partnerkg.readings.places import tree
from partnerkg.readings.sheet import Parts, keys, written

Data = dict[str, object]
LIST, LISTED = "list", "listed"  # the key of a section; what a decision on it did
_AHEAD = (SECTION, "heading", "category")  # what stands before it
_BEFORE = 60  # characters of the page quoted before the words that say so


def extents(text: str) -> dict[str, dict[str, str]]:
    """Return the keys of `list` and their values, of each section of a reading."""
    node = keys(tree(text)).get(SECTIONS, (None, None))[1]
    found: dict[str, dict[str, str]] = {}
    for section in node.value if isinstance(node, yaml.SequenceNode) else ():
        known = keys(section)
        said = keys(known[LIST][1]) if LIST in known else {}
        found[str(known[SECTION][1].value)] = {key: str(value.value) for key, (_, value) in said.items()}
    return found


def entered(text: str) -> set[str]:
    """Return the sections of a reading that have entries."""
    node = keys(tree(text)).get(SECTIONS, (None, None))[1]
    sections = map(keys, node.value if isinstance(node, yaml.SequenceNode) else ())
    return {str(one[SECTION][1].value) for one in sections if one["entries"][1].value}


def extent(page: str, completeness: str, span: tuple[int, int] | None, *, read: bool) -> Data:
    """Return what `list` of a section says: what words `[start, end)` of the page say, whether all was read.

    The quote is these words with those before them in their line.
    """
    said: Data = {}
    if completeness and span:
        start, end = span
        line = page.rfind("\n", 0, start) + 1
        first = max(line, start - _BEFORE, end - LONGEST_QUOTE)
        while first < start and first > line and page[first - 1].isalnum():
            first += 1
        while page[first].isspace():
            first += 1
        said = {
            "completeness": completeness,
            "words": page[start:end],
            "quote": page[first:end],
            "at": [first, end],
            "between": [page[max(0, first - CONTEXT) : first], page[end : end + CONTEXT]],
        }
    return said | ({"read": "every-item"} if read else {})


def with_extent(parts: Parts, said: Data) -> Parts:
    """Return a section that says this of its list, nothing if that is empty."""
    rest = {key: lines for key, lines in parts.items() if key != LIST}
    ahead = {key: rest.pop(key) for key in _AHEAD if key in rest}
    return ahead | (written({LIST: said}) if said else {}) | rest
