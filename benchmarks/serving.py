"""Goal 8: a SELECT over HTTP, in a process that can be ended, against peers on the same store.

Peers: Oxigraph's own server on the directory; a bare Starlette application that asks the engine in its own
process; the same one that asks rdflib. Each gets the same request over a connection that stays open.
"""

from __future__ import annotations

import http.client
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks import generator
from benchmarks.measure import Pair, at_most

PREFIXES = (
    "PREFIX organization: <https://w3id.org/partnerkg/id/organization/> "
    "PREFIX org: <http://www.w3.org/ns/org#> PREFIX pk: <https://w3id.org/partnerkg/ontology#> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
POINT = PREFIXES + "SELECT DISTINCT ?name { organization:organisation-7 skos:prefLabel ?name }"
MEMBERS = (
    PREFIXES
    + "SELECT DISTINCT ?member ?name ?commune { ?member org:memberOf organization:network-0 . "
    + "OPTIONAL { ?member skos:prefLabel ?name } OPTIONAL { ?member org:hasSite/pk:commune ?commune } }"
)
GROUPS = PREFIXES + "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) { ?x a ?class } GROUP BY ?class"
BARE = """
import sys, uvicorn, pyoxigraph
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
store = pyoxigraph.Store.read_only(sys.argv[2])
def answer(request):
    found = store.query(request.query_params["query"])
    return Response(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON))
async def asked(request):
    return answer(request)
app = Starlette(routes=[Route("/sparql", asked)])
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_config=None, access_log=False)
"""
RDFLIB = """
import sys, uvicorn, rdflib
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
graph = rdflib.Graph().parse(sys.argv[2], format="nt11")
async def asked(request):
    return Response(graph.query(request.query_params["query"]).serialize(format="json"))
app = Starlette(routes=[Route("/sparql", asked)])
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_config=None, access_log=False)
"""


class Client:
    """A connection that stays open."""

    def __init__(self, port: int, path: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._path = path

    def ask(self, query: str, number: int = 0) -> bytes:
        """Return the answer to a query as JSON; ValueError for any other status than 200.

        With another number it is another text, which no cache knows.
        """
        query += f" # {number}" if number else ""
        headers = {"Accept": "application/sparql-results+json"}
        address = f"{self._path}?{urlencode({'query': query})}"
        try:
            answer = self._asked(address, headers)
        except http.client.RemoteDisconnected:  # it was silent for long
            answer = self._asked(address, headers)
        data = answer.read()
        if answer.status != 200:
            raise ValueError(data)
        return data

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _asked(self, address: str, headers: dict[str, str]) -> http.client.HTTPResponse:
        self._connection.request("GET", address, headers=headers)
        return self._connection.getresponse()


def median(clients: Sequence[Client], query: str, rounds: int, again: bool = False) -> list[float]:
    """Return the median of the seconds of each client, asked in turns so that all meet the same weather.

    The texts differ, unless it is to be asked `again`.
    """
    times: list[list[float]] = [[] for _ in clients]
    for number in range(1, rounds + 1):
        for client, taken in zip(clients, times, strict=True):
            start = time.perf_counter()
            client.ask(query, 0 if again else number)
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(command: Sequence[str], port: int, path: str) -> Iterator[Client]:
    """Give a client of a server once it answers; ValueError if it ends before."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            client = Client(port, path)
            for _ in range(600):
                try:
                    client.ask("ASK {}")
                    break
                except (OSError, http.client.HTTPException):
                    client.close()
                    client = Client(port, path)
                    time.sleep(0.1)
                    if process.poll() is not None:
                        raise ValueError(command) from None
            yield client
            client.close()
        finally:
            process.terminate()


def run(folder: Path, statements: int, rounds: int = 200) -> None:
    """Print the ratios on a graph of about so many statements."""
    place = str(generator.write(folder / "served.nq", statements))
    store = str(folder / "served")
    program = str(Path(sys.executable).with_name("partnerkg"))
    subprocess.run([program, "load", place, "-o", store], check=True, capture_output=True)
    ports = [free_port() for _ in range(4)]
    with ExitStack() as stack:
        ours, peer, bare = (
            stack.enter_context(serving(command, port, path))
            for command, port, path in (
                ([program, "--project", store, "serve", "--port", str(ports[0])], ports[0], "/sparql"),
                (
                    [
                        str(Path(sys.executable).with_name("oxigraph")),
                        *("serve-read-only", "--location", store, "--bind", f"127.0.0.1:{ports[1]}"),
                    ],
                    ports[1],
                    "/query",
                ),
                ([sys.executable, "-c", BARE, str(ports[2]), store], ports[2], "/sparql"),
            )
        )
        with urlopen(f"http://127.0.0.1:{ports[0]}/en/") as page:  # what it makes ready beside is ready then
            page.read()
        for name, query, limit in (("point", POINT, 3.0), ("member list", MEMBERS, 0.5)):
            _check(query, ours, peer)
            for again in (False, True):
                mine, theirs, least = median((ours, peer, bare), query, rounds, again)
                what = f"{name} over HTTP, {'again' if again else 'new'}"
                at_most(8, what, Pair(mine, "oxigraph", theirs), limit)
                at_most(8, what, Pair(mine, "bare Starlette", least), 1.3)
        union = folder / "served.nt"
        _union(store, union)
        command = [sys.executable, "-c", RDFLIB, str(ports[3]), str(union)]
        slow = stack.enter_context(serving(command, ports[3], "/sparql"))
        mine, theirs = median((ours, slow), GROUPS, 5)
        at_most(8, "group by over HTTP", Pair(mine, "rdflib", theirs), 1 / 20)


def _check(query: str, ours: Client, peer: Client) -> None:
    """Raise ValueError unless both answer the same number of rows, and some."""
    counts = {len(json.loads(client.ask(query))["results"]["bindings"]) for client in (ours, peer)}
    if len(counts) != 1 or 0 in counts:
        raise ValueError(f"{query}: {counts}")


def _union(store: str, path: Path) -> None:
    from pyoxigraph import DefaultGraph, RdfFormat, Store, serialize

    quads = Store.read_only(store).quads_for_pattern(None, None, None, DefaultGraph())
    serialize((quad.triple for quad in quads), str(path), format=RdfFormat.N_TRIPLES)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        run(Path(scratch), 100_000)
