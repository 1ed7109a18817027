"""What HTTP says of odd requests (RFC 9110, RFC 9112), over a real connection."""

from __future__ import annotations

import re
import socket

import pytest

pytestmark = pytest.mark.thorough
TYPE = "Content-Type: application/sparql-query\r\n"
CLOSE = "Connection: close\r\n"
HOST = "Host: x\r\n"


def told(address: str, *pieces: str, end: bool = False) -> list[tuple[int, dict[str, str], str]]:
    """Return each answer of a server to pieces, until it ends the connection: status, head, the rest.

    A piece is sent when something was heard of the one before it; `end` says that our half is closed then.
    """
    host, port = address.split(":")
    with socket.create_connection((host, int(port)), timeout=60) as sender:
        heard = b""
        for piece in pieces:
            sender.sendall(piece.encode("latin-1"))
            if piece is not pieces[-1]:
                heard += sender.recv(1000)
        if end:
            sender.shutdown(socket.SHUT_WR)
        while data := sender.recv(65536):
            heard += data
    answers = re.split(r"(?<!^)(?=HTTP/1\.1 \d)", heard.decode())
    return [_read(answer) for answer in answers if answer]


def _read(answer: str) -> tuple[int, dict[str, str], str]:
    head, _, rest = answer.partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    return int(first.split()[1]), dict(line.lower().split(": ", 1) for line in lines), rest


def get(path: str, head: str = HOST + CLOSE, method: str = "GET", version: str = "1.1") -> str:
    return f"{method} {path} HTTP/{version}\r\n{head}\r\n"


def post(body: str, head: str, close: str = CLOSE) -> str:
    return f"POST /sparql HTTP/1.1\r\n{HOST}{TYPE}{close}{head}\r\n{body}"


SIX = "Content-Length: 6\r\n"


@pytest.mark.parametrize(
    ("request_", "statuses"),
    [
        (get("/health", CLOSE), [400]),
        (get("/health", HOST + "Host: y\r\n" + CLOSE), [400]),
        (get("/health", "", version="1.0"), [200]),
        (get("http://x/health"), [200]),
        (get("/health", HOST) * 2 + get("/robots.txt"), [200, 200, 200]),
        (post("ASK {}", SIX, "") + get("/robots.txt"), [200, 200]),
        (post("3\r\nASK\r\n3\r\n {}\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"), [200]),
        (post("zz\r\nASK\r\n", "Transfer-Encoding: chunked\r\n"), [400]),
        (post("ASK {}", SIX + "Content-Length: 7\r\n"), [400]),
        (post("0\r\n\r\n", SIX + "Transfer-Encoding: chunked\r\n"), [400]),
        (post("ASK {}", "Content-Length: -6\r\n"), [400]),
        (post("ASK {}", SIX + "Content-Encoding: gzip\r\n"), [415]),
        (post("", "Content-Length: 9999999999\r\n"), [413]),
        (post("", "Content-Length: 2000000\r\nExpect: 100-continue\r\n"), [413]),
        (get("/health", HOST + CLOSE + "X: a\0b\r\n"), [400]),
        (get("/sparql?query=ASK%7B%7D%00"), [400]),
        (get("/sparql?query=%FF"), [400]),
        (get("/%zz"), [404]),
        (get("/id/%00"), [404]),
        (get("/" + "a" * 60_000), [404]),
        (get("/sparql?query=ASK%7B%7D%23" + "a" * 60_000), [200]),
        (get("/health", HOST + CLOSE + "Upgrade: h2c\r\n"), [200]),
    ],
)
def test_an_odd_request_has_the_answer_that_the_standard_wants(address, request_, statuses):
    assert [status for status, _, _ in told(address, request_)] == statuses


def test_who_asks_whether_to_send_a_body_is_told_so(address):
    head = post("", SIX + "Expect: 100-continue\r\n")
    assert [status for status, _, _ in told(address, head, "ASK {}")] == [100, 200]


@pytest.mark.parametrize("request_", [get("/health", HOST), post("ASK {}", SIX, "")], ids=["GET", "POST"])
def test_who_ends_their_half_of_the_connection_is_answered(address, request_):
    assert [status for status, _, _ in told(address, request_, end=True)] == [200]


def test_who_ends_their_half_within_a_body_is_not_waited_for(address):
    assert told(address, post("ASK", SIX, ""), end=True) == []


ROUTES = {
    "/sparql": "get, head, post, options",
    "/reconcile": "get, head, post, options",
    "/graph-store": "get, head, options",
    "/health": "get, head, options",
    "/api/queries": "get, head, options",
    "/id/organization/x": "get, head, options",
    "/fr/": "get, head, options",
}


@pytest.mark.parametrize(("path", "allowed"), ROUTES.items())
def test_each_address_says_what_it_allows_and_refuses_the_rest(address, path, allowed):
    for method in ("DELETE", "TRACE"):
        ((status, head, _),) = told(address, get(path, method=method))
        assert (status, head["allow"].lower()) == (405, allowed)
    ((status, head, rest),) = told(address, get(path, method="OPTIONS"))
    assert (status, head["allow"].lower(), rest) == (204, allowed, "")
    assert head["access-control-allow-methods"].lower() == allowed


@pytest.mark.parametrize(
    "path", ["/health", "/fr/", "/id/none", "/fr/none", "/sparql?query=ASK%7B%7D", "/sparql?query=", "/"]
)
def test_a_head_is_that_of_the_answer_without_it(address, path):
    ((status, head, rest),) = told(address, get(path, method="HEAD"))
    ((whole, same, _),) = told(address, get(path))
    assert (status, rest) == (whole, "")
    volatile = {"date": ""}
    assert {**head, **volatile} == {**same, **volatile}


@pytest.mark.parametrize("known", ['"x", %s, W/"y"', "%s", "*"])
def test_a_condition_may_name_several_answers(address, known):
    ((_, head, _),) = told(address, get("/fr/"))
    condition = f"If-None-Match: {known.replace('%s', head['etag'].replace('w/', 'W/'))}\r\n"
    ((status, again, rest),) = told(address, get("/fr/", HOST + CLOSE + condition))
    assert (status, rest, again["etag"]) == (304, "", head["etag"])


@pytest.mark.parametrize(("path", "status"), [("/id/none", 404), ("/id/organization/la-plume-rivebois", 303)])
def test_no_condition_hides_that_an_answer_is_none(address, path, status):
    for condition in ("If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match: *"):
        ((found, head, _),) = told(address, get(path, f"{HOST}{CLOSE}{condition}\r\n"))
        assert (found, "etag" in head) == (status, False)
