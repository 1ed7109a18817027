"""The server of the engine on the directory that `partnerkg load` wrote."""

from __future__ import annotations

import subprocess

import pytest

import partnerkg
from partnerkg.store import opening, persisted, remote
from partnerkg.store.loading import load

from .conftest import free_port, started, stopped


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    path = tmp_path_factory.mktemp("disk") / "store"
    load([partnerkg.resources.root()], str(path))
    return path


@pytest.fixture(scope="module", params=["serve", "serve-read-only"])
def served(request, oxigraph_command, place, tmp_path_factory):
    host = f"127.0.0.1:{free_port()}"
    command = [oxigraph_command, request.param, "--location", str(place), "--bind", host]
    server = started(command, tmp_path_factory.mktemp("server"), f"http://{host}/")
    yield f"http://{host}/query"
    stopped(server)


def test_it_answers_every_question_as_the_files_do(served):
    here, there = partnerkg.open(), partnerkg.open(served)
    for question in here.questions:
        if not question.parameters:
            name = question.name
            assert there.query(name).records() == here.query(name).records(), name


def test_its_default_graph_has_each_triple_once(served, place):
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert list(remote.read(served).each(text)) == list(opening.read(str(place)).each(text))


def test_it_gives_the_same_quads(served, place):
    assert set(remote.read(served).quads()) == set(opening.read(str(place)).everything())


def test_the_directory_stays_a_store_after_a_server_has_served_it(oxigraph_command, place):
    before = set(opening.read(str(place)).quads())
    subprocess.run([oxigraph_command, "optimize", "--location", str(place)], check=True, capture_output=True)
    assert persisted.is_store(str(place))
    assert set(opening.read(str(place)).quads()) == before
