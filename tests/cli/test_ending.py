"""Commands that somebody asks to end."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import pytest

from .conftest import COMMAND

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?f || ?i = ?l) }"
SOON = 5.0  # seconds; a second and a half, but for machines that are busy


def started(*arguments, cwd):
    """Return a running `partnerkg` in a group of its own, as a terminal starts it."""
    return subprocess.Popen(
        [COMMAND, *arguments],
        cwd=cwd,
        env={**os.environ, "TMPDIR": str(cwd)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # it is ignored where tests run in the background
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "-e", ENDLESS],
        ["query", "-e", ENDLESS.replace("(COUNT(*) AS ?n)", "?a").replace("!=", "=")],
        ["query", "-e", ENDLESS, "--timeout", "600"],
        ["query", "-e", ENDLESS, "-o", "answer.csv"],
        ["query", "-f", "-"],
        ["validate", "-"],
        ["mcp"],
    ],
    ids=" ".join,
)
def test_a_command_ends_at_once_and_leaves_nothing(tmp_path, arguments, number, code):
    process = started(*arguments, cwd=tmp_path)
    time.sleep(2 if "mcp" in arguments else 1.2)
    assert process.poll() is None
    start = time.monotonic()
    os.killpg(process.pid, number)
    said, complained = process.communicate(timeout=60)
    assert time.monotonic() - start < SOON
    assert (process.returncode, said, complained) == (code, b"", b"")
    assert not list(tmp_path.iterdir())


def test_a_load_that_is_ended_leaves_nothing_whatever_it_does(tmp_path):
    (tmp_path / "many.nt").write_text("".join(f"<x:{n}> <x:p> <x:{n + 1}> .\n" for n in range(300_000)))
    process = started("load", "many.nt", "-o", "store", cwd=tmp_path)
    while not (tmp_path / "store.loading").exists():
        assert process.poll() is None
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == 130
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["many.nt"]


@pytest.mark.parametrize("after", [0.8, 2.5])  # seconds: the processes begin, they read
def test_reading_many_pages_ends_with_its_processes(tmp_path, after):
    page = "".join(f"<li>Librairie La Plume {number} (Arras)</li>" for number in range(400))
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(200):
        (pages / f"{number}.html").write_text(f"<h1>Partenaires</h1><ul>{page}</ul>")
    process = started("read", str(pages), cwd=tmp_path)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    start = time.monotonic()
    assert process.communicate(timeout=60)[1] == b""  # ends once nobody holds it any more
    assert (process.returncode, time.monotonic() - start < SOON) == (130, True)


def test_what_a_killed_command_left_is_swept_by_the_next(tmp_path, run):
    (tmp_path / ".partnerkg-0123456789ab").write_text("half")
    (tmp_path / "partnerkg-0123456789ab").mkdir()
    assert run("questions", "-o", "questions.csv", TMPDIR=str(tmp_path)).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["questions.csv"]


@pytest.mark.parametrize("given", ["<http://e/a> <http://e/p> 1 .", "no statement"])
def test_what_came_through_a_pipe_is_kept_no_longer_than_the_command_runs(tmp_path, run, given):
    run("export", "-", "--format", "nquads", given=given, TMPDIR=str(tmp_path))
    assert not list(tmp_path.iterdir())


def test_what_a_killed_command_kept_of_a_pipe_is_swept_by_the_next(tmp_path, run):
    run_in = {"TMPDIR": str(tmp_path)}
    killed = subprocess.Popen(
        [COMMAND, "export", "-", "--format", "nquads"], stdin=subprocess.PIPE, env={**os.environ, **run_in}
    )
    killed.stdin.write(b"<http://e/a> <http://e/p> 1 .\n" * 100_000)
    while not list(tmp_path.iterdir()):
        time.sleep(0.02)
    killed.kill()
    killed.communicate()
    assert list(tmp_path.iterdir())
    run("questions", "-o", "questions.csv", **run_in)
    assert [path.name for path in tmp_path.iterdir()] == ["questions.csv"]
