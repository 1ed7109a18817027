"""The protocol: what goes to a server, and what can go wrong with it."""

from __future__ import annotations

import base64
import gzip
import os
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import BlankNode

from partnerkg.errors import (
    CutShort,
    FailedEndpoint,
    Moved,
    NoAccess,
    NoSparql,
    RefusedQuery,
    TooBusy,
    TooLarge,
    TooSlow,
    Unreachable,
    WrongAddress,
)
from partnerkg.store import endpoint as room
from partnerkg.store.endpoint import Endpoint, Updates
from partnerkg.store.remote import Remote
from partnerkg.store.results import TABLES

YES = b'{"head":{},"boolean":true}'
JSON = {"Content-Type": "application/sparql-results+json"}


def ask(url, **options):
    reply = Endpoint(url, **options).ask("ASK {}", TABLES)
    return reply.media_type, reply.data


@pytest.mark.parametrize(
    "url",
    [
        "ftp://host/",
        "file:///etc/passwd",
        "http://",
        "nothing",
        "http://a b/",
        "http://[",
        "http://h:x/",
        "http://é/",
    ],
)
def test_it_takes_only_http_addresses(url):
    with pytest.raises(WrongAddress, match="must look like http://host/path"):
        Endpoint(url)


def test_it_takes_no_password_in_the_address_and_does_not_repeat_it():
    with pytest.raises(WrongAddress, match="PARTNERKG_PASSWORD") as error:
        Endpoint("http://me:secret@host/sparql")
    assert "secret" not in str(error.value)


@pytest.fixture
def staying():
    """Return the address of a server that leaves connections open, and a list with a number for each of them.

    To the third question on a connection it says nothing, and leaves.
    """
    connections = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            connections.append(0)
            self.number = len(connections) - 1

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            connections[self.number] += 1
            if connections[self.number] == 3:
                self.close_connection = True
                return
            self.send_response(200)
            for name, value in {**JSON, "Content-Length": str(len(YES))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(YES)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql", connections
        server.shutdown()


def test_it_asks_on_over_one_connection_and_over_another_when_the_server_has_left(staying):
    url, connections = staying
    asked = Endpoint(url)
    assert {asked.ask("ASK {}", TABLES).data for _ in range(2)} == {YES}
    assert connections == [2]
    assert asked.ask("ASK {}", TABLES).data == YES
    assert connections == [3, 1]


def test_a_copy_of_the_process_has_connections_of_its_own(staying):
    url, connections = staying
    asked = Endpoint(url)
    asked.ask("ASK {}", TABLES)
    child = os.fork()
    if not child:
        os._exit(asked.ask("ASK {}", TABLES).data != YES)
    assert os.waitpid(child, 0)[1] == 0
    assert asked.ask("ASK {}", TABLES).data == YES
    assert sorted(connections) == [1, 2]


def test_it_reads_packed_answers(behaving):
    url = behaving(headers={**JSON, "Content-Encoding": "gzip"}, body=gzip.compress(YES))
    assert ask(url) == ("application/sparql-results+json", YES)


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", gzip.compress(YES[:9]) + gzip.compress(YES[9:]) + bytes(9)),
        ("deflate", zlib.compress(YES)),
        ("deflate", zlib.compress(YES)[2:-4]),
    ],
    ids=["gzip in two parts", "deflate", "deflate without a head"],
)
def test_it_reads_answers_however_they_are_packed(behaving, packing, body):
    assert ask(behaving(headers={**JSON, "Content-Encoding": packing}, body=body))[1] == YES


def test_it_says_when_packed_answers_are_broken(behaving):
    with pytest.raises(NoSparql, match="packed"):
        ask(behaving(headers={"Content-Encoding": "gzip"}, body=b"no"))


def test_it_sends_the_name_and_password_of_the_environment(behaving, monkeypatch):
    seen = []
    url = behaving(body=YES, act=lambda request: seen.append(request.headers["Authorization"]))
    ask(url)
    monkeypatch.setenv("PARTNERKG_USER", "me")
    monkeypatch.setenv("PARTNERKG_PASSWORD", "secret")
    ask(url)
    monkeypatch.setenv("PARTNERKG_AUTHORIZATION", "Bearer x\r\n")
    ask(url)
    assert seen == [None, "Basic " + base64.b64encode(b"me:secret").decode(), "Bearer x"]


