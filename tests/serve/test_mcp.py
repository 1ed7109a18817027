"""The graph over the Model Context Protocol, asked with the SDK's own client."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).parent / "partnerkg")
ROW = {
    "member": "https://w3id.org/partnerkg/id/organization/le-bateau-livre-lille",
    "name": "Le Bateau Livre",
    "commune": "https://w3id.org/partnerkg/id/place/commune-59350",
    "network_since": "1981",
}


@pytest.fixture(scope="module")
def talk():
    """Return a function that holds a conversation with a server process, the same for all, and returns its end."""
    from anyio.from_thread import start_blocking_portal
    from mcp import Client, StdioServerParameters  # a second of imports

    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(
            Client(StdioServerParameters(command=COMMAND, args=["mcp"]))
        ) as client,
    ):
        yield lambda conversation: portal.call(conversation, client)


@pytest.fixture(scope="module")
def call(talk):
    """Return a function that calls a tool and returns whether that failed, and its text."""

    def calling(tool, /, **arguments):
        async def once(client):
            found = await client.call_tool(tool, arguments)
            return bool(found.is_error), found.content[0].text

        return talk(once)

    return calling


def test_it_offers_every_question_and_the_general_tools_as_reading_only(talk):
    async def listing(client):
        return (await client.list_tools()).tools

    found = {tool.name: tool for tool in talk(listing)}
    assert {"search", "show", "why", "sparql", "network_members", "bookshop_places"} <= set(found)
    assert all(tool.annotations.read_only_hint for tool in found.values())
    assert found["network_members"].input_schema["required"] == ["network"]
    small = found["place_small_libraries"].input_schema
    assert (small["required"], "by default 10000" in small["properties"]["below"]["description"]) == (
        [],
        True,
    )


def test_it_answers_a_question(call):
    failed, text = call("network_members", network="librairies-sorcieres")
    assert not failed
    (row,) = json.loads(text)["rows"]
    assert {name: str(row[name]) for name in ROW} == ROW


def test_it_says_with_an_answer_whether_it_is_all_there_is(call):
    _, text = call("network_values")
    found = json.loads(text)["completeness"]
    assert (found["state"], len(found["lists"])) == ("partial", 1)
    assert found["lists"][0]["words"] == "single price of the book…"
    assert "completeness" not in json.loads(call("name_unnamed")[1])


def test_it_says_of_an_answer_without_rows_what_to_ask_instead(call):
    _, text = call("publisher_partners", publisher="Cap Nord")
    assert json.loads(text)["nothing"].endswith("have rows: Colères du Présent, Lis avec moi.")
    assert "nothing" not in json.loads(call("name_unnamed")[1])


def test_it_finds_by_a_part_of_a_name(call):
    _, text = call("search", text="lisieres")
    assert json.loads(text)[0]["id"] == "les-lisieres"


def test_it_shows_and_says_why(call):
    _, shown = call("show", name="CICP")
    assert json.loads(shown)["towns"] == ["Paris 11e Arrondissement"]
    _, why = call(
        "why", subject="le-bateau-livre-lille", property="org:memberOf", object="librairies-sorcieres"
    )
    assert [proof["passages"][0]["start"] for proof in json.loads(why)] == [3312]


def test_it_says_what_is_in_the_graph_what_is_wrong_and_what_is_missing(talk):
    async def asking(client):
        tools = (
            ("schema", {}),
            ("validate", {"name": "cicp"}),
            ("completeness", {}),
            ("missing", {"name": "cicp"}),
        )
        return [json.loads((await client.call_tool(*tool)).content[0].text) for tool in tools]

    schema, validated, complete, missing = talk(asking)
    assert {"bookshop"} <= {one["label"] for one in schema["classes"]}
    assert all(schema[name] for name in ("properties", "concepts"))
    assert validated["passes"] is True
    assert 0 < complete["percent"] < 100 and complete["cells"]
    assert (missing["name"], bool(missing["missing"])) == (
        "Centre international des cultures populaires",
        True,
    )


def test_it_gives_labels_beside_iris(call):
    _, text = call("network_members", network="librairies-sorcieres")
    (row,) = json.loads(text)["rows"]
    assert (row["commune"], row["commune_label"]) == (ROW["commune"], "Lille")


def test_it_offers_organisations_sources_and_questions_to_read(talk):
    async def reading(client):
        listed = [str(one.uri) for one in (await client.list_resources()).resources]
        read = [
            await client.read_resource(uri) for uri in (ROW["member"], "partnerkg:question/network_members")
        ]
        return listed, [json.loads(one.contents[0].text) for one in read]

    listed, (shop, question) = talk(reading)
    assert {ROW["member"], "https://w3id.org/partnerkg/id/source/lis-avec-moi"} <= set(listed)
    assert (shop["towns"], question["name"]) == (["Lille"], "network_members")


def test_it_says_what_the_answer_to_a_free_query_lacks(call):
    _, text = call("sparql", query="SELECT (SUM(?n) AS ?sum) { VALUES ?n { 9223372036854775807 1 } }")
    assert json.loads(text)["notes"][0].startswith("?sum is empty where")


def test_it_bounds_free_queries(call):
    _, text = call("sparql", query="SELECT * { ?s ?p ?o }")
    found = json.loads(text)
    assert (len(found["rows"]), found["cut"]) == (200, True)


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("network_members", {"network": "librairies"}, "`Librairies Sorcières`"),
        ("network_members", {}, "needs --network"),
        ("network_members", {"network": "x", "more": "y"}, "has no parameter `more`"),
        ("sparql", {"query": "INSERT DATA { <a:b> <a:b> <a:b> }"}, "changes data"),
        (
            "sparql",
            {"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"},
            "SERVICE is not allowed",
        ),
        ("network_member", {}, "did you mean `network_members`"),
    ],
)
def test_it_says_in_one_line_what_is_wrong(name, arguments, words, call):
    failed, text = call(name, **arguments)
    assert failed
    assert words in text
    assert "\n" not in text


def test_it_says_what_changed_since_an_earlier_graph(world, tmp_path, call):
    (tmp_path / "before.ttl").write_text("<http://e/a> <http://e/b> 1 .")
    _, text = call("diff", before=str(tmp_path / "before.ttl"))
    found = json.loads(text)
    assert found["same"] is False and found["statements"]["removed"] == 1
    assert (
        found["organizations"]["after"] > 100 and len(found["organizations"]["added"]) == 100 and found["cut"]
    )


@pytest.mark.parametrize("before", ["https://example.org/graph", "file:///etc/passwd", "/no/such/file"])
def test_it_compares_with_files_of_this_machine_alone(before, call):
    failed, text = call("diff", before=before)
    assert failed and before in text
