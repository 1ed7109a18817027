"""`partnerkg identifiers`, as somebody types it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.cli import run

ROW = "college-gambetta-arras,uai,0750655E,https://register.example/,2026-11-22"


@pytest.fixture
def project(tmp_path):
    root = Path(resources.root())
    shutil.copytree(root / "graph", tmp_path / "graph")
    (tmp_path / "ontology").symlink_to(root / "ontology", target_is_directory=True)
    return tmp_path


def take(project, *rows, more=()):
    path = project / "sheet.csv"
    path.write_text("\n".join(("organization,scheme,identifier,source,seen_on", *rows)))
    return run(["--project", str(project), "--lang", "en", "identifiers", "--import", str(path), *more])


def enrichment(project):
    return {path.name: path.read_bytes() for path in (project / "graph" / "enrichment").iterdir()}


def test_it_writes_the_sheet(tmp_path, capsysbinary):
    path = tmp_path / "sheet.csv"
    assert run(["identifiers", "--excel", "--lang", "fr", "-o", str(path)]) == 0
    assert path.read_bytes().startswith("\ufefforganisation;nom;".encode())
    assert run(["identifiers", "--excel", "--lang", "fr"]) == 0
    assert capsysbinary.readouterr().out == path.read_bytes()


def test_the_ending_of_the_file_chooses_a_workbook(tmp_path):
    assert run(["identifiers", "--lang", "fr", "-o", str(tmp_path / "sheet.xlsx")]) == 0
    assert (tmp_path / "sheet.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("more", "words"), [(["-o", "x.ods"], "x.ods"), (["--excel", "-o", "x.xlsx"], "--excel")]
)
def test_it_refuses_what_a_sheet_is_not(capfd, more, words):
    assert run(["identifiers", "--lang", "en", *more]) == 2
    assert words in capfd.readouterr().err


def test_it_takes_a_sheet_back(project, capfd):
    before = enrichment(project)
    assert take(project, ROW) == 0
    said = capfd.readouterr().out
    assert "identifiers.yaml" in said
    assert "1 new identifier;" in said
    assert enrichment(project).keys() - before.keys() == {"identifiers.yaml"}


def test_it_writes_nothing_with_check(project, capfd):
    before = enrichment(project)
    assert take(project, ROW, more=["--check"]) == 0
    assert "would be written" in capfd.readouterr().out
    assert enrichment(project) == before


def test_it_names_the_lines_that_are_wrong_and_writes_nothing(project, capfd):
    before = enrichment(project)
    assert take(project, ROW, ROW.replace("655E", "655F").replace("gambetta", "gambeta")) == 1
    assert capfd.readouterr().out.startswith("line 3: there is no organisation `college-gambeta-arras`")
    assert enrichment(project) == before


def test_it_refuses_check_without_a_sheet(capfd):
    assert run(["identifiers", "--check"]) == 2
    assert "--import" in capfd.readouterr().err


def test_it_refuses_to_write_to_an_endpoint(capfd):
    assert run(["--endpoint", "http://localhost:1/", "identifiers", "--import", "x.csv"]) == 2
    assert len(capfd.readouterr().err.splitlines()) == 1
