"""The quotes behind a row."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import NoQuotes
from partnerkg.namespaces import expand
from partnerkg.query import formats
from partnerkg.query.formats import Look
from partnerkg.query.results import Solutions
from partnerkg.query.why import PARTS, reasons


def iri(name):
    return NamedNode(expand(name))


PLUME, TOWN = iri("organization:la-plume-rivebois"), iri("place:commune-95991")
NETWORK = iri("organization:libraires-d-ombre")


def quotes(store, *row, given=()):
    (found,) = reasons(Solutions(tuple(map(str, range(len(row)))), [row]), store, given)
    return [reason["quote"] for reason in found]


def test_it_finds_the_words_that_say_two_things_together(store):
    assert quotes(store, PLUME, NETWORK) == ["La Plume is a member"]
    assert quotes(store, PLUME, Literal("x"), TOWN) == ["La Plume (Rivebois)"] * 2


def test_it_counts_what_the_question_was_told_as_part_of_the_row(store):
    assert quotes(store, PLUME, given=[NETWORK]) == ["La Plume is a member"]


def test_it_finds_all_words_about_the_only_thing_of_a_row(store):
    assert quotes(store, iri("organization:radio-ombre"), Literal("x")) == ["Radio Ombre"]


def test_it_takes_no_words_about_others_of_the_same_kind_and_town(store):
    kind = iri("kind:independent-bookshop")
    assert "Page blanche (Clairval)" not in quotes(store, PLUME, kind, TOWN)
    assert quotes(store, iri("organization:radio-ombre"), TOWN) == []


def test_it_takes_the_claim_that_a_row_names(store):
    claim = iri("claim:lire-en-ombre/la-plume-member")
    (found,) = reasons(Solutions(("claim",), [(claim,)]), store)
    assert {reason["claim"] for reason in found} == {claim.value}


def test_it_says_where_the_words_stand(store):
    ((found,),) = reasons(Solutions(("a", "b"), [(PLUME, NETWORK)]), store)
    assert tuple(found) == PARTS
    assert (found["start"], found["end"], found["page"]) == (228, 248, "https://example.org/lire-en-ombre")
    assert found["status"] == expand("status:stated")


def test_it_finds_nothing_for_rows_without_things(store):
    assert reasons(Solutions(("a",), [(None,), (Literal("x"),), (NamedNode("http://e/x"),)]), store) == [
        [],
        [],
        [],
    ]


def test_it_asks_in_batches(store):
    rows = [(NamedNode(f"http://e/{number}"), PLUME) for number in range(1500)]
    assert len(reasons(Solutions(("a", "b"), [*rows, (PLUME, NETWORK)]), store)[-1]) == 1


def shown(store, name, width=None):
    solutions = Solutions(("member",), [(PLUME,)])
    look = Look(store, width=width, reasons=reasons(solutions, store, [NETWORK]))
    return "".join(formats.lines(solutions, name, look))


@pytest.mark.parametrize("width", [None, 100])
def test_it_writes_the_quotes_under_the_row(store, width):
    lines = shown(store, "table", width).splitlines()
    assert lines[2:] == [
        "La Plume",
        "    228–248 “La Plume is a member” (stated) https://example.org/lire-en-ombre",
    ]


def test_it_folds_the_quotes_to_the_terminal(store):
    lines = shown(store, "table", 30).splitlines()
    assert max(map(len, lines)) <= 30 and lines[3].startswith("    228–248")


def test_it_adds_a_key_to_json(store):
    (record,) = json.loads(shown(store, "json"))
    assert [reason["quote"] for reason in record["why"]] == ["La Plume is a member"]


def test_it_refuses_formats_that_have_no_place_for_quotes(store):
    with pytest.raises(
        NoQuotes, match="`csv` has no place for the quotes of --why; choose one of: json, table"
    ):
        shown(store, "csv")
