"""The invented project with a licence and a publisher, so that it can be released."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

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
    folder = tmp_path / "project"
    shutil.copytree(WORLD, folder)
    with (folder / "graph" / "dataset.ttl").open("a", encoding="utf-8") as file:
        file.write(DATASET)
    return folder


def rename(project: Path, old: str, new: str) -> None:
    """Change a name in every file of claims."""
    for path in (project / "graph" / "claims").glob("*.trig"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f'"{old}"', f'"{new}"'), encoding="utf-8")
