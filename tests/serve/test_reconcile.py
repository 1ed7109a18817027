"""The Reconciliation API, used as OpenRefine uses it."""

from __future__ import annotations

import json
import random

import pytest
from jsonschema import Draft202012Validator

from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.publish import matching

ROOT = "http://graph.example/reconcile"


def record(required: dict, optional: dict | None = None, **more) -> dict:
    """Return the schema of an object with these members."""
    members = {**required, **(optional or {})}
    return {"type": "object", "properties": members, "required": list(required), **more}


def listed(items: dict) -> dict:
    return {"type": "array", "items": items}


# What an answer must be (Reconciliation Service API 0.2, sections 3.1, 4.4, 5, 6 and 7).
TEXT, NUMBER = {"type": "string"}, {"type": "number"}
OF_ID = {"type": "string", "pattern": r"\{\{id\}\}"}
NAMED = record({"id": TEXT, "name": TEXT}, {"description": TEXT})
PLACE = record({"service_url": TEXT, "service_path": {"type": "string", "pattern": "^/"}})
FEATURE = record({"id": TEXT, "value": {"type": ["number", "boolean"]}})
CANDIDATE = record(
    {"id": TEXT, "name": TEXT, "score": NUMBER},
    {"match": {"type": "boolean"}, "type": listed(NAMED), "features": listed(FEATURE), "description": TEXT},
)
WORTH = {
    "oneOf": [
        record({name: kind}, additionalProperties=False)
        for name, kind in (("str", TEXT), ("float", NUMBER), ("int", {"type": "integer"}))
    ]
    + [record({"id": TEXT, "name": TEXT}, {"description": TEXT}, additionalProperties=False)]
}
SCHEMAS = {
    "manifest": record(
        {
            "versions": {"type": "array", "contains": {"const": "0.2"}},
            **dict.fromkeys(("name", "identifierSpace", "schemaSpace"), TEXT),
        },
        {
            "view": record({"url": OF_ID}),
            "preview": record({"url": OF_ID, "width": {"type": "integer"}, "height": {"type": "integer"}}),
            "suggest": record(dict.fromkeys(("entity", "type", "property"), PLACE)),
            "extend": record({"propose_properties": PLACE, "property_settings": {"type": "array"}}),
            "defaultTypes": listed(NAMED),
        },
    ),
    "matches": {"type": "object", "additionalProperties": record({"result": listed(CANDIDATE)})},
    "suggestions": record({"result": listed(NAMED)}),
    "proposals": record({"type": TEXT, "properties": listed(NAMED)}),
    "extension": record(
        {
            "meta": listed(NAMED),
            "rows": {
                "type": "object",
                "additionalProperties": {"type": "object", "additionalProperties": listed(WORTH)},
            },
        }
    ),
}


def valid(kind: str, document: object) -> object:
    """Return a document that is as the specification wants it; anything else fails."""
    Draft202012Validator(SCHEMAS[kind]).validate(document)
    return document


@pytest.fixture(scope="module")
def shipped():
    """Return the shipped graph."""
    return KnowledgeGraph(None)


def match(client, *rows, **more):
    """Return what comes back for rows of name and town, in the batches of ten that OpenRefine makes."""
    found = []
    for start in range(0, len(rows), 10):
        batch = {
            f"q{number}": {
                "query": name,
                **({"properties": [{"pid": "town", "v": town}]} if town else {}),
                **more,
            }
            for number, (name, town) in enumerate(rows[start : start + 10])
        }
        answer = client.post("/reconcile", data={"queries": json.dumps(batch)})
        assert answer.status_code == 200, answer.text
        found += [valid("matches", answer.json())[key]["result"] for key in batch]
    return found


def ranked(graph, *rows):
    """Return the candidates for rows of name and town, found in this process."""
    asked = {
        str(number): {"query": name, "towns": [town], "types": [], "limit": matching.DEFAULT}
        for number, (name, town) in enumerate(rows)
    }
    found = valid("matches", matching.matched(graph, asked, "fr"))
    return [found[key]["result"] for key in asked]


def matched(result):
    return next((one["id"] for one in result if one["match"]), None)


def test_it_says_what_it_offers(web):
    found = valid("manifest", web.get("/reconcile").json())
    assert ("0.2" in found["versions"], found["identifierSpace"], "{{id}}" in found["view"]["url"]) == (
        True,
        "https://w3id.org/partnerkg/id/organization/",
        True,
    )
    assert found["suggest"]["entity"] == {"service_url": ROOT, "service_path": "/suggest/entity"}
    assert found["defaultTypes"][0]["id"] == "org:Organization"
    assert {"url", "width", "height"} == set(found["preview"])


def test_it_gives_candidates_as_the_specification_wants_them(web):
    (result,) = match(web, ("La Plume", "Rivebois"))
    first = result[0]
    assert (first["id"], first["name"], first["match"]) == ("la-plume-rivebois", "La Plume", True)
    assert (0 <= first["score"] <= 100, first["type"][0].keys()) == (True, {"id", "name"})
    assert {"id": "town", "value": True} in first["features"]


def test_without_a_town_it_offers_and_leaves_the_choice(web):
    (result,) = match(web, ("La Plume", None))
    assert (result[0]["id"], matched(result)) == ("la-plume-rivebois", None)


