"""Exporting."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from partnerkg.errors import UnknownExport, UnknownThing, WrongUse
from partnerkg.pipeline.export import Exporting, exported, into_folder, summaries
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.watch import Watch


class Witness(Watch):
    """Remembers what is counted."""

    def __init__(self):
        self.seen = []

    def over(self, things, what):
        self.seen.append(what)
        return super().over(things, what)


def count(text):
    return len(list(parse(text.encode(), format=RdfFormat.N_QUADS)))


def test_it_writes_the_whole_graph(graph, text):
    assert text(exported(graph, Exporting("nquads"))).encode() == graph.export("nquads")


@pytest.mark.parametrize(
    "part",
    [
        {"organizations": ["la-plume-rivebois"]},
        {"kinds": ["Bookshop"]},
        {"query": "network_members", "values": {"network": "libraires-d-ombre"}},
        {"without": ["evidence"]},
    ],
)
def test_a_part_is_less_than_the_whole(graph, text, part):
    assert 0 < count(text(exported(graph, Exporting("nquads", **part)))) < 689


def test_several_options_narrow_one_another(graph, text):
    both = Exporting("nquads", organizations=["la-plume-rivebois"], kinds=["School"])
    assert count(text(exported(graph, both))) == 0


def test_a_file_is_written_letter_for_letter(tmp_path, text):
    (tmp_path / "a.ttl").write_text(
        '<a> <http://e.example/p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    )
    file = Exporting("ntriples", file=str(tmp_path / "a.ttl"), base="http://e.example/")
    assert text(exported(KnowledgeGraph(), file)) == (
        '<http://e.example/a> <http://e.example/p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    )


def test_somebody_may_look_on(graph, text):
    witness = Witness()
    assert text(exported(graph, Exporting("nquads"), witness))
    assert witness.seen == ["statements read"]


def test_it_writes_a_folder_of_a_format_of_several_files(graph, tmp_path):
    into_folder(graph, Exporting("csvw"), str(tmp_path / "tables"))
    assert len(list((tmp_path / "tables").iterdir())) > 1


def test_one_file_makes_no_folder(graph, tmp_path):
    with pytest.raises(WrongUse, match="turtle is one file"):
        into_folder(graph, Exporting("turtle"), str(tmp_path / "tables"))
    assert not (tmp_path / "tables").exists()


def test_every_format_says_what_it_is_for():
    assert all(summaries().values())


@pytest.mark.parametrize(
    ("exporting", "error"),
    [
        (Exporting("pdf"), UnknownExport),
        (Exporting("graphml", inferred=True), WrongUse),
        (Exporting("csvw", unsorted=True), WrongUse),
    ],
)
def test_what_does_not_go_together_is_refused_before_anything_is_read(tmp_path, exporting, error):
    with pytest.raises(error):
        exported(KnowledgeGraph(str(tmp_path / "nothing")), exporting)


def test_it_says_what_there_is_not(graph, text):
    with pytest.raises(UnknownThing):
        text(exported(graph, Exporting("nquads", organizations=["nobody"])))