@pytest.fixture
def digest(monkeypatch):
    """Return a function that has the environment prove a name and a password by digest."""

    def proving(user, password):
        monkeypatch.setenv("PARTNERKG_USER", user)
        monkeypatch.setenv("PARTNERKG_PASSWORD", password)
        monkeypatch.setenv("PARTNERKG_AUTHENTICATION", "digest")

    return proving


def test_it_proves_a_password_by_digest_to_virtuoso(empty_virtuoso, digest):
    digest("dba", "dba")
    secured, updates = Endpoint(empty_virtuoso + "-auth"), Updates(empty_virtuoso + "-auth")
    updates.update("INSERT DATA { GRAPH <urn:test:digest> { <urn:a> <urn:b> <urn:c> } }")
    assert Remote(secured).counts()["urn:test:digest"] == 1
    updates.update("CLEAR GRAPH <urn:test:digest>")


def test_it_says_that_a_password_is_wrong(empty_virtuoso, digest):
    digest("dba", "wrong")
    with pytest.raises(NoAccess, match="HTTP 401"):
        ask(empty_virtuoso + "-auth")


@pytest.mark.parametrize(
    "challenge", ['Bearer realm="x"', 'Digest realm="x", nonce="n", algorithm=NONE', "Digest"]
)
def test_it_gives_up_where_a_server_wants_no_digest_that_it_knows(behaving, digest, challenge):
    digest("me", "secret")
    seen = []
    url = behaving(
        401,
        headers={"WWW-Authenticate": challenge},
        act=lambda request: seen.append(request.headers["Authorization"]),
    )
    with pytest.raises(NoAccess, match="PARTNERKG_AUTHENTICATION"):
        ask(url)
    assert seen == [None]


def test_it_proves_no_password_to_another_address(behaving, digest):
    digest("me", "secret")
    seen = []
    asking = {"WWW-Authenticate": 'Digest realm="x", nonce="n", qop="auth"'}
    elsewhere = behaving(
        401, headers=asking, act=lambda request: seen.append(request.headers["Authorization"])
    )
    with pytest.raises(NoAccess):
        ask(behaving(302, headers={"Location": elsewhere}))
    assert seen == [None]


def test_it_sends_no_password_on_to_another_address(behaving, monkeypatch):
    seen = []

    def redirect(request):
        seen.append(request.headers["Authorization"])
        request.send_response(302)
        request.send_header("Location", elsewhere)
        request.end_headers()
        return True

    monkeypatch.setenv("PARTNERKG_AUTHORIZATION", "Bearer x")
    elsewhere = behaving(body=YES, act=lambda request: seen.append(request.headers["Authorization"]))
    assert ask(behaving(act=redirect))[1] == YES
    assert seen == ["Bearer x", None]


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (401, NoAccess, "HTTP 401.*PARTNERKG_USER"),
        (403, NoAccess, "HTTP 403.*PARTNERKG_USER"),
        (400, RefusedQuery, "refuses the query: line 1: 'x' is.* wrong"),
        (404, NoSparql, "HTTP 404"),
        (405, NoSparql, "HTTP 405"),
        (500, FailedEndpoint, "HTTP 500: line 1: 'x' is.* wrong;"),
        (503, FailedEndpoint, "HTTP 503: line 1: 'x' is.* wrong;"),
    ],
)
def test_it_says_what_a_server_complains_about(behaving, status, error, words):
    with pytest.raises(error, match=words) as found:
        ask(behaving(status, body=b"line 1:\n'x' is\x1b wrong."))
    assert str(found.value).isprintable()


def test_it_asks_by_get_where_a_server_takes_nothing_else(behaving):
    asked = []

    def act(request) -> bool:
        asked.append((request.command, parse_qs(urlsplit(request.path).query).get("query")))
        if request.command == "POST":
            request.send_response(405)
            request.send_header("Allow", "GET, HEAD")
            request.end_headers()
        return request.command == "POST"

    endpoint = Endpoint(behaving(body=YES, act=act))
    assert [endpoint.ask("ASK {}", "*/*").data for _ in range(2)] == [YES, YES]
    assert asked == [("POST", None), ("GET", ["ASK {}"]), ("GET", ["ASK {}"])]


def test_it_sends_no_update_by_get(behaving):
    methods = []

    def act(request) -> bool:
        methods.append(request.command)
        request.send_response(405)
        request.end_headers()
        return True

    with pytest.raises(NoSparql, match="HTTP 405"):
        Endpoint(behaving(act=act)).for_updates().update("CLEAR ALL")
    assert methods == ["POST"]


