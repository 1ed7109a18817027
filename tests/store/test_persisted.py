"""The store on the disk: loaded once, opened at once, whole or not there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Store

import partnerkg
from partnerkg.errors import (
    BrokenFile,
    BrokenStore,
    BusyPlace,
    MissingFile,
    PartnerkgError,
    TakenPlace,
    UnwritablePath,
    WrongSparql,
)
from partnerkg.namespaces import namespace
from partnerkg.query import things
from partnerkg.store import embedded, opening, persisted
from partnerkg.store.base import CLAIMS, EVIDENCE
from partnerkg.store.loading import load

pytestmark = pytest.mark.slow
ORG, GRAPH = namespace("organization"), namespace("graph")
TWICE = "@prefix e: <http://e/> . e:s e:p e:o , _:b . e:g { e:s e:p e:o } e:h { e:s e:p e:o . e:s e:p e:q }"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return the place of a store with the shipped graph."""
    path = str(tmp_path_factory.mktemp("disk") / "store")
    load([partnerkg.resources.root()], path)
    return path


@pytest.fixture
def twice(tmp_path):
    (tmp_path / "twice.trig").write_text(TWICE)
    load([str(tmp_path / "twice.trig")], str(tmp_path / "store"))
    return opening.read(str(tmp_path / "store"))


def test_it_holds_what_the_files_say(whole):
    here, there = embedded.read(), opening.read(whole)
    assert set(there.quads()) == set(here.quads())
    assert sum(1 for _ in there.everything()) == len(set(here.everything()))


def test_it_answers_every_question_as_the_files_do(whole):
    here, there = partnerkg.open(), partnerkg.open(whole)
    for question in here.questions:
        if not question.parameters:
            name = question.name
            assert there.query(name).records() == here.query(name).records(), name
    assert there.summary() == here.summary()
    assert there.organization("lis-avec-moi").towns == here.organization("lis-avec-moi").towns


def test_it_finds_things_as_fresh_files_do(whole):
    for slug in ("lis-avec-moi", "commune-62041", "bookshop", "no-such-thing"):
        found = []
        for place in (embedded.read(), opening.read(whole)):
            try:
                found.append(things.find(slug, place))
            except PartnerkgError as error:
                found.append(str(error))
        assert found[0] == found[1]


def test_it_knows_what_something_is_said_of_and_where(whole, twice):
    page = namespace("source")["lis-avec-moi"]
    assert opening.read(whole).known([page], (EVIDENCE,)) == [page]
    assert opening.read(whole).known([page, ORG["lis-avec-moi"]], (CLAIMS,)) == [ORG["lis-avec-moi"]]
    assert twice.contains(NamedNode("http://e/s"))
    assert not twice.contains(NamedNode("http://e/o"))


def test_it_gives_the_default_graph_each_triple_once(twice):
    answer = twice.each("SELECT (COUNT(*) AS ?n) { <http://e/s> <http://e/p> ?o }")
    assert list(answer) == [(Literal(3),)]
    answer = twice.select("SELECT (COUNT(*) AS ?n) FROM <http://e/g> { ?s ?p ?o }")
    assert [row[0] for row in answer] == [Literal(1)]


def test_it_gives_back_what_had_no_graph_but_not_what_graphs_say(twice):
    found = sorted(type(quad.graph_name).__name__ + type(quad.object).__name__ for quad in twice.quads())
    assert found == ["DefaultGraphBlankNode", *["NamedNodeNamedNode"] * 3]


def test_it_takes_several_places_with_their_questions(tmp_path, world):
    (tmp_path / "a.nt").write_text("<http://e/s> <http://e/p> <http://e/o> .")
    (tmp_path / "own" / "queries").mkdir(parents=True)
    (tmp_path / "own" / "a.ttl").write_text("<http://e/t> <http://e/p> <http://e/o> .")
    question = Path(partnerkg.resources.root(), "queries", "bookshop_places.rq")
    (tmp_path / "own" / "queries" / "mine.rq").write_bytes(question.read_bytes())
    load([world, str(tmp_path / "a.nt"), str(tmp_path / "own")], str(tmp_path / "store"))
    graph = partnerkg.open(tmp_path / "store")
    assert "mine" in graph.questions.names()
    assert graph.sparql("ASK { <http://e/s> ?p ?o . <http://e/t> ?p ?o . organization:le-grimoire ?q ?x }")


