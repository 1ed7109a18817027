"""Readings → the files of `graph/claims/` and `graph/evidence/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from partnerkg.errors import Message, MissingFile, N_, NoProject, WrongReading
from partnerkg.model.claim import Reading
from partnerkg.rdf import files, writer
from partnerkg.rdf.encode import DESCRIPTIONS, encode
from partnerkg.rdf.places import Gazetteer
from partnerkg.rdf.vocabulary import Vocabulary
from partnerkg.readings import load
from partnerkg.readings.check import check, check_text

INPUTS = ("readings", "enrichment")
CLAIMS, EVIDENCE = "claims", "evidence"
OWN_EVIDENCE = ("reference.trig",)  # written with the places, not from readings


@dataclass(frozen=True)
class Build:
    """What the readings of a project make: file contents by path, and the readings themselves."""

    project: Path
    files: dict[Path, bytes]
    readings: tuple[Reading, ...]

    def stale(self) -> list[Path]:
        """Return the files that are absent, differ from what the readings say, or come from no reading."""
        changed = [path for path, data in self.files.items() if not path.exists() or path.read_bytes() != data]
        return sorted([*changed, *self.orphans()])

    def orphans(self) -> list[Path]:
        """Return the files of claims and evidence that no reading makes any more."""
        folders = [self.project / "graph" / name for name in (CLAIMS, EVIDENCE)]
        found = {path for folder in folders for path in folder.glob("*.trig") if path.name not in OWN_EVIDENCE}
        return sorted(found - self.files.keys())

    def write(self) -> list[Path]:
        """Write what is stale, file by file, each replaced in one step; return the paths."""
        stale = self.stale()
        for path in stale:
            if path not in self.files:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            files.write_atomically(str(path), [self.files[path]])
        return stale


def build(project: str, texts: str | None = None) -> Build:
    """Return what the readings of a project folder make, after every check; nothing is written.

    With `texts`, every quote is compared with `texts/{source}.txt`. Raises NoProject, MissingFile, BrokenFile,
    and WrongReading with file, line and remedy.
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
        made.update(_files(root / "graph", path.stem, quads))
    return Build(root, made, tuple(readings))


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


def _files(graph: Path, stem: str, quads: set[Quad]) -> dict[Path, bytes]:
    """Return the claim graphs in one file and the description of their evidence in another."""
    described = {quad for quad in quads if quad.graph_name in DESCRIPTIONS}
    return {
        graph / CLAIMS / f"{stem}.trig": "".join(writer.trig(quads - described)).encode(),
        graph / EVIDENCE / f"{stem}.trig": "".join(writer.trig(described)).encode(),
    }
