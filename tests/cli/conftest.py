"""The real command, run as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WORLD = str(Path(__file__).parents[1] / "world")
COMMAND = str(Path(sys.executable).parent / "partnerkg")


@pytest.fixture
def run(tmp_path):
    """Return a function that runs `partnerkg` in an empty folder, in English unless told otherwise."""

    def running(*arguments, locale="en_GB.UTF-8", given=None, folder=".", **environment):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
        return subprocess.run(
            [COMMAND, *arguments],
            check=False,
            capture_output=True,
            cwd=tmp_path / folder,
            encoding="utf-8",
            input=given,
            env={**kept, "LC_ALL": locale, "COLUMNS": "80", **environment},
        )

    return running


@pytest.fixture
def ask(run, world):
    """Return a function that runs `partnerkg` on the invented world."""
    return lambda *arguments, **options: run("--project", world, *arguments, **options)
