"""What is refused in one line from Python, and what objects say of themselves."""

from __future__ import annotations

import inspect
import pickle
from pathlib import Path

import pytest
from html5rdf import HTMLParser

import partnerkg
from partnerkg.errors import WrongArgument
from partnerkg.translation import translations

WORLD = Path(__file__).parents[1] / "world"


@pytest.mark.parametrize(
    "call",
    [
        lambda graph: partnerkg.open(language="de"),
        lambda graph: partnerkg.open(language=None),
        lambda graph: partnerkg.open(5),
        lambda graph: partnerkg.open(""),
        lambda graph: partnerkg.diff(5, graph),
        lambda graph: graph.query(None),
        lambda graph: graph.sparql(None),
        lambda graph: graph.organization(None),
        lambda graph: graph.organization(5),
        lambda graph: graph.search(None),
        lambda graph: graph.search("a", limit="x"),
        lambda graph: graph.search("a", limit=-1),
        lambda graph: graph.search("a", limit=True),
        lambda graph: graph.why(None, "org:memberOf", "x"),
        lambda graph: graph.why("la-plume-rivebois", "org:memberOf", None),
        lambda graph: graph.validate(focus=5),
        lambda graph: graph.validate(focus=[5]),
        lambda graph: graph.validate(focus=[]),
        lambda graph: graph.validate(fail_on=None),
        lambda graph: graph.export(None),
        lambda graph: graph.export("turtle", 5.5),
        lambda graph: graph.export("turtle", ""),
    ],
)
def test_it_refuses_what_is_of_the_wrong_type_in_one_line(graph, call):
    with pytest.raises(WrongArgument) as error:
        call(graph)
    assert "\n" not in str(error.value) and " takes " in str(error.value)


def test_one_file_of_shapes_is_no_list_of_letters(graph):
    with pytest.raises(partnerkg.PartnerkgError, match=r"nope\.ttl"):
        graph.completeness("nope.ttl")


@pytest.mark.parametrize("focus", ["La Plume", "la-plume-rivebois", ["la plume"]])
def test_one_thing_is_validated_by_its_name(graph, focus):
    assert graph.validate(focus=focus).focus[0].endswith("/la-plume-rivebois")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (lambda graph: graph, "<KnowledgeGraph: "),
        (lambda graph: graph.organization("La Plume"), "<Organization: La Plume, "),
        (lambda graph: graph.organization("La Plume").links[0], "<Link: "),
        (lambda graph: graph.organization("La Plume").quotes[0], "<Quote: "),
        (lambda graph: graph.validate(), "<Report: "),
        (lambda graph: graph.completeness(), "<Completeness: "),
        (lambda graph: graph.inferred(), "<Inferred: "),
        (lambda graph: graph.questions, "<Catalogue: "),
        (lambda graph: graph.questions["network_members"], "<Question: network_members>"),
        (lambda graph: graph.sparql("CONSTRUCT WHERE { ?s a pk:Network }"), "<Statements: 1 triple>"),
        (lambda graph: partnerkg.diff(graph, graph), "<Changes: 0 statements added, 0 removed>"),
        (
            lambda graph: graph.query("network_members", network="libraires-d-ombre").completeness,
            "<Extent: unknown, ",
        ),
    ],
)
def test_an_object_says_in_short_what_it_is(graph, given, said):
    text = repr(given(graph))
    assert text.startswith(said) and len(text) < 200


