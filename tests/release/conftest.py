"""The invented project with a licence and a publisher, so that it can be released."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerkg.release.build import release
from partnerkg.release.order import Order

WORLD = Path(__file__).parents[1] / "world"
DATASET = """
<https://example.org/ombre/> dct:license <https://creativecommons.org/licenses/by/4.0/> ;
    dct:description "Qui travaille avec qui à Ombre."@fr ; dct:publisher <https://example.org/ombre/#us> ;
    dct:rights "Les amis d’Ombre, CC BY 4.0"@fr .
<https://creativecommons.org/licenses/by/4.0/> a dct:LicenseDocument .
<https://example.org/ombre/#us> a <http://xmlns.com/foaf/0.1/Agent> ; <http://xmlns.com/foaf/0.1/name> "Les amis d’Ombre" .
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a copy that a test may change."""
    return _copied(tmp_path)


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release of the project with nothing but a version; a test only reads it."""
    return _released(tmp_path_factory.mktemp("released"))


@pytest.fixture(scope="session")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release of the project with a date; a test only reads it."""
    return _released(tmp_path_factory.mktemp("dated"), date="2026-11-22")


@pytest.fixture(scope="session")
def renamed(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the release after `released`, in which La Plume has another name; a test only reads it."""
    folder = tmp_path_factory.mktemp("renamed")
    project = _copied(folder)
    rename(project, "La Plume", "La Plume d’Or")
    release(Order(str(project), "1.0.1", str(folder / "out"), previous=str(released)))
    return folder / "out"


def _released(folder: Path, **options: str) -> Path:
    release(Order(str(_copied(folder)), "1.0.0", str(folder / "out"), **options))
    return folder / "out"


def _copied(folder: Path) -> Path:
    project = folder / "project"
    shutil.copytree(WORLD, project)
    with (project / "graph" / "dataset.ttl").open("a", encoding="utf-8") as file:
        file.write(DATASET)
    return project


def rename(project: Path, old: str, new: str) -> None:
    """Change a name in every file of claims."""
    for path in (project / "graph" / "claims").glob("*.trig"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f'"{old}"', f'"{new}"'), encoding="utf-8")
