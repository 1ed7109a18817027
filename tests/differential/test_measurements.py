"""The measurements run to their end, however small the graph: nobody else would notice that they do not."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize(
    ("module", "options", "last"),
    [
        ("benchmarks", ["--statements", "2000", "--rounds", "1"], "over HTTP"),
        ("benchmarks.validation", ["--statements", "2000", "--peer", "shifty"], "same results"),
    ],
)
def test_it_measures_to_the_end(module, options, last):
    done = subprocess.run(
        [sys.executable, "-m", module, *options], check=False, capture_output=True, text=True
    )
    assert last in done.stdout.splitlines()[-1], done.stderr
