"""The data beside the pages: a file of each thing in a few forms, and the whole graph in some."""

from __future__ import annotations

import json

from partnerkg.errors import N_
from partnerkg.pipeline.site.addresses import data_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.site.whole import Whole

    File = tuple[str, Iterable[bytes]]

# The whole graph: file, format, and for whom it is.
DUMPS = (
    ("data/partnerkg.trig.gz", "trig", N_("for a triple store: everything, claim by claim")),
    ("data/partnerkg.jsonld.gz", "jsonld-compact", N_("for programs: JSON-LD with its context")),
    ("data/partnerkg.graphml", "graphml", N_("for Gephi or yEd: who is linked with whom")),
)
FORMS = ("ttl", "jsonld", "json", "csv")


def dumps(opened: Opened) -> Iterator[File]:
    """Yield the files with the whole graph."""
    from partnerkg import export

    for name, form, _ in DUMPS:
        yield name, export.write(opened.store, form, opened.language)


def of_things(whole: Whole) -> Iterator[File]:
    """Yield the files of each thing that is described: Turtle, JSON-LD, JSON and CSV of its statements."""
    for thing, _ in whole.addresses:
        path = data_path(thing, whole)
        if path and thing in whole.said:
            yield from ((f"{path}.{form}", [data]) for form, data in _forms(thing, whole))


def _forms(thing: NamedNode, whole: Whole) -> Iterator[tuple[str, bytes]]:
    from pyoxigraph import Triple

    from partnerkg import export
    from partnerkg.rdf import writer

    triples = [
        Triple(thing, property_, value)
        for property_, values in whole.said.about(thing).items()
        for value in values
    ]
    triples += [Triple(subject, property_, thing) for subject, property_ in whole.said.into(thing)]
    triples.sort(key=str)
    yield "ttl", "".join(writer.turtle(triples)).encode()
    yield "jsonld", b"".join(export.write(triples, "jsonld"))
    rows = [_row(triple, whole) for triple in triples]
    yield "json", json.dumps(rows, ensure_ascii=False, indent=1).encode()
    yield "csv", _table(rows)


def _row(triple: object, whole: Whole) -> dict[str, object]:
    subject, property_, value = triple.subject, triple.predicate, triple.object  # type: ignore[attr-defined]
    claims = whole.claims.get((subject, property_, value), [])
    return {
        "subject": subject.value,
        "property": property_.value,
        "value": getattr(value, "value", str(value)),
        "language": getattr(value, "language", None) or "",
        "claims": [claim.value for claim in claims],
    }


def _table(rows: list[dict[str, object]]) -> bytes:
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["subject", "property", "value", "language", "claims"])
    for row in rows:
        writer.writerow([*list(row.values())[:4], " ".join(row["claims"])])  # type: ignore[arg-type]
    return text.getvalue().encode()
