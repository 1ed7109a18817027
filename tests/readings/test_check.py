"""Readings agree with the vocabulary, the places, one another and the page, or say where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import MissingFile, WrongReading
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings import check, load

ROOT = Path(resources.root())


@pytest.fixture(scope="module")
def known():
    return Gazetteer.read(ROOT / "graph/reference/places.trig"), Vocabulary.read(str(ROOT / "ontology"))


def test_a_right_reading_passes(write, known):
    check.check(load.read(write()), *known)


WRONG = {
    "an unknown town": (("town: Arras", "town: Aras"), 29, "did you mean `Arras`"),
    "an unknown class": (("class: Bookshop", "class: Bokshop"), 22, "did you mean `Bookshop`"),
    "an unknown concept": (("town: Arras", "kinds: [bookshops]"), 29, "is not in the vocabulary `kind`"),
    "an unknown register": (
        ("town: Arras", "identifiers: sirene:216200410"),
        29,
        "vocabulary `identifier-scheme`",
    ),
    "an unknown category": (
        ("category: independent-bookshops", "category: shops"),
        22,
        "vocabulary `category`",
    ),
    "an unknown activity": (
        ("town: Arras", "collaboration: {activities: [readings]}"),
        29,
        "vocabulary `activity`",
    ),
    "an unknown place of work": (
        ("town: Arras", "collaboration: {territory: Narnia}"),
        29,
        "No place named `Narnia`",
    ),
    "a thing nobody describes": (
        ("town: Arras", "member_of: le-reseau"),
        29,
        "no entry describes organization:le-reseau",
    ),
    "a concern nobody describes": (("town: Arras", "collaboration: {concerns: [prize:x]}"), 29, "prize:x"),
    "two organisations with one slug": (
        ("organization: le-velin", "organization: la-plume-arras"),
        30,
        "already on line 24",
    ),
    "a passage beyond the page": (("characters: 72", "characters: 40"), 30, "beyond the 40 characters"),
    "one place quoted in two ways": (
        ("town: Arras", 'again:\n          - {quote: La plume (Arras), at: [17, 33], between: ["", ""]}'),
        24,
        "quoted differently",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_agree_is_refused_with_its_line_and_a_remedy(write, known, name):
    change, line, words = WRONG[name]
    with pytest.raises(WrongReading) as caught:
        check.check(load.read(write(change)), *known)
    assert words in str(caught.value)
    assert f"line {line}:" in str(caught.value)


def test_one_thing_has_one_name_in_all_readings(write, known):
    here = load.read(write())
    elsewhere = load.read(write(("name: La Plume", "name: Plume"), ("slug: page", "slug: other")))
    with pytest.raises(WrongReading, match="keep one name"):
        check.check([*here, *elsewhere], *known)


def test_every_quote_is_compared_with_the_page(write, page):
    assert check.check_text(load.read(write())[0], page) == 6


def test_a_quote_that_stands_elsewhere_is_told_its_place(write, page):
    wrong = write(("quote: Le Vélin\n        at: [35, 43]", "quote: Le Vélin\n        at: [36, 44]"))
    with pytest.raises(WrongReading, match=r"stands first at \[35, 43\]"):
        check.check_text(load.read(wrong)[0], page)


def test_a_quote_that_is_not_in_the_page_is_refused(write, page):
    wrong = write(("quote: Le Vélin", "quote: Le Velin"), ("name: Le Vélin", "name: Le Velin"))
    with pytest.raises(WrongReading, match="does not stand in the page"):
        check.check_text(load.read(wrong)[0], page)


def test_wrong_surroundings_are_told_the_right_ones(write, page):
    with pytest.raises(WrongReading, match="`between` is not what surrounds"):
        check.check_text(load.read(write(('["NOS', '["VOS')))[0], page)


def test_another_text_is_refused(write, page):
    Path(page).write_bytes(Path(page).read_bytes() + b".")
    with pytest.raises(WrongReading, match="hash or length"):
        check.check_text(load.read(write())[0], page)


def test_a_missing_text_is_named(write, tmp_path):
    with pytest.raises(MissingFile):
        check.check_text(load.read(write())[0], str(tmp_path / "none.txt"))
