"""The pages, where the server has them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from html import unescape
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from tests.serve.conftest import WORLD, asked, running
from tests.serve.test_data import FATES

from partnerkg.pipeline.graph import KnowledgeGraph

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SHOP = "organization/la-plume-rivebois"


def get(web, path, **headers):
    return web.get(f"/{path}", headers={**BROWSER, **headers})


def test_it_sends_on_to_the_language_that_is_read_best(web):
    for header, language in (("fr-FR,fr;q=0.9,en;q=0.8", "fr"), ("de", "en"), ("", "en")):
        answer = get(web, "", **{"Accept-Language": header})
        assert (answer.status_code, answer.headers["location"]) == (303, f"/{language}/")
        assert "Accept-Language" in answer.headers["vary"]
    assert get(web, "fr").headers["location"] == "/fr/"


def test_a_slash_too_many_leads_to_the_page(web):
    answer = get(web, "fr/questions/?theme=a%26b")
    assert (answer.status_code, answer.headers["location"]) == (308, "/fr/questions?theme=a%26b")
    assert get(web, "fr/").status_code == 200


@pytest.mark.parametrize(
    "path", ["fr/", "en/", f"fr/{SHOP}", "en/search?q=plume", "fr/questions", "en/about"]
)
def test_it_gives_a_page_in_its_language(web, path):
    answer = get(web, path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert f'<html lang="{path[:2]}"' in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")


def test_a_browser_is_sent_from_a_thing_to_its_page_and_told_what_to_cite(web):
    answer = get(web, f"id/{SHOP}", **{"Accept-Language": "fr"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/fr/{SHOP}")
    assert f'<https://w3id.org/partnerkg/id/{SHOP}>; rel="cite-as"' in answer.headers["link"]
    assert 'rel="describedby"; type="text/turtle"' in answer.headers["link"]


@pytest.mark.parametrize("ending", ["ttl", "jsonld", "json", "csv"])
@pytest.mark.parametrize("place", ["id", "fr", "en"])
def test_a_page_and_its_thing_have_their_data_beside_them(web, place, ending):
    answer = web.get(f"/{place}/{SHOP}.{ending}")
    assert answer.status_code == 200
    assert "la-plume-rivebois" in answer.text
    assert "text/html" not in answer.headers["content-type"]


RDF = {"text/turtle", "application/ld+json"}
TABLES = {"text/csv; charset=utf-8", "application/json"}


@pytest.mark.parametrize(
    ("path", "rel", "kinds"),
    [
        (f"fr/{SHOP}", "describedby", RDF | TABLES),
        ("fr/place/commune-95991", "describedby", RDF | TABLES),
        ("fr/concept/kind/bookshop", "describedby", RDF | TABLES),
        ("en/source/fete-du-livre", "describedby", RDF | TABLES),
        ("en/search?q=plume", "alternate", RDF | TABLES),
        ("en/network", "alternate", RDF | TABLES | {"application/graphml+xml"}),
        ("en/questions/network_members?network=libraires-d-ombre", "alternate", RDF | TABLES),
        ("en/map", "alternate", RDF | TABLES),
        ("en/quality", "alternate", TABLES),
        ("en/", "alternate", set()),
    ],
)
def test_every_kind_of_page_says_where_it_is_as_data_and_what_to_cite(web, path, rel, kinds):
    answer = get(web, path)
    links = re.findall(r'<([^>]*)>; rel="([a-z-]+)"(?:; type="([^"]*)")?', answer.headers["link"])
    files = {kind: address for address, name, kind in links if name == rel and kind != "text/html"}
    assert kinds <= set(files)
    for kind, address in files.items():
        there = web.get(urljoin(f"http://graph.example/{path}", address))
        assert (there.status_code, there.headers["content-type"].partition(";")[0]) == (
            200,
            kind.partition(";")[0],
        )
        assert there.content
    assert {"type", "collection"} <= {name for _, name, _ in links}
    cited = [address for address, name, _ in links if name == "cite-as"]
    assert len(cited) == (rel == "describedby")
    assert [f'<link rel="cite-as" href="{one}">' in answer.text for one in cited] == [True] * len(cited)


def test_what_cannot_be_answered_is_a_page_for_people(web):
    answer = get(web, "api/queries/nothing", **{"Accept-Language": "fr"})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (404, "text/html")
    assert '<html lang="fr"' in answer.text
    assert "/api/queries" in answer.text
    assert 'href="/fr/search"' in answer.text
    assert web.get("/api/queries/nothing").headers["content-type"] == "application/problem+json"


def test_every_thing_of_the_graph_leads_a_browser_to_a_page(web):
    graph = KnowledgeGraph(WORLD)
    rows = graph.sparql(
        'SELECT DISTINCT ?s { ?s ?p ?o FILTER(CONTAINS(STR(?s), "/id/")) } ORDER BY ?s'
    ).records()
    paths = [str(row["s"]).partition("w3id.org/partnerkg/")[2] for row in rows]
    places = [get(web, path, **{"Accept-Language": "en"}).headers.get("location", "") for path in paths]
    assert len(paths) > 100
    assert [path for path, place in zip(paths, places, strict=True) if not place.startswith("/en/")] == []


def test_the_words_of_a_page_are_shown_at_their_place_in_it(web):
    graph = KnowledgeGraph(WORLD)
    row = graph.sparql(
        "SELECT ?s ?start { ?s oa:hasSelector/oa:start ?start } ORDER BY ?s LIMIT 1"
    ).records()[0]
    path = str(row["s"]).partition("w3id.org/partnerkg/")[2]
    place = get(web, path, **{"Accept-Language": "en"}).headers["location"]
    page, _, anchor = place.partition("#")
    assert anchor.startswith(f"s{row['start']}-")
    assert f'id="{anchor}"' in get(web, page.removeprefix("/")).text


def test_it_says_on_a_page_that_there_is_nothing(web):
    for path in ("nothing", "fr/nothing", "fr/organization/nobody"):
        answer = get(web, path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert web.get("/nothing").headers["content-type"] == "application/problem+json"


def test_every_file_that_a_page_asks_for_is_there(web):
    assert "/static/style.css" in get(web, "fr/").text
    answer = web.get("/static/style.css")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert web.get("/static/style.css", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    assert web.get("/static/../app.py").status_code == 404


def test_it_packs_what_is_large(web):
    answer = get(web, "fr/", **{"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]


def test_it_lists_its_pages_for_crawlers(web):
    assert "Sitemap: http://graph.example/sitemap.xml" in web.get("/robots.txt").text
    text = web.get("/sitemap.xml").text
    assert f"<loc>http://graph.example/fr/{SHOP}</loc>" in text
    first = text.split("<loc>", 1)[1].split("</loc>", 1)[0]
    assert web.get(first).status_code == 200


def test_a_name_of_markup_is_shown_and_does_nothing(tmp_path):
    path = tmp_path / "fates.ttl"
    kind = "<https://w3id.org/partnerkg/ontology#Bookshop>"
    path.write_text(FATES + f" o:bad a {kind} . o:gone a {kind} .")
    with asked(str(path)) as client:
        for address in ("fr/organization/bad", "fr/search?q=script", "reconcile/preview?id=bad"):
            assert "<script>alert" not in get(client, address).text
        assert get(client, "id/organization/gone").status_code == 410


@pytest.mark.thorough  # a server of its own
def test_what_it_shows_for_curl_gives_the_rows_that_are_seen(absent):
    curl = shutil.which("curl") or absent("no curl here: apt-get install curl")
    with running() as (_, host):
        with urlopen(f"http://{host}/en/questions/organization_towns") as answer:
            page = answer.read().decode()
        shown = [unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code>", page, re.S)]
        command = shlex.split(next(code for code in shown if code.startswith("curl ")))
        answer = subprocess.run([curl, "-fsS", *command[1:]], capture_output=True, text=True, check=True)
    assert answer.stdout.count("\n") - 1 == page.count('<th scope="row"') > 3


def test_the_type_of_a_problem_leads_to_what_it_is(web):
    wrong = web.get("/sparql?query=SELECT", headers={"Accept": "application/json"}).json()
    path, _, anchor = wrong["type"].partition("#")
    place = get(web, path.removeprefix("/"), **{"Accept-Language": "fr"})
    assert (place.status_code, place.headers["location"]) == (303, "/fr/problems")
    page = get(web, "fr/problems").text
    assert f'<tr role="row" id="{anchor}">' in page
    assert re.search(rf'id="{anchor}">.*?class="num"[^>]*>{wrong["status"]}<', page)
