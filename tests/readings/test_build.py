"""What readings make is written together or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.errors import (
    NoProject,
    StrangeFiles,
    UnreadableFile,
    UnwritablePath,
    WrongReading,
    WrongReadings,
)
from partnerkg.readings.build import build

ROOT = Path(resources.root())

ONE = """\
enrichment: 1
pages:
  - source: {slug: one, title: A page, address: "https://page.example/one", language: en}
    entries:
      - {organization: one, class: Organization, name: One}
"""


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


def test_it_writes_again_what_was_lost(project):
    before = files(project)
    (project / "graph/claims/lis-avec-moi.trig").unlink()
    written = build(str(project)).generated.write()
    assert [path.name for path in written] == ["lis-avec-moi.trig"]
    assert files(project) == before


def test_it_removes_what_it_made_and_makes_no_more(project):
    (project / "graph/enrichment/one.yaml").write_text(ONE, encoding="utf-8")
    build(str(project)).generated.write()
    (project / "graph/enrichment/one.yaml").unlink()
    written = build(str(project)).generated.write()
    assert [path.name for path in written] == ["one.trig", "one.trig", "made.json"]
    assert not list((project / "graph").rglob("one.trig"))


def test_it_leaves_and_names_a_file_that_it_did_not_make(project):
    path = project / "graph/claims/merged.trig"
    path.write_text("# mine", encoding="utf-8")
    made = build(str(project))
    assert made.generated.write() == []
    assert (made.strangers, path.read_text(encoding="utf-8")) == ((path,), "# mine")


@pytest.mark.parametrize("name", ["claims/lis-avec-moi.trig", "evidence/other-pages.trig"])
def test_it_overwrites_no_file_that_somebody_changed(project, name):
    path = project / "graph" / name
    path.write_bytes(path.read_bytes() + b"# mine\n")
    before = files(project)
    with pytest.raises(StrangeFiles, match=path.name):
        build(str(project)).generated.write()
    assert files(project) == before


def test_it_overwrites_no_file_that_stands_where_a_new_one_would(project):
    (project / "graph/enrichment/one.yaml").write_text(ONE, encoding="utf-8")
    (project / "graph/claims/one.trig").write_text("# mine", encoding="utf-8")
    with pytest.raises(StrangeFiles, match=r"one\.trig"):
        build(str(project)).generated.write()


def test_it_removes_no_file_that_somebody_changed(project):
    (project / "graph/enrichment/one.yaml").write_text(ONE, encoding="utf-8")
    build(str(project)).generated.write()
    (project / "graph/enrichment/one.yaml").unlink()
    (project / "graph/claims/one.trig").write_text("# mine", encoding="utf-8")
    with pytest.raises(StrangeFiles, match=r"claims/one\.trig: not made"):
        build(str(project)).generated.write()


def test_it_takes_for_its_own_what_equals_what_it_makes(project):
    (project / "graph/made.json").unlink()
    assert [path.name for path in build(str(project)).generated.write()] == ["made.json"]


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"build": 3}', b'{"build": {"a": 1}}'])
def test_a_list_of_files_that_is_none_is_named(project, data):
    (project / "graph/made.json").write_bytes(data)
    with pytest.raises(UnreadableFile, match=r"made\.json"):
        build(str(project)).generated.write()


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


def test_all_that_is_wrong_is_said_at_once(project, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("lis-avec-moi", "coleres-du-present"):
        (texts / f"{name}.txt").write_text("another text", encoding="utf-8")
    path = project / "graph/readings/coleres-du-present.yaml"
    said = path.read_text(encoding="utf-8")
    said = said.replace("name: Cap Nord", "name: Cap Sud").replace("town: Senlis", "town: Senlys")
    path.write_text(said.replace("kinds: [cada]", "kids: [cada]"), encoding="utf-8")
    with pytest.raises(WrongReadings) as caught:
        build(str(project), str(texts))
    found = str(caught.value)
    for words in (
        "name `Cap Sud`",
        "did you mean `Senlis`",
        "unknown key `kids`",
        "lis-avec-moi.txt is not the",
    ):
        assert words in found, found
