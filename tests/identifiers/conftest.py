"""A project to write in: the shipped one, copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerkg import resources


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a copy of the shipped project."""
    root = Path(resources.root())
    folder = tmp_path / "project"
    shutil.copytree(root / "graph", folder / "graph")
    (folder / "ontology").symlink_to(root / "ontology", target_is_directory=True)
    return folder


@pytest.fixture
def write(tmp_path: Path):
    """Return a function that writes a sheet of lines under its header, and returns its path."""

    def writing(*lines: str, header: str = "organization,scheme,identifier,source,seen_on") -> str:
        path = tmp_path / "sheet.csv"
        path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
        return str(path)

    return writing
