"""Finding things in the shipped graph."""

from __future__ import annotations

import pytest

from partnerkg.errors import WrongUse
from partnerkg.pipeline.graph import open_graph


@pytest.fixture(scope="module")
def graph():
    return open_graph(language="fr")


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("LISIERES", "les-lisieres"),
        ("charles peguy", "college-charles-peguy-arras"),
        ("ASLJ", "librairies-sorcieres"),
        ("sorcière", "librairies-sorcieres"),
        ("bateau", "le-bateau-livre-lille"),
        ("tiot loupiot", "festival-tiot-loupiot"),
        ("librairies arras", "cap-nord-arras"),
        ("bookshop Arras", "cap-nord-arras"),
        ("62041", "commune-62041"),
        ("has partner", "pk:hasPartner"),
        ("journaux", "kind:newspaper"),
        ("partenaires de Colères", "source:coleres-du-present"),
        ("qui soutient", "supporter_beneficiaries"),
    ],
)
def test_it_finds_whatever_the_spelling(graph, words, id_):
    assert id_ in [found.id for found in graph.search(words)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("arras", "Arras"),
        ("librairie", "librairie"),
        ("Cap Nord", "Cap Nord"),
        ("CGT", "CGT"),
        ("réseaux", "réseau"),
    ],
)
def test_what_is_called_so_comes_first(graph, words, first):
    assert graph.search(words)[0].name == first


def test_what_only_begins_so_comes_after_what_has_the_word(graph):
    found = [one.id for one in graph.search("lille") if one.kind != "question"]
    assert found.index("le-bateau-livre-lille") < found.index("commune-62516")  # Lillers
    assert {"commune-62516", "ville-de-lillers", "mediatheque-louis-aragon-lillers"} == set(found[-3:])


def test_it_says_what_each_thing_is_and_where(graph):
    (found, *_) = graph.search("cap nord")
    assert (found.kind, found.town, str(found)) == (
        "librairie indépendante",
        "Arras",
        "Cap Nord (librairie indépendante, Arras)",
    )


def test_things_come_before_the_vocabulary_where_their_names_fit_alike(graph):
    ids = [one.id for one in graph.search("médiathèques départementales")]
    assert ids.index("mediatheques-departementales") < ids.index("category:departmental-libraries")


def test_questions_come_last(graph):
    asked = [one.is_question for one in graph.search("bibliotheque", limit=1000)]
    assert asked == sorted(asked) and set(asked) == {False, True}


def test_each_is_found_once_and_no_more_than_wanted(graph):
    found = [one.id for one in graph.search("a", limit=7)]
    assert len(found) == len(set(found)) == 7


def test_every_id_shows_the_thing_that_was_found(graph):
    for one in graph.search("lille", limit=100):
        assert one.is_question or graph.organization(one.id).iri == one.iri


def test_some_words_will_do_where_nothing_has_them_all(graph):
    assert graph.search("zebra arras")[0].name == "Arras"


@pytest.mark.parametrize("words", ["…", "zzzz"])
def test_nothing_is_found_for_what_nothing_has(graph, words):
    assert graph.search(words) == []


@pytest.mark.parametrize("words", ["", "  "])
def test_a_search_for_nothing_is_refused(graph, words):
    with pytest.raises(WrongUse):
        graph.search(words)


def test_it_refuses_more_words_than_anybody_looks_for(graph):
    with pytest.raises(WrongUse, match="200"):
        graph.search("a" * 201)


def test_of_a_sentence_what_it_names_comes_first_then_the_questions_that_it_asks(graph):
    assert graph.search("liste des partenaires de Lis avec moi")[0].name == "Lis avec moi"
    assert "support_overview" in [found.id for found in graph.search("qui soutient les librairies", limit=3)]
    assert graph.search("numéro siret")[-1].id == "organization_missing_identifiers"


def test_a_term_of_another_vocabulary_is_no_thing(graph):
    (term,) = (found for found in graph.search("librairie", limit=None) if found.id == "schema:BookStore")
    assert term.kind == "terme"


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("doublons", "organization_duplicates"),
        ("financeurs", "support_overview"),
        ("il manque", "organization_missing_identifiers"),
        ("orthographe", "name_variants"),
        ("fournisseurs", "provider_exchanges"),
        ("funders", "support_overview"),
        ("misspelt", "name_variants"),
    ],
)
def test_everyday_words_find_a_question(graph, words, question):
    assert question in [found.id for found in graph.search(words, limit=5)]
