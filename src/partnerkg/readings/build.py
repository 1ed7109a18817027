"""Readings → the files of `graph/claims/` and `graph/evidence/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Quad

from partnerkg import resources
from partnerkg.encode.claims import encode
from partnerkg.encode.generated import Generated, claims_and_evidence
from partnerkg.encode.made import Made
from partnerkg.encode.space import Space
from partnerkg.errors import N_, Message, MissingFile, NoProject, WrongReading
from partnerkg.model.claim import Reading
from partnerkg.readings import check, load
from partnerkg.readings.check import text
from partnerkg.readings.faults import Faults
from partnerkg.readings.reference import Reference

INPUTS = ("readings", "enrichment")
CLAIMS, EVIDENCE = "claims", "evidence"
EVIDENCE_OF_PLACES = "reference"  # the name of the file that says where the places come from
COMMAND = "build"


@dataclass(frozen=True)
class Build:
    """The readings of a project, the files they make, the IRIs in these, and files that nothing makes."""

    readings: tuple[Reading, ...]
    generated: Generated
    space: Space
    strangers: tuple[Path, ...] = ()


def build(
    project: str, texts: str | None = None, changed: Mapping[Path, bytes] = MappingProxyType({})
) -> Build:
    """Return what the readings of a project folder make, after every check; nothing is written.

    With `texts`, every quote is compared with `texts/{source}.txt`. `changed` is what readings are going to
    hold, if that is not what they hold. Raises NoProject, MissingFile, BrokenFile, and WrongReading with
    file, line and remedy.
    """
    root = Path(project)
    if not (root / "graph" / "readings").is_dir() and not (root / resources.DATASET).is_file():
        raise NoProject(path=project, folder="graph/readings")
    reference = Reference.of(root)
    gazetteer, vocabulary = reference.gazetteer, reference.vocabulary
    faults = Faults()
    groups = {path: _read(path, changed.get(path), faults) for path in inputs(root, faults)}
    reference.taken(reading for group in groups.values() for reading in group)
    groups = {path: reference.taken(group) for path, group in groups.items()}
    readings = [reading for group in groups.values() for reading in group]
    faults.extend(check.faults(readings, gazetteer, vocabulary, whole=not faults))
    faults.extend(_one_source_each(readings))
    if texts is not None:
        faults.extend(_compare(readings, Path(texts)))
    faults.end()
    space = reference.space.given(readings)
    made = {}
    for path, group in groups.items():
        quads = {quad for reading in group for quad in encode(reading, gazetteer, vocabulary, space)}
        claims, evidence = (root / "graph" / room / f"{path.stem}.trig" for room in (CLAIMS, EVIDENCE))
        made.update(claims_and_evidence(quads, claims, evidence))
    made.update(_lent(root / "graph", reference.quads(readings)))
    generated = Generated(root / "graph", COMMAND, made)
    return Build(tuple(readings), generated, space, tuple(_strangers(root / "graph", made)))


def _lent(graph: Path, found: Mapping[str, Iterable[Quad]]) -> dict[Path, bytes]:
    """Return the files of the places and categories that the readings name."""
    made: dict[Path, bytes] = {}
    for name, quads in found.items():
        places = graph / "reference" / f"{'places' if name == EVIDENCE_OF_PLACES else name}.trig"
        files = claims_and_evidence(quads, places, graph / EVIDENCE / f"{name}.trig")
        made.update({path: data for path, data in files.items() if data})
    return made


def _strangers(graph: Path, made: Iterable[Path]) -> list[Path]:
    """Return the files of claims and evidence that no command makes."""
    standing = {path for room in (CLAIMS, EVIDENCE) for path in (graph / room).glob("*.trig")}
    made_before = Made.read(graph)
    known = {path for command in made_before.hashes for path in made_before.by(command)}
    return sorted(standing - known - set(made))


def _read(path: Path, data: bytes | None, faults: Faults) -> list[Reading]:
    readings, wrong = load.partly(str(path), data)
    faults.extend(wrong)
    return readings


def inputs(root: Path, faults: Faults) -> list[Path]:
    """Return the files that people write; two of one name are a fault."""
    inputs: dict[str, Path] = {}
    for path in sorted(path for name in INPUTS for path in (root / "graph" / name).glob("*.yaml")):
        other = inputs.setdefault(path.stem, path)
        if other != path:
            problem = Message(N_("{other} has the same name; rename one of them."), other=other)
            faults.append(WrongReading(path=path, line=1, problem=problem))
    return list(inputs.values())


def _one_source_each(readings: Iterable[Reading]) -> Iterator[WrongReading]:
    places: dict[str, str] = {}
    for reading in readings:
        slug = reading.source.slug
        if slug in places:
            problem = Message(
                N_("the source `{slug}` stands already in {other}; give one another slug."),
                slug=slug,
                other=places[slug],
            )
            yield WrongReading(path=reading.path, line=1, problem=problem)
        places.setdefault(slug, reading.path)


def _compare(readings: Iterable[Reading], texts: Path) -> Iterator[WrongReading]:
    if not texts.is_dir():
        raise MissingFile(path=str(texts))
    for reading in readings:
        if reading.capture:
            yield from text.faults(reading, str(texts / f"{reading.source.slug}.txt"))
