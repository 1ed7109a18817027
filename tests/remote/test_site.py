"""The pages before an existing engine: the same as those of the files, and clear words when it is away."""

from __future__ import annotations

import re
import subprocess

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from tests.remote.conftest import free_port, started, stopped
from tests.serve.conftest import asked

from partnerkg.pipeline.opened import Opened, at
from partnerkg.serve.site import Site

PAGES = [
    *("network", "map", "sources", "source/lis-avec-moi", "vocabulary", "about"),
    *("organization/le-bateau-livre-lille", "organization/coleres-du-present", "place/commune-62041"),
    *("concept/kind/bookshop", "questions/network_members"),
]
SEARCH = {"q": "arras", "near": "Lens", "within": "20"}
HTML = {"accept": "text/html,*/*;q=0.8", "accept-language": "en"}


@pytest.fixture(scope="module")
def pages():
    """Return the pages of the files."""
    return written(at(None))


def written(opened: Opened) -> dict[str, bytes]:
    """Return pages without what says where the graph stands."""
    site = Site(opened)
    site.folder = None  # an engine has no history of releases
    made = {path: site.page(path, "fr") for path in PAGES} | {"search": site.page("search", "fr", SEARCH)}
    return {path: re.sub(rb"partnerkg\.open\(.*\)", b"", page.body) for path, page in made.items()}


@pytest.mark.parametrize("engine", ["oxigraph", "virtuoso"])
def test_an_engine_gives_the_pages_that_the_files_give(engine, pages, request):
    there = written(Opened(endpoint=request.getfixturevalue(engine)))
    assert [path for path in pages if there[path] != pages[path]] == []


def test_a_graph_of_another_vocabulary_and_none_at_all_have_pages_that_say_so(serve):
    other = '<http://a.example/x> <http://xmlns.com/foaf/0.1/name> "X" <http://a.example/g> .'
    foreign = serve("--union-default-graph", quads=list(parse(other, format=RdfFormat.N_QUADS)))
    for url in (foreign, serve("--union-default-graph")):
        site = Site(Opened(endpoint=f"{url}/query"))
        for path in ("", "search", "network", "map", "quality", "sources", "questions"):
            page = site.page(path, "en")
            assert page.status == 200, path
        home = site.page("", "en").body.decode()
        assert "org:Organization" in home, url


def test_of_an_engine_that_ends_people_and_programs_hear_and_its_address_only_the_log(
    oxigraph_command, tmp_path, world
):
    (tmp_path / "graph.nq").write_bytes(serialize(at(world).store.everything(), format=RdfFormat.N_QUADS))
    here = [oxigraph_command, "load", "--location", "store", "--file", "graph.nq"]
    subprocess.run(here, cwd=tmp_path, check=True, capture_output=True)
    host, log = f"127.0.0.1:{free_port()}", []
    command = [oxigraph_command, "serve", "--location", "store", "--bind", host, "--union-default-graph"]
    engine = started(command, tmp_path, f"http://{host}/")
    try:
        with asked(endpoint=f"http://{host}/query", log=log.append) as client:
            assert "La Plume" in client.get("/en/search", headers=HTML).text
            stopped(engine)
            page = client.get("/en/questions/network_members?network=x", headers=HTML)
            problem = client.get("/api/queries/network_names", headers={"accept": "application/json"})
            health = client.get("/health")
    finally:
        stopped(engine)
    assert [one.status_code for one in (page, problem, health)] == [502, 502, 503]
    assert page.headers["content-type"].startswith("text/html")
    assert all("try again later" in one.text and host not in one.text for one in (page, problem, health))
    assert [line for line in log if "problem" in line and host in line]
