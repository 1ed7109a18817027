"""`partnerkg build` says all that is wrong at once, and what it wrote, removed or left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerkg import resources

ROOT = Path(resources.root())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the shipped project."""
    for room in ("graph", "ontology"):
        shutil.copytree(ROOT / room, tmp_path / "project" / room)
    return tmp_path / "project"


@pytest.fixture
def build(run, project):
    """Return a function that runs `partnerkg build` on the project."""
    return lambda *arguments: run("--project", str(project), "build", *arguments)


def test_it_says_each_fault_on_a_line_with_its_file_and_line(build, project):
    path = project / "graph/readings/coleres-du-present.yaml"
    said = path.read_text(encoding="utf-8")
    said = said.replace("name: Cap Nord", "name: Cap Sud").replace("town: Senlis", "town: Lens")
    path.write_text(said, encoding="utf-8")
    found = build()
    lines = found.stderr.splitlines()
    assert (found.returncode, found.stdout) == (2, "")
    assert all(line.startswith(f"partnerkg: {path}, line ") for line in lines)
    assert [word in found.stderr for word in ("`Cap Sud`", "`town: Lens`")] == [True, True]


def test_it_says_removed_of_what_it_removes_and_left_of_what_it_did_not_make(build, project):
    page = 'source: {slug: one, title: A, address: "https://page.example/one", language: en}'
    entry = "entries: [{organization: one, class: Organization, name: One}]"
    reading = project / "graph/enrichment/one.yaml"
    reading.write_text(f"enrichment: 1\npages:\n  - {page}\n    {entry}\n", encoding="utf-8")
    assert "written: " in build().stdout
    reading.unlink()
    (project / "graph/claims/mine.trig").write_text("# mine", encoding="utf-8")
    found = build()
    assert found.returncode == 0
    assert "removed: " in found.stdout
    assert "mine.trig is left as it is" in found.stderr
    assert (project / "graph/claims/mine.trig").exists()


def test_it_refuses_to_overwrite_what_somebody_changed(build, project):
    path = project / "graph/claims/lis-avec-moi.trig"
    path.write_text("# mine", encoding="utf-8")
    found = build()
    assert (found.returncode, path.read_text(encoding="utf-8")) == (2, "# mine")
    assert "lis-avec-moi.trig: not made by this command" in found.stderr
