"""The quotes of a reading as its text has them, and their places written or corrected there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from partnerkg.model.document import CONTEXT
from partnerkg.readings.sheet import keys
from partnerkg.readings.wording import flow, quoted

DECISIONS = "decisions"  # what was decided is kept as it was
REVIEW, SECTIONS, SECTION, ENTRIES, CAPTURE = "review", "sections", "section", "entries", "capture"
AT, BETWEEN, QUOTE = "at", "between", "quote"


@dataclass(frozen=True, slots=True)
class Place:
    """A quote of a reading: its mapping in the file, its words, and what is written of their place."""

    node: yaml.MappingNode
    quote: str
    at: tuple[int, int] | None
    between: tuple[str, str] | None

    @property
    def line(self) -> int:
        """Return the line of the quote, from 1."""
        return int(keys(self.node)[QUOTE][0].start_mark.line) + 1


def tree(text: str) -> yaml.Node | None:
    """Return the nodes of a YAML text."""
    node: yaml.Node | None = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return node


def of_last_capture(root: yaml.Node | None) -> Iterator[Place]:
    """Yield the quotes of a reading that stand in its last capture: sections with `capture` keep older ones.

    A section without entries says nothing any more.
    """
    sections = _items(root, SECTIONS)
    older = {_value(one, SECTION) for one in sections if _value(one, CAPTURE)}
    entries = [one for one in _items(root, REVIEW) if _value(one, SECTION) not in older]
    named = {_value(one, SECTION) for one in entries}
    kept = [
        one
        for one in sections
        if (name := _value(one, SECTION)) not in older and (name in named or _items(one, ENTRIES))
    ]
    rest = [value for key, (_, value) in keys(root).items() if key not in (SECTIONS, REVIEW, DECISIONS)]
    found = [place for node in (*rest, *entries, *kept) for place in places(node)]
    yield from sorted(found, key=lambda place: place.line)


def _items(root: yaml.Node | None, key: str) -> list[yaml.Node]:
    value = keys(root).get(key, (None, None))[1]
    return list(value.value) if isinstance(value, yaml.SequenceNode) else []


def _value(node: yaml.Node, key: str) -> str:
    value = keys(node).get(key, (None, None))[1]
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""


def places(node: yaml.Node | None) -> Iterator[Place]:
    """Yield the quotes below a node in the order of the file."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from places(item)
    elif isinstance(node, yaml.MappingNode):
        known = keys(node)
        if QUOTE in known and isinstance(known[QUOTE][1], yaml.ScalarNode):
            at, between = (_texts(known[key][1]) if key in known else None for key in (AT, BETWEEN))
            numbers = [int(one) for one in at or () if one.isdigit()]
            yield Place(
                node,
                str(known[QUOTE][1].value),
                (numbers[0], numbers[1]) if len(numbers) == 2 else None,
                (between[0], between[1]) if between and len(between) == 2 else None,
            )
        for key, value in known.values():
            if key.value not in (QUOTE, AT, BETWEEN, DECISIONS):
                yield from places(value)


def _texts(node: yaml.Node) -> list[str] | None:
    if not isinstance(node, yaml.SequenceNode):
        return None
    return [str(one.value) for one in node.value if isinstance(one, yaml.ScalarNode)]


class Edits:
    """Changes of values in a text, all made at once."""

    def __init__(self, text: str) -> None:
        text = text if text.endswith("\n") else f"{text}\n"
        self._lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._text = text
        self._changes: list[tuple[int, int, str]] = []

    def place(self, place: Place, page: str, start: int, end: int) -> None:
        """Write where a quote stands in a page, and between what; the quote too, if it reads otherwise."""
        if page[start:end] != place.quote:
            self._set(place.node, QUOTE, flow(page[start:end]))
        around = [page[max(0, start - CONTEXT) : start], page[end : end + CONTEXT]]
        self._set(place.node, AT, flow([start, end]))
        self._set(place.node, BETWEEN, f"[{', '.join(map(quoted, around))}]")

    def value(self, node: yaml.Node, key: str, value: object) -> None:
        """Write the value of a key of a mapping, after its last key if it has none."""
        self._set(node, key, flow(value))

    def before(self, node: yaml.Node, other: str, key: str, value: object) -> None:
        """Write a key of a block mapping before another."""
        start = self._starts[keys(node)[other][0].start_mark.line]
        self._changes.append((start, start, f"{key}: {flow(value)}\n"))

    def _set(self, node: yaml.Node, key: str, value: str) -> None:
        known = keys(node)
        if key in known:
            _, old = known[key]
            end = self._at(old.end_mark)
            while isinstance(old, yaml.CollectionNode) and not self._text[end - 1 : end].strip():
                end -= 1
            self._changes.append((self._at(old.start_mark), end, value))
            return
        before = next((known[name] for name in (AT, QUOTE) if name in known), list(known.values())[-1])
        place = self._at(before[1].end_mark)
        if getattr(node, "flow_style", False):
            self._changes.append((place, place, f", {key}: {value}"))
            return
        line = before[1].end_mark.line
        end = self._starts[line] if before[1].end_mark.column == 0 else self._starts[line + 1]
        pad = " " * int(next(iter(known.values()))[0].start_mark.column)
        start = "" if self._text[:end].endswith("\n") or not end else "\n"
        self._changes.append((end, end, f"{start}{pad}{key}: {value}\n"))

    def _at(self, mark: yaml.Mark) -> int:
        return self._starts[mark.line] + int(mark.column)

    def text(self) -> str:
        """Return the text with all changes; those at one place in the order in which they were asked for."""
        made, last = [], 0
        for start, end, value in sorted(self._changes, key=lambda change: change[0]):
            made += [self._text[last:start], value]
            last = end
        return "".join([*made, self._text[last:]])
