"""The site as files: of an invented project, whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from partnerkg.pipeline.opened import at
from partnerkg.pipeline.site.folder import MARK, NoSite
from partnerkg.pipeline.watch import Watch
from partnerkg.serve import twin

pytestmark = pytest.mark.thorough  # some minutes on a busy machine

WORLD = str(Path(__file__).parents[2] / "world")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("site") / "made"
    twin.written(at(WORLD), str(path), Watch())
    return path


@pytest.fixture(scope="module")
def again(folder, tmp_path_factory):
    """Return where the verb wrote the site in the place of an earlier one, in a process of its own; what it said."""
    place = tmp_path_factory.mktemp("site") / "a"
    (place / "fr").mkdir(parents=True)
    (place / "fr" / "old.html").write_text("old")
    shutil.copy(folder / MARK, place)
    command = [str(Path(sys.executable).parent / "partnerkg"), "--project", WORLD, "--lang", "en"]
    done = subprocess.run([*command, "site", "-o", str(place)], capture_output=True, text=True, check=True)
    return place, done.stdout


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


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


def test_a_choice_without_an_answer_has_no_page_but_is_named(folder):
    page = (folder / "en" / "questions" / "place_kind_partners.html").read_text()
    names = re.search(r"Without an answer: ([^<]+)\.<", page)[1].split(", ")
    links = re.findall(r'<li><a href="[^"]+">([^<]+)</a></li>', page)
    assert names
    assert links
    assert not set(names) & set(links)
    for file in (folder / "en" / "questions" / "place_kind_partners").glob("*.html"):
        assert "No answer" not in file.read_text()


def test_no_link_leaves_the_folder_or_begins_at_a_root(folder):
    for page in pages(folder):
        for found in re.findall(r'(?:href|src|action)="([^"]*)"', page.read_text()):
            assert not found.startswith("/"), (page, found)


def test_two_builds_are_the_same(folder, again):
    assert files(folder) == files(again[0])


def test_an_earlier_site_is_replaced(again):
    assert not (again[0] / "fr" / "old.html").exists()


def test_what_is_no_site_is_not_replaced(tmp_path):
    (tmp_path / "thesis.txt").write_text("years")
    with pytest.raises(NoSite):
        twin.written(at(WORLD), str(tmp_path), Watch())
    assert (tmp_path / "thesis.txt").read_text() == "years"


def test_the_verb_says_which_file_to_open(again):
    first = re.search(r"open (\S+) in a browser", again[1])[1]
    assert Path(first).is_file()
