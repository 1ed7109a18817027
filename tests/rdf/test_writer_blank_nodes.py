"""Blank nodes in brackets, in lists and with labels, the same whatever they were called."""

from __future__ import annotations

import random
import re

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from partnerkg.rdf import writer

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
HEAD = "@prefix : <http://a/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <" + RDF + "> .\n"
P = NamedNode("http://a/p")


def body(text: str) -> str:
    written = "".join(writer.trig(parse(HEAD + text, format=RdfFormat.TRIG)))
    return "".join(x for x in written.splitlines(keepends=True) if not x.startswith("@prefix")).strip("\n")


def plain(text: str) -> str:
    """Return a text with one label for all blank nodes."""
    return re.sub(r"_:b[0-9a-f]{8}\b", "_:b0", text)


def chain(length: int) -> list[Quad]:
    return [Quad(BlankNode(f"n{i}"), P, BlankNode(f"n{i + 1}")) for i in range(length)]


def test_it_writes_a_list_in_brackets() -> None:
    assert body("<a:s> sh:in ( 1 <a:x> ( ) ( 2 ) ) .") == "<a:s> sh:in ( 1 <a:x> () ( 2 ) ) ."


def test_it_writes_a_long_list_one_item_a_line() -> None:
    items = [f"<a:{'x' * 40}{i}>" for i in range(3)]
    assert body(f"<a:s> a <a:T> ; sh:in ( {' '.join(items)} ) .") == (
        "<a:s> a <a:T> ;\n    sh:in (\n        " + "\n        ".join(items) + "\n    ) ."
    )


def test_it_writes_a_node_inside_its_subject() -> None:
    assert body("<a:s> sh:not [ a <a:T> ; sh:path <a:p> ] , [ ] .") == (
        "<a:s> sh:not [ a <a:T> ; sh:path <a:p> ] , [] ."
    )


def test_it_writes_a_large_node_on_several_lines() -> None:
    long = "m" * 80
    assert body(f'<a:s> a <a:T> ; sh:not [ sh:message "{long}" ; a <a:T> ] .') == (
        f'<a:s> a <a:T> ;\n    sh:not [\n        a <a:T> ;\n        sh:message "{long}"\n    ] .'
    )


def test_it_keeps_two_nodes_of_which_the_same_is_said() -> None:
    assert body("<a:s> <a:p> [ <a:q> 1 ] , [ <a:q> 1 ] .") == "<a:s> <a:p> [ <a:q> 1 ] , [ <a:q> 1 ] ."


def test_it_writes_a_node_that_nobody_refers_to_as_a_subject_of_its_own() -> None:
    assert body("[] <a:p> 1 . <a:z> <a:p> 1 .") == "<a:z> <a:p> 1 .\n\n[] <a:p> 1 ."


def test_it_labels_a_node_with_two_referrers() -> None:
    assert plain(body("<a:s> <a:p> _:q . <a:t> <a:p> _:q . _:q <a:p> 1 .")) == (
        "<a:s> <a:p> _:b0 .\n\n<a:t> <a:p> _:b0 .\n\n_:b0 <a:p> 1 ."
    )


def test_it_labels_the_nodes_of_a_circle() -> None:
    assert body("_:x <a:p> _:y . _:y <a:q> _:x .").count("_:b") == 4


def test_it_labels_a_node_that_stands_in_two_graphs() -> None:
    assert plain(body("<a:g> { <a:s> <a:p> _:x } <a:h> { _:x <a:p> 1 }")) == (
        "<a:g> {\n    <a:s> <a:p> _:b0 .\n}\n\n<a:h> {\n    _:b0 <a:p> 1 .\n}"
    )


def test_it_labels_a_graph_named_by_a_blank_node() -> None:
    assert plain(body("_:g { <a:s> <a:p> [ <a:p> 1 ] }")) == "_:b0 {\n    <a:s> <a:p> [ <a:p> 1 ] .\n}"


