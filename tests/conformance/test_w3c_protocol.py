"""The W3C tests of the SPARQL 1.1 Protocol, of its Service Description and of the Graph Store Protocol.

What changes data is refused: of those tests, that is tested.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import httpx2 as httpx
import pytest
from benchmarks import suite
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize
from tests.serve.conftest import running

FOLDER = suite.folder().parents[1] / "w3c-sparql" / "sparql11"
HT, CNT = "http://www.w3.org/2011/http#", "http://www.w3.org/2011/content#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
PREFIXES = f"PREFIX ht: <{HT}> PREFIX cnt: <{CNT}> PREFIX mf: <{MF}> "
REQUESTS = PREFIXES + "SELECT ?list { %s mf:action/ht:requests ?list }"
FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"),
}


def manifest(name: str) -> Store:
    found = Store()
    path = FOLDER / name
    if path.exists():
        found.load(path=str(path), format=RdfFormat.TURTLE, base_iri=path.as_uri())
    return found


PROTOCOL = manifest("protocol/manifest.ttl")
STORES = manifest("graph-store-protocol/manifest-indirect.ttl")


def entries(store: Store, kind: str) -> list[NamedNode]:
    quads = store.quads_for_pattern(None, None, NamedNode(MF + kind))
    return sorted((quad.subject for quad in quads), key=str)


def name(test: NamedNode) -> str:
    return test.value.rpartition("#")[2]


def one(store: Store, subject: object, predicate: str) -> str | None:
    values = [quad.object for quad in store.quads_for_pattern(subject, NamedNode(predicate), None)]
    return getattr(values[0], "value", None) if len(values) == 1 else None


def each(store: Store, test: NamedNode) -> Iterator[tuple[str, str, dict[str, str], str | None, object]]:
    """Yield method, path, headers and body of each request of a test, and the node of what is expected."""
    for (head,) in store.query(REQUESTS % test):
        # a list is a chain of blank nodes, which no query can name: it is followed by hand
        for request in listed(store, head):
            headers = {
                one(store, field, HT + "fieldName"): one(store, field, HT + "fieldValue")
                for quad in store.quads_for_pattern(request, NamedNode(HT + "headers"), None)
                for field in listed(store, quad.object)
            }
            body = next(iter(store.quads_for_pattern(request, NamedNode(HT + "body"), None)), None)
            expected = next(iter(store.quads_for_pattern(request, NamedNode(HT + "resp"), None))).object
            yield (
                one(store, request, HT + "methodName"),
                one(store, request, HT + "absolutePath"),
                headers,
                one(store, body.object, CNT + "chars") if body else None,
                expected,
            )


def listed(store: Store, node: object) -> Iterator[object]:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    while node != NamedNode(rdf + "nil"):
        yield next(iter(store.quads_for_pattern(node, NamedNode(rdf + "first"), None))).object
        node = next(iter(store.quads_for_pattern(node, NamedNode(rdf + "rest"), None))).object


def allowed(store: Store, expected: object) -> set[str]:
    """Return what a status may begin with, such as `2` or `404`."""
    codes = {"OK": "200", "NoContent": "204", "Created": "201", "NotFound": "404", "BadRequest": "400"}
    quads = store.quads_for_pattern(expected, NamedNode(MF + "expectedStatus"), None)
    names = [quad.object.value.rpartition("#")[2] for quad in quads]
    return {codes.get(one_, one_.removeprefix("StatusCode").removesuffix("xx")) for one_ in names}


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """Return a client of a server of the graphs that the tests name; each says that it is a document."""
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    document = NamedNode("http://xmlns.com/foaf/0.1/Document")
    quads = [Quad(NamedNode(DATA.format(n)), kind, document, NamedNode(DATA.format(n))) for n in range(4)]
    path = tmp_path_factory.mktemp("protocol") / "data.nq"
    serialize(quads, str(path), format=RdfFormat.N_QUADS)
    with running(project=str(path)) as (_, address), httpx.Client(base_url=f"http://{address}") as client:
        yield client


def test_the_suite_is_there(absent: Callable[[str], None]) -> None:
    if not entries(PROTOCOL, "ProtocolTest"):
        absent(f"{FOLDER} is not there; set PARTNERKG_SUITES to the folder of the W3C suites")
    assert len(entries(PROTOCOL, "ProtocolTest")) == 34
    assert len(entries(STORES, "GraphStoreProtocolTest")) == 9


@pytest.mark.slow
@pytest.mark.parametrize("test", entries(PROTOCOL, "ProtocolTest"), ids=name)
def test_it_speaks_the_protocol(web, test):
    changes = name(test).startswith("update_")
    for method, path, headers, body, expected in each(PROTOCOL, test):
        content = None if body is None else body.encode("utf-16" if "non_utf8" in name(test) else "utf-8")
        answer = web.request(method, path.replace("/sparql/", "/sparql", 1), headers=headers, content=content)
        if changes and method == "POST" and "update" in str(headers) + str(body):
            assert answer.status_code == 403, answer.text
            return
        assert str(answer.status_code)[0] in allowed(PROTOCOL, expected), answer.text
        if form := one(PROTOCOL, expected, MF + "expectedFormat"):
            assert answer.headers["content-type"].partition(";")[0] in FORMATS[form]
        if truth := one(PROTOCOL, expected, MF + "expectedBoolean"):
            assert answer.json()["boolean"] is (truth == "true")


@pytest.mark.slow
def test_it_describes_itself_as_the_vocabulary_wants(web):
    """The three tests of the suite: RDF comes back, it names the endpoint, and it keeps to the schema."""
    answer = web.get("/sparql", headers={"Accept": "text/turtle"})
    quads = list(parse(answer.content, format=RdfFormat.TURTLE))
    sd = "http://www.w3.org/ns/sparql-service-description#"
    found = {quad.predicate.value.removeprefix(sd): quad for quad in quads}
    assert found["endpoint"].object == NamedNode(f"{web.base_url}/sparql")
    classes = {quad.subject: quad.object for quad in quads if quad.predicate.value.endswith("#type")}
    for predicate, domain, range_ in (
        ("endpoint", "Service", None),
        ("defaultDataset", "Service", "Dataset"),
        ("defaultGraph", "Dataset", "Graph"),
        ("namedGraph", "Dataset", "NamedGraph"),
    ):
        assert classes[found[predicate].subject] == NamedNode(sd + domain)
        assert range_ is None or classes[found[predicate].object] == NamedNode(sd + range_)
    assert found["name"].object in {NamedNode(DATA.format(n)) for n in range(4)}


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Return a function that has a server take a state of the graphs, and gives a client of it."""
    path = tmp_path_factory.mktemp("stores") / "data.nq"
    written({}, path)
    with (
        running(project=str(path)) as (process, address),
        httpx.Client(base_url=f"http://{address}") as client,
    ):

        def release() -> str:
            return client.get("/health").json()["release"]

        def showing(state) -> httpx.Client:
            before, known, end = path.read_bytes(), release(), time.monotonic() + 60
            if written(state, path).read_bytes() != before:
                process.send_signal(signal.SIGHUP)
                while release() == known:
                    assert time.monotonic() < end, state
                    time.sleep(0.05)
            return client

        yield showing