def misspelt(text: str, chance: random.Random) -> str:
    """Return a text as hasty people write it: a letter lost, doubled or changed, accents and capitals gone."""
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if long:
        place = chance.choice(long)
        word, at = words[place], chance.randrange(1, len(words[place]) - 2)
        words[place] = chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
    found = " ".join(words)
    return chance.choice((found, found.upper(), found.replace("é", "e").replace("è", "e").replace("’", " ")))


def sheet(graph, chance):
    """Return a hundred rows of misspelt names and towns, and the organisation that each stands for."""
    query = """SELECT ?x (SAMPLE(?n) AS ?name) (SAMPLE(?t) AS ?town) {
        ?x org:hasSite/pk:commune/skos:prefLabel ?t ; skos:prefLabel ?n FILTER(LANG(?n) = "fr" && LANG(?t) = "fr")
        FILTER(STRSTARTS(STR(?x), STR(organization:)))
    } GROUP BY ?x ORDER BY ?x"""
    known = [
        (name.value, town.value, thing.value.rpartition("/")[2]) for thing, name, town in graph.sparql(query)
    ]
    return [
        (misspelt(name, chance), misspelt(town, chance), slug)
        for _ in range(-(-100 // len(known)))
        for name, town, slug in known
    ][:100]


def test_a_sheet_of_a_hundred_misspelt_names_and_towns_comes_back_matched(shipped):
    rows = sheet(shipped, random.Random(7))
    found = [matched(result) for result in ranked(shipped, *((name, town) for name, town, _ in rows))]
    wrong = [(row, slug) for row, slug in zip(rows, found, strict=True) if slug not in (None, row[2])]
    missed = [row for row, slug in zip(rows, found, strict=True) if slug is None]
    assert wrong == []
    assert len(missed) <= 5, missed


def test_homonyms_of_other_towns_are_not_matched(shipped):
    rows = [(name, "Montauban") for name, _, _ in sheet(shipped, random.Random(7))]
    results = ranked(shipped, *rows)
    assert [matched(result) for result in results] == [None] * len(rows)
    assert all(one["score"] < 65 for result in results for one in result)


@pytest.mark.parametrize(
    ("name", "town", "slug"),
    [
        ("Librairie Le Bateau Livre", "Lille", "le-bateau-livre-lille"),
        ("bateau-livre", "LILLE", "le-bateau-livre-lille"),
        ("Le Bateau Ivre", "Lille", None),
        ("Le Bateau", "Lille", None),
        ("Librairie", "Lille", None),
        ("", "Lille", None),
        ("C.I.C.P.", "Paris", None),
    ],
)
def test_it_is_sure_only_of_the_same_name(shipped, name, town, slug):
    (result,) = ranked(shipped, (name or " ", town))
    assert matched(result) == slug


def test_it_keeps_to_a_class(web):
    assert match(web, ("La Plume", "Rivebois"), type="pk:Bookshop")[0]
    assert match(web, ("La Plume", "Rivebois"), type=["pk:School"])[0] == []
    assert match(web, ("La Plume", "Rivebois"), type="org:Organization", limit=1)[0]


def test_it_suggests_organisations_classes_and_properties(web):
    def suggested(room: str, prefix: str) -> list[dict]:
        address = f"/reconcile/suggest/{room}?prefix={prefix}"
        return valid("suggestions", web.get(address).json())["result"]

    first = suggested("entity", "plum")[0]
    assert (first["id"], first["name"]) == ("la-plume-rivebois", "La Plume")
    assert "pk:Bookshop" in {one["id"] for one in suggested("type", "book")}
    assert "town" in {one["id"] for one in suggested("property", "town")}
    assert web.get("/reconcile/suggest/nothing?prefix=x").status_code == 404


def test_it_adds_columns(web):
    answer = web.get("/reconcile/properties?type=org:Organization").json()
    proposed = valid("proposals", answer)["properties"]
    assert {"town", "org:memberOf", "skos:prefLabel"} <= {one["id"] for one in proposed}
    extend = {
        "ids": ["la-plume-rivebois", "nobody"],
        "properties": [{"id": "town"}, {"id": "org:memberOf"}, {"id": "skos:prefLabel"}],
    }
    found = valid("extension", web.post("/reconcile", data={"extend": json.dumps(extend)}).json())
    assert [one["id"] for one in found["meta"]] == ["town", "org:memberOf", "skos:prefLabel"]
    assert found["rows"]["nobody"] == {"town": [], "org:memberOf": [], "skos:prefLabel": []}
    row = found["rows"]["la-plume-rivebois"]
    assert (row["town"], row["skos:prefLabel"]) == ([{"str": "Rivebois"}], [{"str": "La Plume"}])
    assert row["org:memberOf"][0]["id"] == "libraires-d-ombre"


def test_it_shows_one_within_another_page(web):
    answer = web.get("/reconcile/preview?id=la-plume-rivebois")
    assert (answer.status_code, "<h1>La Plume</h1>" in answer.text) == (200, True)
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert web.get("/reconcile/preview?id=<script>").status_code == 404


@pytest.mark.parametrize(
    "data",
    [
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"q0": {}}'},
        {"queries": '{"q0": "La Plume"}'},
        {"queries": "[" * 5000},
        {"queries": json.dumps({str(n): {"query": "x"} for n in range(201)})},
        {"extend": "{}"},
        {"extend": '{"ids": "x", "properties": []}'},
    ],
)
def test_it_says_what_is_wrong(web, data):
    answer = web.post("/reconcile", data=data)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
