"""The data beside the pages: a file of each thing in a few forms, and the whole graph in some."""

from __future__ import annotations

import json

from pyoxigraph import Triple

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from partnerkg.model.terms import Term
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.site.whole import Whole

    File = tuple[str, Iterable[bytes]]

# The whole graph: file, format, and for whom it is.
DUMPS = (
    ("data/partnerkg.trig.gz", "trig", N_("for a triple store: everything, claim by claim")),
    ("data/partnerkg.jsonld.gz", "jsonld-compact", N_("for programs: JSON-LD with its context")),
    ("data/partnerkg.graphml", "graphml", N_("for Gephi or yEd: who is linked with whom")),
)
RDF = ("ttl", "jsonld")
FORMS = (*RDF, "json", "csv")


def dumps(opened: Opened) -> Iterator[File]:
    """Yield the files with the whole graph."""
    from partnerkg import export

    for name, form, _ in DUMPS:
        yield name, export.write(opened.store, form, opened.language)


def linked(opened: Opened, language: str) -> bytes:
    """Return who is linked with whom as GraphML, with labels in this language."""
    from partnerkg import export

    return b"".join(export.write(opened.store, "graphml", language))


def of_things(things: Iterable[NamedNode], whole: Whole) -> Iterator[File]:
    """Yield the files of those things that are described: Turtle, JSON-LD, JSON and CSV of statements."""
    for thing in things:
        path = whole.addresses.data_path(thing)
        if path and is_described(thing, whole):
            yield from ((f"{path}.{form}", [of_thing(thing, form, whole)]) for form in FORMS)


def is_described(thing: NamedNode, whole: Whole) -> bool:
    """Return whether anything is said of a thing."""
    return thing in whole.said or thing in whole.known


def of_thing(thing: NamedNode, form: str, whole: Whole) -> bytes:
    """Return what is said of a thing, what leads to it and what it says if it is a claim, in one of FORMS."""
    triples = sorted((Triple(*one) for one in _triples(thing, whole)), key=str)
    if form in RDF:
        return _as_rdf(triples, form)
    rows = [_row(triple, whole) for triple in triples]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode() if form == "json" else _table(rows)


def of_rows(things: Iterable[NamedNode], form: str, whole: Whole) -> bytes:
    """Return what is said of the things that a table names, in one of RDF."""
    said = {
        (thing, name, value)
        for thing in things
        for index in (whole.said, whole.known)
        for name, values in index.about(thing).items()
        for value in values
    }
    return _as_rdf(sorted((Triple(*one) for one in said), key=str), form)


def _as_rdf(triples: list[Triple], form: str) -> bytes:
    from partnerkg import export
    from partnerkg.rdf import writer

    if form == "ttl":
        return "".join(writer.turtle(triples)).encode()
    return b"".join(export.write(triples, "jsonld"))


def _triples(thing: NamedNode, whole: Whole) -> set[tuple[NamedNode, NamedNode, Term]]:
    triples = set(whole.facts.get(thing, ()))
    for index in (whole.said, whole.known):
        triples |= {(thing, name, value) for name, values in index.about(thing).items() for value in values}
        triples |= {(subject, name, thing) for subject, name in index.into(thing)}
    return triples


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
