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
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/kg/id/organization/> .
:a a pk:Association ; skos:prefLabel "{LONG.strip()}"@fr ; pk:hasPartner :b, :c, :d, :e .
:b a pk:Bookshop ; skos:prefLabel "{TURNED}"@ru .
:c a pk:Library ; skos:prefLabel "Βιβλιοθήκη"@el ; org:memberOf :d .
:d a pk:Network ; skos:prefLabel "شبكة المكتبات"@ar .
:e a org:Organization ; skos:prefLabel "{WORD}<b>"@de .
:f a org:FormalOrganization ; skos:prefLabel "F" ; org:hasUnit :g .
:g a org:OrganizationalUnit ; skos:prefLabel "G" .
:Theatre rdfs:subClassOf org:FormalOrganization . :h a :Theatre ; skos:prefLabel "H" .
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


def test_what_is_below_an_organisation_in_org_or_in_the_file_is_one(site, shown):
    assert [thing.value.rpartition("/")[2] for thing in site.whole.organizations] == list("abcdefgh")
    assert "8 organisations" in seen(shown("search"))
    rows = site.page("questions/organization_kinds.csv", "en").body.decode()
    assert {line.rpartition("organization/")[2][0] for line in rows.splitlines()[1:]} >= set("fgh")


def test_a_question_is_shown_first_with_a_value_that_the_graph_has(shown):
    page = shown("questions/network_members")
    assert 'role="alert"' not in page
    assert '<option value="https://example.org/kg/id/organization/d" selected>' in page


def test_of_several_values_that_comes_first_which_has_the_most_answers(tmp_path):
    path = tmp_path / "networks.ttl"
    names = "".join(f':{name} a pk:Network ; skos:prefLabel "{name}" . ' for name in "abcde")
    members = "".join(f':m{n} a pk:Library ; skos:prefLabel "m{n}" ; org:memberOf :d . ' for n in range(3))
    path.write_text(f"{TEXT}{names}{members} :c org:memberOf :a , :b .", encoding="utf-8")
    page = Site(at(str(path))).page("questions/network_members", "en").body.decode()
    assert re.search(r'<option value="[^"]*/d" selected>', page) or '<option value="d" selected>' in page


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


OF_OTHERS = {
    "thesaurus.ttl": """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix t: <http://thesaurus.example/> .
        t:all a skos:ConceptScheme ; skos:prefLabel "Spectacle"@fr .
        t:mime a skos:Concept ; skos:prefLabel "mime"@fr ; skos:inScheme t:all ; skos:broader t:theatre .
        t:theatre a skos:Concept ; skos:prefLabel "théâtre"@fr ; skos:inScheme t:all .""",
    "shop.jsonld": """{"@context": {"@vocab": "https://schema.org/"}, "@graph": [
        {"@id": "https://shop.example/", "@type": "BookStore", "name": "La Belle Page"},
        {"@type": "Event", "name": "Fête", "organizer": {"@type": "Organization", "name": "Ville"}}]}""",
    "ministry.ttl": """
        @prefix org: <http://www.w3.org/ns/org#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix m: <http://ministry.example/> .
        m:unit a org:OrganizationalUnit ; org:unitOf m:all ; org:hasMember m:anna .
        m:anna a foaf:Person ; foaf:name "Anna" ; org:memberOf m:unit . m:all a foaf:Organization .""",
    "links.nt": '<http://a.example/x> <http://xmlns.com/foaf/0.1/knows> <http://a.example/y> .\n_:b <a:b> "c" .\n',
    "empty.ttl": "",
}
ROOMS = ("", "search", "search?q=livre", "network", "map", "questions", "quality", "report", "sources")


@pytest.fixture(scope="module", params=list(OF_OTHERS))
def others(request, tmp_path_factory):
    """Return the site of a graph that is no graph of this kind."""
    path = tmp_path_factory.mktemp("others") / request.param
    path.write_text(OF_OTHERS[request.param], encoding="utf-8")
    return Site(at(str(path)))


def main_of(site, path: str) -> tuple[int, str, str]:
    bare, _, query = path.partition("?")
    page = site.page(bare, "en", dict(one.split("=") for one in query.split("&") if one))
    html = page.body.decode()
    return page.status, html, seen(re.search(r"<main.*?</main>", html, re.DOTALL)[0])


def test_each_page_of_another_kind_of_graph_says_what_it_lacks_and_leads_to_pages(others):
    for path in (*ROOMS, "vocabulary", "about", "sparql"):
        status, html, said = main_of(others, path)
        assert (status, len(said) > 30) == (200, True), path
        for link in re.findall(r'<a href="((?:quality|report)/[^"#?.]*)"', html)[:12]:
            assert main_of(others, link)[0] == 200, link
    home = main_of(others, "")[2]
    assert ("this graph has none" in home) is not bool(others.whole.organizations)
    assert "keeps no words of pages" in main_of(others, "sources")[2]


def test_a_graph_without_organisations_says_what_it_has_instead(tmp_path):
    path = tmp_path / "thesaurus.ttl"
    path.write_text(OF_OTHERS["thesaurus.ttl"], encoding="utf-8")
    assert "What it has: skos:Concept (2), skos:ConceptScheme (1)." in main_of(Site(at(str(path))), "")[2]


def test_what_cannot_be_listed_is_counted(tmp_path):
    path = tmp_path / "shop.jsonld"
    path.write_text(OF_OTHERS["shop.jsonld"], encoding="utf-8")
    said = main_of(Site(at(str(path))), "quality/schema-Event/type")[2]
    assert "1 is to be completed. 1 of them has no address of its own" in said


def test_what_met_nothing_does_not_conform(tmp_path):
    path = tmp_path / "empty.ttl"
    path.write_text("", encoding="utf-8")
    said = main_of(Site(at(str(path))), "report")[2]
    assert "Nothing was looked at" in said
    assert "conforms" not in said


def test_a_project_says_which_command_comes_next(tmp_path):
    (tmp_path / "graph" / "readings").mkdir(parents=True)
    (tmp_path / "graph" / "dataset.ttl").write_text("", encoding="utf-8")
    assert "This project has read no page yet: partnerkg read PAGE" in main_of(Site(at(str(tmp_path))), "")[2]
    (tmp_path / "graph" / "readings" / "page.yaml").write_text("", encoding="utf-8")
    assert "partnerkg review page" in main_of(Site(at(str(tmp_path))), "")[2]


@pytest.mark.parametrize("name", ["network_members", "organization_networks", "organization_sites"])
def test_a_question_is_never_shown_with_a_value_that_it_refuses(name, tmp_path):
    path = tmp_path / "ministry.ttl"
    path.write_text(OF_OTHERS["ministry.ttl"], encoding="utf-8")
    assert main_of(Site(at(str(path))), f"questions/{name}")[0] == 200
