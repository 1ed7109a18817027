"""What a page says of itself: whom it speaks for, in which language."""

from __future__ import annotations

import pytest

from partnerkg.readings import page as of_page
from partnerkg.readings.captured import captured

LISTED = "Ville de Lens, Théâtre de Béthune, Fnac"
GERMAN = "Wir danken der Stadt und dem Land für die Hilfe bei unserem Fest mit den Kindern"


def head(inside: str, title: str, tag: str = "fr") -> str:
    return f'<html lang="{tag}"><head>{inside}<title>{title}</title></head><body></body></html>'


@pytest.mark.parametrize(
    ("site", "title", "speaker"),
    [
        ("La Source d’Orme", "Partenaires locaux", "La Source d’Orme"),
        ("Orme — un théâtre à Lens", "Partenaires", "Orme"),
        ("Accueil", "Partenaires", ""),
        ("", "Nos partenaires – Les Tisseuses de Lens", "Les Tisseuses de Lens"),
        ("", "Club d’échecs de Lens | Accueil", "Club d’échecs de Lens"),
        ("", "Sponsoren :: Turnverein Altdorf", "Turnverein Altdorf"),
        ("", "Partenariats - www.orme.example", ""),
        ("", "Paris 8 en actes - Ada Bel", ""),
        ("", "Partenaires du Musée de l’Orme", ""),
        ("", "Nos partenaires", ""),
        ("", "", ""),
    ],
)
def test_whom_a_page_speaks_for_is_as_its_site_or_the_one_part_of_its_title_says(
    site, title, speaker
) -> None:
    said = f'<meta property="og:site_name" content="{site}">' if site else ""
    assert of_page.speaker(head(said, title), title) == speaker
    turned = f'<meta content="{site}" property="og:site_name">' if site else ""
    assert of_page.speaker(head(turned, title), title) == speaker


@pytest.mark.parametrize("mark", ['"', "'"])
def test_the_name_of_a_site_ends_with_the_quote_it_begins_with(mark) -> None:
    name = "L’Orme d'Or" if mark == '"' else "L’Orme d’Or"
    said = f"<meta property={mark}og:site_name{mark} content={mark}{name}{mark} data-x={mark}y{mark}>"
    assert of_page.speaker(head(said, "Partenaires"), "Partenaires") == name
    turned = f"<meta content={mark}{name}{mark} property={mark}og:site_name{mark}>"
    assert of_page.speaker(head(turned, "Partenaires"), "Partenaires") == name


def test_the_title_of_what_is_no_web_page_says_not_whose_it_is() -> None:
    assert of_page.speaker("# Partenaires – Les Tisseuses\n", "Partenaires – Les Tisseuses") == ""


@pytest.mark.parametrize(
    ("tag", "text", "language"),
    [
        ("en", GERMAN, "de"),
        ("de", LISTED, "de"),
        ("", LISTED, ""),
        ("lb", "Mir soen Merci: Fnac", "lb"),
        ("en", "Nous remercions la Ville et les écoles du quartier pour leur soutien et nos amis", "fr"),
        ("fr", "We thank the town and our friends for the help with the fair", "en"),
        ("", "Ringraziamo il Comune e gli amici con i nostri soci per una festa nel parco", "it"),
        ("", "Wij danken het dorp en onze vrienden van het feest voor de hulp bij ons werk", "nl"),
        ("", "Damos gracias a los amigos y las escuelas del barrio por el apoyo para nuestros actos", "es"),
    ],
)
def test_the_language_is_that_of_clear_words_else_the_one_the_page_says(tag, text, language) -> None:
    assert of_page.language(head("", "", tag), text) == language


def test_the_title_of_a_page_is_that_of_its_front_matter_without_what_it_is_about() -> None:
    page = "---\ntitle: 'Partenaires'\ndescription: Ceux qui nous aident depuis longtemps.\n---\n\n- Fnac\n"
    assert captured(page).title == "Partenaires"
    assert captured("---\ndate: 2026\n---\n\n# Nos amis\n\n- Fnac\n").title == "Nos amis"
