"""Whatever strangers send, each address and each tool has an answer, and says in a line what is wrong."""

from __future__ import annotations

import json
from random import Random
from urllib.parse import quote

import pytest
from tests.serve.conftest import WORLD

from partnerkg.errors import PartnerkgError

REQUESTS = 120
ODD = [
    *(
        "",
        "0",
        "-1",
        "9" * 30,
        "1e9",
        "NaN",
        "null",
        "[]",
        "{}",
        "a" * 3000,
        "\x00",
        "\n",
        "é",
        "😀",
        "\u202e",
    ),
    *(
        "../../etc/passwd",
        "<script>",
        "' OR 1=1",
        '"',
        "http://[",
        "http://a b",
        "_:b",
        "?x",
        "１",
        "*/*;q=x",
    ),
    *(
        "SELECT * { ?s ?p ?o } LIMIT 2",
        "SELECT",
        "{" * 60,
        "ASK {}",
        "INSERT DATA { <a:b> <a:b> 1 }",
        "%zz",
        ";,;",
    ),
    *(
        '{"q":{"query":1}}',
        '{"q":[]}',
        '{"q":{"query":"x","limit":"a"}}',
        '{"ids":[1],"properties":{}}',
        "[" * 900,
    ),
    *("en", "xx", "csv", "text/html", "pk:Network", "librairies-sorcieres", "lille", "1981", "2020-02-30"),
]
PLACES = [
    *(
        "/",
        "/sparql",
        "/graph-store",
        "/api/",
        "/api/queries",
        "/api/openapi.json",
        "/reconcile",
        "/sitemap.xml",
    ),
    *(
        "/reconcile/properties",
        "/reconcile/preview",
        "/reconcile/suggest/entity",
        "/en/search",
        "/.well-known/void",
    ),
    *(
        "/api/queries/network_members",
        "/api/queries/place_nearby_partners",
        "/api/search",
        "/api/show",
        "/api/why",
    ),
    *(
        "/en/questions/network_members",
        "/en/questions/place_nearby_partners",
        "/metrics",
        "/health",
        "/robots.txt",
    ),
]
NAMES = [
    *(
        "query",
        "q",
        "limit",
        "offset",
        "format",
        "lang",
        "graph",
        "default-graph-uri",
        "queries",
        "extend",
        "prefix",
    ),
    *("id", "text", "name", "network", "place", "within", "page", "proof", "accept", "cursor", "_"),
]
HEADERS = ["accept", "accept-language", "accept-encoding", "content-type", "if-none-match", "range", "origin"]
TYPES = [
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/json",
    "multipart/form-data",
    "text/plain; charset=no",
    "",
]


def test_every_address_answers_whatever_is_sent(web) -> None:
    draw = Random(1)
    for _ in range(REQUESTS):
        asked = _path(draw)
        headers = {draw.choice(HEADERS): quote(draw.choice(ODD)) for _ in range(draw.randint(0, 2))}
        headers |= {"content-type": draw.choice(TYPES)} if draw.random() < 0.5 else {}
        method = draw.choice(["GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "OPTIONS"])
        body = draw.choice([*ODD, _parameters(draw)]).encode() if method == "POST" else None
        answer = web.request(method, asked, headers=headers, content=body)
        assert answer.status_code < 500, (method, asked, headers, body, answer.text)
        assert "Unexpected" not in answer.text, (method, asked, headers, body)


def _path(draw: Random) -> str:
    path = draw.choice(PLACES)
    if draw.random() < 0.2:
        path = f"{draw.choice(['/', '/en/', '/api/', '/api/queries/', '/id/organization/'])}{quote(draw.choice(ODD), safe='')}"
    return f"{path}?{_parameters(draw)}"


def _parameters(draw: Random) -> str:
    return "&".join(
        f"{name}={quote(draw.choice(ODD), safe='')}" for name in draw.sample(NAMES, draw.randint(0, 3))
    )


def test_every_tool_answers_whatever_it_is_told() -> None:
    pytest.importorskip("mcp")
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.serve.mcp import _answer
    from partnerkg.serve.tools import tools

    known = {tool.name: tool for tool in tools(KnowledgeGraph(WORLD))}
    values: list[object] = [*ODD, 0, -1, 10**30, 1.5, True, None, [], {}, ["a"], {"a": {}}]
    draw = Random(2)
    for name, tool in known.items():
        for _ in range(1):
            given = {key: draw.choice(values) for key in tool.schema.get("properties", {})}  # type: ignore[attr-defined]
            try:
                assert json.loads(_answer(known, name, given)) is not None
            except PartnerkgError as error:
                assert "\n" not in str(error), (name, given)


@pytest.mark.parametrize(
    ("line", "code", "number"),
    [
        ("{", -32700, None),
        ("[" * 100_000, -32700, None),
        ('{"jsonrpc":"2.0","id":3,"method":"ping","params":{"a":"\\ud800"}}', -32700, 3),
        ('{"jsonrpc":"2.0","id":3,"method":"ping","params":5}', -32600, 3),
        ('{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600, None),
        ('{"jsonrpc":"1.0","id":"a","method":"ping"}', -32600, "a"),
        ("[]", -32600, None),
    ],
)
def test_a_line_that_is_no_request_is_answered_as_json_rpc_says(line: str, code: int, number: object) -> None:
    pytest.importorskip("mcp")
    from partnerkg.serve.lines import fault

    found = fault(line)
    assert found is not None
    assert (found.error.code, found.id) == (code, number)


def test_lines_of_a_client_go_on_and_those_too_long_do_not(monkeypatch) -> None:
    pytest.importorskip("mcp")
    import io

    import anyio

    from partnerkg.serve import lines

    monkeypatch.setattr(lines, "LONGEST", 60)
    good = '{"jsonrpc":"2.0","id":3,"method":"ping"}\n'
    answered: list[object] = []

    class Answers:
        async def send(self, message) -> None:
            answered.append(message.message.error.code)

    async def read() -> list[str]:
        found = lines.Lines(io.StringIO(f"{good}\n{'x' * 300}\n{{\n{good}"))
        found.answers = Answers()  # type: ignore[assignment]
        return [line async for line in found]

    assert anyio.run(read) == [good, good]
    assert answered == [-32700, -32700]
