"""What kind of thing a name is, by any of its words or by what describes it."""

from __future__ import annotations

import pytest

from partnerkg.extract import kinds, sections, telling
from partnerkg.extract.mentions import extract


def kind(name: str) -> str:
    return telling.opening(name) or telling.closing(name) or telling.trade(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nouvelle Librairie Sétoise", "bookshop"),
        ("Stadtbücherei Aachen", "library"),
        ("Biblioteca comunale di Monza", "library"),
        ("Openbare Bibliotheek Gent", "library"),
        ("EHPAD Les Tilleuls", "public-body"),
        ("SIVOM du Béthunois", "public-body"),
        ("Ayuntamiento de Getxo", "public-body"),
        ("Heimatverein Borken e.V.", "association"),
        ("Zonnebloem vzw", "association"),
        ("Société d’histoire de Comines", "association"),
        ("Société Dupont et fils", "company"),
        ("Renov’Peinture", "company"),
        ("Nordlicht GmbH", "company"),
        ("Foundation for Young Readers", "foundation"),
        ("Elm Fund for the Arts", "foundation"),
        ("Bürgerstiftung Hamburg", "foundation"),
        ("University of Salford", "school"),
        ("Queens Museum", "museum"),
        ("Solidaires 62", "union"),
        ("Crédit Agricole Nord de France", "company"),
        ("Emmaüs Arras", "association"),
        ("Lakeside Preservation Society", "association"),
        ("Elmwood University Alumni Association", "association"),
        ("Hill Valley Insurance Agency", "company"),
        ("Landessportverband", "network"),
        ("MJC des Tilleuls", "social-centre"),
        ("Elmland Council for Civil Liberties", "association"),
        ("Elmland City Council", "public-body"),
        ("Fair Play Alliance", "network"),
        ("Elm Valley Rights Ireland", "association"),
        ("Oxfam Australia", "association"),
        ("Award Force", ""),
        ("Apple Pie Hill", ""),
        ("Quilombo", ""),
        ("University at Elmville Alumni Association", "association"),
        ("Fondation The Elm Alliance", "foundation"),
        ("Culture Commune", ""),
    ],
)
def test_any_word_of_a_name_may_say_its_kind(name: str, said: str) -> None:
    assert kind(name) == said


def test_a_complement_says_no_kind() -> None:
    assert kind("Les Voisins de la librairie") == ""


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ("Quilombo est une association qui accueille", "association"),
        ("Filigran is a small independent film production company in Leeds", "company"),
        ("Nordwind ist ein Verein für Kinder", "association"),
        ("il y a des livres", ""),
    ],
)
def test_a_description_says_what_a_thing_is(beside: str, said: str) -> None:
    assert telling.copula(beside) == said


def test_a_given_name_and_a_name_are_a_person() -> None:
    assert telling.is_person("Élise Marchand") and not telling.is_person("Quai Branly")


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Ski resort partners", "company"), ("Nos parrains", "other"), ("Partenaires universitaires", "school")],
)
def test_a_heading_says_what_is_listed(heading: str, said: str) -> None:
    [mention] = extract(f"# Partenaires\n\n## {heading}\n\n- Quilombo\n")
    assert (mention.kind, mention.guessed) == (said if said != "other" else "company", said == "other")


def test_what_nothing_says_is_guessed_by_what_the_page_says_of_others() -> None:
    page = "# Partenaires\n\n## Amis\n\n- Association A\n- Collectif B\n- Club C\n\n## Autres\n\n- Quilombo\n"
    last = extract(page)[-1]
    assert (last.kind, last.guessed, last.doubt) == ("association", True, "kind")


def test_every_word_tells_one_of_the_kinds() -> None:
    places = ("word", "weak", "form", "trade", "end", "tail", "suffix", "prefix", "role", "given")
    assert {kind for place in places for kind in kinds.standing(place).values()} <= set(kinds.KINDS)


def test_last_words_of_a_name_say_more_than_a_heading_of_sponsors_and_less_than_one_of_bookshops() -> None:
    names = "- Lakeside Preservation Society\n- Quilombo\n"
    sponsors = [mention.kind for mention in extract(f"# Our sponsors\n\n{names}")]
    bookshops = [mention.kind for mention in extract(f"# Les librairies partenaires\n\n{names}")]
    assert (sponsors, bookshops) == (["association", "company"], ["bookshop", "bookshop"])


def test_a_sentence_that_leads_to_names_says_no_kind_by_what_stands_in_the_names() -> None:
    page = (
        "Nous remercions nos partenaires : la Ville de Lens, le Musée des Beaux-Arts et l’Université de Mons"
    )
    assert [mention.kind for mention in extract(page)] == ["public-body", "museum", "school"]


def test_a_foundation_under_a_heading_of_schools_is_none() -> None:
    page = "# Écoles partenaires\n\n- Elm Foundation\n- Les Tilleuls\n"
    assert [mention.kind for mention in extract(page)] == ["foundation", "school"]


def test_what_others_beside_a_name_are_is_a_guess_but_for_companies() -> None:
    houses = "- Elm Museum\n- Oak Museum\n- Ash Museum\n- Quilombo\n"
    [*_, last] = extract(f"# Partners\n\n{houses}")
    assert (last.kind, last.doubt) == ("museum", "kind")


def test_a_short_word_of_a_description_says_no_kind() -> None:
    page = "# Partenaires\n\n- Zénobie : tu joues au golf\n- Kirilov : es-tu prêt ?\n"  # "TU", "ES": letters of schools, clubs
    assert {mention.kind for mention in extract(page)} == {"company"}


def test_a_singular_that_ends_with_s_is_no_group() -> None:
    page = "# Partenaires\n\n- Prix des lecteurs\n- Archives départementales\n- Maison pour tous\n"
    assert [mention.kind for mention in extract(page)] == [
        *("programme-or-event", "public-body", "social-centre"),
    ]


def test_a_long_sentence_says_no_kind_of_what_stands_below() -> None:
    page = "# Hundreds of primary schools across the whole country take part in what our partners do\n\n- Moonfleet\n"
    assert [mention.kind for mention in extract(page)] == ["company"]


def test_a_name_with_an_article_of_its_own_ends_those_of_one_head_word() -> None:
    page = "# Partenaires\n\nLes collèges Gambetta et Diderot, le Bureau d’Information Jeunesse, la Fnac\n"
    assert [mention.name for mention in extract(page)] == [
        *("Collège Gambetta", "Collège Diderot", "Bureau d’Information Jeunesse", "Fnac"),
    ]


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        ("Nos réseaux", "member"),
        ("Adhésions", "member"),
        ("Réseaux et associations", ""),
        ("Networks and libraries", ""),
        ("Réseaux partenaires", "partner"),
    ],
)
def test_a_heading_that_names_several_kinds_says_no_membership(heading, relation):
    assert sections.relation(heading) == relation


@pytest.mark.parametrize("heading", ["Soutien ou partenaire", "Lien", "Rôle", "Notre relation"])
def test_a_column_of_relations_says_how_each_row_is_related(heading) -> None:
    rows = f"Structure;Commune;{heading}\nLibrairie Orme;Lens;partenaire\nFondation Bel;Lille;mécène\nRéseau Tuf;Arras;adhésion\n"
    assert [mention.relation for mention in extract(rows)] == ["partner", "support", "member"]


def test_a_column_that_only_now_and_then_speaks_of_relations_says_none() -> None:
    rows = "Structure;Commune;Notes\nLibrairie Orme;Lens;soutien\nFondation Bel;Lille;vue à la foire\n"
    assert [mention.relation for mention in extract(rows)] == ["partner", "partner"]
