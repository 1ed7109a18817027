"""The tables of pages as data."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.view import View

pytestmark = pytest.mark.slow  # the whole graph

TABLES = ("map", "sources", "quality", "report", "vocabulary", "questions")


def table(read, path: str, language: str = "fr") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(read(f"{path}.csv", language))))


@pytest.mark.parametrize("path", TABLES)
def test_a_page_leads_to_its_table_as_data(read, path):
    html = read(path)
    assert f'href="{path}.csv"' in html
    assert len(json.loads(read(f"{path}.json"))) == len(table(read, path)) > 1


def test_the_map_counts_as_its_table_does(read):
    seen = re.findall(r'<td role="cell" class="num"[^>]*><a[^>]*>([0-9]+)</a></td>', read("map"))
    assert [row["Organisations"] for row in table(read, "map")] == seen
    arras = table(read, "map")[0]
    assert int(arras["Organisations"]) == len(arras["Lesquelles"].split(" | "))


def test_a_share_is_what_its_cell_says(read):
    rows = {(row["Sorte de fiche"], row["Renseignement"]): row for row in table(read, "quality")}
    shop = rows["librairie", "numéro SIRET"]
    assert (shop["Fiches qui l’ont"], shop["Fiches"]) == ("0", "11")
    assert len(table(read, "quality/pk-Bookshop/siret")) == 11


def test_the_headings_are_those_of_the_language(read):
    assert set(table(read, "sources", "en")[0]) >= {"Page", "Publisher", "Quotes", "Claims"}


def test_a_rule_lists_what_it_found(read):
    path = re.search(r'href="(report/[^"]+)"', read("report"))
    assert path is not None
    found = re.search(r"<p class=\"lead\">([0-9]+)", read(path[1]))
    assert found is not None and len(table(read, path[1])) == int(found[1])


def test_a_cell_is_a_term_of_any_sort_or_a_word_or_a_number(shipped):
    view = View(shipped, "questions/any", "fr", {})
    thing = NamedNode("https://example.org/x")
    cells = (Literal("Orme"), BlankNode("b"), Triple(thing, thing, Literal(1)), "mot", 0, "", None)
    page = taken({f"c{place}": "Item" for place in range(len(cells))}, [cells], "csv", view)
    row = list(csv.reader(io.StringIO(page.body.decode())))[1]
    assert (row[0], row[3:]) == ("Orme", ["mot", "0", "", ""])
    assert "https://example.org/x" in row[2]
