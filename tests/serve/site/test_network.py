"""The network as tables and data."""

from __future__ import annotations

import csv
import gzip
import io
import re
from xml.etree import ElementTree

import pytest

from partnerkg.serve.site import assets
from partnerkg.serve.site.pictures.ink import wrapped

pytestmark = pytest.mark.slow  # the whole graph


def test_its_data_have_the_links_that_are_seen(read):
    rows = list(csv.DictReader(io.StringIO(read("network.csv", "en"))))
    assert len(rows) == read("network", "en").count('<th scope="row"') > 100
    assert all(row["Claims"] for row in rows)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Lieu de Berlencourt-le-Cauroy", ["Lieu de", "Berlencourt-", "le-Cauroy"]),
        ("Saint-Vaast", ["Saint-Vaast"]),
        ("Donaudampfschifffahrt", ["Donaudampfsch", "ifffahrt"]),
    ],
)
def test_a_name_breaks_between_words_then_at_hyphens(words, lines):
    assert wrapped(words, 81) == lines


DRAWN = re.compile(r'<svg class="pic (?:narrow|small)" viewBox="0 0 (\d+) .*?</svg>', re.DOTALL)


@pytest.mark.parametrize(
    "path", ["network", "map", "organization/lis-avec-moi", "questions/partnership_edges"]
)
def test_words_of_a_picture_can_be_read_on_a_narrow_telephone(path, read):
    """At 320 pixels a page has 286 for its pictures; letters of 10 pixels can be read there."""
    pictures = list(DRAWN.finditer(read(path)))
    sizes = [
        float(size) * 286 / int(one[1])
        for one in pictures
        for size in re.findall(r'font-size="(.*?)"', one[0])
    ]
    assert pictures
    assert min(sizes) > 10


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
