"""A sheet and a project → the enrichment files to write, or all that is wrong with the sheet."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from partnerkg import resources
from partnerkg.encode.space import Space
from partnerkg.files import scratch
from partnerkg.identifiers import entries, filled, standing
from partnerkg.identifiers.added import added
from partnerkg.identifiers.filled import Fault
from partnerkg.model import iris
from partnerkg.model.claim import Number, Thing
from partnerkg.readings.build import build
from partnerkg.readings.reference import Reference
from partnerkg.store import embedded
from partnerkg.validate import validate
from partnerkg.validate.severity import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import NamedNode

    from partnerkg.identifiers.filled import Filled
    from partnerkg.store.base import Store
    from partnerkg.validate import Result

MOST = 1000  # faults that are named: nobody mends more at a time
_ORGANIZATIONS = "SELECT DISTINCT ?thing { ?thing a ?class . ?class rdfs:subClassOf* org:Organization }"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet comes to: its faults by line, `MOST` at most, or files to write and the number of rows."""

    faults: tuple[Fault, ...]
    files: dict[Path, bytes]
    count: int


def take(project: str, path: str, today: date | None = None) -> Taken:
    """Return what a filled sheet adds to the enrichment of a project folder; nothing is written.

    The numbers are held against the shapes in a copy of the project that has them. No day after `today` is
    taken, that of the machine by default. Errors of `filled.read` and of `readings.build.build`, for a
    project that cannot be built as it is.
    """
    before, folder = build(project), Path(project) / "graph" / "enrichment"
    pages, store = standing.pages(folder), embedded.read(project)
    rows = entries.new(filled.read(path), pages)
    schemes = Reference.of(Path(project)).vocabulary.concepts.get("identifier-scheme", {})
    found = filled.faults(rows, _organizations(store), schemes, today or date.today())
    faults = list(islice(found, MOST))
    if len(faults) == MOST:
        return Taken(tuple(faults), {}, len(rows))
    faults += entries.faults(entries.entries(rows), pages)
    wrong = {fault.line for fault in faults}
    sound = [row for row in rows if row.line not in wrong]
    slugs = (reading.source.slug for reading in before.readings)
    made = added(folder, entries.entries(sound), pages, slugs) if sound else {}
    if sound:
        with scratch.folder() as place:
            copy = _copy(Path(project), Path(place), made)
            faults += _broken_rules(sound, before.space, store, copy)
    return Taken(tuple(sorted(faults, key=lambda fault: fault.line)), {} if faults else made, len(rows))


def _organizations(store: Store) -> set[str]:
    slugs = (iris.slug(row[0].value) for row in store.each(_ORGANIZATIONS) if row[0])  # type: ignore[union-attr]
    return {slug for slug in slugs if slug}


def _copy(project: Path, place: Path, made: dict[Path, bytes]) -> Store:
    """Return the store of a copy of the project with other enrichment files, built."""
    for room in ("readings", "enrichment", "reference"):
        if (project / "graph" / room).is_dir():
            shutil.copytree(project / "graph" / room, place / "graph" / room)
    if (project / resources.DATASET).is_file():
        shutil.copy(project / resources.DATASET, place / resources.DATASET)
    if (project / "ontology").is_dir():
        (place / "ontology").symlink_to((project / "ontology").resolve(), target_is_directory=True)
    for path, data in made.items():
        copied = place / path.relative_to(project)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(data)
    build(str(place)).generated.write()
    store = embedded.read(str(place))
    store.need()
    return store


def _broken_rules(rows: Sequence[Filled], space: Space, before: Store, after: Store) -> Iterator[Fault]:
    """Yield the lines of the sheet that break a rule which was not broken before, once a rule."""
    numbers = {row: space.number(Number(row.scheme, row.identifier)) for row in rows}
    organizations = {row: space.iri(Thing("organization", row.organization)) for row in rows}
    focus = sorted({*numbers.values(), *organizations.values()}, key=str)
    old = set(_violations(before, focus))
    new = [result for result in _violations(after, focus) if result not in old]
    for row in rows:
        broken = {
            result.shape: result.messages
            for result in new
            if result.focus_node == numbers[row] or _between(result, numbers[row], organizations[row])
        }
        yield from (Fault(row.line, messages) for messages in broken.values())


def _between(result: Result, number: NamedNode, organization: NamedNode) -> bool:
    """Return whether a finding about an organisation is about this number of it, or about no other."""
    return result.focus_node == organization and (result.value is None or _is_number(result, number))


def _is_number(result: Result, number: NamedNode) -> bool:
    scheme = number.value.rpartition("-")[0]
    return str(getattr(result.value, "value", "")).startswith(scheme)


def _violations(store: Store, focus: Iterable[NamedNode]) -> Iterator[Result]:
    report = validate(store, focus=list(focus))
    return (result for result in report.results if result.severity >= Severity.VIOLATION)
