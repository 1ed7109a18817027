"""Every page that the program writes, in a browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

WIDTHS = (320, 390, 1280)
FILES = (
    "answer.html",
    "validation.html",
    "completeness.html",
    "pages/ontology.fr.html",
    "pages/ontology.en.html",
)
MEASURE = """<script>onload = () => {
  const root = frame => frame.contentDocument.documentElement
  for (const fold of document.querySelectorAll("iframe"))
    for (const one of root(fold).querySelectorAll("details")) one.open = true
  document.title = JSON.stringify([...document.querySelectorAll("iframe")]
    .map(frame => [frame.src.split("/").pop(), frame.width, root(frame).scrollWidth - root(frame).clientWidth]))
}</script>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("written")
    for words in (
        ["query", "source_passages", "--lang", "fr", "-o", "answer.html"],
        ["validate", "--lang", "fr", "-o", "validation.html"],
        ["completeness", "--format", "html", "-o", "completeness.html"],
        ["documentation", "-o", "pages"],
    ):
        subprocess.run([sys.executable, "-m", "partnerkg", *words], cwd=place, check=True)
    return place


def test_it_never_scrolls_sideways_even_unfolded(folder, absent, tmp_path):
    browser = shutil.which("chromium") or absent("no Chromium here: apt-get install chromium")
    frames = [
        f'<iframe src="{file}" width="{width}" height="900"></iframe>' for file in FILES for width in WIDTHS
    ]
    (folder / "frame.html").write_text(f"<!DOCTYPE html><title>no</title>{''.join(frames)}{MEASURE}")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    options += ["--allow-file-access-from-files", "--dump-dom", f"--user-data-dir={tmp_path}"]
    run = subprocess.run(
        [browser, *options, f"file://{folder}/frame.html"],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    measured = json.loads(unescape(re.search("<title>(.*?)</title>", run.stdout)[1]))
    assert len(measured) == len(FILES) * len(WIDTHS)
    assert [one for one in measured if one[2] > 0] == []
