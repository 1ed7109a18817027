"""Measurements of releases: written as DQV (§4.2), read back, compared with what is measured now."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.completeness.scores import Facet
from partnerkg.errors import BrokenFile, Message, Suggestion, UnknownRelease, WrongValue
from partnerkg.namespaces import namespace
from partnerkg.rdf import members
from partnerkg.rdf.read import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.completeness.matrix import Completeness
    from partnerkg.completeness.wanted import Wanted

RDF, DCAT, DCT, DQV, PK, XSD = map(namespace, ("rdf", "dcat", "dct", "dqv", "pk", "xsd"))
FOLDER = os.path.join("graph", "quality")
BASE = "https://w3id.org/partnerkg/"
_VERSION = re.compile(r"[0-9]+(\.[0-9A-Za-z]+)*(-[0-9A-Za-z.]+)?")

Key = tuple[str, str]  # class and property shape


@dataclass(frozen=True, slots=True)
class Release:
    """What was measured of a release: how many of how many, by class and property shape."""

    version: str
    numbers: Mapping[Key, tuple[int, int]]

    def score(self, wanted: Sequence[Wanted]) -> Facet:
        """Return the score of the release, measured with these weights."""
        whole = Facet()
        for one in wanted:
            answered, of = self.numbers.get((one.class_, one.shape), (0, 0))
            whole = whole.with_items(answered, of, one.weight)
        return whole


@dataclass(frozen=True, slots=True)
class Change:
    """One number before and now; `fell` if the share of those with an answer is smaller now."""

    wanted: Wanted
    before: tuple[int, int]
    now: tuple[int, int]

    @property
    def fell(self) -> bool:
        """Return whether the share is smaller now; what concerns nothing any more has not fallen."""
        return bool(self.now[1]) and self.now[0] * self.before[1] < self.before[0] * self.now[1]

    @property
    def points(self) -> float:
        """Return by how many percentage points the share has changed."""
        shares = [100 * answered / of if of else 0.0 for answered, of in (self.before, self.now)]
        return shares[1] - shares[0]


def release(found: Completeness, version: str) -> Release:
    """Return what is measured now as that of a release; WrongValue if `version` looks like none."""
    check(version)
    numbers = {(cell.wanted.class_, cell.wanted.shape): (cell.answered, cell.of) for cell in found.cells}
    return Release(version, numbers)


def check(version: str) -> None:
    """Raise WrongValue if this is no version of a release."""
    if not _VERSION.fullmatch(version):
        example = Message("for example {example}.", example="1.2.0")
        reason = Message("a version is numbers with dots")
        raise WrongValue(value=version, name="record", reason=reason, suggestion=example)


def dataset(folder: str) -> str:
    """Return the IRI of the dataset that a project describes, that of partnerkg if it describes none."""
    file = os.path.join(folder, "graph", "dataset.ttl")
    quads = parse(file) if os.path.exists(file) else iter(())
    described = (quad.subject for quad in quads if quad.object == DCAT.Dataset)
    return next((thing.value for thing in described if isinstance(thing, NamedNode)), BASE)


def triples(measured: Release, dataset: str = BASE) -> Iterator[Triple]:
    """Yield the measurements as DQV: each of a shape, on the release, for a class.

    Nothing in them depends on the day or the machine: two releases with the same numbers differ in their
    version alone.
    """
    base = dataset.rstrip("/#") + "/"
    whole = NamedNode(f"{base}release/{measured.version}/")
    yield Triple(whole, RDF.type, DCAT.Dataset)
    yield Triple(whole, DCAT.version, Literal(measured.version))
    yield Triple(whole, DCT.isVersionOf, NamedNode(dataset))
    slugs = _slugs(measured)
    for (class_, shape), (answered, of) in sorted(measured.numbers.items()):
        node = NamedNode(f"{base}id/measurement/{slugs[class_, shape]}")
        yield Triple(node, RDF.type, DQV.QualityMeasurement)
        yield Triple(node, DQV.computedOn, whole)
        yield Triple(node, DQV.isMeasurementOf, NamedNode(shape))
        yield Triple(node, DCT.subject, NamedNode(class_))
        yield Triple(node, PK.answeredRecords, Literal(answered))
        yield Triple(node, PK.applicableRecords, Literal(of))
        if of:
            share = Literal(str(round(answered / of, 4)), datatype=XSD.decimal)
            yield Triple(node, DQV.value, share)


def path(folder: str, version: str) -> str:
    """Return the file of a release in a project folder."""
    return os.path.join(folder, FOLDER, f"{version}.ttl")


def read(folder: str) -> list[Release]:
    """Return the releases that were measured in a project, the oldest first; none if there are none.

    UnreadableFile or BrokenFile if a file of them cannot be read.
    """
    found = [_read(file) for file in members.of_project(os.path.join(folder, FOLDER))]
    return sorted(found, key=lambda one: _order(one.version))


def choose(releases: Sequence[Release], version: str) -> Release:
    """Return the release of that version, the newest for `last`; UnknownRelease."""
    if version == "last" and releases:
        return releases[-1]
    known = {one.version: one for one in releases}
    if version not in known:
        near: Message = Suggestion(version, known)
        if known and not near.template:
            near = Message("measured are {known}.", known=", ".join(known))
        raise UnknownRelease(name=version, suggestion=near)
    return known[version]


def compare(before: Release, found: Completeness) -> list[Change]:
    """Return what changed since a release, in the order of the shapes, but for what it did not measure."""
    return [
        Change(cell.wanted, before.numbers[key], (cell.answered, cell.of))
        for cell in found.cells
        if (key := (cell.wanted.class_, cell.wanted.shape)) in before.numbers
    ]


def _read(file: str) -> Release:
    rows: dict[str, dict[str, str]] = {}
    for quad in parse(file):
        row = rows.setdefault(str(quad.subject), {})
        row[quad.predicate.value] = str(getattr(quad.object, "value", quad.object))
    version = next((row[DCAT.version.value] for row in rows.values() if DCAT.version.value in row), None)
    if version is None:
        raise BrokenFile(path=file, line=1, reason=Message("it names no version (dcat:version)"))
    names = (DCT.subject, DQV.isMeasurementOf, PK.answeredRecords, PK.applicableRecords)
    numbers: dict[Key, tuple[int, int]] = {}
    for row in rows.values():
        values = [row.get(name.value) for name in names]
        if values[1] is None:
            continue
        class_, shape, answered, of = (value or "" for value in values)
        if not (answered.isdigit() and of.isdigit()):
            raise BrokenFile(path=file, line="?", reason=Message("a measurement has no numbers"))
        numbers[class_, shape] = int(answered), int(of)
    return Release(version, numbers)


def _order(version: str) -> tuple[tuple[int, str], ...]:
    """Return a key that puts 1.10.0 after 1.9.0, and 1.10.0-rc1 before it."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", version)
    return (*((int(part), "") if part.isdigit() else (-1, part) for part in parts), (0, ""))


def _slugs(measured: Release) -> dict[Key, str]:
    """Return a slug for each measurement: version, class, last word of its shape; a digest tells others."""
    found: dict[Key, str] = {}
    for key in sorted(measured.numbers):
        class_, shape = (re.split(r"[#/]", iri)[-1] for iri in key)
        slug = "-".join(_kebab(part) for part in (measured.version, class_, shape.rpartition("-")[2]))
        digest = sha256(" ".join(key).encode()).hexdigest()
        found[key] = f"{slug}-{digest[:8]}" if slug in found.values() else slug
    return found


def _kebab(text: str) -> str:
    """Return words in lower case joined by hyphens: `DepartmentalLibrary` → `departmental-library`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", text)
    return re.sub(r"[^a-z0-9]+", "-", apart.lower()).strip("-")
