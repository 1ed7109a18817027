"""Invented pages, for every layout, against what a person reads in them (`pages/*.gold`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.extract.mentions import extract

PAGES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.suffix != ".gold")


def expected(page: Path) -> list[list[str]]:
    """Return the rows of the reading beside a page: words as they stand, kind, place, relation."""
    lines = page.with_name(f"{page.name}.gold").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[:4] for line in lines]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_it_reads_what_a_person_reads(page: Path) -> None:
    mentions = extract(page.read_text(encoding="utf-8"))
    read = [
        [" ".join(mention.quote.split()), mention.kind, mention.place, mention.relation]
        for mention in mentions
    ]
    assert read == expected(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_it_quotes_the_page_to_the_letter(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for mention in extract(text):
        assert text[mention.start : mention.end] == mention.quote


def test_it_leaves_out_the_publisher() -> None:
    page = "# Nos partenaires\n\n- Cap Nord (Arras)\n- Droit de Cité\n"
    assert [mention.name for mention in extract(page, "Droit de cité")] == ["Cap Nord"]


def test_it_guesses_a_kind_that_nothing_says_and_says_so() -> None:
    page = "# Nos partenaires\n\n![Quilombo](q.png)\n\n- Librairie Meura\n\n# Nos soutiens\n\n![Therascience](t.png)\n"
    assert [(mention.kind, mention.guessed, mention.doubt) for mention in extract(page)] == [
        ("company", True, "kind"),
        ("bookshop", False, ""),
        ("company", True, "kind"),
    ]


def test_it_doubts_a_name_that_only_a_list_makes_one() -> None:
    page = "# Nos partenaires\n\n- Quilombo Rives Libres\n- Librairie Meura\n"
    assert [(mention.name, mention.doubt) for mention in extract(page)] == [
        ("Quilombo Rives Libres", "name"),
        ("Librairie Meura", ""),
    ]


def test_it_takes_what_nothing_says_for_what_most_beside_it_are() -> None:
    page = "# Nos partenaires\n\n- Librairie Meura\n- Librairie Le Phare\n- Librairie Cap Nord\n- Quilombo\n"
    assert [mention.kind for mention in extract(page)] == ["bookshop"] * 4


def test_it_doubts_what_is_read_in_sentences() -> None:
    page = "# Nos partenaires\n\nNous travaillons avec le soutien d’Emmaüs, de Quilombo, de la DRAC et de la Ville de Brest.\n"
    assert [(mention.name, mention.doubt) for mention in extract(page)] == [
        ("Emmaüs", "cue"),
        ("Quilombo", "cue"),
        ("DRAC", "cue"),
        ("Ville de Brest", ""),
    ]


def test_it_doubts_in_a_list_what_no_word_of_its_own_nor_place_vouches_for() -> None:
    page = "# Nos sponsors\n\n- Les Trois Rives\n- Quilombo (Brest)\n- Imprimerie Quilombo\n- Rouge sans fin\n- Quilombo\n"
    assert [(mention.name, mention.doubt) for mention in extract(page)] == [
        ("Les Trois Rives", "name"),
        ("Quilombo", ""),
        ("Imprimerie Quilombo", ""),
        ("Rouge sans fin", "phrase"),
        ("Quilombo", ""),  # one or two words are nearly always a name there
    ]


def test_it_goes_on_where_a_sentence_adds_others() -> None:
    page = "# Partenaires\n\nNous remercions la DRAC Bretagne pour son aide, ainsi que la Ville de Brest pour ses salles.\n"
    assert [mention.name for mention in extract(page)] == ["DRAC Bretagne", "Ville de Brest"]


def test_it_takes_the_title_that_a_template_gives() -> None:
    code = "<?php $titrePage = 'Partenaires'; include('top.php'); ?>"
    cards = "".join(f'<td><img src="s/{n}.png"><br>{n}</td>' for n in ("Alinea", "Dalkia", "Camaloon"))
    page = f"{code}<table><tr>{cards}</tr></table>"
    assert [mention.name for mention in extract(page)] == ["Alinea", "Dalkia", "Camaloon"]


def test_it_doubts_all_of_a_page_that_only_shows_pictures_leading_elsewhere() -> None:
    logo = '<a href="https://{0}.example/"><img src="{0}.png" alt="{1}"></a>'
    names = {"meura": "Librairie Meura", "quilombo": "Quilombo", "phare": "Le Phare"}
    page = f"<div>{''.join(f'<div>{logo.format(*one)}</div>' for one in names.items())}</div>"
    assert [(mention.name, mention.doubt) for mention in extract(page)] == [
        (name, "relation") for name in ("Librairie Meura", "Quilombo", "Le Phare")
    ]


def test_it_reads_once_what_sentences_say_again_and_again() -> None:
    page = "# Partenaires\n\nLa médiathèque Jean Lévy prête ses murs. Le samedi, la médiathèque Jean Lévy ouvre tard.\n"
    assert [mention.name for mention in extract(page)] == ["médiathèque Jean Lévy"]


def test_it_takes_nobody_for_a_partner_whose_the_page_or_a_picture_is() -> None:
    page = "# Nos partenaires\n\n- Librairie Meura\n- © Studio Lumen\n\n© 1999-2026 Studio Lumen\n"
    assert [mention.name for mention in extract(page)] == ["Librairie Meura"]


def test_it_reads_each_of_those_that_share_a_plural_head_word() -> None:
    page = "# Partenaires\n\n- Les collèges Diderot et Jehan Bodel\n- Villes de Lens et Avion\n- Écoles de musique et de danse\n"
    assert [mention.name for mention in extract(page)] == [
        *("Collège Diderot", "Collège Jehan Bodel", "Ville de Lens", "Ville d’Avion"),
    ]


def test_it_gives_a_town_said_once_to_all_that_share_it() -> None:
    page = "# Nos partenaires\n\nLes collèges Jehan Bodel, Marie Curie, Gambetta et Diderot d’Arras\n"
    read = [(mention.name, mention.place_code, mention.status) for mention in extract(page)]
    assert read == [
        ("Collège Jehan Bodel", "62041", "distributed"),
        ("Collège Marie Curie", "62041", "distributed"),
        ("Collège Gambetta", "62041", "distributed"),
        ("Collège Diderot d’Arras", "62041", "distributed"),
    ]


def test_it_tells_towns_of_one_name_apart_by_the_others_of_the_page() -> None:
    towns = "# Partenaires\n\n## Villes\n\n- Ville de Lens\n- Ville de Liévin\n- Ville d’Arras\n- Ville de Grenay\n"
    assert [mention.place_code for mention in extract(towns)][-1] == "62386"
    [alone] = extract("# Partenaires\n\n- Ville de Grenay\n")
    assert (alone.place, alone.place_code, alone.doubt) == ("Grenay", "", "place")
