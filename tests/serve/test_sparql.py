"""The endpoint, as the SPARQL 1.1 Protocol wants it and strangers use it."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import RdfFormat, parse

QUERY = "SELECT ?s { ?s a pk:Network } ORDER BY ?s LIMIT 1"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def get(web, query, accept="*/*", **more):
    return web.get("/sparql", params={"query": query, **more}, headers={"Accept": accept})


def number(answer):
    (row,) = answer.json()["results"]["bindings"]
    return row["n"]["value"]


def test_it_gives_the_same_to_all_three_ways_of_asking(web):
    answers = [
        get(web, QUERY),
        web.post("/sparql", data={"query": QUERY}),
        web.post("/sparql", content=QUERY, headers=DIRECT),
    ]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert len({answer.text for answer in answers}) == 1
    assert len(answers[0].json()["results"]["bindings"]) == 1


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/json", "application/json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("application/*;q=0.1, text/csv", "text/csv; charset=utf-8"),
        ("image/png, text/csv;q=0.1", "text/csv; charset=utf-8"),
    ],
)
def test_it_gives_rows_as_they_are_wanted(web, accept, given):
    answer = get(web, QUERY, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, given)
    assert ("pk:" not in answer.text and "network" in answer.text.lower()) or answer.text


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/n-quads", RdfFormat.N_QUADS),
        ("application/trig", RdfFormat.TRIG),
    ],
)
def test_it_gives_the_same_triples_in_every_syntax(web, accept, form):
    answer = get(web, "CONSTRUCT { ?s a ?c } { ?s a pk:Network ; a ?c }", accept)
    found = {(quad.subject, quad.object) for quad in parse(answer.content, format=form)}
    assert (answer.headers["content-type"].partition(";")[0], len(found) > 0) == (accept, True)


def test_it_answers_ask_as_json_and_xml(web):
    assert get(web, "ASK {}").json()["boolean"] is True
    assert "<boolean>true</boolean>" in get(web, "ASK {}", "application/sparql-results+xml").text
    assert get(web, "ASK {}", "text/csv").status_code == 406


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * {\n?s ?p }", "line 2, column 8"),
        ("SELECT * { ?s zz:p ?o }", "unknown prefix in `zz:p`"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "changes data"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT * FROM <http://127.0.0.1/secret> { ?s ?p ?o }", "no graph"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "no graph"),
        ("", "no SELECT"),
    ],
)
def test_it_refuses_a_wrong_query_with_the_reason_and_the_line(web, query, words):
    answer = get(web, query)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert words in answer.json()["detail"]


def test_it_speaks_french_and_plain_text_to_those_who_want_it(web):
    headers = {"Accept-Language": "fr", "Accept": "text/plain, application/sparql-results+json;q=0.1"}
    answer = web.get("/sparql", params={"query": "ASK"}, headers=headers)
    assert answer.headers["content-language"] == "fr"
    assert answer.text.startswith("Le texte SPARQL")


@pytest.mark.parametrize(
    ("method", "given", "status"),
    [
        ("POST", {"content": "x", "headers": {"Content-Type": "text/plain"}}, 415),
        ("POST", {"content": "x"}, 415),
        (
            "POST",
            {"content": "INSERT DATA {}", "headers": {"Content-Type": "application/sparql-update"}},
            403,
        ),
        ("POST", {"data": {"update": "INSERT DATA {}"}}, 403),
        ("POST", {"data": {"querry": "ASK {}"}}, 400),
        ("POST", {"content": b"query=%ff", "headers": FORM}, 400),
        ("POST", {"content": b"ASK {} # \xff", "headers": DIRECT}, 400),
        ("POST", {"content": "", "headers": FORM}, 400),
        ("POST", {"content": "a=b&" * 200, "headers": FORM}, 400),
        ("GET", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400),
        ("GET", {"params": {"query": "ASK {}", "format": "pdf"}}, 400),
        ("PUT", {}, 405),
        ("DELETE", {}, 405),
        ("PATCH", {}, 405),
    ],
)
def test_it_says_what_is_wrong_with_a_request(web, method, given, status):
    answer = web.request(method, "/sparql", **given)
    assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_it_names_the_methods_there_are(web):
    assert web.put("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_it_gives_the_head_alone(web):
    answer = web.head("/sparql", params={"query": QUERY})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/sparql-results+json"


def test_it_takes_the_dataset_from_the_protocol_before_that_of_the_query(web):
    graphs = get(web, "SELECT DISTINCT ?g { GRAPH ?g { ?s a pk:Bookshop } } ORDER BY ?g").json()
    first, second = (row["g"]["value"] for row in graphs["results"]["bindings"][:2])
    count = f"SELECT (COUNT(*) AS ?n) FROM <{first}> FROM <{second}> {{ ?s a pk:Bookshop }}"
    assert number(get(web, count)) == "2"
    assert number(get(web, count, **{"default-graph-uri": first})) == "1"
    named = get(web, "SELECT ?g { GRAPH ?g { } }", **{"named-graph-uri": second}).json()
    assert [row["g"]["value"] for row in named["results"]["bindings"]] == [second]


def test_it_takes_the_format_from_the_address_for_links(web):
    assert get(web, QUERY, BROWSER, format="csv").headers["content-type"] == "text/csv; charset=utf-8"


def test_it_describes_itself(web):
    answer = web.get("/sparql", headers={"Accept": "text/turtle"})
    said = {str(quad.predicate): str(quad.object) for quad in parse(answer.content, format=RdfFormat.TURTLE)}
    assert (
        said["<http://www.w3.org/ns/sparql-service-description#endpoint>"] == "<http://graph.example/sparql>"
    )


def test_it_lets_scripts_of_other_sites_ask(web):
    answer = web.options("/sparql", headers={"Origin": "https://else.example"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert get(web, "ASK {}").headers["access-control-allow-origin"] == "*"


def test_it_knows_what_has_not_changed(web):
    first = get(web, QUERY)
    again = web.get(
        "/sparql", params={"query": QUERY}, headers={"Accept": "*/*", "If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert get(web, QUERY, "text/csv").headers["etag"] != first.headers["etag"]


def test_it_never_calls_unchanged_what_changes_with_the_moment(web):
    assert "etag" not in get(web, "SELECT (NOW() AS ?now) {}").headers


def test_it_escapes_nothing_and_executes_nothing(web):
    answer = get(web, 'SELECT ("<script>alert(1)</script>" AS ?x) {}', BROWSER)
    assert answer.headers["content-type"] != "text/html"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src" not in answer.headers["content-security-policy"]
    assert json.dumps("<script>")[1:-1] not in get(web, "ASK { <script> }").headers.get("content-type", "")


def test_it_makes_no_address_of_what_is_no_host(web):
    for host in ("[::bad", '"><script>', "a:b:c", "x/y", "x y"):
        for path in ("/sparql", "/sparql?query=ASK%7B%7D", "/api", "/fr/"):
            answer = web.get(path, headers={"Host": host})
            assert (answer.status_code, answer.json()["title"]) == (400, "bad-request"), (host, path)
    for host in ("[::1]:8000", "graph.example:80", "127.0.0.1"):
        assert web.get("/api", headers={"Host": host}).json()["queries"] == f"http://{host}/api/queries"


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/csv"])
def test_it_says_beside_an_answer_what_it_lacks(web, accept):
    query = "SELECT (SUM(?n) AS ?sum) { VALUES ?n { 9223372036854775807 1 } }"
    for _ in range(2):  # the second time as it was kept
        assert get(web, query, accept).headers["warning"].startswith('299 partnerkg "?sum is empty where')
    assert "warning" not in get(web, QUERY, accept).headers


def test_the_page_says_beside_an_answer_what_it_lacks(web):
    query = "SELECT (SUM(?n) AS ?sum) { VALUES ?n { 9223372036854775807 1 } }"
    page = web.get("/fr/sparql", params={"query": query}).text
    assert 'role="note"' in page
    assert "64 bits" in page
    assert 'role="note"' not in web.get("/fr/sparql", params={"query": query.replace(" 1 ", " ")}).text
