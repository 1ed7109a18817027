"""Formats of statements need no more memory for many statements than for some."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import generator

STATEMENTS = 150_000  # 34 MB as N-Quads
MOST = 50 << 20  # bytes of data that the process may have
WRITE = """
import resource
resource.setrlimit(resource.RLIMIT_DATA, ({most}, {most}))
from partnerkg.export import write
from partnerkg.files import runs
from partnerkg.rdf.read import parse
runs.LIMIT = 1 << 22
with open({out!r}, "wb") as file:
    file.writelines(write(parse({path!r}), {name!r}))
"""
FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "jsonld-compact", "rdfxml", "turtle12", "trig12")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generator.write(tmp_path_factory.mktemp("large") / "world.nq", STATEMENTS)


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to RLIMIT_DATA")
@pytest.mark.parametrize("name", FORMATS)
def test_it_writes_them_in_bounded_memory(name: str, world: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = WRITE.format(most=MOST, out=str(out), path=str(world), name=name)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.stat().st_size > STATEMENTS * 10
