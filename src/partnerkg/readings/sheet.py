"""The text of a reading changed line by line: entries move from list to list, all else stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import yaml

from partnerkg.errors import N_, Message, WrongReading
from partnerkg.readings.wording import WIDTH, mapping

Parts = dict[str, list[str]]  # the lines of each key of an entry, as they are without indentation


class Sheet:
    """A reading as text, with the changes to be made in it; positions are those of the text as it was."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.splitlines(keepends=True)
        if self.lines and not self.lines[-1].endswith("\n"):
            self.lines[-1] += "\n"
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        assert isinstance(root, yaml.MappingNode)
        self.root = keys(root)
        self._gone: set[int] = set()
        self._put: dict[int, list[str]] = {}
        self._instead: dict[int, str] = {}
        self._left: dict[int, int] = {}

    def list(self, name: str) -> list[yaml.Node]:
        """Return the items of a list of the file, none if it is absent."""
        node = self.root.get(name, (None, None))[1]
        return list(node.value) if isinstance(node, yaml.SequenceNode) else []

    def parts(self, item: yaml.Node) -> Parts:
        """Return the lines of each key of an entry, comments with the key before them."""
        found = keys(item)
        if _is_inline(item):
            return {key: list(mapping({key: _plain(value)})) for key, (_, value) in found.items()}
        starts = [key.start_mark.line for key, _ in found.values()]
        ends = [*starts[1:], _end(item) + 1]
        column = item.start_mark.column
        return {
            name: [_dedented(line, column) for line in self._cleared(start, column, ends[number])]
            for number, (name, start) in enumerate(zip(found, starts, strict=True))
        }

    def _cleared(self, start: int, column: int, end: int) -> Sequence[str]:
        """Return lines with spaces in the place of the dash before the first."""
        first = self.lines[start]
        return [" " * column + first[column:], *self.lines[start + 1 : end]]

    def take(self, name: str, item: yaml.Node, parent: yaml.Node | None = None) -> None:
        """Leave an item of a list out; `name` and `parent` say which list."""
        key, node = (keys(parent) if parent else self.root)[name]
        if _is_inline(node):
            raise self._inline(node)
        first = _dash(self.lines, item)
        while first > key.start_mark.line + 1 and _is_comment(self.lines[first - 1], node.start_mark.column):
            first -= 1
        while first > key.start_mark.line + 1 and not self.lines[first - 1].strip():
            first -= 1
        self._gone.update(range(first, _end(item) + 1))
        left = self._left.get(id(node), len(node.value)) - 1
        self._left[id(node)] = left
        line = key.start_mark.line
        if left == 0 and line not in self._instead:
            self._instead[line] = f"{_indent(key)}{name}: []\n"

    def replace(self, item: yaml.Node, parts: Parts) -> None:
        """Write an item of a list anew, where it stands."""
        first = _dash(self.lines, item)
        self._put.setdefault(first, []).extend(rendered(parts, item.start_mark.column - WIDTH)[1:])
        self._gone.update(range(first, _end(item) + 1))

    def put(
        self, name: str, entries: Iterable[tuple[int | None, Parts]], parent: yaml.Node | None = None
    ) -> None:
        """Add entries to a list, each before the first that comes after it in the page (None: at the end)."""
        known = keys(parent) if parent else self.root
        if name not in known:
            self._append(name, entries)
            return
        key, node = known[name]
        if _is_inline(node) and node.value:
            raise self._inline(node)
        column = node.start_mark.column if node.value else key.start_mark.column + WIDTH
        for at, parts in entries:
            place = self._place(node, at) if node.value else key.start_mark.line + 1
            self._put.setdefault(place, []).extend(rendered(parts, column))
        line = key.start_mark.line
        if not node.value or self._instead.get(line, "").endswith("[]\n"):
            self._instead[line] = f"{_indent(key)}{name}:\n"

    def _append(self, name: str, entries: Iterable[tuple[int | None, Parts]]) -> None:
        lines = [line for _, parts in entries for line in rendered(parts, WIDTH)]
        self._put.setdefault(len(self.lines), []).extend(["\n", f"{name}:\n", *lines])

    def _place(self, node: yaml.Node, at: int | None) -> int:
        if at is not None:
            for item in node.value:
                start = start_of(item)
                if start is not None and start > at:
                    return _dash(self.lines, item)
        return _end(node.value[-1]) + 1

    def _inline(self, node: yaml.Node) -> WrongReading:
        problem = Message(N_("write this list as `- …` lines, an entry a line or more."))
        return WrongReading(path=self.path, line=node.start_mark.line + 1, problem=problem)

    def text(self) -> str:
        """Return the text with all changes."""
        made: list[str] = []
        for number, line in enumerate([*self.lines, ""]):
            made += self._put.get(number, ())
            if number not in self._gone:
                made.append(self._instead.get(number, line))
        return "".join(made)


def keys(node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Return the keys of a mapping with their nodes and those of their values."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): (key, value) for key, value in node.value}


def start_of(item: yaml.Node) -> int | None:
    """Return where in the page the words of an entry begin, None if it has none."""
    at = keys(item).get("at", (None, None))[1]
    first = at.value[0].value if isinstance(at, yaml.SequenceNode) and at.value else None
    return int(first) if isinstance(first, str) and first.isdigit() else None


def rendered(parts: Parts, column: int) -> list[str]:
    """Return the lines of an entry whose dash stands in a column, after an empty line."""
    lines = [line for part in parts.values() for line in part]
    while lines and not lines[-1].strip():
        lines.pop()
    pad = " " * (column + WIDTH)
    body = [f"{pad}{line}" if line.strip() else "\n" for line in lines]
    return ["\n", f"{' ' * column}- {body[0].lstrip(' ')}", *body[1:]]


def written(values: Mapping[str, object]) -> Parts:
    """Return the lines of an entry given as values."""
    return {key: list(mapping({key: value})) for key, value in values.items()}


def _plain(node: yaml.Node) -> object:
    loader = yaml.SafeLoader("")
    if isinstance(node, yaml.ScalarNode) and node.tag not in (
        "tag:yaml.org,2002:int",
        "tag:yaml.org,2002:bool",
    ):
        return node.value
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return loader.construct_object(node)


def _is_inline(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _end(node: yaml.Node) -> int:
    """Return the last line of what a node says, without the comments and empty lines after it."""
    if isinstance(node, yaml.MappingNode) and node.value and not _is_inline(node):
        return max(_end(value) for _, value in node.value)
    if isinstance(node, yaml.SequenceNode) and node.value and not _is_inline(node):
        return _end(node.value[-1])
    at_start = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
    return int(node.end_mark.line) - at_start


def _dash(lines: Sequence[str], item: yaml.Node) -> int:
    line = int(item.start_mark.line)
    while line and not lines[line].lstrip().startswith("-"):
        line -= 1
    return line


def _is_comment(line: str, column: int) -> bool:
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) >= column


def _indent(key: yaml.Node) -> str:
    return " " * int(key.start_mark.column)


def _dedented(line: str, column: int) -> str:
    return line[column:] if not line[:column].strip() else line.lstrip()
