"""`partnerkg load`, and the other verbs on what it wrote."""

from __future__ import annotations

import os
import subprocess

import pytest

from .conftest import COMMAND, WORLD


@pytest.fixture
def loaded(ask, tmp_path):
    found = ask("load", "-o", "store")
    assert (found.returncode, found.stderr) == (0, "")
    assert "statements are in store; `partnerkg --project store` asks them." in found.stdout
    return str(tmp_path / "store")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("query", "network_members", "--network", "libraires-d-ombre", "--format", "csv"),
        ("query", "network_members", "--network", "libraires-d-ombre", "--timeout", "60"),
        ("query", "--text", "SELECT (COUNT(*) AS ?n) { ?s pk:declaredBy ?o }"),
        ("show", "la-plume-rivebois"),
        ("export", "--format", "nquads"),
    ],
)
def test_it_answers_as_the_files_do(ask, run, loaded, arguments):
    here, there = ask(*arguments), run("--project", loaded, *arguments)
    assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert there.returncode == 0
    assert there.stdout.replace(loaded, "") == here.stdout.replace(WORLD, "")


def test_it_shows_a_person_how_far_it_is(world, tmp_path):
    leader, follower = os.openpty()
    command = [COMMAND, "--lang", "en", "load", world, "-o", str(tmp_path / "store")]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=follower, env=environment)
    os.close(follower)
    assert b"statements loaded" in os.read(leader, 100_000)
    os.close(leader)


@pytest.mark.parametrize("verb", ["build", "format"])
def test_commands_that_write_files_refuse_a_store(run, loaded, verb):
    found = run(verb, "--project", loaded)
    assert (found.returncode, found.stdout) == (2, "")
    assert "this command works on files, not on a store" in found.stderr


def test_it_says_what_it_needs(run):
    found = run("load")
    assert found.returncode == 2
    assert "-o/--output" in found.stderr
    assert "endpoint" in run("load", "--endpoint", "http://127.0.0.1:9/", "-o", "x").stderr