def test_it_is_only_read(whole):
    with pytest.raises(PartnerkgError, match="changes data"):
        opening.read(whole).select("DELETE WHERE { ?s ?p ?o }")


def test_it_replaces_a_store_and_nothing_else(tmp_path, twice):
    (tmp_path / "a.nt").write_text("<http://e/a> <http://e/p> <http://e/o> .")
    load([str(tmp_path / "a.nt")], str(tmp_path / "store"))
    assert opening.read(str(tmp_path / "store")).contains(NamedNode("http://e/a"))
    (tmp_path / "empty").mkdir()
    load([str(tmp_path / "a.nt")], str(tmp_path / "empty"))
    for place in (tmp_path, tmp_path / "a.nt"):
        with pytest.raises(TakenPlace):
            load([str(tmp_path / "a.nt")], str(place))
    assert sorted(os.listdir(tmp_path)) == ["a.nt", "empty", "store", "twice.trig"]


def test_it_leaves_nothing_behind_when_a_file_is_wrong(tmp_path):
    (tmp_path / "a.nt").write_text("<http://e/a> <http://e/p> <http://e/o> .\noops")
    with pytest.raises(BrokenFile, match="line 2"):
        load([str(tmp_path / "a.nt")], str(tmp_path / "store"))
    with pytest.raises(MissingFile):
        load([str(tmp_path / "b.nt")], str(tmp_path / "store"))
    assert os.listdir(tmp_path) == ["a.nt"]


def test_it_says_that_a_place_cannot_be_written(tmp_path):
    (tmp_path / "a.nt").write_text("")
    with pytest.raises(UnwritablePath):
        load([str(tmp_path / "a.nt")], str(tmp_path / "none" / "a.nt" / "store"))


def test_it_waits_for_nobody_else_who_loads(tmp_path):
    (tmp_path / "a.nt").write_text("")
    other = Store(str(tmp_path / "store.loading"))
    with pytest.raises(BusyPlace):
        load([str(tmp_path / "a.nt")], str(tmp_path / "store"))
    del other
    load([str(tmp_path / "a.nt")], str(tmp_path / "store"))
    assert sorted(os.listdir(tmp_path)) == ["a.nt", "store"]


def test_it_says_how_many_statements_are_done(tmp_path, world):
    told = []
    description = load([world], str(tmp_path / "store"), told.append)
    assert told == [description.statements]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: "", "its description is damaged"),
        (lambda text: "[]", "its description is damaged"),
        (lambda text: json.dumps({**json.loads(text), "more": 1}), "its description is damaged"),
        (
            lambda text: text.replace(f'"layout": {persisted.LAYOUT}', '"layout": 0'),
            "another version of partnerkg wrote it",
        ),
    ],
)
def test_it_opens_no_store_that_it_might_misread(tmp_path, twice, change, words):
    path = tmp_path / "store" / persisted.DESCRIPTION
    path.write_text(change(path.read_text()))
    with pytest.raises(BrokenStore, match=f"{words}; load it again"):
        opening.read(str(tmp_path / "store"))


def test_it_opens_no_half_written_store(tmp_path, twice):
    (tmp_path / "store" / persisted.DESCRIPTION).unlink()
    with pytest.raises(BrokenStore, match="not to its end; load it again"):
        partnerkg.open(tmp_path / "store")


def test_it_opens_no_damaged_store(tmp_path, twice):
    del twice
    for path in (tmp_path / "store").glob("MANIFEST*"):
        path.write_bytes(b"oops")
    with pytest.raises(BrokenStore, match="Corruption"):
        opening.read(str(tmp_path / "store"))


