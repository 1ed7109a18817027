"""`partnerkg release`, run as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import pytest

from .conftest import COMMAND

FAILED = 2


def test_it_releases_the_shipped_graph_and_says_so(run, tmp_path):
    found = run("release", "1.0.0", "-o", "out")
    assert (found.returncode, found.stderr) == (0, "")
    assert "in out; `sha256sum --check SHA256SUMS`" in found.stdout
    assert run("diff", "out").stdout.count("dcat:version") == 2
    described = (tmp_path / "out" / "dataset.ttl").read_text()
    assert 'dcat:startDate "2026-11-22"' in described
    assert "prov:used" in described and "graph/readings/lis-avec-moi.yaml" in described


def test_it_takes_the_date_of_reproducible_builds(run, tmp_path):
    run("release", "1.0.0", "-o", "out", SOURCE_DATE_EPOCH="1700000000")
    assert 'dct:issued "2023-11-14"' in (tmp_path / "out" / "dataset.ttl").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("1.0", "-o", "out"), "`1.0` is no semantic version"),
        (("1.0.0",), "-o/--output"),
        (("1.0.0", "-o", "full"), "There is something at"),
        (("1.0.0", "-o", "file"), "There is something at"),
        (("1.0.0", "-o", "out", "--previous", "absent"), "No file or folder at absent"),
        (("1.0.0", "-o", "out", "--date", "22/11/2026"), "`22/11/2026` is no date"),
        (("1.0.0", "-o", "out", "--address", "here"), "has neither # nor ?, not `here`"),
        (("1.0.0", "-o", "out", "--endpoint", "http://localhost:1/"), "works on files, not on an endpoint"),
        (("1.0.0", "-o", "file/out"), "cannot be written: Not a directory"),
    ],
)
def test_it_says_in_one_line_what_is_wrong(run, tmp_path, arguments, words):
    (tmp_path / "full" / "of").mkdir(parents=True)
    (tmp_path / "file").write_text("")
    found = run("release", *arguments)
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (FAILED, "", 1)
    assert words in found.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.thorough
def test_it_leaves_no_half_release_when_it_is_killed(run, tmp_path):
    process = subprocess.Popen(
        [COMMAND, "release", "1.0.0", "-o", "out"], cwd=tmp_path, stdout=subprocess.DEVNULL
    )
    while not list(tmp_path.glob(".partnerkg-*/data/*.gz")):
        assert process.poll() is None
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert not (tmp_path / "out").exists()
    assert run("release", "1.0.0", "-o", "out").returncode == 0