def test_it_says_when_a_server_gives_no_reason(behaving):
    with pytest.raises(RefusedQuery, match="refuses the query: Bad Request"):
        ask(behaving(400))
    with pytest.raises(RefusedQuery, match="no reason given"):
        ask(behaving(act=lambda request: (request.send_response_only(400, ""), request.end_headers())))


def test_it_says_that_nothing_listens(monkeypatch):
    monkeypatch.setattr(room, "PAUSES", (0, 0))
    with pytest.raises(Unreachable, match="cannot be reached: Connection refused"):
        ask("http://127.0.0.1:9/sparql")


def test_it_says_that_a_host_does_not_exist(monkeypatch):
    monkeypatch.setattr(room, "PAUSES", ())
    with pytest.raises(Unreachable, match=r"host\.invalid/sparql cannot be reached"):
        ask("http://host.invalid/sparql")


def test_it_does_not_wait_for_ever_and_asks_a_slow_server_once(behaving):
    seen = []
    url = behaving(act=lambda request: (seen.append(request), time.sleep(1)))
    with pytest.raises(TooSlow, match=r"within 0\.2 s;"):
        ask(url, timeout=0.2)
    assert len(seen) == 1


def test_it_does_not_wait_for_an_answer_that_comes_in_drops(behaving):
    def dripping(request):
        request.send_response(200)
        request.end_headers()
        for _ in range(30):
            request.wfile.write(b" ")
            time.sleep(0.1)
        return True

    start = time.monotonic()
    with pytest.raises(TooSlow, match=r"within 0\.4 s;"):
        ask(behaving(act=dripping), timeout=0.4)
    assert time.monotonic() - start < 2


def test_it_takes_the_time_of_the_environment_unless_it_is_told_one(monkeypatch):
    monkeypatch.setenv("PARTNERKG_ENDPOINT_TIMEOUT", "1.5")
    assert Endpoint("http://h/").timeout == 1.5
    assert Endpoint("http://h/query").for_updates().timeout == 1.5
    assert Endpoint("http://h/", timeout=9).timeout == 9


@pytest.mark.parametrize("headers", [{}, {"Content-Encoding": "gzip"}])
def test_it_takes_no_answer_that_is_too_large(behaving, headers):
    whole = b"x" * 1001
    body = gzip.compress(whole) if "Content-Encoding" in headers else whole
    url = behaving(headers=headers, body=body)
    with pytest.raises(TooLarge, match=r"more than 1000 bytes.*PARTNERKG_ENDPOINT_BYTES"):
        ask(url, most=1000)
    assert ask(url, most=1001)[1] == whole


def test_it_refuses_what_is_announced_to_be_too_large_before_it_comes(behaving):
    url = behaving(headers={"Content-Length": "1000000000000"})
    with pytest.raises(TooLarge):
        ask(url)


def test_it_says_that_an_answer_broke_off(behaving, monkeypatch):
    monkeypatch.setattr(room, "PAUSES", ())
    with pytest.raises(CutShort, match="broke after 26 of 30 bytes"):
        ask(behaving(headers={"Content-Length": "30"}, body=YES))


def test_it_tries_three_times_when_the_connection_breaks(behaving, monkeypatch):
    monkeypatch.setattr(room, "PAUSES", (0, 0))
    seen = []

    def breaking(request):
        seen.append(request)
        if len(seen) < 3:
            request.connection.close()
            return True
        return False

    assert ask(behaving(body=YES, act=breaking))[1] == YES
    assert len(seen) == 3


def test_it_never_repeats_what_was_refused(behaving):
    seen = []
    with pytest.raises(FailedEndpoint):
        ask(behaving(500, act=seen.append))
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("headers", "body", "words"),
    [
        (
            {"Content-Type": "text/html"},
            b"<p>hello</p>",
            "text/html that cannot be read: it begins with `<p>hello</p>`; check the path",
        ),
        ({"Content-Type": "text/html"}, b"<title>Under\n load</title>", "a page for people, “Under load”; "),
        (JSON, b"<p>hello</p>", "cannot be read: it begins with `<p>hello</p>`; check the path"),
        ({}, b"", "its answer is empty; check the path"),
    ],
)
def test_it_says_that_an_answer_is_not_sparql(behaving, headers, body, words):
    store = Remote(Endpoint(behaving(headers=headers, body=body)))
    with pytest.raises(NoSparql, match=words):
        store.ask("ASK { ?s ?p ?o }")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_it_follows_a_server_with_the_same_query(behaving, status):
    seen = []
    there = behaving(headers=JSON, body=YES, act=lambda request: seen.append((request.command, request.text)))
    assert ask(behaving(status, headers={"Location": there}))[1] == YES
    assert seen == [("POST", "query=ASK+%7B%7D")]


