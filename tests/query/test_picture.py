"""Answers as pictures, in files and in notebooks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from pyoxigraph import Literal, NamedNode, Triple

import partnerkg
from partnerkg.errors import NoLinks, NothingLinked
from partnerkg.query import formats, network
from partnerkg.query.catalogue import catalogue
from partnerkg.query.formats import Look, marks
from partnerkg.query.results import Solutions
from partnerkg.query.statements import Statements
from partnerkg.translation import translations

SVG = "{http://www.w3.org/2000/svg}"
A, B, P = (NamedNode(f"http://e/{name}") for name in "abp")
TRIPLES = [Triple(A, P, B), Triple(A, P, Literal("x"))]


@pytest.fixture(scope="module")
def graph():
    return partnerkg.open()


def picture(solutions, look=None):
    return ET.fromstring("".join(formats.lines(solutions, "svg", look)))


def texts(element, name):
    return ["".join(found.itertext()) for found in element.iter(SVG + name)]


def test_it_names_all_that_is_linked_and_all_links(graph):
    edges = graph.query("partnership_edges")
    found = picture(edges, edges.look)
    nodes, links = network.of(edges).nodes, network.of(edges).links
    assert len(list(found.iter(SVG + "path"))) >= len(links)
    assert {"Colères du Présent", "Lis avec moi", "Le Bateau Livre"} < set(texts(found, "text"))
    assert "Le Bateau Livre → member of → Librairies Sorcières" in texts(found, "title")
    assert texts(found, "title")[0] == f"{len(nodes)} things and {len(links)} links"
    assert texts(found, "desc")[0].startswith("Most links: Colères du Présent (")


def test_it_has_a_name_and_a_description_for_those_who_do_not_see_it():
    found = picture(Solutions(("s", "p", "o"), [(A, P, B)]))
    names = found.get("aria-labelledby").split()
    assert found.get("role") == "img"
    assert [child.get("id") for child in found[:2]] == names
    assert [child.tag for child in found[:2]] == [SVG + "title", SVG + "desc"]


def test_it_tells_kinds_by_shape_and_stroke_and_says_which(graph):
    found = picture(graph.query("partnership_edges"), Look(graph.store, "fr"))
    said = texts(found, "text")
    assert "a pour partenaire (134)" in said and "collège ou lycée (20)" not in said
    shapes = {(corners, turn) for corners, turn, _ in marks.SHAPES[:-1]}
    assert len(shapes) == len(marks.SHAPES) - 1
    assert len({dashes for _, dashes in marks.STROKES}) == len(marks.STROKES)


def test_it_speaks_french(graph):
    look = Look(graph.store, "fr", translate=translations("fr")[0])
    said = texts(picture(graph.query("partnership_edges"), look), "title")[0]
    assert re.fullmatch(r"\d+ éléments et \d+ liens", said)
    assert partnerkg.KnowledgeGraph(language="fr").query("network_values").look.translate is not None
    assert translations("fr")[0] is not translations("en")[0]


def test_it_says_what_it_leaves_out(monkeypatch):
    monkeypatch.setattr(network, "MOST_NODES", 3)
    rows = [(A, NamedNode(f"http://e/{number}")) for number in range(9)]
    sentence = "Not all is drawn: 3 of 10 things, those with the most links, and 2 of 9 links."
    found = picture(Solutions(("s", "o"), rows))
    assert sentence in texts(found, "text")
    assert sentence in texts(found, "desc")[0]


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "a&b \x1b \ud7ff \ufffe", '"x" ]]>', "é" * 500]
)
def test_it_shows_markup_as_it_is(nasty, tmp_path):
    (tmp_path / "nasty.nt").write_text(
        f"{A} {P} {B} .\n{A} <http://www.w3.org/2004/02/skos/core#prefLabel> {Literal(nasty)} .\n"
    )
    edges = partnerkg.open(tmp_path / "nasty.nt").sparql(
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o . ?s <http://e/p> ?x }"
    )
    shown = texts(ET.fromstring(edges._repr_svg_()), "text")
    assert any(text.startswith(nasty[:3]) for text in shown)
    assert max(map(len, shown)) < 60


def test_it_draws_loops_and_links_that_go_both_ways():
    rows = [(A, P, A), (A, P, B), (B, P, A), (A, A, B)]
    ways = [path.get("d") for path in picture(Solutions(("s", "p", "o"), rows)).iter(SVG + "path")]
    assert len(set(ways[:4])) == 4


def test_it_draws_the_same_picture_in_every_process():
    code = "import partnerkg; print(partnerkg.open().query('partnership_edges')._repr_svg_())"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_it_refuses_an_answer_without_links():
    with pytest.raises(NoLinks, match=r"such as \?source and \?target; this answer has: a"):
        formats.lines(Solutions(("a",), [(A,)]), "svg")


def test_a_notebook_shows_links_as_a_picture_above_their_table(graph):
    answer = graph.query("partnership_edges")
    html = answer._repr_html_()
    assert html.index("<svg ") < html.index("<table ")
    assert f"<summary>{len(answer)} rows</summary>" in html
    assert ">Colères du Présent</a>" in html


def test_a_notebook_shows_other_answers_as_a_table_with_labels(graph):
    found = graph.query("place_partner_kinds")
    assert found._repr_svg_() is None
    assert found._repr_html_().startswith("<table ") and ">Arras</a>" in found._repr_html_()


LINKED = [question.name for question in catalogue() if question.links]


@pytest.mark.parametrize("name", LINKED)
def test_every_question_that_has_links_is_drawn(graph, name):
    examples = {key: one.example for key, one in graph.questions[name].parameters.items()}
    examples |= {"subject": "coleres-du-present"} if name == "statement_sources" else {}
    assert graph.query(name, **examples)._repr_svg_().startswith("<svg ")


def test_every_question_with_two_things_in_a_row_has_links(graph):
    """Pages and their captures, claims, statuses and classes are about a row and not linked by it."""
    apart = {
        "claim_items",
        "class_completeness",
        "class_property_things",
        "class_things",
        "name_forms",
        "name_variants",
        "network_member_counts",
        "organization_missing_identifiers",
    }
    apart |= {"organization_schema_types", "organization_statuses", "release_replacements", "term_usage"}
    apart |= {
        "source_coverage",
        "source_gaps",
        "source_list_completeness",
        "source_passages",
        "source_readings",
    }
    apart |= {"claim_coverage", "place_partner_kinds", "organization_names", "network_names", "source_pages"}
    apart |= {"organization_sightings", "passage_claims", "source_claims", "source_doubts", "source_items"}
    assert set(graph.questions.names()) - set(LINKED) == apart


def test_an_answer_without_rows_says_that_there_is_nothing_to_draw(graph):
    found = graph.query("supporter_beneficiaries", supporter="cicp")
    with pytest.raises(NothingLinked, match="nothing to draw"):
        formats.lines(found, "svg", found.look)


def test_triples_are_a_sequence_a_picture_and_a_graph():
    found = Statements(TRIPLES)
    assert (list(found), found[1], list(found[:1])) == (TRIPLES, TRIPLES[1], TRIPLES[:1])
    assert found._repr_html_().count("<tr>") == 3
    assert "<svg " in found._repr_svg_()
    assert list(found.to_networkx().edges()) == [(A.value, B.value), (A.value, "x")]
    assert Statements(TRIPLES[1:])._repr_svg_() is None


def test_what_sparql_constructs_is_shown_in_the_language_of_the_graph():
    found = partnerkg.open(language="fr").sparql("CONSTRUCT WHERE { ?a org:memberOf ?b }")
    assert len(found) == 1
    assert "Le Bateau Livre → membre de → Librairies Sorcières" in found._repr_svg_()
