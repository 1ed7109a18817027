"""The application of the invented project, asked in this process; its pool is real."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

WORLD = str(Path(__file__).parent.parent / "world")


@contextmanager
def asked(project=WORLD, endpoint=None, log=None, **settings):
    """Give a client of the application of a project or endpoint; `limits` are a mapping."""
    from starlette.testclient import TestClient

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.serve.app import app
    from partnerkg.serve.settings import Limits, Settings

    settings["limits"] = Limits(**settings.get("limits", {}))
    graph = KnowledgeGraph(endpoint=endpoint) if endpoint else KnowledgeGraph(project)
    application = app(graph, Settings(workers=1, **settings), log)
    address = settings.get("base") or "http://graph.example"
    with TestClient(application, address, follow_redirects=False) as client:
        client.portal.call(application.state.service.__aenter__)
        try:
            yield client
        finally:
            client.portal.call(application.state.service.__aexit__)


@pytest.fixture(scope="session")
def web():
    """Return a client of the application of the invented project."""
    with asked() as client:
        yield client


@contextmanager
def running(*options: str, project: str = WORLD):
    """Give the process of a server, and its address; a port that is free."""
    command = [sys.executable, "-m", "partnerkg", "--project", project, "serve", "--port", "0", *options]
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process,
    ):
        said = process.stdout.readline()
        try:
            assert "http://" in said, log.seek(0) or log.read()
            yield process, said.split("http://", 1)[1].split("/", 1)[0]
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)


@pytest.fixture(scope="module")
def address():
    """Return host and port of a server of the invented project, with limits that are soon met."""
    limits = ("--limits", "seconds=3", "memory=600", "rows=2000", "bytes=1000000", "sending=2")
    with running(*limits) as (_, found):
        yield found
