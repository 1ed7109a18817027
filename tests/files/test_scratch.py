"""What is there only while something is written."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from partnerkg.files import scratch

pytestmark = pytest.mark.skipif(os.name != "posix", reason="nothing is locked there")
MAKING = "import sys; from partnerkg.files import scratch; print({}); sys.stdout.flush(); sys.stdin.read()"


def other(call, folder):
    """Return another process that has made something in a folder, and the path of it."""
    code = MAKING.format(call.format(folder=repr(str(folder))))
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    return process, process.stdout.readline().strip()


FILE, FOLDER = "scratch.file({folder})[0]", "scratch.directory({folder})"


@pytest.mark.parametrize("call", [FILE, FOLDER])
def test_what_a_dead_process_left_is_removed(tmp_path, call):
    process, path = other(call, tmp_path)
    assert os.path.exists(path)
    process.kill()
    process.communicate()
    scratch.sweep(str(tmp_path))
    assert not os.path.exists(path)


@pytest.mark.parametrize("call", [FILE, FOLDER])
def test_what_a_living_process_has_made_stays(tmp_path, call):
    process, path = other(call, tmp_path)
    scratch.sweep(str(tmp_path))
    assert os.path.exists(path)
    process.communicate()


def test_what_is_ours_stays(tmp_path):
    path = scratch.directory(str(tmp_path))
    scratch.sweep(str(tmp_path))
    assert os.path.isdir(path)
    scratch.remove(path)
    assert not os.path.exists(path)


@pytest.mark.parametrize(
    "name", ["partnerkg-notes", ".partnerkg", ".partnerkg-0123456789abcdef", "partnerkg-0123"]
)
def test_what_has_another_name_stays(tmp_path, name):
    (tmp_path / name).write_text("mine")
    scratch.sweep(str(tmp_path))
    assert (tmp_path / name).read_text() == "mine"


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a").touch()
    (tmp_path / ".partnerkg-0123456789ab").symlink_to("mine")
    scratch.sweep(str(tmp_path))
    assert (tmp_path / "mine" / "a").exists()


def test_what_a_dead_process_had_put_aside_gets_its_name_back(tmp_path):
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "a").touch()
    process, path = other("scratch.aside({folder} + '/release')", tmp_path)
    assert not (tmp_path / "release").exists()
    process.kill()
    process.communicate()
    scratch.sweep(str(tmp_path))
    assert (tmp_path / "release" / "a").exists()
    assert not os.path.exists(path)


def test_what_was_put_aside_goes_if_its_name_is_taken(tmp_path):
    (tmp_path / "release").mkdir()
    process, path = other("scratch.aside({folder} + '/release')", tmp_path)
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "new").touch()
    process.kill()
    process.communicate()
    scratch.sweep(str(tmp_path))
    assert not os.path.exists(path)
    assert (tmp_path / "release" / "new").exists()


def test_making_something_sweeps_first(tmp_path, monkeypatch):
    monkeypatch.setattr(scratch, "_swept", set())
    (tmp_path / ".partnerkg-0123456789ab").touch()
    path, descriptor = scratch.file(str(tmp_path))
    os.close(descriptor)
    assert [str(left) for left in tmp_path.iterdir()] == [path]
    scratch.remove(path)


def test_all_of_it_goes_when_the_process_must_end(tmp_path):
    paths = [scratch.directory(str(tmp_path)), scratch.file(str(tmp_path))[0]]
    assert all(map(os.path.exists, paths))
    scratch.clear()
    assert not list(tmp_path.iterdir())
    for path in paths:
        scratch.remove(path)
