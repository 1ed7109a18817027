"""JSON: a list of records, IRIs in full, labels beside them, numbers as numbers, null for what is unbound."""

from __future__ import annotations

import json

from partnerkg.query.formats.labelled import labelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.proof import Proven
    from partnerkg.query.table import Table

TRUTH = {True: "true\n", False: "false\n"}


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield a list with one record a line; if the proofs were asked for, they are under `why`."""
    before = "[\n"
    records: Iterable[dict[str, object]] = map(dict, labelled(solutions, look).records())
    if look.proofs is not None:
        records = (
            {**record, **_why(proven, look)} for record, proven in zip(records, look.proofs, strict=True)
        )
    for record in records:
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _why(proven: Proven, look: Look) -> dict[str, object]:
    note = proven.note()
    why: dict[str, object] = {"why": [proof.record(look.language) for proof in proven.proofs]}
    if note is not None:
        why["unproved"] = note.text(look.translate)
    if proven.where():
        why["listed_by"] = [lead.record(look.where) for lead in proven.where()]
    return why
