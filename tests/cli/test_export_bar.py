"""What a person at a terminal sees of an export that takes a while."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest


def seen(*arguments: str, cwd: Path) -> str:
    """Return what a terminal shows of `partnerkg export`."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "partnerkg", "--lang", "en", "export", *arguments]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, cwd=cwd, env=environment) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 1 << 16):
                shown += part
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(ours)
    assert process.returncode == 0
    return shown.decode()


@pytest.mark.parametrize(
    ("form", "sentence"), [("turtle12", "statements read"), ("graphml", "rows put together")]
)
def test_it_shows_that_it_goes_on_while_a_file_is_written(form: str, sentence: str, tmp_path: Path) -> None:
    assert sentence in seen("--format", form, "-o", "out", cwd=tmp_path)


@pytest.mark.parametrize("form", ["turtle12", "graphml"])
def test_it_draws_nothing_into_what_the_terminal_shows(form: str, tmp_path: Path) -> None:
    assert "\x1b" not in seen("--format", form, cwd=tmp_path)
