from __future__ import annotations

import re

import pytest

from partnerkg.model.name import fold, slug, typeset


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Auxi-le-Château", "auxi le chateau"),
        ("Villeneuve-d’Ascq", "villeneuve d ascq"),
        ("VILLENEUVE D'ASCQ", "villeneuve d ascq"),
        ("  Hauts de\u00a0France ", "hauts de france"),
        ("Marcq-en-Barœul", "marcq en baroeul"),
        ("L’Haÿ-les-Roses", "l hay les roses"),
    ],
)
def test_it_folds_case_accents_and_punctuation(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("name", ["Библиотека", "図書館", "…", "\ud800"])
def test_a_name_without_latin_letters_has_a_slug_of_its_own(name: str) -> None:
    assert re.fullmatch("n-[0-9a-f]{8}", slug(name)) and slug(name) == slug(f" {name} ") != slug(f"{name}а")


def test_nothing_has_no_slug() -> None:
    assert slug("") == slug(" ") == ""


def test_it_makes_a_slug_of_a_name() -> None:
    assert slug("Ville d’Hénin-Beaumont") == "ville-d-henin-beaumont"


def test_it_sets_the_curly_apostrophe() -> None:
    assert typeset("Villeneuve-d'Ascq") == "Villeneuve-d’Ascq"
