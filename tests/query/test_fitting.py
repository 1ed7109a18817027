"""Answers in a terminal of 80 columns."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import Literal, NamedNode

from partnerkg.pipeline.graph import open_graph
from partnerkg.query import formats
from partnerkg.query.catalogue import catalogue
from partnerkg.query.formats import Look, fitting
from partnerkg.query.results import Solutions


@pytest.fixture(scope="module", params=["en", "fr"])
def graph(request):
    return open_graph(language=request.param)


def shown(solutions, look, width=80):
    look.width, look.concise = width, True
    return "".join(formats.lines(solutions, "table", look))


@pytest.mark.parametrize("name", catalogue().names())
def test_every_question_fits_80_columns_without_addresses_and_cut_words(graph, name):
    question = graph.questions[name]
    answer = graph.query(name, **{key: one.example for key, one in question.parameters.items()})[:40]
    text = shown(answer, answer.look)
    assert max(map(len, text.splitlines()), default=0) <= 80
    cells = {
        word
        for row in answer.labelled()
        for term in row
        if term
        for word in str(getattr(term, "value", "")).split()
    }
    assert not {
        word
        for word in re.findall(r"https?://\S+", text)
        if word in cells - {"https://w3id.org/partnerkg/#reader"}
    }


def table(rows, look=None, columns=("shop", "slug", "about"), width=40):
    return shown(
        Solutions(columns, [tuple(map(Literal, row)) for row in rows]), look or Look(), width
    ).splitlines()


def test_each_row_is_lines_where_a_word_would_be_cut():
    lines = table([("Le Bateau Livre", "association-des-bibliothecaires", "un deux")])
    assert lines == [
        "shop   Le Bateau Livre",
        "slug   association-des-bibliothecaires",
        "about  un deux",
        "",
    ]


def test_it_stays_a_table_while_no_word_is_cut():
    lines = table([("Le Bateau Livre", "association", "un deux trois quatre cinq")], width=30)
    assert lines[0].split() == ["shop", "slug", "about"]
    assert "association" in " ".join(lines)


def test_what_every_row_says_at_length_is_said_once():
    advice = "look it up in the register, and make sure that name and town agree"
    lines = table([("Le Bateau Livre", "a", advice), ("Cap Nord", "b", advice)])
    assert " ".join(lines).count("look it up") == 1


def test_what_is_left_out_is_said():
    page = NamedNode("http://e/page")
    text = shown(Solutions(("name", "page"), [(Literal("x"), page)]), Look())
    assert "http" not in text and "Not shown here: page" in text


def test_an_answer_of_addresses_alone_keeps_them():
    assert "http://e/page" in shown(Solutions(("page",), [(NamedNode("http://e/page"),)]), Look())


def test_a_free_query_keeps_what_it_selects():
    look = Look(width=80)
    text = "".join(
        formats.lines(Solutions(("a", "b"), [(Literal("x"), NamedNode("http://e/b"))]), "table", look)
    )
    assert "http://e/b" in text


def test_a_width_is_enough_if_the_longest_words_stand_beside_each_other():
    assert fitting.fits(["a", "b"], [["one two", "three"]], 10)
    assert not fitting.fits(["a", "b"], [["one two", "three"]], 9)


@pytest.mark.parametrize(("name", "language", "kept"), [("Bibliothèque", "en", 1), ("Bibliothèque", "fr", 2)])
def test_a_name_in_another_language_says_no_more_than_the_label(name, language, kept):
    from partnerkg.query.formats.concise import without_repeats

    thing = NamedNode("http://e/a")
    found = Solutions(["thing", "name"], [(thing, Literal(name, language="fr")), (None, None)])
    assert len(without_repeats(found, {thing.value: "Library"}, language).columns) == kept


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_no_line_ends_at_a_space_that_holds(space):
    lines = table([(f"un deux{space}trois", "quatre", f"cinq six sept{space}huit")], width=34)
    assert any(f"deux{space}trois" in line for line in lines)
    assert any(f"sept{space}huit" in line for line in lines)
