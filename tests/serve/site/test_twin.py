"""The site as files: of an invented project, whole."""

from __future__ import annotations

import os
import re
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from partnerkg.pipeline.opened import at
from partnerkg.pipeline.site.folder import NoSite
from partnerkg.pipeline.watch import Watch
from partnerkg.serve import twin

pytestmark = pytest.mark.thorough  # some minutes on a busy machine

WORLD = str(Path(__file__).parents[2] / "world")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("site") / "made"
    twin.written(at(WORLD), str(path), Watch())
    return path


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_no_link_is_dead(folder):
    anchors = {page: set(re.findall(r'\sid="([^"]+)"', page.read_text())) for page in pages(folder)}
    dead = []
    for page in pages(folder):
        for found in re.findall(r'(?:href|src|action)="([^"]*)"', page.read_text()):
            path, _, anchor = unescape(found).partition("#")
            path = unquote(path.partition("?")[0])
            if re.match(r"[a-z]+:", found):
                continue
            target = Path(os.path.normpath(page.parent / path)) if path else page
            if not target.is_file() or (anchor and anchor not in anchors.get(target, set())):
                dead.append((str(page.relative_to(folder)), found))
    assert len(pages(folder)) > 200
    assert dead == []


def test_no_link_leaves_the_folder_or_begins_at_a_root(folder):
    for page in pages(folder):
        for found in re.findall(r'(?:href|src|action)="([^"]*)"', page.read_text()):
            assert not found.startswith("/"), (page, found)


def test_two_builds_are_the_same(folder, tmp_path):
    twin.written(at(WORLD), str(tmp_path / "again"), Watch())
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            assert file.read_bytes() == (tmp_path / "again" / file.relative_to(folder)).read_bytes(), file


def test_an_earlier_site_is_replaced_and_nothing_else(folder, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years")
    with pytest.raises(NoSite):
        twin.written(at(WORLD), str(tmp_path / "mine"), Watch())
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years"
    (folder / "fr" / "old.html").write_text("old")
    twin.written(at(WORLD), str(folder), Watch())
    assert not (folder / "fr" / "old.html").exists()


def test_the_verb_says_which_file_to_open(tmp_path):
    import subprocess

    command = [
        str(Path(sys.executable).parent / "partnerkg"),
        "site",
        "--project",
        WORLD,
        "-o",
        str(tmp_path / "a"),
    ]
    done = subprocess.run([*command, "--lang", "en"], capture_output=True, text=True, check=True)
    first = re.search(r"open (\S+) in a browser", done.stdout)[1]
    assert Path(first).is_file()
