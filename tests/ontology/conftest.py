"""The ontology as graphs, and the copies of other vocabularies where they are at hand."""

from __future__ import annotations

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from partnerkg import namespaces

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"
BASE = "https://w3id.org/partnerkg/"
SCHEMA = "https://schema.org/"
LABELS = ("http://www.w3.org/2000/01/rdf-schema#label", "https://schema.org/name")


def _graph(*paths: Path) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path)
    return graph


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """Classes and properties: `partnerkg.ttl`."""
    return _graph(ONTOLOGY / "partnerkg.ttl")


@pytest.fixture(scope="session")
def vocabularies() -> dict[str, Graph]:
    """One graph a concept scheme, by file name."""
    return {path.stem: _graph(path) for path in sorted((ONTOLOGY / "vocabularies").glob("*.ttl"))}


@pytest.fixture(scope="session")
def alignments() -> Graph:
    return _graph(ONTOLOGY / "alignments.ttl")


@pytest.fixture(scope="session")
def foreign() -> Graph:
    return _graph(ONTOLOGY / "foreign.ttl")


@pytest.fixture(scope="session")
def whole(ontology: Graph, vocabularies: dict[str, Graph], alignments: Graph, foreign: Graph) -> Graph:
    """What an OWL tool reads: ontology, vocabularies, alignments and declarations together."""
    graph = Graph()
    for part in (ontology, *vocabularies.values(), alignments, foreign):
        graph += part
    return graph


@pytest.fixture(scope="session")
def foreign_prefixes() -> dict[str, str]:
    """Prefixes of other vocabularies, with their namespaces."""
    return {p: n for p, n in namespaces.prefixes().items() if not n.startswith(BASE)}


@pytest.fixture(scope="session")
def quads() -> dict[Path, list[ox.Quad]]:
    """Every statement of `ontology/` and `graph/`, by file; shapes included."""
    files = [p for folder in ("ontology", "graph") for p in sorted((ROOT / folder).rglob("*.t*"))]
    return {path: list(ox.parse(path=path)) for path in files if path.suffix in (".ttl", ".trig")}


@dataclass
class Copies:
    """What the copies of other vocabularies describe, and the prefixes they declare."""

    labels: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    prefixes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    domains: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    above: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def read(self, path: Path) -> None:
        parser = ox.parse(path=path, base_iri=path.as_uri())
        for quad in parser:
            if isinstance(quad.subject, ox.NamedNode):
                labels = self.labels[quad.subject.value]
                if quad.predicate.value in LABELS:
                    labels.add(quad.object.value)
                if quad.predicate.value == f"{SCHEMA}domainIncludes":
                    self.domains[quad.subject.value].add(quad.object.value)
                if quad.predicate.value == str(RDFS.subClassOf):
                    self.above[quad.subject.value].add(quad.object.value)
        for prefix, namespace in parser.prefixes.items():
            self.prefixes[prefix].add(namespace)

    def describes(self, iri: str) -> bool:
        return iri in self.labels


@pytest.fixture(scope="session")
def copies(absent: Callable[[str], None]) -> Copies:
    """The copies in PARTNERKG_VOCABULARIES, or in shared/vocabularies beside the checkout."""
    folder = Path(os.environ.get("PARTNERKG_VOCABULARIES") or ROOT.parent / "shared" / "vocabularies")
    if not folder.is_dir():
        absent(f"no copies of vocabularies in {folder}; set PARTNERKG_VOCABULARIES to their folder")
    found = Copies()
    for path in sorted(folder.glob("*.ttl")):
        found.read(path)
    return found


@pytest.fixture(scope="session")
def curies(foreign_prefixes: dict[str, str]) -> re.Pattern[str]:
    """A pattern for prefixed names of other vocabularies in running text."""
    names = "|".join(sorted(foreign_prefixes, key=len, reverse=True))
    return re.compile(rf"(?<![\w:])({names}):([A-Za-z]\w*)")


class Reasoner:
    """HermiT over the ontology with some more statements in N-Triples."""

    def __init__(self, graph: Graph, folder: Path) -> None:
        self.text = "".join(sorted(_one_header(graph).serialize(format="nt").splitlines(keepends=True)))
        self.folder = folder

    def classify(self, *more: tuple[str, str, str]) -> list[str]:
        """Return the classes that can have no member; raise OwlReadyInconsistentOntologyError if need be."""
        from owlready2 import World, sync_reasoner_hermit

        path = self.folder / "ontology.nt"
        planted = "".join(f"<{s}> <{p}> <{o}> .\n" for s, p, o in more)
        path.write_text(self.text + planted, encoding="utf-8")
        world = World()
        try:
            world.get_ontology(path.as_uri()).load()
            sync_reasoner_hermit(world, debug=0)
            return sorted(found.iri for found in world.inconsistent_classes() if found.name != "Nothing")
        finally:
            world.close()


def _one_header(graph: Graph) -> Graph:
    """Return the graph with the ontology as its only owl:Ontology: OWL knows one a document."""
    kept = Graph()
    for s, p, o in graph:
        if (p, o) != (RDF.type, OWL.Ontology) or s == URIRef(BASE + "ontology"):
            kept.add((s, p, o))
    return kept


@pytest.fixture
def reasoner(whole: Graph, tmp_path: Path, absent: Callable[[str], None]) -> Reasoner:
    if not shutil.which("java"):
        absent("HermiT needs Java: apt-get install default-jre-headless")
    return Reasoner(whole, tmp_path)
