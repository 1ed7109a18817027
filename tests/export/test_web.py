"""JSON-LD for others: annotations, schema.org, the context; read with a JSON-LD processor that fetches nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

import partnerkg
import partnerkg.query.run
from partnerkg.export import write
from partnerkg.export.rdfxml import UnwritableTriple
from partnerkg.namespaces import expand, prefixes
from partnerkg.store import embedded, held

SCHEMA = "https://schema.org/"


@pytest.fixture(autouse=True)
def offline() -> None:
    def refuse(url: str, options: object) -> None:
        pytest.fail(f"it asked for {url}")

    jsonld.set_document_loader(refuse)


def document(store: embedded.Embedded, name: str) -> dict:
    return json.loads(b"".join(write(store, name, "fr")))


def test_a_processor_reads_the_compacted_form_as_what_it_was(store: embedded.Embedded) -> None:
    found = jsonld.to_rdf(document(store, "jsonld-compact"), {"format": "application/n-quads"})
    quads = {str(quad) for quad in parse(found.encode(), format=RdfFormat.N_QUADS)}
    assert quads == {str(quad) for quad in store.quads()}


def test_it_writes_names_by_language_and_numbers_as_numbers(store: embedded.Embedded) -> None:
    text = b"".join(write(store, "jsonld-compact")).decode()
    assert '"prefLabel": {"fr": "La Plume"}' in text
    assert '"type": "TextPositionSelector"' not in text and '"end": 293, "start": 250' in text


def test_it_holds_only_the_definitions_that_it_uses() -> None:
    thing = NamedNode(prefixes()["organization"] + "x")
    [line, *_] = (
        b"".join(write([Quad(thing, NamedNode(expand("pk:partner") or ""), thing)], "jsonld-compact"))
        .decode()
        .splitlines()
    )
    assert json.loads(line.removesuffix(",") + "}")["@context"].keys() == {
        "id",
        "type",
        "organization",
        "partner",
        "pk",
    }


def test_it_refuses_an_iri_that_looks_abbreviated() -> None:
    odd = NamedNode("place:x")
    with pytest.raises(UnwritableTriple, match="taken for an abbreviated one"):
        b"".join(write([Quad(odd, odd, Literal("x"))], "jsonld-compact"))


def test_the_context_that_is_shipped_is_that_of_the_ontology() -> None:
    path = Path(partnerkg.__file__).parents[2] / "ontology" / "context.jsonld"
    assert path.read_bytes() == b"".join(write(partnerkg.open().store, "jsonld-context"))


def test_the_context_names_every_class_and_property_of_ours() -> None:
    terms = document(partnerkg.open().store, "jsonld-context")["@context"]
    assert terms["hasPartner"] == {"@id": "pk:hasPartner", "@type": "@id"}
    assert terms["prefLabel"] == {"@id": "skos:prefLabel", "@container": "@language"}
    assert {"Bookshop", "Collaboration", "claimStatus", "existsSince"} <= terms.keys()


def test_it_says_an_organisation_in_the_words_of_schema_org(store: embedded.Embedded) -> None:
    found = {node["@id"].rsplit("/")[-1]: node for node in document(store, "schema-org")["@graph"]}
    assert len(found) == 12
    plume = found["la-plume-rivebois"]
    assert (plume["@type"], plume["name"]) == ("BookStore", {"@value": "La Plume", "@language": "fr"})
    assert plume["memberOf"]["name"]["@value"] == "Libraires d’Ombre"
    assert plume["location"]["containedInPlace"]["name"]["@value"] == "Rivebois"


def test_every_word_of_it_is_one_of_schema_org(store: embedded.Embedded) -> None:
    triples = jsonld.to_rdf(document(store, "schema-org"), {"format": "application/n-quads"})
    for quad in parse(triples.encode(), format=RdfFormat.N_QUADS):
        assert quad.predicate.value.startswith((SCHEMA, prefixes()["rdf"]))


def test_the_part_about_one_organisation_is_one_node(store: embedded.Embedded) -> None:
    about = NamedNode(prefixes()["organization"] + "la-plume-rivebois")
    found = document(held.Held(store.quads(), frozenset([about])), "schema-org")
    assert found["@context"] == {"@vocab": SCHEMA}
    assert found["@id"] == about.value


def test_it_writes_each_quote_as_a_web_annotation(store: embedded.Embedded) -> None:
    found = document(store, "annotations")
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    quotes = {
        selector["exact"]
        for note in found["@graph"]
        for target in note["target"].get("items", [note["target"]])
        for selector in target["selector"]
        if selector["type"] == "TextQuoteSelector"
    }
    said = partnerkg.query.run.ask(
        "SELECT ?q { ?p oa:hasSelector/oa:exact ?q . ?e pk:passage|pk:headingPassage|^oa:hasTarget ?p }",
        store,
    )
    assert quotes == {row[0].value for row in said} != set()


def test_an_annotation_says_where_the_words_stand(store: embedded.Embedded) -> None:
    notes = {note["id"].rsplit("/")[-1]: note for note in document(store, "annotations")["@graph"]}
    note = notes["lire-en-ombre-agence-du-livre-270"]
    assert note["motivation"] == "linking" and note["body"].endswith("claim/lire-en-ombre/agence-du-livre")
    assert note["target"]["source"] == {"id": "https://example.org/lire-en-ombre", "language": "en"}
    assert note["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 270, "end": 293}


def test_it_calls_no_concept_an_organisation() -> None:
    found = b"".join(write(partnerkg.open().store, "schema-org")).decode()
    assert '"propertyID": {"@id": "https://w3id.org/partnerkg/concept/identifier-scheme/siren"}' in found


@pytest.mark.parametrize(
    ("written", "as_number"),
    [("999999999999999", True), ("-999999999999999", True), ("9999999999999999", False), ("007", False)],
)
def test_it_writes_as_numbers_what_every_parser_reads_to_the_last_digit(written, as_number) -> None:
    thing, integer = NamedNode(prefixes()["organization"] + "x"), NamedNode(prefixes()["xsd"] + "integer")
    quad = Quad(thing, NamedNode(expand("oa:end") or ""), Literal(written, datatype=integer))
    document = b"".join(write([quad], "jsonld-compact")).decode()
    assert (f'"{written}"' not in document) is as_number
    assert str(quad) in jsonld.to_rdf(json.loads(document), {"format": "application/n-quads"})
