"""The pages of a graph that somebody else wrote: names of any script and length, no towns, IRIs elsewhere."""

from __future__ import annotations

import re

import pytest
from tests.serve.site.conftest import seen

from partnerkg.pipeline.opened import at
from partnerkg.pipeline.publish import things
from partnerkg.serve.site import Site

LONG = "Association " + "de la lecture publique " * 17
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
TURNED = "\\u2067Книга\\u202E"
TEXT = f"""
@prefix pk: <https://w3id.org/partnerkg/ontology#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/kg/id/organization/> .
:a a pk:Association ; skos:prefLabel "{LONG.strip()}"@fr ; pk:hasPartner :b, :c, :d, :e .
:b a pk:Bookshop ; skos:prefLabel "{TURNED}"@ru .
:c a pk:Library ; skos:prefLabel "Βιβλιοθήκη"@el ; org:memberOf :d .
:d a pk:Network ; skos:prefLabel "شبكة المكتبات"@ar .
:e a org:Organization ; skos:prefLabel "{WORD}<b>"@de .
"""
PICTURE = re.compile(r'<svg class="pic.*?</svg>', re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    path = tmp_path_factory.mktemp("foreign") / "odd.ttl"
    path.write_text(TEXT, encoding="utf-8")
    return Site(at(str(path)))


@pytest.fixture
def shown(site):
    return lambda path, **parameters: site.page(path, "en", parameters).body.decode()


def test_its_first_page_asks_questions_that_it_answers(shown):
    home = shown("")
    asked = re.findall(r'<a href="(questions/[a-z_]+)[^"]*"><span>', home)
    assert asked
    for path in asked:
        assert "Nothing in the graph" not in seen(shown(path))
    assert "keeps no words of pages" in home


def test_a_question_is_shown_first_with_a_value_that_the_graph_has(shown):
    page = shown("questions/network_members")
    assert 'role="alert"' not in page
    assert '<option value="https://example.org/kg/id/organization/d" selected>' in page


def test_a_question_about_any_organisation_is_shown_first_with_one_of_the_graph(shown):
    page = shown("questions/organization_statements")
    assert "What is said of Association de la lecture publique" in seen(page)
    assert 'role="alert"' not in page


def test_a_question_that_nothing_can_be_chosen_for_says_what_is_missing(site):
    page = site.page("questions/place_kind_partners", "en", {})
    assert page.status == 200
    assert "it has nothing of what must be chosen (name or code of a commune" in seen(page.body.decode())


def test_no_name_turns_a_picture_around_or_is_taken_for_markup(shown):
    for path in ("network", "organization/a", "organization/b"):
        for picture in PICTURE.findall(shown(path)):
            assert not set(picture) & set("\u2067\u202e")
            assert "<b>" not in picture
    assert "\ufffdКнига\ufffd" in shown("network")


def test_a_long_name_is_whole_in_the_picture_on_lines_that_fit(shown):
    for picture in PICTURE.findall(shown("network")):
        width = float(re.search(r'viewBox="0 0 (\d+)', picture)[1])
        lines = re.findall(
            r'<text class="(hub|nm)" x="([0-9.]+)"[^>]*font-size="(\d+)"[^>]*>(.*?)</text>', picture
        )
        names = [(x, size, seen(words)) for _, x, size, words in lines]
        assert all(float(x) + 0.475 * float(size) * len(words) <= width + 30 for x, size, words in names)
        whole = "".join(words for _, _, words in names).replace(" ", "")
        assert LONG.replace(" ", "") in whole
        assert WORD in whole


def test_each_of_its_things_has_data_where_its_page_says(site, shown):
    address = re.search(r'href="((?:\.\./)*id/organization/a)\.ttl"', shown("organization/a"))[1]
    thing = things.find(site.opened, address.lstrip("./"))
    assert thing.iri == "https://example.org/kg/id/organization/a"
