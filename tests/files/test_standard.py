from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "arguments", [("resolve", "-"), ("read", "-"), ("--project", "-", "validate")], ids=lambda some: some[0]
)
def test_a_closed_standard_input_is_refused_in_one_line(arguments: tuple[str, ...]) -> None:
    line = f'exec {sys.executable} -m partnerkg --lang en "$@" <&-'
    done = subprocess.run(["sh", "-c", line, "sh", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "standard input is closed" in done.stderr