def reached(value, seen, depth=5):
    """Yield what somebody gets by attributes and places of an object, each type once."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple | set | frozenset):
        for one in list(value)[:1]:
            yield from reached(one, seen, depth)
    elif type(value).__module__.startswith("partnerkg") and type(value) not in seen and depth:
        seen.add(type(value))
        yield value
        for name in dir(type(value)):
            if not name.startswith("_") and not inspect.isroutine(getattr(type(value), name)):
                yield from reached(getattr(value, name), seen, depth - 1)


def test_all_that_is_reached_from_an_object_says_in_short_what_it_is(graph):
    whole = graph.completeness()
    roots = [
        *(graph, graph.query("network_members", network="libraires-d-ombre"), graph.organization("La Plume")),
        *(whole, whole.of("La Plume"), whole.steps(), graph.validate(), graph.validate().by_rule()),
        *(partnerkg.diff(graph), graph.search("plume"), graph.inferred(), graph.questions),
        *(graph.why("La Plume", "org:memberOf", "libraires-d-ombre"), graph.questions["network_members"]),
    ]
    seen = set()
    long = {
        repr(one)
        for root in roots
        for one in reached(root, seen)
        if len(repr(one)) > 160 or "\n" in repr(one)
    }
    assert not long
    assert len(seen) > 25


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (lambda graph: graph, ("organisations", "organization_names", "142")),
        (
            lambda graph: graph.organization("Cap Nord"),
            ("Cap Nord", "genre", "librairie indépendante", "Arras"),
        ),
        (
            lambda graph: graph.validate(),
            ("Aucune violation, mais des avertissements.", "avertissement", "numéro SIRET", "que faire"),
        ),
        (lambda graph: graph.completeness(), ("pondéré", "librairie", "Ce que c’est", "100\u00a0% 11/11")),
        (lambda graph: graph.sparql("CONSTRUCT WHERE { ?s org:memberOf ?o }"), ("<svg", "</table>")),
        (lambda graph: partnerkg.diff(graph, WORLD), ("Ils diffèrent", "La Plume")),
        (lambda graph: graph.search("cap nord"), ("Cap Nord", "genre", "librairie indépendante", "Arras")),
        (
            lambda graph: graph.questions,
            ("network_members", "paramètres", "Quelles organisations sont membres"),
        ),
        (
            lambda graph: graph.questions["network_members"],
            ("Quelles organisations sont membres", "network", "réseau depuis", "colonnes"),
        ),
    ],
)
def test_a_notebook_shows_it_in_the_language_of_the_graph(given, said):
    html = given(partnerkg.open(language="fr"))._repr_html_()
    assert all(words in html for words in said)
    assert "`" not in html
    HTMLParser(strict=True, namespaceHTMLElements=True).parseFragment(html)


def test_what_data_say_in_a_notebook_is_no_markup(tmp_path):
    evil = "<img src=x onerror=alert(1)>"
    data = tmp_path / "evil.ttl"
    data.write_text(f"""PREFIX pk: <https://w3id.org/partnerkg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<https://w3id.org/partnerkg/id/organization/evil> a pk:Bookshop ; skos:prefLabel "{evil}"@fr .""")
    graph = partnerkg.open(data)
    shown = (graph, graph.organization("evil"), graph.validate(), graph.completeness(), partnerkg.diff(graph))
    assert not any(evil in one._repr_html_() for one in shown)


def test_completeness_takes_a_name_and_says_when_nothing_is_wanted(graph):
    found = graph.completeness()
    assert found.of("La Plume").all.of == found.of("la-plume-rivebois").all.of > 0
    assert found.of("la plume").missing
    with pytest.raises(partnerkg.PartnerkgError, match="did you mean"):
        found.of("La Plumme")
    with pytest.raises(partnerkg.PartnerkgError, match="want nothing of"):
        found.of("status:stated")


def test_a_row_and_a_slice_are_taken_by_their_place(graph):
    answer = graph.query("bookshop_places")
    assert answer[0] == answer.rows[0] and answer[-1] == answer.rows[-1]
    assert answer[:2].rows == answer.rows[:2] and answer[:2].columns == answer.columns


def test_its_errors_speak_the_language_of_the_graph():
    graph = partnerkg.open(WORLD, language="fr")
    for ask in (
        lambda: graph.query("nope"),
        lambda: graph.query("network_members", network=""),
        lambda: graph.organization(None),
        lambda: graph.validate(focus="rien de tel"),
        lambda: graph.completeness().of("rien de tel"),
        lambda: graph.query("network_values").to_networkx("a", "b"),
        lambda: partnerkg.open("nulle-part", language="fr"),
    ):
        with pytest.raises(partnerkg.PartnerkgError) as error:
            ask()
        english, french = error.value.text(), error.value.text(translations("fr")[0])
        assert str(error.value) == french != english


def test_an_error_that_comes_from_another_process_keeps_its_language():
    with pytest.raises(partnerkg.PartnerkgError) as error:
        partnerkg.open(WORLD, language="fr").query("nope")
    assert str(pickle.loads(pickle.dumps(error.value))) == str(error.value)
