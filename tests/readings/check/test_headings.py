"""A heading proves the kind of what stands under it, unless it names several."""

from __future__ import annotations

import pytest

from partnerkg.readings.check import headings

EACH = "each: {class: Bookshop, partner: true}"
HEADING = 'quote: NOS LIBRAIRIES\n        at: [0, 14]\n        between: ["", " :\\nLa Plume (Arras),"]'


@pytest.fixture
def under(faults):
    """Return a function: the faults of the reading under another heading, with what it says of each entry."""

    def reading(heading: str, each: str) -> list[str]:
        place = f'quote: {heading}\n        at: [0, {len(heading)}]\n        between: ["", ""]'
        return [fault for fault in faults((HEADING, place), (EACH, each)) if "heading" in fault]

    return reading


def test_a_heading_of_one_kind_proves_it(under):
    assert under("NOS LIBRAIRIES INDÉPENDANTES", "each: {kinds: [independent-bookshop], partner: true}") == []


@pytest.mark.parametrize("each", ["{class: Library}", "{kinds: [media-library]}"])
def test_a_heading_of_two_kinds_proves_neither(under, each):
    found = under("MÉDIATHÈQUES ET LIEUX DU LIVRE", f"each: {each}")
    assert len(found) == 2
    assert "names several kinds (lieu du livre, médiathèque)" in found[0]


def test_it_proves_the_wider_kind(under):
    assert under("MÉDIATHÈQUES ET LIEUX DU LIVRE", "each: {kinds: [place-of-books]}") == []


def test_two_kinds_without_a_wider_one_leave_it_open(under):
    assert len(under("COLLÈGES ET LYCÉES", "each: {kinds: [college]}")) == 2


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("LES LIBRAIRIES INDÉPENDANTES", {"librairie indépendante"}),
        ("Collèges et lycées", {"collège", "lycée"}),
        ("Ils nous soutiennent", set()),
    ],
)
def test_it_finds_the_kinds_that_a_heading_names(known, heading, named):
    assert set(headings.kinds(heading, known[1])) == named
