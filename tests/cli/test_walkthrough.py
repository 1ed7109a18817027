"""The walk-through of the documentation, typed word for word."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from partnerkg import resources

DOCS = Path(resources.root(), "docs")
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.S)


def spaced(text: str) -> str:
    """Return a text whose spaces are all the same."""
    return text.translate({0xA0: " ", 0x202F: " "})


@pytest.mark.parametrize(
    ("page", "locale"), [("walkthrough.md", "en_GB.UTF-8"), ("walkthrough.fr.md", "fr_FR.UTF-8")]
)
def test_it_shows_what_the_page_says(page: str, locale: str, run, tmp_path: Path, monkeypatch) -> None:
    said = ""
    for language, block in BLOCK.findall((DOCS / page).read_text(encoding="utf-8")):
        if language == "html":
            (tmp_path / "passe-lignes" / "page.html").write_text(block, encoding="utf-8")
        elif not block.startswith("partnerkg "):
            assert spaced(block.strip()) in spaced(said)
        else:
            said = ""
            for line in block.splitlines():
                inside = (tmp_path / "passe-lignes" / "page.html").exists()
                found = run(*shlex.split(line)[1:], locale=locale, folder="passe-lignes" if inside else ".")
                assert found.returncode == ("check" in line), found.stderr
                said += found.stdout
    assert "as it was" in said or "comme avant" in said


def test_it_says_the_same_in_both_languages() -> None:
    english, french = (
        [
            block
            for block in BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))
            if block[0] or "partnerkg " in block[1][:10]
        ]
        for page in ("walkthrough.md", "walkthrough.fr.md")
    )
    assert english == french
