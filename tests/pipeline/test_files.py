"""The uses of the graph that write files: readings, places, identifiers, documentation, canonical form."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.errors import MissingFile, NoProject
from partnerkg.pipeline import identifiers, read
from partnerkg.pipeline.documentation import documented
from partnerkg.pipeline.format import formatting
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.load import loaded

ROW = "organization,scheme,identifier,source,seen_on\n{},uai,0750655E,https://register.example/,2026-11-22\n"


@pytest.fixture
def project(tmp_path):
    """Return a copy of the shipped project that may be written to."""
    root = Path(resources.root())
    shutil.copytree(root / "graph", tmp_path / "graph")
    (tmp_path / "ontology").symlink_to(root / "ontology", target_is_directory=True)
    return KnowledgeGraph(str(tmp_path))


def test_readings_that_did_not_change_write_nothing(project, program, text):
    output = read.readings(project, program)
    assert text(output).count("\n") == 1
    assert not output.findings


def test_a_file_that_is_not_up_to_date_is_written(project, program, text):
    stale = next(Path(project.project, "graph", "claims").glob("*.trig"))
    whole = stale.read_bytes()
    stale.unlink()
    assert stale.name in text(read.readings(project, program))
    assert stale.read_bytes() == whole


def test_checking_writes_nothing_and_finds_what_is_not_up_to_date(project, program, text):
    stale = next(Path(project.project, "graph", "claims").glob("*.trig"))
    stale.write_bytes(b"")
    output = read.readings(project, program, check=True)
    assert output.findings
    assert stale.name in text(output)
    assert stale.read_bytes() == b""


def test_there_are_no_readings_outside_a_project(tmp_path, program):
    with pytest.raises(NoProject):
        read.readings(KnowledgeGraph(str(tmp_path)), program)


def test_places_need_the_official_code(project, program):
    with pytest.raises(MissingFile, match=r"communes\.json"):
        read.places(project, program, "nowhere")


def test_a_sheet_has_a_line_for_each_identifier_that_is_missing(project, program, text):
    assert text(identifiers.sheet(project, program)).startswith("organization,name,")


@pytest.mark.parametrize("check", [True, False])
def test_a_sheet_is_taken_back_unless_it_is_only_checked(project, program, text, check, tmp_path):
    (tmp_path / "sheet.csv").write_text(ROW.format("college-gambetta-arras"))
    output = identifiers.taken(project, str(tmp_path / "sheet.csv"), program, check=check)
    assert "1 new identifier;" in text(output)
    assert (tmp_path / "graph" / "enrichment" / "identifiers.yaml").exists() != check


def test_faults_of_a_sheet_are_findings(project, program, text, tmp_path):
    (tmp_path / "sheet.csv").write_text(ROW.format("nobody"))
    output = identifiers.taken(project, str(tmp_path / "sheet.csv"), program)
    assert output.findings
    assert text(output).startswith("line 2: ")


def test_the_pages_of_the_ontology_stand_in_a_folder(graph, text, tmp_path):
    paths = text(documented(graph, str(tmp_path / "pages"))).split()
    assert sorted(paths) == sorted(map(str, (tmp_path / "pages").iterdir()))


def test_files_that_are_not_canonical_are_written_anew(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text("<http://e/b> <http://e/p> 1 .\n<http://e/a> <http://e/p> 1 .")
    before = path.read_text()
    assert formatting(KnowledgeGraph(), [str(tmp_path)], check=True) == [str(path)]
    assert path.read_text() == before
    assert formatting(KnowledgeGraph(), [str(tmp_path)]) == [str(path)]
    assert formatting(KnowledgeGraph(), [str(tmp_path)], check=True) == []


def test_a_store_on_the_disk_holds_the_project(graph, tmp_path):
    assert loaded(graph, [], str(tmp_path / "store")) == 689
    assert KnowledgeGraph(str(tmp_path / "store")).summary() == graph.summary()


def test_two_commands_at_once_lose_nothing(project, program, tmp_path):
    """Each takes a sheet of its own into one file, while the other does."""
    rows = {"a": ROW.format("college-gambetta-arras"), "b": ROW.format("college-charles-peguy-arras")}
    rows["b"] = rows["b"].replace("0750655E", "0620062F")
    command = [str(Path(sys.executable).parent / "partnerkg"), "--project", str(tmp_path), "identifiers"]
    running = []
    for name, row in rows.items():
        (tmp_path / f"{name}.csv").write_text(row)
        running.append(subprocess.Popen([*command, "--import", str(tmp_path / f"{name}.csv")]))
    assert [process.wait() for process in running] == [0, 0]
    written = (tmp_path / "graph" / "enrichment" / "identifiers.yaml").read_text(encoding="utf-8")
    assert "0750655E" in written
    assert "0620062F" in written
