"""The network as tables and data."""

from __future__ import annotations

import csv
import gzip
import io
from xml.etree import ElementTree

import pytest

from partnerkg.serve.site import assets

pytestmark = pytest.mark.slow  # the whole graph


def test_its_data_have_the_links_that_are_seen(read):
    rows = list(csv.DictReader(io.StringIO(read("network.csv", "en"))))
    assert len(rows) == read("network", "en").count('<th scope="row"') > 100
    assert all(row["Claims"] for row in rows)


def test_a_table_of_very_many_links_says_how_many_it_leaves_out(read, monkeypatch):
    monkeypatch.setattr("partnerkg.serve.site.network.ROWS", 10)
    html = read("network", "en")
    assert html.count('<th scope="row"') == 20
    assert "10 of 140 are shown" in html


def test_the_graph_for_programs_that_draw_has_the_links_that_are_seen(read):
    graph = ElementTree.fromstring(read("network.graphml", "fr"))
    name = "{http://graphml.graphdrawing.org/xmlns}"
    edges = {(edge.get("source"), edge.get("target")) for edge in graph.iter(f"{name}edge")}
    rows = csv.DictReader(io.StringIO(read("network.csv", "fr")))
    assert {(row["Qui"], row["Avec qui"]) for row in rows} <= edges


@pytest.mark.parametrize(("path", "seen"), [("network", "Meura"), ("map", "Arras 23")])
def test_a_picture_is_a_file_that_needs_nothing_else(read, path, seen):
    drawn = ElementTree.fromstring(read(f"{path}.svg"))
    names = {element.tag.rpartition("}")[2] for element in drawn.iter()}
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg" and "a" not in names
    assert seen in " ".join("".join(drawn.itertext()).split())
    assert ("IGN Admin Express" in "".join(drawn.itertext())) == (path == "map")
    style = next(element.text for element in drawn.iter() if element.tag.endswith("style"))
    assert "url(" not in style and "@media (prefers" not in style


def test_its_script_stays_small():
    assert len(gzip.compress(assets.script(assets.NETWORK))) < 10_000
