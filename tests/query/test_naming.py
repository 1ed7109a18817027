"""Names that stand for nothing, or for several things."""

from __future__ import annotations

import pytest

from partnerkg.errors import Ambiguous, UnknownThing, WrongName
from partnerkg.export.selection import choosing
from partnerkg.pipeline.graph import open_graph
from partnerkg.query import things
from partnerkg.store.held import hold
from partnerkg.translation import translations

FRENCH = translations("fr")[0]
TWO = """
organization:la-page-lens a pk:Bookshop ; skos:prefLabel "La Page"@fr ; org:hasSite site:a .
site:a pk:commune place:lens . place:lens a pk:Place , igeo:Commune ; skos:prefLabel "Lens"@fr .
organization:la-page-lille a pk:Bookshop ; skos:prefLabel "La Page"@fr ; org:hasSite site:b .
site:b pk:commune place:lille . place:lille a pk:Place , igeo:Commune ; skos:prefLabel "Lille"@fr .
"""


@pytest.fixture(scope="module")
def graph():
    return open_graph()


@pytest.fixture(scope="module")
def two():
    from pyoxigraph import RdfFormat, parse

    from partnerkg.namespaces import prefixes

    heads = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes().items())
    return hold(parse((heads + TWO).encode(), format=RdfFormat.TURTLE))


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Cap Nord", "organization/cap-nord-arras"),
        ("coleres du present", "organization/coleres-du-present"),
        ("ABF", "organization/abf"),
        ("62041", "place/commune-62041"),
        ("Les partenaires de Colères du Présent", "source/coleres-du-present"),
        ("a pour partenaire", "ontology#hasPartner"),
    ],
)
def test_a_thing_is_shown_by_its_name_acronym_code_title_or_label(graph, name, iri):
    assert graph.organization(name).iri.endswith(iri)


def test_a_word_of_a_name_says_which_name_was_meant(graph):
    with pytest.raises(UnknownThing) as error:
        graph.organization("colere")
    assert "is called `colere`; did you mean `Colères du Présent` (Arras)" in str(error.value)
    assert "vouliez-vous dire `Colères du Présent` (Arras)" in error.value.text(FRENCH)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Cap Nrod", "`Cap Nord` (Arras)"),
        ("Lis avce moi", "`Lis avec moi`"),
        ("Quilmobo", "`Quilombo` (Paris)"),
    ],
)
def test_a_name_with_swapped_letters_says_which_name_was_meant(graph, name, meant):
    with pytest.raises(UnknownThing) as error:
        graph.organization(name)
    assert f"did you mean {meant}?" in str(error.value)


def test_a_name_that_is_near_nothing_names_nothing(graph):
    with pytest.raises(UnknownThing, match="partnerkg search WORDS"):
        graph.organization("Zyxwv Qrstu")


def test_a_misspelt_name_says_which_name_was_meant(graph):
    with pytest.raises(UnknownThing, match="`Les Lisières`"):
        graph.organization("les lissieres")


def test_only_what_fits_is_suggested(graph):
    with pytest.raises(UnknownThing, match=r"did you mean `Librairies Sorcières`\?$"):
        graph.query("network_members", network="sorciere")


def test_where_nothing_is_near_what_there_is_is_named(graph):
    with pytest.raises(UnknownThing, match="the graph has `Librairies Sorcières`"):
        graph.query("network_members", network="qqqqq")
    with pytest.raises(UnknownThing, match="`partnerkg search WORDS`"):
        graph.organization("qqqqq")
    with pytest.raises(UnknownThing, match=r"the graph has .* and \d+ more\."):
        graph.query("organization_covering_groups", organization="qqqqq")


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_refused(graph, name):
    with pytest.raises(WrongName, match="it is empty"):
        graph.organization(name)


def test_it_asks_which_one_with_the_town_of_each(two):
    with pytest.raises(Ambiguous) as error:
        things.find("la page", two, "pk:Bookshop", "shop")
    head, *lines = error.value.text(FRENCH).split("\n")
    assert head.startswith("`la page`")
    assert lines == [
        "  La Page (librairie, Lens)\u00a0: la-page-lens",
        "  La Page (librairie, Lille)\u00a0: la-page-lille",
    ]


def test_it_asks_for_more_of_a_name_where_very_many_fit():
    from pyoxigraph import Literal, NamedNode, Quad

    from partnerkg.namespaces import namespace

    name, many = namespace("skos").prefLabel, [NamedNode(f"http://e/{number}") for number in range(20)]
    with pytest.raises(Ambiguous, match="and 8 more"):
        things.find("La Page", hold(Quad(one, name, Literal("La Page", language="fr")) for one in many))


@pytest.mark.parametrize(
    "name", ["Lis avec moi", "lis-avec-moi", "media libraries and bookstores, a page of lis avec moi"]
)
def test_a_source_goes_by_its_title_and_by_its_publisher(graph, name):
    assert choosing.source(name, graph.store).value.endswith("/source/lis-avec-moi")


def test_a_source_that_is_none_says_which_was_meant(graph):
    with pytest.raises(UnknownThing, match="did you mean `Les partenaires de Colères du Présent`"):
        choosing.source("partenaires de colere", graph.store)
