"""Questions as sentences that are forms."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit
from urllib.request import urlopen

import pytest
from tests.serve.site.conftest import WORLD, XHTML

import partnerkg
from partnerkg.pipeline.opened import at
from partnerkg.serve.site import Site, answer, counted, filing

pytestmark = pytest.mark.slow  # the whole graph

NAMES = partnerkg.open().questions.names()


@pytest.mark.parametrize("name", NAMES)
def test_each_question_opens_with_its_answer(name, shipped):
    page = shipped.page(f"questions/{name}", "en")
    assert page.status == 200
    assert "The SPARQL query" in page.body.decode()


def test_the_sentence_is_a_form_with_what_was_chosen(read):
    html = read("questions/organization_shared_partners", organization="coleres-du-present", place="Lille")
    assert re.search(r'<form class="ask".*<select name="place".*<option value="Lille" selected>', html, re.S)
    assert '<option value="coleres-du-present" selected>Colères du Présent</option>' in html


def test_a_word_that_is_elided_before_some_names_stands_with_each_of_them(read):
    html = read("questions/place_nearby_partners", place="Arras", within="20")
    assert re.search(r'</select>\skm\s<select name="place"', html)
    assert '<option value="Arras" selected>d’Arras</option>' in html
    assert '<option value="Bapaume">de Bapaume</option>' in html
    english = read("questions/place_nearby_partners", "en", place="Arras", within="20")
    assert re.search(r'km of <select name="place"', english)


def test_the_answer_is_that_of_the_question(read):
    rows = list(
        csv.DictReader(
            io.StringIO(read("questions/network_members.csv", "en", network="librairies-sorcieres"))
        )
    )
    asked = partnerkg.open().query("network_members", network="librairies-sorcieres")
    assert [row["name"] for row in rows] == [row["name"] for row in asked.records()]


def test_each_row_has_the_words_that_prove_it(read):
    html = read("questions/place_small_libraries")
    rows = re.findall(r"<tr role=\"row\">\s*<th scope=\"row\".*?</tr>", html, re.S)
    assert len(rows) == 4
    assert all('<details class="p">' in row and "<mark>" in row for row in rows)


def test_a_row_that_tells_a_place_has_the_words_of_that_place_alone(read):
    html = read("questions/organization_statements", organization="librairies-sorcieres")
    rows = re.findall(r"<tr role=\"row\">\s*<th scope=\"row\".*?</tr>", html, re.S)
    told = [row for row in rows if re.search(r">4[\s\u202f]?268<", row)]
    assert told
    assert all("4\u202f268" in row and "3\u202f497" not in row for row in told)


def test_what_a_page_names_has_the_words_of_that_page(read):
    html = read("questions/source_items", "en", source="lis-avec-moi")
    rows = re.findall(r"<tr role=\"row\">\s*<th scope=\"row\".*?</tr>", html, re.S)
    (row,) = (row for row in rows if "Centre national du livre" in row)
    assert "<mark>French National Book Center</mark>" in row


def test_a_number_leads_to_the_rows_that_it_counts(read):
    html = read("questions/bookshop_places", "en")
    address = re.search(r'<td role="cell" data-l="[^"]*"><a href="([^"]*)">2</a>', html)[1]
    counted = urlsplit(unescape(address))
    there = read(f"questions/{counted.path}", "en", **dict(parse_qsl(counted.query)))
    assert len(re.findall(r'<th scope="row"', there)) == 2
    assert counted.path == "organization_sites"
    assert '<option value="les-lisieres" selected>' in there


def test_many_numbers_of_a_folder_of_files_lead_to_one_page_of_lists(monkeypatch):
    for module in (filing, counted):
        monkeypatch.setattr(module, "FEW", 2)
    files = Site(at(str(WORLD)), ending=".html")
    html = files.page("questions/term_usage", "en", {}).body.decode()
    numbers = re.findall(r'<a href="term_usage/count.html#(n\d+)">([\d,]+)</a>', html)
    lists = files.page("questions/term_usage/count", "en").body.decode()
    assert len(numbers) > 10
    for anchor, number in numbers:
        there = re.search(rf'<section id="{anchor}">.*?</section>', lists, re.DOTALL)[0]
        more = re.search(r"and (\d+) others?:", there)
        assert there.count("<li>") + int(more[1] if more else 0) == int(number.replace(",", ""))
    rows = files.page("questions/term_usage/count.csv", "en").body.decode().splitlines()
    assert len(rows) > sum(int(number.replace(",", "")) for _, number in numbers)


def test_it_says_whether_the_answer_is_complete(read):
    assert "It is not known whether this is all" in read("questions/network_members", "en")


def test_a_wrong_value_is_told_and_nothing_else(shipped):
    page = shipped.page("questions/network_members", "en", {"network": "<script>"})
    assert page.status == 400
    assert b"<script>" not in page.body
    assert b"There is no" in page.body or b"no " in page.body


def test_an_unknown_parameter_is_an_error(shipped):
    assert shipped.page("questions/network_members", "en", {"colour": "red"}).status == 400


def test_an_answer_with_links_is_drawn(read):
    html = read("questions/organization_shared_partners")
    picture = re.search(r'<svg class="pic small".*?</svg>', html, re.S)[0]
    assert set(re.findall(r'class="nm"[^>]*>([^<]*)<', picture)) >= {"Colères du Présent", "Lis avec moi"}
    assert ">Le Bateau Livre</text>" in picture


def test_an_answer_with_places_has_a_map_of_them_all(read):
    html = read("questions/place_small_libraries")
    drawn = re.findall(r'<a href="([^"]*)"><title>[^<]*</title><circle class="town"', html)
    towns = re.findall(r'<th scope="row" role="rowheader"><a href="([^"]*)"', html)
    assert sorted(drawn) == sorted(towns) != []


def test_an_answer_without_links_or_places_has_no_picture(read):
    assert '<svg class="pic' not in read("questions/organization_names")


def test_the_spreadsheet_has_the_rows_that_are_seen(shipped):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    page = shipped.page("questions/place_small_libraries.xlsx", "fr")
    rows = list(openpyxl.load_workbook(io.BytesIO(page.body)).worksheets[0].values)
    assert len(rows) == 1 + 4
    assert "Berlencourt-le-Cauroy" in rows[1]


def test_an_answer_cut_on_the_page_is_whole_as_data(shipped, monkeypatch):
    monkeypatch.setattr("partnerkg.pipeline.site.question.ROWS", 10)
    page = shipped.page("questions/organization_towns", "en", {})
    assert page.body.count(b'<th scope="row"') == 10
    assert "(all rows)" in page.body.decode()
    assert shipped.page("questions/organization_towns.csv", "en", {}).body.count(b"\n") > 50


def in_python(html: str) -> list[dict]:
    """Return what the lines of Python that a page shows give."""
    shown = [unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code>", html, re.S)]
    program = next(code for code in shown if code.startswith("import partnerkg"))
    names: dict[str, object] = {}
    *before, last = program.splitlines()
    exec("\n".join(before), names)
    return eval(last, names)


def test_what_it_shows_in_python_gives_the_rows_that_are_seen(read):
    files = Site(at(None), ending=".html")
    html = read("questions/network_members", "en", files, network="librairies-sorcieres")
    assert [row["name"] for row in in_python(html)] == ["Le Bateau Livre"]


def test_what_a_server_shows_in_python_asks_that_server(address):
    with urlopen(f"http://{address}/en/questions/network_members?network=libraires-d-ombre") as page:
        html = page.read().decode()
    assert f"http://{address}/sparql" in html
    assert [row["name"] for row in in_python(html)] == ["La Plume"]


def test_it_says_which_choices_have_no_page_among_files(invented, monkeypatch):
    monkeypatch.setattr("partnerkg.serve.site.filing.FEW", 1)
    html = invented.page("questions/place_kind_partners", "en").body.decode()
    assert "these files have no page for each" in html


def test_a_row_begins_with_whom_it_is_about_not_with_a_number(root, read):
    page = root("questions/place_nearby_partners")
    heads = ["".join(one.itertext()) for one in page.iter(f"{XHTML}th") if one.get("scope") == "col"]
    assert heads[:3] == ["Partenaire", "Kilomètres", "Commune"]
    assert "40 réponses\u00a0: " in read("questions/place_nearby_partners")


def test_a_folder_of_files_has_no_spreadsheet_of_a_very_long_answer_and_says_so(invented, monkeypatch):
    def data() -> dict[str, bytes]:
        return {ending: page.body for ending, page in invented.data("questions/organization_towns", "en", {})}

    rows = data()["csv"].count(b"\n")
    monkeypatch.setattr("partnerkg.pipeline.site.question.ROWS", 2)
    monkeypatch.setattr(answer, "SHEET_ROWS", 3)
    again = Site(invented.opened, ending=".html")
    assert rows > 4
    assert list(dict(again.data("questions/organization_towns", "en", {}))) == ["csv", "json"]
    page = again.page("questions/organization_towns", "en").body.decode()
    assert "too many rows for a spreadsheet" in page
    assert "organization_towns.xlsx" not in page
    assert again.page("questions/organization_towns.csv", "en").body.count(b"\n") == rows


def test_what_numbers_count_can_be_taken_as_a_table_whatever_it_is(invented, monkeypatch):
    monkeypatch.setattr(counted, "FEW", 0)
    site = Site(invented.opened, ending=".html")
    paths = [
        f"questions/{question.name}/{column}.csv"
        for question in site.opened.questions
        for column in counted.paths(question, site)
    ]
    assert len(paths) > 5
    assert {site.page(path, "en").status for path in paths} == {200}
