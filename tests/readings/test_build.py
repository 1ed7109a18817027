"""What readings make is written together or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.errors import NoProject, UnwritablePath, WrongReading
from partnerkg.readings.build import build

ROOT = Path(resources.root())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the shipped project."""
    for room in ("graph", "ontology"):
        shutil.copytree(ROOT / room, tmp_path / "project" / room)
    return tmp_path / "project"


def files(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (project / "graph").rglob("*") if path.is_file()}


def test_the_shipped_claims_are_what_the_readings_make():
    assert build(str(ROOT)).generated.stale() == []


def test_it_writes_again_what_was_lost_and_removes_what_nothing_makes(project):
    before = files(project)
    (project / "graph/claims/lis-avec-moi.trig").unlink()
    (project / "graph/claims/old.trig").write_text("")
    written = build(str(project)).generated.write()
    assert [path.name for path in written] == ["lis-avec-moi.trig", "old.trig"]
    assert files(project) == before


@pytest.mark.parametrize("blocked", ["evidence", "evidence/other-pages.trig"])
def test_it_writes_nothing_when_one_place_cannot_be_written(project, blocked):
    for path in (project / "graph/claims").iterdir():
        path.unlink()
    shutil.rmtree(project / "graph/evidence")
    place = project / "graph" / blocked
    if place.suffix:
        place.mkdir(parents=True)
    else:
        place.touch()
    before = files(project)
    with pytest.raises(UnwritablePath, match="cannot be written"):
        build(str(project)).generated.write()
    assert files(project) == before


def test_a_wrong_reading_leaves_everything_as_it_was(project):
    before = files(project)
    path = project / "graph/readings/lis-avec-moi.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("reading: 1", "reading: 9"), encoding="utf-8")
    with pytest.raises(WrongReading, match="version 1"):
        build(str(project))
    assert {p: d for p, d in files(project).items() if p != path} == {
        p: d for p, d in before.items() if p != path
    }


def test_two_files_of_one_name_are_refused(project):
    shutil.copy(project / "graph/enrichment/other-pages.yaml", project / "graph/readings/other-pages.yaml")
    with pytest.raises(WrongReading, match="has the same name"):
        build(str(project))


def test_a_folder_without_readings_is_no_project(tmp_path):
    with pytest.raises(NoProject, match="graph/readings"):
        build(str(tmp_path))
