"""The real command, run as a process, or in this one where the process is not the point."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from partnerkg import cli

WORLD = str(Path(__file__).parents[1] / "world")
COMMAND = str(Path(sys.executable).parent / "partnerkg")


def environment(locale, more):
    """Return the environment of a command: the language is that of the locale, the terminal 80 columns wide."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return {**kept, "LC_ALL": locale, "COLUMNS": "80", **more}


@pytest.fixture
def run(tmp_path):
    """Return a function that runs `partnerkg` in an empty folder, in English unless told otherwise."""

    def running(*arguments, locale="en_GB.UTF-8", given=None, folder=".", **more):
        return subprocess.run(
            [COMMAND, *arguments],
            check=False,
            capture_output=True,
            cwd=tmp_path / folder,
            encoding="utf-8",
            input=given,
            env=environment(locale, more),
        )

    return running


@pytest.fixture
def inside(run, tmp_path, monkeypatch, capfd):
    """Return a function that does what `run` does in this process; what is given to it needs its own."""

    def running(*arguments, locale="en_GB.UTF-8", given=None, folder=".", **more):
        if given is not None:
            return run(*arguments, locale=locale, given=given, folder=folder, **more)
        capfd.readouterr()
        with monkeypatch.context() as patch, warnings.catch_warnings():
            warnings.resetwarnings()
            patch.chdir(tmp_path / folder)
            for name in os.environ.keys() - (known := environment(locale, more)).keys():
                patch.delenv(name)
            for name, value in known.items():
                patch.setenv(name, value)
            code = cli.run(list(arguments))
            sys.stdout.flush()
        return subprocess.CompletedProcess([COMMAND, *arguments], code, *capfd.readouterr())

    return running


@pytest.fixture
def ask(run, world):
    """Return a function that runs `partnerkg` on the invented world."""
    return lambda *arguments, **options: run("--project", world, *arguments, **options)
