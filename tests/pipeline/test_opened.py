"""Where a graph is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from partnerkg.errors import MissingFile, WrongUse
from partnerkg.pipeline.opened import Opened, at


def test_it_reads_nothing_before_its_time():
    code = "import sys; from partnerkg.pipeline.graph import KnowledgeGraph; KnowledgeGraph(); print(*sys.modules)"
    output = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.decode()
    assert not {"pyoxigraph", "dataclasses", "partnerkg.store"} & set(output.split())


def test_it_says_that_nothing_is_there_when_it_is_asked(tmp_path):
    opened = Opened(str(tmp_path / "nothing"))
    with pytest.raises(MissingFile):
        opened.store.need()


def test_it_keeps_its_store(graph):
    assert graph.store is graph.store


def test_an_address_is_a_server_and_anything_else_a_path():
    assert (at("https://e.example/sparql").endpoint, at("https://e.example/sparql").project) == (
        "https://e.example/sparql",
        None,
    )
    assert (at("https").endpoint, at("https").project) == (None, "https")


def test_an_origin_stays_what_it_is(graph):
    assert at(graph) is graph


def test_only_files_have_a_folder(graph, world):
    assert graph.folder() == world
    with pytest.raises(WrongUse, match="not on an endpoint"):
        Opened(endpoint="http://e.example/").folder()


def test_data_that_bring_their_own_shapes_have_no_ontology_of_ours(tmp_path):
    (tmp_path / "a.ttl").write_text("<http://e.example/a> a <http://e.example/T> .")
    opened = Opened(str(tmp_path / "a.ttl"))
    assert len(list(opened.bare().store.everything())) == 1 < len(list(opened.store.everything()))
