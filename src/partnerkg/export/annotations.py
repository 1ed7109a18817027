"""Web Annotations of the quotes, as JSON-LD (https://www.w3.org/TR/annotation-model/).

What the page names (`identifying`), and the words that prove a claim (`linking`, the claim is the body). The
context is only referred to: it is that of the W3C, https://www.w3.org/ns/anno.jsonld.
"""

from __future__ import annotations

import json
import os
from itertools import groupby

from partnerkg.errors import N_
from partnerkg.query.results import plain, text
from partnerkg.query.run import ask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.results import Plain, Solutions
    from partnerkg.store.base import Store, Term

    Row = dict[str, Term | None]

MEDIA_TYPE = "application/ld+json;profile=http://www.w3.org/ns/anno.jsonld"
ENDING = ".annotations.jsonld"
SUMMARY = N_("the quotes as Web Annotations, for annotation programs such as Hypothesis")
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_QUERY = os.path.join(os.path.dirname(__file__), "annotations.rq")


def asked(store: Store, language: str) -> Iterator[bytes]:
    """Return the annotations, one a line.

    Positions count the characters of the page as it was captured; the quote with what stands around it is
    what finds the place in the page of today. Several passages that prove together are one oa:Composite.
    """
    with open(_QUERY, encoding="utf-8") as file:
        found: Solutions = ask(file.read(), store)  # type: ignore[assignment]
    rows = [dict(zip(found.columns, row, strict=True)) for row in found]
    rows.sort(key=lambda row: [(plain(term) is not None, _place(term)) for term in row.values()])
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'.encode()
    before = b""
    for _, group in groupby(rows, key=lambda row: (row["annotation"], row["body"])):
        yield before + json.dumps(_annotation(list(group)), ensure_ascii=False).encode()
        before = b",\n"
    yield b"\n]}\n"


def _place(term: Term | None) -> tuple[int, str]:
    value = plain(term)
    return (value, "") if isinstance(value, int) else (0, str(value))


def _annotation(rows: list[Row]) -> dict[str, object]:
    first = rows[0]
    targets = {text(row["passage"]): _target(row) for row in rows}
    items = list(targets.values())
    return {
        "id": text(first["annotation"]),
        "type": "Annotation",
        "motivation": text(first["motivation"]).rpartition("#")[2],
        "body": text(first["body"]),
        "target": items[0] if len(items) == 1 else {"type": "Composite", "items": items},
    }


def _target(row: Row) -> dict[str, object]:
    page: dict[str, Plain] = {"id": text(row["page"])}
    if row["language"] is not None:
        page["language"] = text(row["language"])
    quote = {"type": "TextQuoteSelector", "exact": text(row["exact"])}
    for name, column in (("prefix", "before"), ("suffix", "after")):
        if text(row[column]):
            quote[name] = text(row[column])
    selectors: list[dict[str, Plain]] = [{**quote}]
    if row["start"] is not None and row["end"] is not None:
        position = {"start": plain(row["start"]), "end": plain(row["end"])}
        selectors.append({"type": "TextPositionSelector", **position})
    return {
        "id": text(row["passage"]),
        "type": "SpecificResource",
        "source": page,
        "selector": selectors,
    }
