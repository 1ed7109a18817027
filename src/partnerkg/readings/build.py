"""Readings → the files of `graph/claims/` and `graph/evidence/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from partnerkg.encode.claims import encode
from partnerkg.encode.generated import Generated, claims_and_evidence
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import N_, Message, MissingFile, NoProject, WrongReading
from partnerkg.model.claim import Reading
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings import load
from partnerkg.readings.check import check, check_text

INPUTS = ("readings", "enrichment")
CLAIMS, EVIDENCE = "claims", "evidence"
REFERENCE = "reference.trig"  # the evidence of the places, not written from readings


@dataclass(frozen=True)
class Build:
    """The readings of a project, and the files they make."""

    readings: tuple[Reading, ...]
    generated: Generated


def build(project: str, texts: str | None = None) -> Build:
    """Return what the readings of a project folder make, after every check; nothing is written.

    With `texts`, every quote is compared with `texts/{source}.txt`. Raises NoProject, MissingFile,
    BrokenFile, and WrongReading with file, line and remedy.
    """
    root = Path(project)
    if not (root / "graph" / "readings").is_dir():
        raise NoProject(path=project, folder="graph/readings")
    gazetteer = Gazetteer.read(root / "graph" / "reference" / "places.trig")
    vocabulary = Vocabulary.read(str(root / "ontology"))
    found = {path: load.read(str(path)) for path in _inputs(root)}
    readings = [reading for group in found.values() for reading in group]
    check(readings, gazetteer, vocabulary)
    _one_source_each(readings)
    if texts is not None:
        _compare(readings, Path(texts))
    made = {}
    for path, group in found.items():
        quads = {quad for reading in group for quad in encode(reading, gazetteer, vocabulary)}
        claims, evidence = (root / "graph" / room / f"{path.stem}.trig" for room in (CLAIMS, EVIDENCE))
        made.update(claims_and_evidence(quads, claims, evidence))
    return Build(tuple(readings), Generated(made, tuple(_orphans(root / "graph", made))))


def _orphans(graph: Path, made: Iterable[Path]) -> list[Path]:
    """Return the files of claims and evidence that no reading makes any more."""
    found = {path for room in (CLAIMS, EVIDENCE) for path in (graph / room).glob("*.trig")}
    return sorted(path for path in found - set(made) if path.name != REFERENCE)


def _inputs(root: Path) -> list[Path]:
    found: dict[str, Path] = {}
    for path in sorted(path for name in INPUTS for path in (root / "graph" / name).glob("*.yaml")):
        if path.stem in found:
            raise WrongReading(
                path=path,
                line=1,
                problem=Message(N_("{other} has the same name; rename one of them."), other=found[path.stem]),
            )
        found[path.stem] = path
    return list(found.values())


def _one_source_each(readings: Iterable[Reading]) -> None:
    seen: dict[str, str] = {}
    for reading in readings:
        if reading.source.slug in seen:
            problem = Message(
                N_("the source `{slug}` stands already in {other}; give one another slug."),
                slug=reading.source.slug,
                other=seen[reading.source.slug],
            )
            raise WrongReading(path=reading.path, line=1, problem=problem)
        seen[reading.source.slug] = reading.path


def _compare(readings: Iterable[Reading], texts: Path) -> None:
    if not texts.is_dir():
        raise MissingFile(path=str(texts))
    for reading in readings:
        if reading.capture:
            check_text(reading, str(texts / f"{reading.source.slug}.txt"))
