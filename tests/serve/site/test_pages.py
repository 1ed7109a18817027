"""What every page of the site keeps."""

from __future__ import annotations

import re

import pytest
from tests.serve.site.conftest import XHTML

from partnerkg.serve.site import LANGUAGES, home

pytestmark = pytest.mark.slow  # the whole graph

PAGES = [
    "",
    "questions",
    "questions/network_members",
    "questions/place_small_libraries",
    "search",
    "network",
    "map",
    "quality",
    "quality/pk-Bookshop/siret",
    "report",
    "sources",
    "source/lis-avec-moi",
    "vocabulary",
    "vocabulary/Bookshop",
    "concept/kind/independent-bookshop",
    "about",
    "organization/le-bateau-livre-lille",
    "organization/coleres-du-present",
    "place/commune-59350",
    "claim/lis-avec-moi/le-bateau-livre-lille-network",
]


@pytest.mark.thorough  # a strict parser takes a second for a large page
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_it_is_html_without_a_style_or_script_of_its_own(path, language, root, read):
    assert root(path, language).get("lang") == language
    html = read(path, language)
    html = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)  # data, which nothing runs
    assert not re.search(r"<style|\sstyle=|<script(?![^>]* src=)|\son[a-z]+=|javascript:", html)


@pytest.mark.parametrize("path", PAGES)
def test_it_has_one_heading_of_the_first_level_and_a_title(path, read):
    html = read(path)
    assert html.count("<h1") == 1
    assert re.search(r"<title>[^<]+ – partnerkg</title>", html)


@pytest.mark.parametrize("path", PAGES)
def test_no_two_elements_have_the_same_id(path, read):
    found = re.findall(r'\sid="([^"]+)"', read(path))
    assert len(found) == len(set(found))


@pytest.mark.parametrize("path", PAGES)
def test_it_leads_to_itself_in_the_other_language(path, shipped, read):
    link = re.search(r'<a href="([^"]+)" lang="en"', read(path))[1]
    depth = shipped.place(path, "fr").count("/")
    assert link == "../" * depth + shipped.place(path, "en")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("organization/le-bateau-livre-lille", "librairie indépendante, librairie jeunesse, Lille"),
        ("questions/network_members", "1 réponse : Le Bateau Livre."),
    ],
)
def test_where_a_page_is_shared_its_first_sentence_tells_of_it(path, told, root):
    found = {
        one.get("property") or one.get("name"): one.get("content") for one in root(path).iter(f"{XHTML}meta")
    }
    said = {" ".join(found[name].split()) for name in ("description", "og:description")}
    assert said == {told.replace(" :", "\u00a0:")} or said == {told}
    assert (found["og:locale"], found["og:type"]) == ("fr_FR", "website")
    assert found["og:title"]


def test_a_rule_says_of_what_kind_of_record_it_is(read):
    rules = re.findall(r'<th scope="row"[^>]*>(.*?)</th>', read("report"))
    assert len(set(rules)) == len(rules) > 10


@pytest.mark.parametrize("path", [*PAGES, "report/Completeness-MediaOutlet-classification-MinCount"])
def test_it_shows_what_stands_between_backticks_as_code(path, read):
    assert "`" not in re.sub(r"(?s)<pre.*?</pre>|<script.*?</script>", "", read(path))


@pytest.mark.parametrize(
    "path", ["organization/nobody", "questions/none", "quality/x/y", "report/none", "map/x", "x" * 5000]
)
def test_there_is_no_page_where_nothing_is(path, shipped):
    assert shipped.page(path, "fr") is None
    assert shipped.page(path, "de") is None


def test_a_missing_page_says_so_and_what_may_be_meant(shipped):
    page = shipped.missing("organization/le-bateau-livr", "fr")
    assert page.status == 404
    assert "Le Bateau Livre" in page.body.decode()


def test_a_missing_page_shows_its_address_as_text_only(shipped):
    page = shipped.missing('"><script>alert(1)</script>', "en")
    assert b"<script>" not in page.body


def test_the_sheet_of_style_stays_small():
    import gzip

    from partnerkg.serve.site import assets

    assert len(gzip.compress(assets.sheet())) < 10_000


@pytest.mark.parametrize(
    "path", ["organization/le-bateau-livre-lille", "organization/coleres-du-present", "", "search"]
)
def test_it_goes_over_the_wire_in_less_than_twenty_kilobytes(path, read):
    import gzip

    from partnerkg.serve.site import assets

    whole = len(gzip.compress(read(path).encode())) + len(gzip.compress(assets.sheet()))
    assert whole <= 20_000 if path.startswith("organization/") else whole < 25_000


def test_the_first_page_names_a_dozen_pages_and_leads_to_the_others(read, monkeypatch):
    assert "pages lues</a>" not in read("")
    monkeypatch.setattr(home, "MOST", 1)
    page = read("")
    assert "Les 2 pages lues</a>" in page
    assert 'href="sources">Les 2 pages lues' in page
    assert page.count("du texte couvert") == 1
