"""The application of the invented project, asked in this process; its pool is real."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

import pytest

WORLD = str(Path(__file__).parent.parent / "world")


@contextmanager
def asked(project=WORLD, **settings):
    """Give a client of the application of a project; `limits` are a mapping."""
    from starlette.testclient import TestClient

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.serve.app import app
    from partnerkg.serve.settings import Limits, Settings

    settings["limits"] = Limits(**settings.get("limits", {}))
    application = app(KnowledgeGraph(project), Settings(workers=1, **settings))
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
