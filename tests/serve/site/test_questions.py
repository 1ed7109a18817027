"""Questions as sentences that are forms."""

from __future__ import annotations

import csv
import io
import re

import pytest

import partnerkg

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


def test_it_says_whether_the_answer_is_complete(read):
    assert "It is not known whether this is all" in read("questions/network_members", "en")


def test_a_wrong_value_is_told_and_nothing_else(shipped):
    page = shipped.page("questions/network_members", "en", {"network": "<script>"})
    assert page.status == 400
    assert b"<script>" not in page.body
    assert b"There is no" in page.body or b"no " in page.body


def test_an_unknown_parameter_is_an_error(shipped):
    assert shipped.page("questions/network_members", "en", {"colour": "red"}).status == 400
