"""The look of Turtle and TriG, line by line."""

from __future__ import annotations

import random

import pytest
from pyoxigraph import (
    BaseDirection,
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    parse,
)

from partnerkg.namespaces import prefixes
from partnerkg.rdf import writer
from partnerkg.rdf.statements import UnwritableTerm

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes().items())


def quads(text: str) -> list[Quad]:
    return list(parse(HEAD + text, format=RdfFormat.TRIG))


def body(text: str, write: object = writer.trig) -> str:
    """Return what the writer makes of the text, without the prefixes."""
    lines = "".join(write(quads(text))).splitlines(keepends=True)  # type: ignore[operator]
    return "".join(line for line in lines if not line.startswith("@prefix")).lstrip("\n")


def literal(text: str) -> str:
    return body(f"pk:s pk:p {text} .").removeprefix("pk:s pk:p ").removesuffix(" .\n")


def iri(text: str) -> str:
    return body(f"pk:s pk:p <{text}> .").removeprefix("pk:s pk:p ").removesuffix(" .\n")


def test_it_writes_one_predicate_a_line_with_a_first_and_the_others_by_name() -> None:
    text = 'pk:s skos:prefLabel "x"@fr ; org:hasSite site:x ; a pk:Bookshop ; <http://a/p> 1 .'
    assert body(text) == (
        'pk:s a pk:Bookshop ;\n    <http://a/p> 1 ;\n    org:hasSite site:x ;\n    skos:prefLabel "x"@fr .\n'
    )


def test_it_puts_a_blank_line_between_subjects_and_sorts_them() -> None:
    assert body("pk:b pk:p 1 . pk:a-c pk:p 1 . pk:a pk:p 1 .") == (
        "pk:a pk:p 1 .\n\npk:a-c pk:p 1 .\n\npk:b pk:p 1 .\n"
    )


def test_it_puts_short_objects_on_one_line_and_long_ones_on_lines_of_their_own() -> None:
    long = "y" * 60
    assert body("pk:s pk:p pk:c, pk:a .") == "pk:s pk:p pk:a , pk:c .\n"
    assert body(f"pk:s pk:p pk:{long}z, pk:{long} .") == (
        f"pk:s pk:p\n        pk:{long} ,\n        pk:{long}z .\n"
    )


def test_it_writes_graphs_by_iri_after_the_default_graph() -> None:
    text = "graph:z { pk:s pk:p 1 } claim:a\\/b { pk:s pk:p 1 . pk:t a pk:T } pk:s pk:p 2 ."
    assert body(text) == (
        "pk:s pk:p 2 .\n\n"
        "claim:a\\/b {\n    pk:s pk:p 1 .\n\n    pk:t a pk:T .\n}\n\n"
        "graph:z {\n    pk:s pk:p 1 .\n}\n"
    )


def test_it_sorts_a_graph_before_those_whose_names_go_on() -> None:
    text = body("claim:a-b { pk:s pk:p 1 } claim:a { pk:s pk:p 1 }")
    assert text.index("claim:a {") < text.index("claim:a-b {")


def test_it_writes_only_the_prefixes_used_sorted() -> None:
    text = "".join(writer.turtle(quads('pk:s a pk:T ; dct:title "x" ; pk:n 1 , "2"^^xsd:date .')))
    assert [line.split()[1] for line in text.splitlines() if line.startswith("@")] == ["dct:", "pk:", "xsd:"]


def test_it_needs_no_prefix_for_a_and_short_numbers() -> None:
    text = "".join(writer.turtle(quads("<http://a/s> a <http://a/T> ; <http://a/p> 1 , true , 1.5 , ( ) .")))
    assert text == "<http://a/s> a <http://a/T> ;\n    <http://a/p> () , 1 , 1.5 , true .\n"


@pytest.mark.parametrize("text", ["0", "-12", "1981", "1.5", "-0.25", "0.0", "true", "false"])
def test_it_writes_canonical_numbers_and_truths_bare(text: str) -> None:
    assert literal(text) == text


@pytest.mark.parametrize("text", ["01", "-0", "+5", "1.50", ".5", "1e0"])
def test_it_quotes_numbers_that_some_parser_would_rewrite(text: str) -> None:
    assert literal(text).startswith(f'"{text}"^^xsd:')


