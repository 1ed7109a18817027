"""Words found again in a text that changed."""

from __future__ import annotations

from partnerkg.readings.anchor import AROUND, Wanted, find, near

PAGE = "Nos librairies\nLa Plume (Arras)\nLe Vélin (Lens)\nNos festivals\nLa Plume (Arras) en fête\n"


def wanted(quote: str, at: int, page: str = PAGE) -> Wanted:
    end = at + len(quote)
    return Wanted(quote, page[max(0, at - AROUND) : at], page[end : end + AROUND], at)


def test_it_finds_every_word_again_where_all_is_shifted() -> None:
    moved = "Bienvenue chez nous !\n\n" + PAGE
    for quote in ("La Plume", "Le Vélin", "Lens", "festivals"):
        at = PAGE.index(quote)
        found = find(moved, wanted(quote, at))
        assert found is not None
        assert (found.start, found.sure) == (at + 23, True)


def test_it_tells_the_same_words_apart_by_what_surrounds_them() -> None:
    second = PAGE.rindex("La Plume")
    found = find("En tête.\n" + PAGE, wanted("La Plume", second))
    assert found is not None
    assert found.start == second + 9


def test_it_is_not_sure_of_words_in_other_surroundings() -> None:
    found = find("Le Vélin est un papier que l’on aime.", wanted("Le Vélin", PAGE.index("Le Vélin")))
    assert found is not None
    assert not found.sure


def test_it_never_finds_words_inside_others() -> None:
    assert find("Les chinesiologues", Wanted("chines")) is None


def test_it_asks_about_words_that_stand_twice_in_nothing_known() -> None:
    found = find(PAGE, Wanted("La Plume"))
    assert found is not None
    assert not found.sure


def test_it_is_sure_of_words_that_stand_once() -> None:
    found = find(PAGE, Wanted("Le Vélin"))
    assert found is not None
    assert found.sure


def test_it_proposes_what_comes_near() -> None:
    span = near(PAGE, "Le Velin (Lens)")
    assert span is not None
    assert PAGE[slice(*span)] == "Le Vélin (Lens)"


def test_it_proposes_nothing_where_nothing_is_near() -> None:
    assert near(PAGE, "Quilombo (Paris)") is None
