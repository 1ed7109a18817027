"""The wheel carries the ontology, the graph and the questions: it works far from any checkout."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from partnerkg import resources

ROOT = Path(resources.root())
ROOMS = ("ontology", "graph", "queries")

pytestmark = pytest.mark.thorough  # it installs from the net


@pytest.fixture(scope="module")
def installed(wheel, environment, tmp_path_factory):
    """Return a function that runs the command of an environment in which only the wheel was installed."""
    command = str(environment(str(wheel)) / "bin/partnerkg")
    folder = tmp_path_factory.mktemp("empty")
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return lambda *arguments: subprocess.run(
        [command, *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**kept, "LC_ALL": "C"},
    )


def test_it_carries_every_file_of_the_content(wheel):
    carried = {name.removeprefix("partnerkg/project/") for name in zipfile.ZipFile(wheel).namelist()}
    files = {
        str(path.relative_to(ROOT)) for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()
    }
    assert files <= carried


def test_it_answers_a_question(installed):
    found = installed("query", "network_members", "--network", "librairies-sorcieres", "--format", "json")
    assert [row["name"] for row in json.loads(found.stdout)] == ["Le Bateau Livre"]


def test_it_validates_itself(installed):
    found = installed("validate")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("No violations, but warnings.")


def test_it_speaks_french(installed):
    assert "Aucune question" in installed("--lang", "fr", "query", "nothing_at_all").stderr
