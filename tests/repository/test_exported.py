"""What a stranger finds in the exported N-Quads, with another library and plain SPARQL."""

from __future__ import annotations

import pytest
import rdflib

import partnerkg
from partnerkg.namespaces import prefixes

PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes().items())


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> rdflib.Dataset:
    path = tmp_path_factory.mktemp("export") / "all.nq"
    partnerkg.open().export("nquads", path)
    return rdflib.Dataset(default_union=True).parse(path, format="nquads")


@pytest.fixture(scope="module")
def rows(exported):
    return lambda text: {
        tuple(str(term).rsplit("/")[-1] for term in row) for row in exported.query(PREFIXES + text)
    }


def test_it_holds_every_graph(exported):
    names = {str(graph.identifier) for graph in exported.graphs() if len(graph)}
    expected = {
        prefixes()["graph"] + name
        for name in (
            "provenance",
            "enrichment",
            "reference",
            "positions",
            "additions",
            "descriptions",
            "ontology",
        )
    }
    assert expected <= names
    assert sum(name.startswith(prefixes()["claim"]) for name in names) == 342


def test_it_names_the_members_of_librairies_sorcieres(rows):
    assert rows("SELECT ?m { ?m org:memberOf organization:librairies-sorcieres }") == {
        ("le-bateau-livre-lille",)
    }


def test_it_leads_from_the_supports_to_their_words(rows):
    found = rows(
        "SELECT ?what ?status ?quote { GRAPH ?claim { ?what pk:supportedBy organization:centre-national-du-livre }"
        " ?claim pk:claimStatus ?status ; pk:evidence/pk:passage/oa:hasSelector/oa:exact ?quote }"
    )
    assert {(what, status) for what, status, _ in found} == {
        ("librairies-sorcieres", "layout"),
        ("site-des-librairies-independantes", "layout"),
    }
    assert "With the support of French National Book Center" in {quote for *_, quote in found}


def test_no_triple_is_without_claim_and_no_claim_without_triple(exported, rows):
    claims = {
        str(row[0]) for row in exported.query(PREFIXES + "SELECT ?c { ?c a pk:Claim ; pk:evidence ?e }")
    }
    others = {prefixes()["graph"] + name for name in ("provenance", "enrichment", "ontology")}
    graphs = {str(graph.identifier) for graph in exported.graphs() if len(graph)}
    assert graphs - others == claims


def test_both_pages_speak_of_le_bateau_livre(rows):
    found = rows(
        "SELECT DISTINCT ?source { GRAPH ?claim { organization:le-bateau-livre-lille ?p ?o }"
        " ?claim pk:evidence/pk:passage/oa:hasSource/pk:captureOf ?source }"
    )
    assert found == {("coleres-du-present",), ("lis-avec-moi",)}
