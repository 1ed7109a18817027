"""Pages from their address, from a server on this machine that takes the place of the web."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from partnerkg.pipeline import fetched as of_fetching
from partnerkg.pipeline.fetched import Transport, UnreadablePage, fetched

PUBLIC = "93.184.216.34"
Answers = dict[str, tuple[int, dict[str, str], bytes]]


class Web:
    """What hosts answer, by path; `asked` is what was asked of them."""

    def __init__(self) -> None:
        self.answers: Answers = {}
        self.asked: list[tuple[str, str, str]] = []
        self.addresses = {"partners.example": [PUBLIC]}
        self.port = 0

    def transport(self) -> Transport:
        return Transport(lambda host: self.addresses.get(host, []), self.connected)

    def connected(self, host: str, address: str, seconds: float) -> HTTPConnection:
        assert address == self.addresses[host][0]
        return HTTPConnection("127.0.0.1", self.port, timeout=seconds)


@pytest.fixture
def web() -> Iterator[Web]:
    here = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append((self.headers["Host"], self.path, self.headers["User-Agent"]))
            status, headers, body = here.answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here.port = server.server_port
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield here
    server.shutdown()
    server.server_close()


def refusal(web: Web, address: str) -> str:
    with pytest.raises(UnreadablePage) as refused:
        fetched(address, web.transport())
    return str(refused.value)


def test_it_fetches_a_page_and_says_who_asks(web: Web) -> None:
    web.answers["/partners?all=1"] = (200, {"Content-Type": "text/html; charset=latin-1"}, b"<p>Salam</p>")
    assert fetched("https://partners.example/partners?all=1", web.transport()) == (b"<p>Salam</p>", "latin-1")
    hosts, paths, agents = zip(*web.asked, strict=True)
    assert (set(hosts), paths) == ({"partners.example"}, ("/robots.txt", "/partners?all=1"))
    assert agents[1].startswith("partnerkg/")


def test_it_does_what_robots_txt_says(web: Web) -> None:
    web.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    web.answers["/public"] = web.answers["/private"] = (200, {}, b"x")
    assert fetched("https://partners.example/public", web.transport())[0] == b"x"
    assert "robots.txt forbids it" in refusal(web, "https://partners.example/private")


def test_a_robots_txt_that_cannot_be_had_forbids_all(web: Web) -> None:
    web.answers["/robots.txt"] = (503, {}, b"")
    assert "robots.txt forbids it" in refusal(web, "https://partners.example/")


@pytest.mark.parametrize(
    "private", ["127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "::1", "fd00::1"]
)
def test_it_asks_no_host_inside_a_network(web: Web, private: str) -> None:
    web.addresses["inside.example"] = [PUBLIC, private]
    assert "inside.example is no public host" in refusal(web, "https://inside.example/")
    assert not web.asked


def test_it_looks_at_where_a_page_leads_as_at_the_page(web: Web) -> None:
    web.addresses["inside.example"] = ["10.0.0.1"]
    web.answers["/a"] = (302, {"Location": "https://inside.example/secret"}, b"")
    assert "inside.example is no public host" in refusal(web, "https://partners.example/a")


def test_it_follows_few_redirects(web: Web) -> None:
    web.answers["/a"] = (301, {"Location": "/b"}, b"")
    web.answers["/b"] = (200, {}, b"here")
    assert fetched("https://partners.example/a", web.transport())[0] == b"here"
    web.answers["/b"] = (301, {"Location": "/a"}, b"")
    assert "leads to more than 5 other addresses" in refusal(web, "https://partners.example/a")


@pytest.mark.parametrize(
    "address",
    [
        "http://partners.example/",
        "https://user@partners.example/",
        "https://partners.example:8443/",
        "https:///x",
    ],
)
def test_it_fetches_over_https_only(web: Web, address: str) -> None:
    assert refusal(web, address)
    assert not web.asked


def test_it_stops_at_a_size(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_fetching, "LARGEST", 100)
    web.answers["/"] = (200, {}, b"x" * 101)
    assert "larger than 100 bytes" in refusal(web, "https://partners.example/")


def test_it_stops_at_a_time(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_fetching, "SECONDS", -1.0)
    assert "it takes longer than" in refusal(web, "https://partners.example/")


def test_it_says_what_the_server_answers(web: Web) -> None:
    assert "the server answers 404" in refusal(web, "https://partners.example/nothing")
