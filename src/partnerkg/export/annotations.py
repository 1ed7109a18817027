"""Web Annotations of the quotes, as JSON-LD (https://www.w3.org/TR/annotation-model/).

What the page names (`identifying`), and the words that prove a claim (`linking`, the claim is the body). The
context is only referred to: it is that of the W3C, https://www.w3.org/ns/anno.jsonld.
"""

from __future__ import annotations

import json
import os
from itertools import groupby
from typing import NamedTuple

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.tables.database import Database, answered, tokens
from partnerkg.export.tables.plan import BETWEEN
from partnerkg.export.tables.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.query.values import Plain
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/ld+json;profile=http://www.w3.org/ns/anno.jsonld"
ENDING = ".annotations.jsonld"
SUMMARY = N_("the quotes as Web Annotations, for annotation programs such as Hypothesis")
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TABLES = {  # what each query answers
    "note": "annotation, motivation, body, passage",
    "place": "passage, page, language",
    "quote": "passage, exact, before, after",
    "span": "passage, start, end",
}
_MOST = (1 << 63) - 1  # that the database can sort
_QUERY = os.path.join(os.path.dirname(__file__), "annotations.rq")


class Row(NamedTuple):
    """A place of a page that an annotation is about, each term as N-Triples writes it, "" for none."""

    annotation: str
    motivation: str
    body: str
    passage: str
    exact: str
    before: str
    after: str
    start: str
    end: str
    page: str
    language: str


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the annotations, one a line.

    Positions count the characters of the page as it was captured; the quote with what stands around it is
    what finds the place in the page of today. Several passages that prove together are one oa:Composite.
    """
    base = _gathered(store, watch)
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'.encode()
    before = b""
    for _, group in groupby(_rows(base), key=lambda row: (row.annotation, row.body)):
        yield before + json.dumps(_annotation(list(group)), ensure_ascii=False).encode()
        before = b",\n"
    yield b"\n]}\n"


def _gathered(store: Store, watch: Watch) -> Database:
    """Return a temporary database with what the queries answer, a table each."""
    base = Database()
    base.define("plain", _plain)
    with open(_QUERY, encoding="utf-8") as file:
        queries = file.read().split(BETWEEN)
    for query, (name, columns) in zip(queries, _TABLES.items(), strict=True):
        answer = answered(query, store)
        base.execute(f"CREATE TABLE {name} ({columns})")
        base.insert(name, len(columns.split(", ")), tokens(watch(answer)))
    return base


def _rows(base: Database) -> Iterator[Row]:
    """Return what the queries say together, in the order of what stands in the columns."""
    order = ", ".join(f"plain({name}), {name}" for name in Row._fields)
    rows = base.execute(
        f"SELECT DISTINCT {', '.join(Row._fields)}"
        " FROM note JOIN place USING (passage) JOIN quote USING (passage)"
        f" LEFT JOIN span USING (passage) ORDER BY {order}"
    )
    return (Row(*("" if token is None else token for token in row)) for row in rows)


def _plain(token: str | None) -> Plain:
    """Return what a term sorts by: nothing first, a number as a number, all else as text."""
    value = _key(token or "")
    return max(min(value, _MOST), -_MOST) if isinstance(value, int) else value


def _key(token: str) -> Plain:
    return Value(token, "").plain if token else None


def _text(token: str) -> str:
    return Value(token, "").text if token else ""


def _annotation(rows: list[Row]) -> dict[str, object]:
    first = rows[0]
    targets = {_text(row.passage): _target(row) for row in rows}
    items = list(targets.values())
    return {
        "id": _text(first.annotation),
        "type": "Annotation",
        "motivation": _text(first.motivation).rpartition("#")[2],
        "body": _text(first.body),
        "target": items[0] if len(items) == 1 else {"type": "Composite", "items": items},
    }


def _target(row: Row) -> dict[str, object]:
    page: dict[str, Plain] = {"id": _text(row.page)}
    if row.language:
        page["language"] = _text(row.language)
    quote = {"type": "TextQuoteSelector", "exact": _text(row.exact)}
    for name, token in (("prefix", row.before), ("suffix", row.after)):
        if _text(token):
            quote[name] = _text(token)
    selectors: list[dict[str, Plain]] = [{**quote}]
    if row.start and row.end:
        position = {"start": _key(row.start), "end": _key(row.end)}
        selectors.append({"type": "TextPositionSelector", **position})
    return {
        "id": _text(row.passage),
        "type": "SpecificResource",
        "source": page,
        "selector": selectors,
    }
