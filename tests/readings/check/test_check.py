"""What readings name must be known, and what they say must be said once."""

from __future__ import annotations

import pytest

from partnerkg.readings import check, load


def test_a_right_reading_has_no_fault(faults):
    assert faults() == []


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
    "a passage beyond the page": (("characters: 72", "characters: 42"), 30, "beyond the 42 characters"),
    "one place quoted in two ways": (
        ("town: Arras", 'again:\n          - {quote: La plume (Arras), at: [17, 33], between: ["", ""]}'),
        24,
        "quoted differently",
    ),
    "words that name two things": (
        (
            "name: Le Vélin\n",
            (
                "name: Le Vélin\n      - {organization: plume, quote: La Plume (Arras), at: [17, 33], between:"
                ' ["NOS LIBRAIRIES :\\n", ", Le Vélin.\\nLes écol"], name: La Plume}\n'
            ),
        ),
        35,
        "names la-plume-arras already",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_agree_is_named_with_its_line_and_a_remedy(faults, name):
    change, line, words = WRONG[name]
    assert any(fault.startswith(f"line {line}:") and words in fault for fault in faults(change))


def test_a_quote_may_end_with_the_page(faults):
    assert faults(("characters: 72", "characters: 43")) == []


def test_one_thing_has_one_name_in_all_readings(write, known):
    here = load.read(write())
    elsewhere = load.read(write(("name: La Plume", "name: Plume"), ("slug: page", "slug: other")))
    (fault,) = check.faults([*here, *elsewhere], *known)
    assert "keep one name" in str(fault)


def test_a_thing_may_be_described_in_the_part_that_could_not_be_read(write, known):
    readings = load.read(write(("town: Arras", "supported_by: le-reseau\n        status: layout")))
    assert [str(fault) for fault in check.faults(readings, *known, whole=False)] == []
    assert len(list(check.faults(readings, *known))) == 1
