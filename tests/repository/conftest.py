"""The shipped graph, as anybody has it who loads the files."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from partnerkg import resources
from partnerkg.namespaces import prefixes

ROOT = Path(resources.root())
PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes().items())


@pytest.fixture(scope="session")
def store() -> Store:
    """Return the claims, their evidence and the places; nothing of partnerkg's own store is used."""
    store = Store()
    for path in sorted((ROOT / "graph").rglob("*.trig")):
        store.load(path=str(path))
    return store


@pytest.fixture(scope="session")
def ask(store: Store):
    """Return a function that gives the sorted rows of a query, IRIs as their last path segments."""

    def asking(text: str) -> list[tuple[str | None, ...]]:
        found = store.query(PREFIXES + text, use_default_graph_as_union=True)
        return sorted({tuple(_short(term) for term in row) for row in found}, key=str)

    return asking


def _short(term: object) -> str | None:
    value = getattr(term, "value", None)
    return value.rsplit("/", 1)[-1] if value and value.startswith("https://w3id.org/partnerkg/id/") else value


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """Return the wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def environment(tmp_path_factory, absent) -> Callable[[str], Path]:
    """Return a function that makes an environment in which only this is installed, in the versions locked.

    It has no installer of its own, which would take longer than all else: that of the tests installs.
    """
    versions = ["--constraint", str(ROOT / "constraints.txt")]

    def made(wanted: str) -> Path:
        folder = tmp_path_factory.mktemp("environment")
        venv.create(folder)
        pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install", "--quiet"]
        found = subprocess.run(
            [*pip, "--disable-pip-version-check", *versions, wanted],
            check=False,
            capture_output=True,
            text=True,
        )
        if found.returncode:
            absent(f"the packages that partnerkg needs cannot be installed: {found.stderr.strip()[-200:]}")
        return folder

    return made
