"""Readings as they are written: YAML that a person reads and changes line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

_PLAIN = re.compile(r"[^\W\d_][^\n\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]{0,300}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_TEXT = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
_FLOW = ("at", "between", "context", "kinds", "perhaps", "with")
WIDTH = 2


def scalar(value: object) -> str:
    """Return a value as YAML writes it on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    plain = _PLAIN.fullmatch(text) and not (": " in text or " #" in text or text[-1] in ": ")
    if _DAY.fullmatch(text) or (plain and text.casefold() not in _NOT_TEXT):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes, every letter that YAML does not take as it is escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]", lambda odd: f"\\u{ord(odd[0]):04x}", quoted
    )


def flow(value: object) -> str:
    """Return a list, mapping or scalar as YAML writes it on one line."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(item)}' for key, item in value.items())}}}"
    text = scalar(value)
    return (
        quoted(str(value)) if isinstance(value, str) and set(text) & set(",[]{}") and text[0] != '"' else text
    )


def mapping(values: Mapping[str, object], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping, a key a line."""
    pad = " " * indent
    for key, value in values.items():
        if key in _FLOW or not isinstance(value, list | tuple | Mapping) or not value:
            yield f"{pad}{key}: {flow(value)}\n"
        elif isinstance(value, Mapping):
            yield f"{pad}{key}:\n"
            yield from mapping(value, indent + WIDTH)
        elif any(isinstance(item, Mapping) for item in value):
            yield f"{pad}{key}:\n"
            yield from items(value, indent + WIDTH)
        else:
            yield f"{pad}{key}: {flow(value)}\n"


def items(values: Iterable[object], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a list of mappings."""
    pad = " " * indent
    for value in values:
        assert isinstance(value, Mapping)
        lines = list(mapping(value, indent + WIDTH))
        yield f"{pad}- {lines[0].lstrip()}"
        yield from lines[1:]
