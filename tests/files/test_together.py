"""Several files are written all or none, as far as a file system lets them."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from partnerkg.errors import UnwritablePath
from partnerkg.files.writing import write_together


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let no file take the place of one whose name ends so."""
    replace = os.replace

    def refuse(place: str, target: str) -> None:
        if str(target).endswith("last"):
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        replace(place, target)

    monkeypatch.setattr(os, "replace", refuse)
    return "last"


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_all_are_as_they_were_where_one_does_not_get_its_place(tmp_path: Path, refused: str) -> None:
    (tmp_path / "old").write_text("before")
    (tmp_path / refused).write_text("before")
    with pytest.raises(UnwritablePath, match="last"):
        write_together({str(tmp_path / name): [b"after"] for name in ("old", "new", refused)})
    assert contents(tmp_path) == {"old": "before", refused: "before"}


def test_it_says_so_too_where_files_have_one_name_only(
    tmp_path: Path, refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: str) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    (tmp_path / "old").write_text("before")
    with pytest.raises(UnwritablePath, match="last"):
        write_together({str(tmp_path / name): [b"after"] for name in ("old", refused)})
    assert (tmp_path / "old").exists()


def test_nothing_is_left_beside_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("before")
    write_together({str(tmp_path / name): [b"after"] for name in ("old", "new")})
    assert contents(tmp_path) == {"old": "after", "new": "after"}
