"""A JSON object with one long list, written an item a line: no text as long as the whole is ever made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping


def lines(whole: Mapping[str, object], key: str, items: Iterable[object]) -> Iterator[str]:
    """Yield the object indented, with `items` in the list that is empty at `key`, wherever that stands.

    ValueError if there is no empty list of that name.
    """
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    mark = f'"{key}": ['  # a text that held this would have its quotation marks escaped
    before, empty, after = text.partition(f"{mark}]")
    if not empty:
        raise ValueError(key)
    yield before + mark
    start = "\n"
    for item in items:
        yield start + json.dumps(item, ensure_ascii=False)
        start = ",\n"
    yield ("]" if start == "\n" else "\n]") + after
