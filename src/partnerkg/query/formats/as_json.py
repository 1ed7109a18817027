"""JSON: a list of records, IRIs in full, numbers as numbers, null for what is unbound."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.results import Solutions

TRUTH = {True: "true\n", False: "false\n"}


def lines(solutions: Solutions, look: Look) -> Iterator[str]:
    """Yield a list with one record a line; if the reasons were asked for, they are under `why`."""
    before = "[\n"
    records: Iterable[dict[str, object]] = map(dict, solutions.records())
    if look.reasons is not None:
        records = ({**record, "why": why} for record, why in zip(records, look.reasons, strict=True))
    for record in records:
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
