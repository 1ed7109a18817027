"""The prefix table against the prefixes that others have registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph

from partnerkg import namespaces

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

    from conftest import Copies

WITHOUT_COPY = {"rico", "vivo"}
SAME_AS = {"dct": "dcterms"}


def test_it_has_one_namespace_a_prefix() -> None:
    table = namespaces.prefixes()
    assert len(set(table.values())) == len(table)
    assert all(namespace.endswith(("/", "#")) for namespace in table.values())


def test_it_agrees_with_rdflib(foreign_prefixes: dict[str, str]) -> None:
    registered = {p: str(namespace) for p, namespace in Graph(bind_namespaces="rdflib").namespaces()}
    ours = {SAME_AS.get(p, p): namespace for p, namespace in foreign_prefixes.items()}
    shared = registered.keys() & ours.keys()
    assert len(shared) > 10
    assert {p: ours[p] for p in shared} == {p: registered[p] for p in shared}


def test_it_agrees_with_the_vocabularies_themselves(foreign_prefixes: dict[str, str], copies: Copies) -> None:
    for prefix, namespace in foreign_prefixes.items():
        if prefix in WITHOUT_COPY:
            continue
        declared = copies.prefixes.get(prefix, set()) | copies.prefixes.get(
            SAME_AS.get(prefix, prefix), set()
        )
        described = any(iri.startswith(namespace) for iri in copies.labels)
        assert namespace in declared if declared else described, prefix


def test_it_names_the_vocabularies_without_a_copy(foreign: Graph, foreign_prefixes: dict[str, str]) -> None:
    used = {str(s) for s in foreign.subjects()}
    assert all(any(iri.startswith(foreign_prefixes[p]) for iri in used) for p in WITHOUT_COPY)


def test_it_holds_every_namespace_of_the_ontology(quads: dict[Path, list[ox.Quad]]) -> None:
    known = tuple(namespaces.prefixes().values())
    strangers = {
        quad.predicate.value
        for statements in quads.values()
        for quad in statements
        if not quad.predicate.value.startswith(known)
    }
    assert strangers == set()
