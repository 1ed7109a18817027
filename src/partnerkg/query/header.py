"""The header of a question: `#+` lines that are YAML and, value by value, JSON.

Keys stand one a line, values in flow form. So people write YAML, and a program that must start fast reads
it with `json` alone.
"""

from __future__ import annotations

import re

from partnerkg.errors import Message, WrongHeader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "#+"
_LINE = re.compile(r"(?P<indent> *)(?P<key>[A-Za-z_][A-Za-z0-9_-]*):(?: (?P<value>.*))?")


class Header:
    """The values of a header by key, and the line of each key; those of a block are `parameters.name`."""

    __slots__ = ("lines", "path", "values")

    def __init__(self, path: str) -> None:
        self.path = path
        self.values: dict[str, object] = {}
        self.lines: dict[str, int] = {}

    def wrong(self, key: str, reason: Message) -> WrongHeader:
        """Return the error that says what is wrong with a key, at its line."""
        return WrongHeader(path=self.path, line=self.lines.get(key, 1), reason=reason)


def read(path: str, text: str) -> Header:
    """Return the header of a query text; WrongHeader for a line that is not `key: JSON` or repeats a key."""
    header = Header(path)
    block: str | None = None
    for line, content in _lines(text):
        match = _LINE.fullmatch(content)
        if match is None or (match["indent"] and block is None):
            raise WrongHeader(path=path, line=line, reason=Message("this is not `key: value`"))
        if not match["indent"]:
            block = match["key"] if not match["value"] else None
        _add(header, block if match["indent"] else None, match, line)
    return header


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(MARK) and line[2:].strip():
            yield number, line[2:].removeprefix(" ").rstrip()


def _add(header: Header, block: str | None, match: re.Match[str], line: int) -> None:
    name = f"{block}.{match['key']}" if block else match["key"]
    if name in header.lines:
        raise WrongHeader(path=header.path, line=line, reason=Message("`{key}` stands twice", key=name))
    header.lines[name] = line
    value = _value(header, name, match["value"]) if match["value"] else {}
    inside = header.values[block] if block else header.values
    if isinstance(inside, dict):
        inside[match["key"]] = value


def _value(header: Header, name: str, text: str) -> object:
    import json

    try:
        return json.loads(text)
    except ValueError as error:
        reason = Message("the value of `{key}` is not JSON: {error}", key=name, error=str(error))
        raise header.wrong(name, reason) from None


def mapping(value: object) -> dict[str, object]:
    """Return the value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def texts(value: object) -> dict[str, str]:
    """Return the texts of a mapping by key."""
    return {key: str(text) for key, text in mapping(value).items()}


def items(value: object) -> list[str]:
    """Return the texts of a list, none if it is no list."""
    return [str(item) for item in value] if isinstance(value, list) else []
