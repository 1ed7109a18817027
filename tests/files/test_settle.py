"""What is written outlasts a power cut, or it is said that it may not."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from partnerkg.errors import UnwritablePath
from partnerkg.files.folder import appearing
from partnerkg.files.writing import write_atomically, write_together


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Return what is put safely on the disk, by the numbers of device and file."""
    seen: list[tuple[int, int]] = []

    def fsync(descriptor: int) -> None:
        state = os.fstat(descriptor)
        seen.append((state.st_dev, state.st_ino))

    monkeypatch.setattr(os, "fsync", fsync)
    return seen


def refuse(monkeypatch: pytest.MonkeyPatch, code: int, *, folders: bool) -> None:
    """Let the system refuse to put folders, or files, safely on the disk."""

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) == folders:
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)


def number(path: Path) -> tuple[int, int]:
    return path.stat().st_dev, path.stat().st_ino


def test_it_settles_every_file_and_then_each_folder_once(tmp_path, settled):
    write_together({str(tmp_path / name): [b"a"] for name in ("x", "y")})
    assert settled == [number(tmp_path / "x"), number(tmp_path / "y"), number(tmp_path)]


def test_it_settles_the_folders_of_a_folder_and_the_one_it_is_in(tmp_path, settled):
    with appearing(str(tmp_path / "out")) as folder:
        folder.add("data/a", [b"a"])
    out = tmp_path / "out"
    assert set(settled) == set(map(number, (out / "data" / "a", out / "data", out, tmp_path)))
    assert settled[-1] == number(tmp_path)


@pytest.mark.parametrize("folders", [True, False])
def test_it_says_that_a_disk_fails(tmp_path, monkeypatch, folders):
    refuse(monkeypatch, errno.EIO, folders=folders)
    with pytest.raises(UnwritablePath, match=os.strerror(errno.EIO)):
        write_atomically(str(tmp_path / "x"), [b"a"])
    with pytest.raises(UnwritablePath, match=os.strerror(errno.EIO)), appearing(str(tmp_path / "out")) as out:
        out.add("a", [b"a"])


def test_it_writes_where_the_system_settles_no_folders(tmp_path, monkeypatch):
    refuse(monkeypatch, errno.EINVAL, folders=True)
    write_atomically(str(tmp_path / "x"), [b"a"])
    with appearing(str(tmp_path / "out")) as folder:
        folder.add("a", [b"a"])
    assert (tmp_path / "x").read_bytes() == (tmp_path / "out" / "a").read_bytes() == b"a"
