"""Exports of more statements than memory should hold, as a person makes them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest
from benchmarks import generator

import partnerkg
from partnerkg import cli

MEMORY = 500 << 20  # bytes; the rows alone would take as much
STATEMENTS = 330_000
SPILL = """
import signal, sys
from partnerkg import cli
from partnerkg.store import held
signal.signal(signal.SIGINT, signal.default_int_handler)  # it is ignored where tests run in the background
held.MOST = 100
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def nquads(tmp_path_factory) -> Path:
    """Return the graph of the invented project as one file."""
    path = tmp_path_factory.mktemp("given") / "a.nq"
    partnerkg.open(Path(__file__).parents[1] / "world").export("nquads", path)
    return path


def spilling(*arguments: str, scratch: Path, cwd: Path) -> subprocess.Popen:
    """Return a running `partnerkg` for which more than a hundred statements are many."""
    return subprocess.Popen(
        [sys.executable, "-c", SPILL, *arguments],
        cwd=cwd,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit memory otherwise")
def test_it_exports_more_statements_than_memory_holds(tmp_path: Path, scratch: Path):
    import resource

    generator.write(tmp_path / "world.nq", STATEMENTS)
    found = subprocess.run(
        [sys.executable, "-m", "partnerkg", "export", "world.nq", "-o", "tables.csvw.zip"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(scratch), "MALLOC_ARENA_MAX": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY)),
        capture_output=True,
        check=False,
    )
    assert (found.returncode, found.stderr) == (0, b"")
    with ZipFile(tmp_path / "tables.csvw.zip") as archive:
        assert archive.read("organisations.csv").count(b"\r\n") > STATEMENTS // generator.STATEMENTS
    assert not list(scratch.iterdir())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--format", "csvw", "-o", "out/"], 0),
        (["--format", "parquet", "-o", "out.zip"], 0),
        (["--format", "xlsx", "-o", "out.xlsx"], 0),
        (["--format", "csvw", "-o", "missing/out.zip"], 2),
        (["--format", "schema-org", "--organization", "nobody"], 2),
        (["--format", "nquads", "--organization", "la-plume-rivebois"], 0),
    ],
)
def test_it_leaves_no_temporary_files(nquads: Path, tmp_path: Path, scratch: Path, arguments, code):
    process = spilling("export", str(nquads), *arguments, scratch=scratch, cwd=tmp_path)
    process.communicate()
    assert (process.returncode, list(scratch.iterdir())) == (code, [])


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_leaves_no_temporary_files_when_it_is_stopped(tmp_path: Path, scratch: Path, number, code):
    generator.write(tmp_path / "world.nq", 60_000)
    process = spilling(
        "export", "world.nq", "--format", "xlsx", "-o", "a.xlsx", scratch=scratch, cwd=tmp_path
    )
    while not list(scratch.glob("*/store/*")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(number)
    if number == signal.SIGTERM:
        process.send_signal(number)  # as a process and its group are told
    process.communicate()
    assert process.returncode == code
    assert {path.name for path in tmp_path.iterdir()} == {"scratch", "world.nq"}
    assert not list(scratch.iterdir())


@pytest.mark.parametrize("ending", ["csvw.zip", "graphml", "annotations.jsonld", "schema.jsonld", "nq"])
def test_what_is_held_on_the_disk_gives_the_same_bytes(nquads: Path, tmp_path: Path, scratch: Path, ending):
    options = ("export", str(nquads), "--kind", "Bookshop")
    process = spilling(*options, "-o", f"b.{ending}", scratch=scratch, cwd=tmp_path)
    assert cli.run([*options, "-o", str(tmp_path / f"c.{ending}")]) == 0
    process.communicate()
    assert (tmp_path / f"b.{ending}").read_bytes() == (tmp_path / f"c.{ending}").read_bytes()
