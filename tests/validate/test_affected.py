"""How far the change of a node is followed back: g changed, and a -> b -> c -> d -> e -> f -> g."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Triple

from partnerkg.namespaces import expand
from partnerkg.validate import affected
from partnerkg.validate.data import Loaded
from partnerkg.validate.reading import read
from partnerkg.validate.shapes import Shapes

from .conftest import quads

ORGANIZATION = "https://w3id.org/partnerkg/id/organization/"
CHAIN = "".join(
    f"shop:{one} skos:broader shop:{next_} .\n" for one, next_ in zip("abcdef", "bcdefg", strict=True)
)
SHAPE = "pks:S sh:targetClass pk:Bookshop ; sh:property [ sh:path {path} ; {rule} ] .\n"
MANY = "pks:Many sh:targetSubjectsOf skos:broader ; "
ASKING = 'sh:sparql [ sh:select "SELECT $this { $this <urn:x> ?y }" ] .'


def shapes_of(text: str) -> Shapes:
    return read(quads("@prefix dct: <http://purl.org/dc/terms/> . " + text))


@pytest.fixture
def looked_at():
    """Return a function: the letters of the nodes that shapes want looked at after g changed."""

    def looking(shapes: str, pointed_at: str | list[Triple] = "", said: str | None = None) -> str:
        changed = NamedNode(ORGANIZATION + "g")
        objects = [NamedNode(ORGANIZATION + one) if isinstance(one, str) else one for one in pointed_at]
        predicates = None if said is None else [expand(said)]
        found = affected.nodes([changed], objects, Loaded(quads(CHAIN)), shapes_of(shapes), predicates)
        return "".join(node.value[-1] for node in found)

    return looking


@pytest.mark.parametrize(
    ("path", "nodes"),
    [
        ("skos:broader", "g"),
        ("( skos:broader skos:broader )", "fg"),
        ("( skos:broader skos:broader skos:broader )", "efg"),
        ("( skos:broader skos:broader skos:broader skos:broader )", "defg"),
        ("[ sh:alternativePath ( skos:broader ( skos:broader skos:broader ) ) ]", "fg"),
        ("[ sh:inversePath skos:broader ]", "g"),
    ],
)
def test_it_goes_back_as_many_steps_as_the_path_has_before_its_last(looked_at, path, nodes) -> None:
    assert looked_at(SHAPE.format(path=path, rule="sh:minCount 1")) == nodes


def test_it_goes_along_an_inverse_path_too(looked_at, monkeypatch) -> None:
    monkeypatch.setattr(f"{__name__}.CHAIN", "shop:g skos:broader shop:a . shop:g org:hasSite shop:b .")
    path = "( [ sh:inversePath skos:broader ] skos:prefLabel )"
    assert looked_at(SHAPE.format(path=path, rule="sh:minCount 1")) == "ag"


@pytest.mark.parametrize(
    "claim",
    ["shop:g { shop:a skos:broader shop:b }", "shop:g rdf:reifies <<( shop:a skos:broader shop:b )>> ."],
)
def test_it_goes_from_what_a_claim_lacks_to_what_the_claim_states(looked_at, monkeypatch, claim) -> None:
    monkeypatch.setattr(f"{__name__}.CHAIN", claim)
    proven = "sh:reifierShape [ sh:path pk:evidence ; sh:minCount 1 ]"
    assert looked_at(SHAPE.format(path="skos:broader", rule=proven)) == "ag"
    assert looked_at(SHAPE.format(path="( skos:broader skos:broader )", rule="sh:minCount 1")) == "g"


def test_it_looks_at_what_a_reifier_states_no_longer(looked_at) -> None:
    stated = Triple(*(NamedNode(ORGANIZATION + one) for one in "xyz"))
    assert looked_at(SHAPE.format(path="skos:broader", rule="sh:minCount 1"), [stated]) == "gx"


@pytest.mark.parametrize(
    "path",
    [
        "( skos:broader skos:broader skos:broader skos:broader skos:broader )",
        "[ sh:zeroOrMorePath skos:broader ]",
        "[ sh:oneOrMorePath skos:broader ]",
    ],
)
def test_it_goes_back_three_steps_at_most(looked_at, path) -> None:
    assert looked_at(SHAPE.format(path=path, rule="sh:minCount 1")) == "defg"


def test_the_class_of_a_value_is_one_step_more(looked_at) -> None:
    assert looked_at(SHAPE.format(path="skos:broader", rule="sh:class pk:X")) == "fg"


def test_a_nested_shape_adds_its_steps(looked_at) -> None:
    rule = "sh:node [ sh:property [ sh:path skos:broader ; sh:minCount 1 ] ]"
    assert looked_at(SHAPE.format(path="skos:broader", rule=rule)) == "fg"


def test_a_query_of_a_shape_is_taken_to_read_two_steps(looked_at, monkeypatch) -> None:
    monkeypatch.setattr(affected, "FEW", 0)
    assert looked_at(MANY + ASKING) == "fg"


def test_it_looks_at_all_focus_nodes_of_a_query_that_has_few(looked_at, monkeypatch) -> None:
    monkeypatch.setattr(affected, "FEW", 5)
    assert looked_at(MANY + ASKING) == "fg"
    monkeypatch.setattr(affected, "FEW", 6)
    assert looked_at(MANY + ASKING) == "abcdefg"


def test_it_looks_at_what_was_pointed_at_and_goes_no_further_from_there(looked_at) -> None:
    assert looked_at(SHAPE.format(path="( skos:broader skos:broader )", rule="sh:minCount 1"), "c") == "cfg"


def test_a_ring_ends(looked_at, monkeypatch) -> None:
    monkeypatch.setattr(f"{__name__}.CHAIN", "shop:f skos:broader shop:g . shop:g skos:broader shop:f .")
    assert looked_at(SHAPE.format(path="[ sh:oneOrMorePath skos:broader ]", rule="sh:minCount 1")) == "fg"


LONG = "( skos:broader skos:broader skos:prefLabel )"


@pytest.mark.parametrize(
    ("path", "rule", "said", "nodes"),
    [
        (LONG, "sh:minCount 1", "skos:prefLabel", "efg"),
        (LONG, "sh:minCount 1", "skos:broader", "fg"),
        (LONG, "sh:minCount 1", "skos:altLabel", "g"),
        ("[ sh:oneOrMorePath skos:broader ]", "sh:minCount 1", "skos:broader", "defg"),
        ("[ sh:oneOrMorePath skos:broader ]", "sh:minCount 1", "skos:altLabel", "g"),
        (
            "[ sh:alternativePath ( skos:altLabel ( skos:broader skos:broader ) ) ]",
            "sh:minCount 1",
            "skos:altLabel",
            "g",
        ),
        ("skos:broader", "sh:class pk:X", "rdf:type", "fg"),
        ("skos:broader", "sh:class pk:X", "skos:altLabel", "g"),
        (
            "skos:broader",
            "sh:node [ sh:property [ sh:path skos:altLabel ; sh:minCount 1 ] ]",
            "skos:altLabel",
            "fg",
        ),
        (
            "skos:broader",
            "sh:node [ sh:property [ sh:path skos:note ; sh:minCount 1 ] ]",
            "skos:altLabel",
            "g",
        ),
        ("skos:broader", "sh:equals skos:related", "skos:related", "fg"),
        ("skos:broader", "sh:closed true", "skos:altLabel", "fg"),
    ],
)
def test_it_goes_back_only_as_far_as_a_rule_reads_what_changed(looked_at, path, rule, said, nodes) -> None:
    assert looked_at(SHAPE.format(path=path, rule=rule), said=said) == nodes


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        ("SELECT $this { $this <urn:x>/<http://www.w3.org/2004/02/skos/core#altLabel> ?y }", "fg"),
        ("SELECT $this { $this ?any ?y }", "fg"),
        ("SELECT $this ?value { $this <urn:x> ?value }", "g"),
    ],
)
def test_a_query_counts_if_it_names_what_changed_or_asks_for_anything(
    looked_at, monkeypatch, query, nodes
) -> None:
    monkeypatch.setattr(affected, "FEW", 0)
    shapes = MANY + f'sh:sparql [ sh:select "{query}" ] .'
    assert looked_at(shapes, said="skos:altLabel") == nodes


@pytest.mark.parametrize(
    ("shapes", "read"),
    [
        (SHAPE.format(path="skos:broader", rule="sh:minCount 1"), "skos:broader rdf:type rdfs:subClassOf"),
        (
            SHAPE.format(path="skos:broader", rule="sh:closed true"),
            "*",
        ),
        ("pks:S sh:targetObjectsOf org:hasSite ; sh:equals skos:broader .", "org:hasSite skos:broader"),
        (
            "pks:S sh:targetNode shop:a ; " + ASKING.replace("<urn:x>", "<http://purl.org/dc/terms/x>"),
            "dct:x",
        ),
        ("pks:S sh:targetNode shop:a ; sh:expression [ sh:exists [ sh:path dct:x ] ] .", "*"),
        ("pks:S sh:target [ sh:select 'SELECT ?this { ?this ?p 1 }' ] ; sh:nodeKind sh:IRI .", "*"),
        (
            """pks:S sh:targetNode shop:a ; sh:property [ sh:path org:hasSite ; sh:qualifiedMinCount 1 ;
            sh:qualifiedValueShape [ sh:property [ sh:path dct:x ; sh:minCount 1 ] ] ] .""",
            "org:hasSite dct:x",
        ),
    ],
)
def test_it_knows_which_properties_shapes_look_at(shapes, read) -> None:
    names = "skos:broader", "skos:prefLabel", "org:hasSite", "rdf:type", "rdfs:subClassOf", "dct:x"
    found = affected.read(shapes_of(shapes), [expand(name) for name in names])
    assert found == {expand(name) for name in (names if read == "*" else read.split())}


def test_it_looks_at_what_is_of_a_class_that_has_another_above_it_now() -> None:
    data = "shop:a a pk:Low . shop:b a pk:Lower . pk:Lower rdfs:subClassOf pk:Low . pk:Low rdfs:subClassOf pk:Bookshop ."
    shapes = shapes_of("pks:S sh:targetClass pk:Bookshop ; sh:nodeKind sh:Literal .")
    changed = [NamedNode(expand("pk:Low"))]
    found = affected.nodes(changed, [], Loaded(quads(data)), shapes, [expand("rdfs:subClassOf")])
    assert {node.value[-1] for node in found} == {"a", "b", "w"}