@pytest.mark.parametrize("text", ['"1"^^xsd:boolean', '"2026-01-01+00:00"^^xsd:date', '"x y"^^xsd:integer'])
def test_it_keeps_lexical_forms(text: str) -> None:
    assert literal(text) == text


def test_it_keeps_language_tags_with_regions() -> None:
    assert literal('"x"@en-GB').lower() == '"x"@en-gb'


def test_it_writes_several_lines_over_several_lines_with_bare_quotes() -> None:
    assert literal('"""a\n"b" c\r\t\\\\"""') == '"""a\n"b" c\\r\\t\\\\"""'


def test_it_escapes_quotes_that_could_end_a_long_string() -> None:
    assert literal('"\\n\\"\\"\\""') == '"""\n\\"\\"\\""""'


def test_it_shows_what_the_eye_cannot_see() -> None:
    assert literal('"\\u0007\\u0085\\u202E\\uFEFFé\u00a0x"@fr') == '"\\u0007\\u0085\\u202E\\uFEFFé\u00a0x"@fr'


def test_it_takes_the_longest_namespace() -> None:
    base = prefixes()["concept"]
    assert [iri(base + "kind"), iri(base + "kind/x"), iri(base)] == ["concept:kind", "kind:x", "concept:"]


@pytest.mark.parametrize(
    ("local", "written"),
    [
        ("a/b", "a\\/b"),
        ("-a", "\\-a"),
        (".a", "\\.a"),
        ("a.b-", "a.b-"),
        ("1", "1"),
        ("a%20b", "a%20b"),
        ("a(b)~", "a\\(b\\)\\~"),
        ("a:b", "a:b"),
        ("é", "é"),
        ("x\u0301", "x\u0301"),
    ],
)
def test_it_escapes_local_names(local: str, written: str) -> None:
    assert iri(prefixes()["claim"] + local) == "claim:" + written


@pytest.mark.parametrize("local", ["a.", "\u0301x", "\u00b7"])
def test_it_writes_the_iri_out_where_no_local_name_is_safe(local: str) -> None:
    assert iri(prefixes()["claim"] + local) == f"<{prefixes()['claim']}{local}>"


def test_it_makes_one_graph_of_all_for_turtle() -> None:
    assert body("graph:a { pk:s pk:p 1 } graph:b { pk:s pk:p 1 , 2 }", writer.turtle) == "pk:s pk:p 1 , 2 .\n"


def test_it_takes_triples_and_stores_too() -> None:
    found = quads('pk:s pk:p 1 , "a b" . pk:t pk:p pk:s .')
    store = Store()
    store.extend(found)
    as_triples = "".join(writer.trig([quad.triple for quad in found]))
    assert as_triples == "".join(writer.trig(store)) == "".join(writer.trig(found))


def test_it_gives_nothing_for_nothing() -> None:
    assert [*writer.trig([]), *writer.turtle([]), *writer.nquads([])] == []


def test_it_keeps_object_and_graph_apart_whatever_a_literal_holds() -> None:
    tricky = [Literal(text) for text in ('" <http://a/g>', "<http://a/g>", "a <http://a/g> .\n", "_:b")]
    found = [Quad(NamedNode("a:s"), NamedNode("a:p"), thing) for thing in tricky]
    found += [Quad(NamedNode("a:s"), NamedNode("a:p"), thing, NamedNode("a:g")) for thing in tricky]
    assert set(parse("".join(writer.trig(found)), format=RdfFormat.TRIG)) == set(found)


def test_it_writes_n_quads_sorted_and_once() -> None:
    found = quads("graph:g { pk:b pk:p 1 } pk:a pk:p 1 .")
    random.Random(1).shuffle(found)
    lines = list(writer.nquads(found + found))
    assert lines == sorted(lines)
    assert len(lines) == 2


@pytest.mark.parametrize("write", [writer.turtle, writer.trig, writer.ntriples, writer.nquads])
@pytest.mark.parametrize(
    "thing",
    [
        Triple(NamedNode("a:s"), NamedNode("a:p"), BlankNode("b")),
        Literal("x", language="ar", direction=BaseDirection.RTL),
    ],
)
def test_it_refuses_what_needs_rdf_1_2(write: object, thing: Triple | Literal) -> None:
    with pytest.raises(UnwritableTerm, match=r"RDF 1\.2"):
        list(write([Quad(NamedNode("a:s"), NamedNode("a:p"), thing)]))  # type: ignore[operator]
