"""JSON: a list of records, IRIs in full, numbers as numbers, null for what is unbound."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.formats.look import Look
    from partnerkg.query.results import Solutions

TRUTH = {True: "true\n", False: "false\n"}


def lines(solutions: Solutions, look: Look) -> Iterator[str]:
    """Yield a list with one record a line."""
    before = "[\n"
    for record in solutions.records():
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
