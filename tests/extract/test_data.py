"""Partners listed as data: front matter, YAML, JSON, scripts; and the names of files where nothing else is said."""

from __future__ import annotations

import pytest

from partnerkg.extract.mentions import extract


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ('[{"name": "Le Phare", "url": "/a"}, {"name": "Cap Nord", "url": "/b"}]', ["Le Phare", "Cap Nord"]),
        ("sponsors:\n  - Le Phare\n  - 'Cap Nord'\n", ["Le Phare", "Cap Nord"]),
        ('export const sponsors = ["Le Phare", "L\\u2019Hirondelle"];\n', ["Le Phare", "L\\u2019Hirondelle"]),
        ("---\ntitle: Amis\npartners:\n  - name: Le Phare\n    logo: a.png\n---\n\nBonjour.\n", ["Le Phare"]),
        ("const team = [{ name: 'Ada', role: 'chair' }, { name: 'Bob', role: 'cook' }];\n", []),
        ("name: my-site\nversion: 2\nscripts:\n  build: make\n", []),
    ],
)
def test_it_reads_lists_of_partners_as_data(page: str, read: list[str]) -> None:
    assert [mention.quote for mention in extract(page)] == read


LOGOS = (
    "<html><body><h1>Nos partenaires</h1><p><img src='img/logo-le-phare-2x.png' alt=''>"
    "<a href='https://www.capnord.example/'><img src='img/1.png' alt='1.png'></a></p>{rest}</body></html>"
)


def test_it_takes_no_template_for_data() -> None:
    page = (
        '{% extends "base.html" %}\n{% block title %}Partenaires{% endblock %}\n{% block content %}\n'
        "<h3>Partenaires publics</h3>\n<ul>\n"
        "  <li><a href='https://a.example/'><img src='a.png' alt='Le Phare'></a></li>\n"
        "  <li><a href='https://b.example/'><img src='b.png' alt='Cap Nord'></a></li>\n"
        "</ul>\n{% endblock %}\n"
    )
    assert [mention.quote for mention in extract(page)] == ["Le Phare", "Cap Nord"]


def test_it_proposes_names_of_files_and_sites_in_doubt_where_nothing_else_is_said() -> None:
    read = [(mention.quote, mention.doubt) for mention in extract(LOGOS.format(rest=""))]
    assert read == [("le-phare", "file"), ("capnord", "file")]


def test_it_reads_no_names_of_files_where_words_name_partners() -> None:
    page = LOGOS.format(rest="<ul><li>Médiathèque de Lens</li></ul>")
    assert [mention.quote for mention in extract(page)] == ["Médiathèque de Lens"]


def test_it_reads_programs_inside_a_page_only_where_its_words_name_nobody() -> None:
    script = "<script>const partners = [{ name: 'Le Phare', logo: 'a.png' }];</script>"
    page = f"<html><body><h1>Partenaires</h1><div id='app'></div>{script}</body></html>"
    assert [(mention.quote, mention.doubt) for mention in extract(page)] == [("Le Phare", "script")]


@pytest.mark.parametrize(
    "words",
    [
        "Devenir mécène", "Acquérir de nouveaux clients", "Rejoignez le cercle", "380K+ vues", "6Partenaires actifs",
        "Une visibilité responsable", "Magna pulvinar tempus", "Pourquoi nous soutenir", "Learn more", "Contacte-nous",
        "Partenaires officiels", "1998 : L’Empreinte", "Fin octobre", "Statuts (PDF)", "41 1st Avenue S",
        "3040 B St NW Suite 2", "Seattle 98134", "WA 98421-2323", "59 Corson S", "12 bis, rue du Port", "10% Discount",
    ],
)  # fmt: skip
def test_what_may_be_done_counted_or_asked_is_no_name(words: str) -> None:
    assert extract(f"# Nos partenaires\n\n- {words}\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "Elles Bougent",
        "We Love Green",
        "1 Déchet par Jour",
        "3skis",
        "Donner Ski Ranch",
        "Atelier des Mots",
        "Le 104",
    ],
)
def test_names_that_look_like_phrases_are_names(words: str) -> None:
    assert [mention.quote for mention in extract(f"# Nos partenaires\n\n- {words}\n")] == [words]