# Ends the process as kill -9 does, before so many lines of `loading` are done.
KILLED = """
import os, signal, sys
from partnerkg.store import loading
left = int(sys.argv[3])
def trace(frame, event, _):
    global left
    if frame.f_code.co_filename == loading.__file__:
        left -= event == "line"
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
sys.settrace(trace)
loading.load([sys.argv[1]], sys.argv[2])
sys.settrace(None)
print(left)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_process_killed_at_any_moment_leaves_a_whole_store_or_none(tmp_path):
    source, place = tmp_path / "a.nt", tmp_path / "store"
    source.write_text("<http://e/a> <http://e/p> <http://e/o> .")

    def loading(lines):
        command = [sys.executable, "-c", KILLED, str(source), str(place), str(lines)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    end = 10_000 - int(loading(10_000).stdout)
    for lines in range(1, end, max(end // 12, 1)):
        assert loading(lines).returncode == -signal.SIGKILL
        if place.exists():
            assert opening.read(str(place)).contains(NamedNode("http://e/a"))
    load([str(source)], str(place))
    assert sorted(os.listdir(tmp_path)) == ["a.nt", "store"]


def test_a_load_killed_while_names_change_loses_no_store(tmp_path):
    (tmp_path / "a.nt").write_text("<http://e/a> <http://e/p> <http://e/o> .")
    load([str(tmp_path / "a.nt")], str(tmp_path / "store"))
    (tmp_path / "store").rename(tmp_path / "store.former")  # where the process was killed
    with pytest.raises(MissingFile):
        load([str(tmp_path / "none.nt")], str(tmp_path / "store"))
    assert opening.read(str(tmp_path / "store")).contains(NamedNode("http://e/a"))


@pytest.mark.parametrize(("said", "lent"), [("<http://e/p> <http://e/o>", False), ("a pk:Bookshop", True)])
def test_the_ontology_is_loaded_where_the_files_use_it_and_is_not_counted(tmp_path, said, lent):
    (tmp_path / "a.ttl").write_text(f"@prefix pk: <{namespace('pk').iri}> . <http://e/s> {said} .")
    place = str(tmp_path / "store")
    assert load([str(tmp_path / "a.ttl")], place).statements == 1
    store = opening.read(place)
    assert len(list(store.quads())) == 1
    assert store.ask("ASK { pk:Bookshop rdfs:subClassOf ?class }") is lent


LENT = "@prefix pk: <https://w3id.org/partnerkg/ontology#> . @prefix schema: <http://schema.org/> . "


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT ?s { ?s a pk:Bookshop }", [["http://e/s"]]),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", [["2"]]),
        ("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }", [["0"]]),
        ("SELECT ?o { ?s schema:name ?o }", [["S"]]),
    ],
)
@pytest.mark.filterwarnings("ignore::partnerkg.errors.LeftOut")
def test_a_free_query_is_answered_about_the_data_alone_as_of_a_file(tmp_path, query, rows):
    (tmp_path / "data.ttl").write_text(LENT + "<http://e/s> a pk:Bookshop ; schema:name 'S' .")
    load([str(tmp_path / "data.ttl")], str(tmp_path / "store"))
    for place in ("data.ttl", "store"):
        found = partnerkg.open(tmp_path / place).sparql(query)
        assert [[term.value for term in row] for row in found] == rows


def test_a_free_query_cannot_choose_an_ontology_that_was_lent(tmp_path):
    (tmp_path / "data.ttl").write_text(LENT + "<http://e/s> a pk:Bookshop .")
    load([str(tmp_path / "data.ttl")], str(tmp_path / "store"))
    with pytest.raises(WrongSparql, match="there is no graph"):
        partnerkg.open(tmp_path / "store").sparql("ASK FROM graph:ontology { ?s ?p ?o }")


def test_questions_see_an_ontology_that_was_lent_each_triple_once(tmp_path):
    bookshop = next(quad for quad in embedded.ontology() if quad.subject.value.endswith("#Bookshop"))
    said = f"{bookshop.subject} {bookshop.predicate} {bookshop.object} ."
    (tmp_path / "data.ttl").write_text(f"{LENT} <http://e/s> a pk:Bookshop . {said}")
    load([str(tmp_path / "data.ttl")], str(tmp_path / "store"))
    store = opening.read(str(tmp_path / "store"))
    term = f"{bookshop.subject} {bookshop.predicate} {bookshop.object}"
    rows = store.select(f"SELECT ?s {{ {term} . ?s a {bookshop.subject} }}")
    assert [row[0].value for row in rows] == ["http://e/s"]
    assert len(list(store.select(f"SELECT ?p ?o {{ {bookshop.subject} ?p ?o }}"))) > 1
