"""The words carry the claim: what a stated claim says stands in what it quotes."""

from __future__ import annotations

import pytest

NAME, TOWN = "name: La Plume", "town: Arras"
MORE = "town: Arras\n        claims:\n          - "


def further(keys: str) -> tuple[str, str]:
    """Return the change that gives the first entry a further claim."""
    return (TOWN, f"{MORE}{{claim: more, {keys}}}")


PLANTED = {
    "a name": ((NAME, "name: Le Crayon"), "line 28: the name `Le Crayon` does not stand"),
    "a name that is a part of the words": ((NAME, "name: Plum"), "line 28: the name `Plum`"),
    "a name in another order": ((NAME, "name: Plume La"), "line 28: the name `Plume La`"),
    "a head word that the words lack": (
        (NAME, "name: Librairie La Plume\n        written: La Plume"),
        "line 28: the name `Librairie La Plume`",
    ),
    "an English name": ((NAME, f"{NAME}\n        name_en: The Pen"), "line 29: `name_en: The Pen`"),
    "another name": ((NAME, f"{NAME}\n        alt: [Plume d’Oie]"), "line 29: `alt: Plume d’Oie`"),
    "an acronym": ((NAME, f"{NAME}\n        acronym: LP"), "line 29: `acronym: LP`"),
    "a town": ((TOWN, "town: Lille"), "line 29: `town: Lille`"),
    "a second town": ((TOWN, "towns: [Arras, Lille]"), "line 29: `towns: Lille`"),
    "a territory": ((TOWN, "territory: Hauts-de-France"), "line 29: `territory: Hauts-de-France`"),
    "a year": ((TOWN, "since: 1981"), "line 29: `since: 1981`"),
    "the year of a site": ((TOWN, "site_since: {Arras: 1996}"), "line 29: `site_since: 1996`"),
    "the town of a year": ((TOWN, "site_since: {Lille: 1996}"), "line 29: `site_since: Lille`"),
    "a number": ((TOWN, "member_count: {more_than: 70, kind: bookshop}"), "line 29: `member_count: 70`"),
    "the number of a register": ((TOWN, "identifiers: siren:216200410"), "line 29: `identifiers: 216200410`"),
    "an upper bound": ((TOWN, "member_count: {at_most: 70, kind: bookshop}"), "line 29: `member_count: 70`"),
    "a text": ((TOWN, "description: vend des livres"), "line 29: `description: vend des livres`"),
    "a kind": ((TOWN, "kinds: [youth-bookshop]"), "line 29: `kinds: youth-bookshop`"),
    "a class": ((TOWN, "class: Foundation"), "line 29: `class: Foundation`"),
    "an activity": ((TOWN, "offers: [online-purchase]"), "line 29: `offers: online-purchase`"),
    "another thing": ((TOWN, "member_of: le-velin"), "line 29: `member_of: le-velin`"),
    "the place of a collaboration": (
        (TOWN, "collaboration: {territory: Nord}"),
        "line 29: `collaboration: Nord`",
    ),
    "whose town it is": (
        further('quote: Arras, at: [27, 32], between: ["", ""], town: Arras'),
        "line 31: the words `Arras` do not name la-plume-arras",
    ),
    "the partner": (
        ("name: Le Vélin", "proper_name: Vélin"),
        "line 30: the words `Le Vélin` do not name le-velin",
    ),
    "a heading taken for a finding": (
        further('quote: NOS LIBRAIRIES, at: [0, 14], between: ["", " :\\nLa Plume (Arras),"], kinds: [bookshop]'),
        "line 31: `NOS LIBRAIRIES` is a heading",
    ),
    "a quote of one letter": (
        further('status: interpreted, quote: L, at: [17, 18], between: [" ", "a"], town: Arras'),
        "line 31: the quote `L` is too short",
    ),
    "a quote that begins inside a word": (
        further('status: interpreted, quote: lume, at: [21, 25], between: ["P", " "], town: Arras'),
        "line 31: the quote `lume` begins or ends inside a word",
    ),
    "a quote that ends inside a word": (
        further('status: interpreted, quote: Plu, at: [20, 23], between: [" ", "me"], town: Arras'),
        "line 31: the quote `Plu` begins or ends inside a word",
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED)
def test_it_finds_what_the_words_do_not_say(faults, planted):
    change, fault = PLANTED[planted]
    assert [line for line in faults(change) if line.startswith(fault)]


CARRIED = {
    "a name in capitals and without accents": ("name: Le Vélin", "name: LE VELIN"),
    "a name that the page spells otherwise": (NAME, "name: La Plumme\n        written: La Plume"),
    "a kind in the plural of a heading": (TOWN, "kinds: [bookshop]"),
    "a name that is ours": (NAME, "name: Le Crayon\n        name_status: descriptive\n        alt: [La Plume]"),
    "what needs reading": further("status: interpreted, since: 1981, kinds: [youth-bookshop]"),
    "what the layout says": further("status: layout, supported_by: le-velin"),
    "who publishes the page": further("supported_by: nous"),
}  # fmt: skip


@pytest.mark.parametrize("carried", CARRIED)
def test_it_lets_pass(faults, carried):
    assert faults(CARRIED[carried]) == []


def test_it_finds_all_faults_of_a_reading_at_once(faults):
    found = faults(
        (NAME, "name: Cap Sud"),
        (TOWN, "town: Lille\n        since: 1981"),
        ("name: Le Vélin", "name: Le Parchemin"),
    )
    lines = {int(line.split(":")[0].removeprefix("line ")) for line in found}
    assert lines == {24, 28, 29, 30, 31, 35}


@pytest.fixture
def distributed(faults):
    """Return a function: the faults of a distributed claim that says this, with the words “Les écoles A et B”."""
    words = '    words: {w: {quote: Les écoles A et B, at: [45, 62], between: ["", ""]}}\n    entries:\n'

    def saying(fact: str) -> list[str]:
        more = f"{MORE}{{claim: more, status: distributed, with: [w], {fact}}}"
        return faults(("    entries:\n", words), (TOWN, more))

    return saying


def test_a_distributed_claim_has_its_words_in_several_places(distributed):
    assert distributed("alt: [École La Plume]") == []


def test_small_words_are_looked_for_where_there_are_no_others(distributed):
    assert distributed("alt: [La]") == []
    assert "`alt: Le`" in distributed("alt: [Le]")[0]


def test_each_word_of_a_distributed_claim_must_stand(distributed):
    assert "`alt: École Le Crayon`" in distributed("alt: [École Le Crayon]")[0]


def test_a_distributed_claim_says_nothing_that_none_of_them_says(distributed):
    assert "`alt: Lycée La Plume`" in distributed("alt: [Lycée La Plume]")[0]


LONG = (
    "quote: La Plume (Arras)\n        at: [17, 33]",
    "quote: La Plume (Saint-Nicolas-lez-Arras)\n        at: [17, 51]",
)


def test_a_town_whose_name_stands_in_that_of_another_only_is_not_named(faults):
    assert any(line.startswith("line 29: `town: Arras`") for line in faults(LONG))


def test_a_town_is_named_by_its_longer_name(faults):
    assert not any("`town:" in line for line in faults(LONG, (TOWN, "town: Saint-Nicolas-lez-Arras")))


def test_every_repetition_must_say_it_too(faults):
    again = (
        f'{TOWN}\n        again:\n          - {{quote: La Plume, at: [17, 25], between: ["", " (Arras)"]}}'
    )
    assert any(
        "`town: Arras` does not stand in the words `La Plume`" in line for line in faults((TOWN, again))
    )
