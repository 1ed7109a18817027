"""Every question of the catalogue as JSON, and its description."""

from __future__ import annotations

import csv
import io

import pytest


def get(web, path, **parameters):
    return web.get(f"/api/{path}", params=parameters)


def test_it_answers_a_question(web):
    answer = get(web, "queries/network_members", network="libraires-d-ombre")
    found = answer.json()
    assert (answer.status_code, found["query"], found["next"]) == (200, "network_members", None)
    assert [row["name"] for row in found["rows"]] == ["La Plume"]
    assert found["labels"][found["rows"][0]["commune"]] == "Rivebois"


def test_it_speaks_both_languages(web):
    french = get(web, "queries/network_members", network="libraires-d-ombre", language="fr").json()
    asked = web.get(
        "/api/queries/network_members?network=libraires-d-ombre", headers={"Accept-Language": "fr-CA, en"}
    )
    assert french["summary"].startswith("Quelles organisations")
    assert asked.json()["summary"] == french["summary"]


def test_it_gives_the_words_behind_rows(web):
    found = get(web, "queries/network_members", network="libraires-d-ombre", why="true").json()
    assert [bool(proofs) and "quote" in str(proofs[0]) for proofs in found["why"]] == [True]


def test_it_gives_rows_page_by_page_until_there_are_no_more(web):
    whole = get(web, "queries/statement_sources", limit=10000).json()
    assert whole["next"] is None
    rows, path, pages = [], "/api/queries/statement_sources?limit=7", 0
    while path:
        page = web.get(path).json()
        rows += page["rows"]
        path, pages = page["next"], pages + 1
    assert (rows, pages) == (whole["rows"], -(-len(rows) // 7))


def test_it_gives_csv_by_the_ending_and_by_the_header(web):
    ending = get(web, "queries/network_members.csv", network="libraires-d-ombre")
    header = web.get("/api/queries/network_members?network=libraires-d-ombre", headers={"Accept": "text/csv"})
    assert ending.headers["content-type"] == header.headers["content-type"] == "text/csv; charset=utf-8"
    assert ending.text == header.text
    assert [row["name"] for row in csv.DictReader(io.StringIO(ending.text))] == ["La Plume"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("queries/network_members", 400, "needs `network`"),
        ("queries/network_members?network=", 400, "needs `network`"),
        ("queries/network_members?networ=x", 400, "did you mean `network`"),
        ("queries/network_members?network=x&network=y", 400, "more than once"),
        ("queries/network_members?network=libraire-d-ombre", 404, "did you mean `Libraires d’Ombre`"),
        ("queries/network_members?network=la-plume-rivebois", 400, "is not a value of `network`"),
        ("queries/network_members?network=libraires-d-ombre&limit=0", 400, "from 1 to 10000"),
        ("queries/network_members?network=libraires-d-ombre&limit=x", 400, "from 1 to 10000"),
        ("queries/network_members?network=libraires-d-ombre&offset=-1", 400, "`offset`"),
        ("queries/network_members?network=libraires-d-ombre&why=yes", 400, "true or false"),
        ("queries/network_members?network=libraires-d-ombre&language=de", 400, "en, fr"),
        ("queries/network_members.pdf?network=libraires-d-ombre", 400, "csv"),
        ("queries/network_members.csv?network=libraires-d-ombre&why=true", 400, "only JSON"),
        ("queries/network_member", 404, "`network_members`"),
        ("queries?word=x", 400, "words, language"),
        ("search", 400, "needs `text`"),
        ("show?name=%20", 400, "it is empty"),
        (
            "show?name=Saint-Aubin",
            400,
            "one of these: Saint-Aubin (commune, Ombre): commune-95993; Saint-Aubin (",
        ),
        ("missing?name=Région", 400, "want nothing of level:region"),
        ("search?text=x&more=y", 400, "`more`"),
        (f"search?text={'x' * 201}", 400, "understood: a search takes at most 200 characters."),
        ("sparql?query=ASK", 404, "/api/queries"),
        ("nothing", 404, "/api/queries"),
        ("diff?before=/etc/passwd", 404, "/api/queries"),
    ],
)
def test_it_says_what_is_wrong(web, path, status, words):
    answer = web.get(f"/api/{path}")
    found = answer.json()
    assert (answer.status_code, found["status"], words in found["detail"]) == (status, status, True), found
    assert (answer.headers["content-type"], "\n" in found["detail"]) == ("application/problem+json", False)


def test_it_finds_shows_and_says_why(web):
    (first, *_) = get(web, "search", text="plume").json()
    assert first["id"] == "la-plume-rivebois"
    assert get(web, "show", name="la-plume-rivebois").json()["names"][0] == "La Plume"
    statement = {"subject": "la-plume-rivebois", "property": "org:memberOf", "object": "libraires-d-ombre"}
    assert get(web, "why", **statement).json()[0]["passages"]


def test_it_finds_questions_by_words(web):
    found = get(web, "queries", words="network members").json()["queries"]
    assert "network_members" in {one["name"] for one in found}
    assert len(get(web, "queries").json()["queries"]) > len(found)


def test_its_description_names_every_question_and_every_parameter(web):
    document = get(web, "openapi.json").json()
    for one in get(web, "queries").json()["queries"]:
        operation = document["paths"][f"/api/queries/{one['name']}"]["get"]
        names = {parameter["name"] for parameter in operation["parameters"]}
        assert {parameter["name"] for parameter in one["parameters"]} | {"limit", "offset"} <= names
    assert (document["openapi"], document["servers"]) == ("3.1.0", [{"url": "http://graph.example"}])


def test_every_example_of_its_description_is_answered(web):
    """Of the shipped questions, whose examples the invented project need not have."""
    document = get(web, "openapi.json").json()
    for path, item in document["paths"].items():
        given = {one["name"]: one["example"] for one in item["get"]["parameters"] if "example" in one}
        assert web.get(path, params=given).status_code in (200, 400, 404), path


@pytest.mark.thorough
def test_it_keeps_to_its_description_whatever_is_asked(address):
    """Schemathesis makes requests from the description, right ones and wrong ones."""
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        negative_data_rejection,
        response_schema_conformance,
        status_code_conformance,
    )

    checks = [
        not_a_server_error,
        status_code_conformance,
        content_type_conformance,
        response_schema_conformance,
        negative_data_rejection,
    ]
    schema = schemathesis.openapi.from_url(f"http://{address}/api/openapi.json")
    tried = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=8,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def keeps(case):
            case.call_and_validate(checks=checks)

        keeps()
        tried += 1
    assert tried > 40