@pytest.mark.slow
@pytest.mark.parametrize("test", entries(STORES, "GraphStoreProtocolTest"), ids=name)
def test_it_reads_graphs_by_the_protocol(test, shown):
    """What a test puts there comes with a new release of the graph, which the server takes."""
    state: dict[str, list[str]] = {}
    for method, path, headers, body, expected in each(STORES, test):
        graph = unquote(path.partition("graph=")[2])
        if method not in ("GET", "HEAD"):
            follow(state, method, graph, body)
            continue
        client = shown(state)
        answer = client.request(method, path.replace("/gsp", "/graph-store", 1), headers=headers)
        wanted = "200" if graph in state or not graph else "404"
        assert str(answer.status_code) == wanted, answer.text
        assert client.put(path.replace("/gsp", "/graph-store", 1)).status_code == 405
        if method == "GET" and wanted == "200":
            assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
        assert expected is not None


def follow(state, method, graph, body):
    """Do what a request asks for, which the server does not."""
    if method == "DELETE":
        state.pop(graph, None)
    elif method == "PUT":
        state[graph] = [body]
    else:
        state.setdefault(graph, []).extend(parts(body))


def parts(body: str) -> list[str]:
    """Return the texts of a body, several if it is multipart (RFC 2046 §5.1)."""
    if not body.startswith("--"):
        return [body]
    boundary = body.split("\r\n", 1)[0]
    return [part.split("\r\n\r\n", 1)[1] for part in body.split(boundary)[1:-1]]


def written(state, path: Path) -> Path:
    quads = [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph) if graph else DefaultGraph())
        for graph, texts in state.items()
        for text in texts
        for quad in parse(text.encode(), format=RdfFormat.TURTLE, base_iri="http://www.example/gsp")
    ]
    always = Quad(
        NamedNode("http://a.example/"),
        NamedNode("http://a.example/p"),
        Literal("x"),
        NamedNode("http://a.example/g"),
    )
    serialize([*quads, always], str(path), format=RdfFormat.N_QUADS)
    return path
