"""How pages look."""

from __future__ import annotations

import re
from gzip import compress
from importlib.resources import files

import pytest

from partnerkg.pages.style import style
from partnerkg.serve.site import assets

SHEETS = sorted(
    one.name.removesuffix(".css") for one in files("partnerkg.pages").joinpath("sheets").iterdir()
)
PAIRS = [
    ("ink", "paper"),
    ("soft", "paper"),
    ("red", "paper"),
    ("good", "paper"),
    ("fair", "paper"),
    ("info", "paper"),
]
PAIRS += [
    ("lack", "paper"),
    ("ink", "h1"),
    ("ink", "h2"),
    ("ink", "h3"),
    ("h4t", "h4"),
    ("h5t", "h5"),
    ("ink", "sheet"),
]


def colours(scheme: str) -> dict[str, str]:
    light, dark = style().split("@media (prefers-color-scheme:dark)", 1)
    return dict(re.findall(r"--(\w+):#([0-9a-f]{3,6})\b", dark.split("}}")[0] if scheme == "dark" else light))


def luminance(colour: str) -> float:
    whole = colour if len(colour) == 6 else "".join(letter * 2 for letter in colour)
    parts = (int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_colours_can_be_read(scheme, pair):
    """WCAG 2.2 §1.4.3: at least 4.5 to 1."""
    light, dark = sorted((luminance(colours(scheme)[name]) for name in pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_its_colours_have_a_name_each():
    others = [name for name in SHEETS if name not in ("colours", "paper")]
    elsewhere = style(*others).split("*{box-sizing", 1)[1].split("@media print")[0]
    assert not re.findall(r"#[0-9a-f]{3,6}\b", elsewhere)


def test_a_sheet_that_is_named_is_part_of_it_and_no_other():
    assert ".heat" in style("heat")
    assert ".heat .cell{display" not in style("report")


def test_it_is_small():
    """What a browser is sent for any page, compressed: of the site, of its desk, all there is."""
    assert len(compress(assets.sheet())) < 6000
    assert len(compress(style(*SHEETS).encode())) < 10_000
