"""A reading agrees with the text of its page, or says where it does not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from partnerkg.errors import MissingFile, UnreadableFile
from partnerkg.readings import load
from partnerkg.readings.check import text

READ = "cbc76e2f9e54fd9b345b803fe3d47aef2605fd6d814316f556927a13ea869c9c"


@pytest.fixture
def compare(write, page):
    """Return a function: the faults of a reading with these changes, against the text of its page."""

    def comparing(*changes: tuple[str, str]) -> list[str]:
        return [str(fault) for fault in text.faults(load.read(write(*changes))[0], page)]

    return comparing


def test_a_right_reading_agrees(compare):
    assert compare() == []


def test_a_quote_that_stands_elsewhere_is_told_its_place(compare):
    (fault,) = compare(("quote: Le Vélin\n        at: [35, 43]", "quote: Le Vélin\n        at: [36, 44]"))
    assert "stands first at [35, 43]" in fault


def test_a_quote_that_is_not_in_the_page_is_named(compare):
    found = compare(("quote: Le Vélin", "quote: Le Velin"), ("name: Le Vélin", "name: Le Velin"))
    assert all("does not stand in the page" in fault for fault in found)
    assert found


def test_wrong_surroundings_are_told_the_right_ones(compare):
    (fault,) = compare(('["NOS', '["VOS'))
    assert "`between` is not what surrounds" in fault
    assert "['NOS LIBRAIRIES :\\n'," in fault


@pytest.mark.parametrize(
    "change", [('["NOS LIB', '["VOS LIB'), ('"NOS LIBRAIRIES :\\n", ", Le', '"NOS LIBRAIRIES :\\n", ", La')]
)
def test_each_side_of_the_surroundings_is_compared(compare, change):
    assert len(compare(change)) == 1


def test_every_quote_that_differs_is_named_at_once(compare):
    found = compare(("quote: La Plume (Arras)", "quote: La Plume (Aaras)"), ("at: [35, 43]", "at: [36, 44]"))
    assert [sum(words in fault for fault in found) for words in ("(Aaras)", "`Le Vélin`")] == [1, 1]


def test_a_quote_may_end_with_the_page(write, tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes("NOS LIBRAIRIES :\nLa Plume (Arras), Le Vélin".encode())
    digest = hashlib.sha256(page.read_bytes()).hexdigest()
    (reading,) = load.read(
        write(
            (f"sha256: {READ}", f"sha256: {digest}"),
            ("characters: 72", "characters: 43"),
            (', Le V\\u00e9lin.\\nLes \\u00e9col"', ', Le V\\u00e9lin"'),
            ('".\\nLes \\u00e9coles A et B "', '""'),
        )
    )
    assert list(text.faults(reading, str(page))) == []


def test_another_text_is_named(compare, page):
    Path(page).write_bytes(Path(page).read_bytes() + b".")
    (fault,) = compare()
    assert "hash or length" in fault


def test_a_missing_text_is_named(write, tmp_path):
    with pytest.raises(MissingFile):
        list(text.faults(load.read(write())[0], str(tmp_path / "none.txt")))


def test_a_text_that_is_no_text_is_named(write, tmp_path):
    (tmp_path / "page.txt").write_bytes(b"\xff")
    with pytest.raises(UnreadableFile):
        list(text.faults(load.read(write())[0], str(tmp_path / "page.txt")))