@pytest.mark.parametrize(
    "text",
    [
        "_:l rdf:first 1 ; rdf:rest rdf:nil ; <a:p> 2 .",
        "_:l rdf:first 1 , 2 ; rdf:rest rdf:nil .",
        "_:l rdf:first 1 ; rdf:rest <a:more> .",
        "_:l rdf:first 1 ; rdf:rest _:l .",
        "_:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest rdf:nil . <a:t> <a:p> _:m .",
    ],
)
def test_it_writes_what_is_no_plain_list_in_full(text: str) -> None:
    written = body("<a:s> <a:p> _:l . " + text)
    assert "rdf:first 1" in written
    assert body(written) == written


def test_it_cuts_chains_before_brackets_get_too_deep_to_be_read() -> None:
    text = "".join(writer.turtle(chain(1000)))
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) <= 4 * 66
    assert "".join(writer.turtle(parse(text, format=RdfFormat.TURTLE))) == text


def test_it_writes_a_list_of_any_length_flat() -> None:
    text = body("<a:s> <a:p> ( " + "1 " * 3000 + ") .")
    assert text.count("\n        1") == 3000
    assert "_:b" not in text


@pytest.mark.parametrize("size", [2, 8, 30])
def test_it_ends_on_nodes_that_all_look_alike(size: int) -> None:
    nodes = [BlankNode() for _ in range(size)]
    clique = [Quad(one, P, other) for one in nodes for other in nodes if one != other]
    assert len("".join(writer.turtle(clique)).split("_:b")) == size * size + 1


def test_it_tells_nodes_apart_by_the_graphs_of_their_links() -> None:
    text = "_:x <a:p> _:m . _:y <a:p> _:n . <a:g> { _:x <a:p> _:n . _:y <a:p> _:m . _:m <a:p> _:m , 1 }"
    assert body(text) == body(text.replace("_:x", "_:0").replace("_:y", "_:x").replace("_:0", "_:y"))


def picture(seed: int) -> list[Quad]:
    """Return a small dataset of few terms, full of likenesses."""
    dice = random.Random(seed)
    nodes = [BlankNode(f"b{i}") for i in range(dice.randint(1, 7))]
    links = [P, NamedNode(RDF + "first"), NamedNode(RDF + "rest")][: dice.choice([1, 1, 3])]
    ends = [*nodes, NamedNode(RDF + "nil"), Literal("x")][: dice.choice([len(nodes), len(nodes) + 2])]
    homes = [DefaultGraph(), NamedNode("http://a/g"), BlankNode("b0")][: dice.choice([1, 1, 3])]
    count = dice.randint(1, 14)
    return [
        Quad(dice.choice(nodes), dice.choice(links), dice.choice(ends), dice.choice(homes))
        for _ in range(count)
    ]


def renamed(found: list[Quad], seed: int) -> list[Quad]:
    text = "".join(
        f"{quad.subject} {quad.predicate} {quad.object} "
        f"{'' if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name} .\n"
        for quad in found
    )
    again = list(parse(text, format=RdfFormat.N_QUADS, rename_blank_nodes=True))
    random.Random(seed).shuffle(again)
    return again


@pytest.mark.parametrize("write", [writer.trig, writer.nquads, writer.turtle, writer.ntriples])
def test_it_gives_the_same_bytes_in_any_order_with_any_labels(write: object) -> None:
    for seed in range(400):
        found = picture(seed)
        text = "".join(write(found))  # type: ignore[operator]
        assert text == "".join(write(renamed(found, seed))), seed  # type: ignore[operator]


def test_it_changes_nothing_the_second_time() -> None:
    for seed in range(400):
        text = "".join(writer.trig(picture(seed)))
        assert "".join(writer.trig(parse(text, format=RdfFormat.TRIG))) == text, seed


def test_it_writes_a_triple_once_that_a_graph_without_name_says_again() -> None:
    triple = Triple(NamedNode("http://a/s"), NamedNode("http://a/p"), Literal("x"))
    found = [Quad(*triple), Quad(*triple, BlankNode("g"))]
    assert "".join(writer.turtle(found)) == '<http://a/s> <http://a/p> "x" .\n'


def test_it_puts_nodes_without_label_after_those_with_an_iri() -> None:
    assert body("<http://a/s> <http://a/p> 1 . [] <http://a/p> 1 .") == (
        "<http://a/s> <http://a/p> 1 .\n\n[] <http://a/p> 1 ."
    )
