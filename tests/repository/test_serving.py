"""The image and the service of the documents: their commands, one after the other, where only the wheel is."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from partnerkg import resources

ROOT = Path(resources.root())
PLACE = ROOT / "docs" / "serving"
WORLD = str(ROOT / "tests" / "world")

pytestmark = pytest.mark.thorough  # it installs from the net


def told(name: str) -> str:
    """Return what stands behind an instruction of the Containerfile, continued lines as one."""
    text = (PLACE / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return re.search(rf"^{name} (.*)$", text, re.MULTILINE)[1]


@pytest.fixture(scope="module")
def place(wheel, environment) -> Path:
    """Return an environment in which what the image installs is installed, from a wheel instead of the source."""
    run = told("RUN").partition("&&")[0]
    wanted = re.search(r"--constraint /source/constraints.txt '/source(\[[a-z,]+\])'", run)
    return environment(f"{wheel}{wanted[1]}")


@contextmanager
def started(place: Path, command: list[str], folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Give a server that is told to stop at the end, and its port; it has no home, and a folder to stand in."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    env = {"PATH": f"{place / 'bin'}:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}
    with (
        (folder.parent / "log").open("w+") as log,
        subprocess.Popen(
            [str(place / "bin" / command[0]), *command[1:], "--port", str(port)],
            cwd=folder,
            env=env,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as server,
    ):
        try:
            said = server.stdout.readline()
            assert "://" in said, log.seek(0) or log.read()
            yield server, port
        finally:
            server.send_signal(getattr(signal, told("STOPSIGNAL")))
            server.communicate(timeout=60)
        assert (server.returncode, "Traceback" in (log.seek(0) or log.read())) == (0, False)


def test_the_image_serves_a_project_answers_for_its_health_and_stops_when_told(place, tmp_path):
    (folder := tmp_path / "here").mkdir()
    health = json.loads(told("HEALTHCHECK CMD"))
    with started(place, [*json.loads(told("ENTRYPOINT")), "--project", WORLD], folder) as (_, port):
        health = [str(place / "bin" / health[0]), *(part.replace("8000", str(port)) for part in health[1:])]
        assert subprocess.run(health, check=False).returncode == 0
    assert subprocess.run(health, check=False, capture_output=True).returncode != 0
    assert list(folder.iterdir()) == []


def test_the_service_takes_a_new_release_when_it_is_reloaded(place, tmp_path):
    (folder := tmp_path / "here").mkdir()
    unit = (PLACE / "partnerkg.service").read_text(encoding="utf-8")
    command = shlex.split(re.search("^ExecStart=(.*)$", unit, re.MULTILINE)[1])
    command = [Path(command[0]).name, *(WORLD if part == "/srv/partnerkg" else part for part in command[1:])]
    assert re.search(r"^ExecReload=/bin/kill -HUP \$MAINPID$", unit, re.MULTILINE)
    with started(place, command, folder) as (server, port):
        os.kill(server.pid, signal.SIGHUP)
        with urlopen(f"http://127.0.0.1:{port}/partners/health", timeout=60) as answer:
            assert json.load(answer)["status"] == "ok"
        assert server.poll() is None
