"""A small invented page and its reading."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

TEXT = "NOS LIBRAIRIES :\nLa Plume (Arras), Le Vélin.\nLes écoles A et B de Lens.\n"


def place(words: str) -> str:
    """Return the three lines of a passage as a reading has them."""
    start = TEXT.index(words)
    end = start + len(words)
    between = json.dumps([TEXT[max(0, start - 20) : start], TEXT[end : end + 20]])
    return f"quote: {words}\n        at: [{start}, {end}]\n        between: {between}"


READING = f"""\
reading: 1
source:
  slug: page
  title: Une page
  address: https://page.example/partenaires
  language: fr
capture:
  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
  characters: {len(TEXT)}
  read: 2026-11-22
publisher:
  organization: nous
  class: Organization
  name: Nous
sections:
  - section: librairies
    heading:
        {place("NOS LIBRAIRIES")}
    category: independent-bookshops
    each: {{class: Bookshop, partner: true}}
    entries:
      - organization: la-plume-arras
        {place("La Plume (Arras)")}
        name: La Plume
        town: Arras
      - organization: le-velin
        {place("Le Vélin")}
        name: Le Vélin
"""


@pytest.fixture
def write(tmp_path: Path):
    """Return a function that writes a reading, changed by replacements, and returns its path."""

    def writing(*changes: tuple[str, str]) -> str:
        text = READING
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "page.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return writing


@pytest.fixture
def page(tmp_path: Path) -> str:
    """Return the path of the text of the page."""
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode())
    return str(path)
