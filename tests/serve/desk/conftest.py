"""A reading with doubts, and the desk on which it is reviewed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

PAGE = """<!DOCTYPE html><html lang="fr"><title>Ils nous accueillent</title>
<h1>Ils nous accueillent</h1>
<p>Nous lisons chaque mois avec le lycée Blériot, l’école des Tilleuls et le collège du Moulin.</p>
<h2>Librairies</h2><ul><li>Cap Nord (Arras)</li><li>Les Grandes Marées (Lens)</li><li>Le Bateau Livre</li></ul><p>et bien d’autres, en ville ou non.</p>
<h2>Lieux</h2><p>Merci au Café des Oiseaux.</p><p>Le mardi on rit fort et on passe par Zoé Zibeline avant midi.</p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p></html>"""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """Return a project in which a page was read, and nothing decided."""
    folder = tmp_path_factory.mktemp("prepared")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    for arguments in (
        ["init", "ours", "--publisher", "Les Lents"],
        ["--project", "ours", "read", "page.html"],
    ):
        subprocess.run([sys.executable, "-m", "partnerkg", *arguments], cwd=folder, check=True)
    return folder / "ours"


@pytest.fixture
def project(prepared: Path, tmp_path: Path) -> Path:
    """Return a project of one’s own in which the page was read."""
    return Path(shutil.copytree(prepared, tmp_path / "ours"))


def review(project: Path) -> list[dict]:
    """Return what the reading proposes."""
    return yaml.safe_load((project / "graph" / "readings" / "page.yaml").read_text())["review"]


def verdicts(project: Path) -> dict[str, str]:
    """Return what is decided of what was in doubt, by name."""
    return {entry["name"]: entry["verdict"] for entry in review(project) if entry.get("doubt")}


@contextmanager
def desk(project: Path, language: str = "en"):
    """Give the process of a desk and its address."""
    command = [sys.executable, "-m", "partnerkg", "--lang", language, "--project", str(project)]
    environment = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    with subprocess.Popen(
        [*command, "review", "page"],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as process:
        said = process.stdout.readline()
        try:
            assert "http://127.0.0.1:" in said, said
            yield process, f"http{said.split('http', 1)[1].split(' ', 1)[0]}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)
