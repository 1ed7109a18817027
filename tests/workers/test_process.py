"""A task in a process that can be stopped."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import OutOfTime, UnknownThing, WorkerEnded
from partnerkg.query.catalogue import catalogue
from partnerkg.query.run import Task, perform, perform_apart
from partnerkg.workers import process

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?l) }"
MEMBERS = catalogue()["network_members"]
VALUES = {"network": "libraires-d-ombre"}


def test_it_answers_as_this_process_does(world, store):
    there, here = (
        perform_apart(Task(MEMBERS, VALUES), world, seconds=60),
        perform(Task(MEMBERS, VALUES), store),
    )
    assert there.answer.rows == here.answer.rows != []
    assert there.given == here.given and isinstance(there.given[0], NamedNode)


def test_it_gives_terms_as_they_are(world):
    text = 'SELECT ("x"@fr AS ?a) ("7"^^xsd:integer AS ?b) ?c { }'
    assert perform_apart(Task(text), world, seconds=60).answer.rows == [
        (Literal("x", language="fr"), Literal(7), None)
    ]


def test_it_stops_in_time(world):
    start = time.monotonic()
    with pytest.raises(OutOfTime, match="within 1 s"):
        perform_apart(Task(ENDLESS), world, seconds=1)
    assert time.monotonic() - start < 10


def test_it_leaves_no_process_behind(world, tmp_path):
    text = f"import os\nfrom partnerkg.query.run import Task, perform_apart\ntry: perform_apart(Task({ENDLESS!r}), {world!r}, seconds=1)\nexcept Exception: pass\nos.waitpid(-1, 0)"
    found = subprocess.run([sys.executable, "-c", text], check=False, capture_output=True, text=True)
    assert "ChildProcessError" in found.stderr


def test_it_raises_the_errors_of_the_task(world):
    with pytest.raises(UnknownThing, match="libraires-d-ombre"):
        perform_apart(Task(MEMBERS, {"network": "libraire-d-ombr"}), world, seconds=60)


def test_it_says_when_the_process_ends_without_an_answer(world, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(WorkerEnded, match="code 1"):
        perform_apart(Task("ASK {}"), world, seconds=60)


def test_it_takes_any_time():
    assert perform_apart(Task("ASK {}"), seconds=1e300).answer is True
    assert process.LONGEST > 86_400