def test_it_tells_where_a_server_sends_an_update_on_to(behaving):
    seen = []
    there = behaving(body=b"", act=seen.append)
    with pytest.raises(Moved, match=f"sends on to {there}"):
        Updates(behaving(308, headers={"Location": there})).update("CLEAR ALL")
    assert seen == []


def test_it_does_not_follow_a_server_to_a_file(behaving):
    with pytest.raises(Moved, match="file:///etc/passwd"):
        ask(behaving(302, headers={"Location": "file:///etc/passwd"}))


def test_it_does_not_go_round_in_circles(behaving):
    with pytest.raises(NoSparql, match=r"sends on in a circle, to http://.*/sparql; "):
        ask(behaving(302, headers={"Location": "/sparql"}))


def test_it_says_that_a_server_sends_on_to_nowhere(behaving):
    with pytest.raises(NoSparql, match="it says HTTP 301"):
        ask(behaving(301))


@pytest.mark.parametrize("status", [429, 503])
def test_it_waits_as_long_as_a_busy_server_asks(behaving, status):
    seen = []

    def busy(request):
        seen.append(time.monotonic())
        if len(seen) > 1:
            return False
        request.send_response(status)
        request.send_header("Retry-After", "1")
        request.end_headers()
        return True

    assert ask(behaving(headers=JSON, body=YES, act=busy))[1] == YES
    assert seen[1] - seen[0] >= 1


@pytest.mark.parametrize("when", ["100", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_it_says_how_long_a_busy_server_asks_to_wait_where_that_is_too_long(behaving, when):
    with pytest.raises(TooBusy, match=r"HTTP 429\) and asks to wait \d{3,} s;"):
        ask(behaving(429, headers={"Retry-After": when}))


def test_it_does_not_wait_for_ever_for_a_server_that_is_always_busy(behaving):
    seen = []
    with pytest.raises(TooBusy):
        ask(behaving(503, headers={"Retry-After": "0"}, act=seen.append))
    assert len(seen) == 1 + room.WAITS


ROWS = "SELECT ?s { ?s ?p ?o }"


@pytest.mark.parametrize(
    ("headers", "words"),
    [({"X-SPARQL-MaxRows": "10"}, "no more than 10 rows"), ({"X-SQL-State": "S1TAT"}, "its time was over")],
)
def test_it_takes_no_part_of_an_answer_for_the_whole(behaving, headers, words):
    body = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
    url = behaving(headers={**JSON, **headers}, body=body, act=yes_to_ask)
    with pytest.raises(CutShort, match=words):
        Remote(Endpoint(url)).select(ROWS)
    assert list(Remote(Endpoint(url)).select(ROWS + " LIMIT 10")) == []


def yes_to_ask(request):
    if "ASK" not in request.text:
        return False
    request.send_response(200)
    request.send_header("Content-Type", "application/sparql-results+json")
    request.end_headers()
    request.wfile.write(YES)
    return True


def test_virtuoso_says_that_it_cuts_an_answer_short(virtuoso):
    with pytest.raises(CutShort, match="no more than 4000 rows"):
        Remote(Endpoint(virtuoso)).select(ROWS)


def test_virtuoso_gives_blank_nodes(empty_virtuoso):
    store = Remote(Endpoint(empty_virtuoso))
    updates, graph = store.endpoint.for_updates(), "<urn:test:blank>"
    updates.update(f"INSERT {{ GRAPH {graph} {{ <urn:a> <urn:p> _:x . _:x <urn:p> 'é' }} }} WHERE {{}}")
    try:
        (one,), (other,) = store.select("SELECT ?x { { <urn:a> <urn:p> ?x } UNION { ?x <urn:p> 'é' } }")
        assert one == other and isinstance(one, BlankNode)
    finally:
        updates.update(f"CLEAR GRAPH {graph}")
