"""Nothing of a shape is left out without a word: what was not looked at is named, with its place."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import NamedNode, Quad

from partnerkg.validate import WrongShape, WrongShapes, load, validate
from partnerkg.validate.formats import Look
from partnerkg.validate.notices import of
from partnerkg.validate.wellformed import UnknownEntailment

SHOP = "https://w3id.org/partnerkg/id/organization/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NODES = "http://www.w3.org/ns/shacl-node-expr#"
SHAPE = "pks:s a sh:NodeShape ; sh:targetNode shop:a ; {0} ."


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("sh:minlength 3", "SHACL has no sh:minlength; did you mean `minLength`"),
        ("sh:property [ sh:path pk:p ; sh:dataType xsd:string ]", "SHACL has no sh:dataType"),
        ("sh:expression [ sh:exist [ sh:path pk:p ] ]", "sh:expression is not looked at here"),
        ("sh:union ( pk:a pk:b )", "sh:union is not looked at here"),
        ("sh:rule [ a sh:TripleRule ; sh:object pk:a ]", "its sh:rule is not run"),
        ("sh:deactivated [ sh:exists [ sh:path pk:p ] ]", "its sh:deactivated is an expression"),
        (f"sh:in [ <{NODES}pathValues> pk:p ]", "its sh:in is an expression, which is not looked at"),
        (
            f"sh:property [ sh:path pk:p ; sh:minCount [ <{NODES}var> 'x' ] ]",
            "its sh:minCount is an expression",
        ),
        (f"sh:expression [ <{NODES}exists> [] ]", "sh:expression is not looked at here"),
        ("<http://datashapes.org/dash#singleLine> true", "dash:singleLine is not looked at here"),
        (
            'sh:nodeKind sh:IRI ; sh:select "SELECT $this {}"',
            "sh:select says nothing in a shape; write sh:sparql [ sh",
        ),
        ("sh:property [ sh:path pk:p ; sh:shape pks:t ]", "sh:shape says nothing in a shape; write sh:node"),
        ("sh:property [ sh:path pk:p ; sh:value 2 ]", "sh:value says nothing in a shape; write sh:hasValue"),
        ("sh:property [ sh:path pk:p ; sh:inversePath pk:p ]", "sh:inversePath says nothing in a shape"),
        ("sh:js [ sh:jsFunctionName 'f' ]", "sh:js is not looked at here"),
        ("sh:nodeByExpression [ sh:paths pk:p ]", "sh:nodeByExpression is not looked at here"),
        ("sh:property [ sh:path pk:p ; sh:flags 'i' ]", "sh:flags says nothing without sh:pattern"),
        (
            "sh:property [ sh:path pk:p ; sh:qualifiedMinCount 1 ]",
            "sh:qualifiedMinCount says nothing without sh:qualifiedValueShape",
        ),
        ("a sh:nodeShape", "SHACL has no class sh:nodeShape; did you mean `NodeShape`"),
        (
            "<https://www.w3.org/ns/shacl#minCount> 1",
            "https://www.w3.org/ns/shacl#minCount is not SHACL: its namespace is http://www.w3.org/ns/shacl#",
        ),
        ("sh:targetNode [ a pk:A ]", "a node without name that is neither a path nor has sh:select"),
        (
            "sh:nodeKind sh:IRI . pks:unused a sh:NodeShape ; sh:nodeKind sh:IRI",
            "pks:unused: it has no target, and no shape that has one leads to it",
        ),
        (
            "sh:nodeKind sh:IRI . pks:untyped sh:property [ sh:path pk:p ; sh:minCount 1 ]",
            "pks:untyped: it has no target, and no shape that has one leads to it",
        ),
        (
            "sh:minLength 1 , 2 {| sh:severity sh:Warning |}",
            "what it says of one of its sh:minLength, sh:severity, is not looked at",
        ),
        ("sh:target [ a sh:JSTarget ]", "its sh:target has no sh:select"),
        ("sh:node pks:none", "it leads to pks:none (sh:node), which is described nowhere"),
        ("sh:property pks:none", "it leads to pks:none (sh:property), which is described nowhere"),
        (
            "sh:or ( pks:none [ sh:nodeKind sh:IRI ] )",
            "it leads to pks:none (sh:or), which is described nowhere",
        ),
    ],
)
def test_it_names_what_nobody_looks_at(judge, rule, said) -> None:
    report = judge("shop:a pk:p 1 .", SHAPE.format(rule))
    assert said in " ".join(notice.text() for notice in report.left_out)
    assert not report.passes(strict=True)
    assert report.text().startswith("Nothing wrong was found in what was looked at.")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("a sh:NodeShape", "pks:s: it asks for nothing"),
        ("sh:property [ sh:path pk:p ; sh:minCount 1 , 2 ]", "it has 2 sh:minCount, where SHACL allows one"),
        ("sh:nodeKind sh:IRI ; sh:severity sh:Info , sh:Warning", "it has 2 sh:severity"),
        ('sh:nodeKind sh:IRI ; sh:deactivated "1"^^xsd:boolean', "sh:deactivated is written 1"),
        ("sh:nodeKind sh:IRI ; sh:message pk:m", "its sh:message is no text"),
    ],
)
def test_it_remarks_on_what_it_takes_otherwise_than_meant(judge, rule, said) -> None:
    report = judge("shop:a pk:p 1 , 2 .", SHAPE.format(rule))
    assert said in " ".join(notice.text() for notice in report.notices)
    assert report.left_out == ()


def test_it_says_no_shape_that_a_described_target_leads_to_unused(judge) -> None:
    shapes = "pks:s a sh:NodeShape ; sh:targetWhere pks:w ; sh:nodeKind sh:IRI . pks:w sh:property [ sh:path pk:p ; sh:minCount 1 ] ."
    assert judge("shop:a pk:p 1 .", shapes).notices == ()


@pytest.mark.parametrize("rule", ["sh:rule [ a sh:TripleRule ; sh:object pk:a ]", "sh:values pk:x"])
def test_no_format_says_conforms_while_a_rule_was_not_run(judge, rule) -> None:
    report = judge("shop:a pk:p 1 .", SHAPE.format(rule))
    name = rule.partition(" ")[0]
    for written in ("text", "json", "csv", "markdown", "html", "turtle", "sarif", "junit"):
        whole = report.written(written)
        assert f"{name} is not " in whole.replace("\\", ""), written
        assert "Nothing wrong was found in what was looked at." in whole or written == "csv", written


def test_it_says_once_what_is_so_of_many_shapes_and_all_in_tables(judge) -> None:
    shapes = "".join(
        f"pks:s{n} sh:targetNode shop:a ; sh:nodeKind sh:IRI ; sh:minlength {n} ." for n in range(9)
    )
    report = judge("shop:a pk:p 1 .", shapes + SHAPE.format("sh:node pks:one , pks:two"))
    lines = [line for line in report.text().splitlines() if line.startswith("Not looked at")]
    assert len(lines) == 3 + 1 + 2
    assert any(line.startswith("Not looked at 6 times more") and "sh:minlength" in line for line in lines)
    assert len(json.loads(report.to_json())["notLookedAt"]) == 11
    assert report.written("csv").count("sh:minlength") == 2 * 9
    assert report.written("text", Look(verbose=True)).count("sh:minlength") == 9


@pytest.mark.parametrize("engine", ["auto", "sparql", "exact", "pyshacl"])
def test_it_refuses_what_asks_for_an_entailment(judge, engine) -> None:
    shapes = "<x:s> sh:entailment <http://www.w3.org/ns/entailment/RDFS> . " + SHAPE.format(
        "sh:nodeKind sh:IRI"
    )
    with pytest.raises(UnknownEntailment, match=r"entailment/RDFS \(sh:entailment\).*take that line out"):
        judge("shop:a pk:p 1 .", shapes, engine=engine)


def test_it_names_the_shape_that_data_name_and_no_file_describes(judge) -> None:
    report = judge("shop:a sh:shape pks:none .", SHAPE.format("sh:nodeKind sh:IRI"))
    assert [one.text() for one in report.left_out] == [
        "the data name the shape pks:none (sh:shape), which is described nowhere"
    ]


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("sh:someValue [ sh:nodeKind sh:IRI ]", "someValue"),
        ("sh:class ( pk:A pk:B )", "class"),
        ("sh:targetNode ( shop:b )", "targetNode"),
        ("sh:targetWhere [ sh:nodeKind sh:IRI ]", "targetWhere"),
    ],
)
def test_it_names_what_pyshacl_does_not_look_at(judge, rule, name) -> None:
    report = judge("shop:a pk:p 1 .", SHAPE.format(rule), engine="pyshacl")
    assert f"pks:s: pySHACL does not look at this sh:{name}" in [one.text() for one in report.left_out]


def test_it_refuses_in_a_sentence_what_pyshacl_breaks_over(judge) -> None:
    with pytest.raises(WrongShapes, match="sh:closed must take a xsd:boolean literal; correct"):
        judge("shop:a pk:p 1 .", SHAPE.format("sh:closed sh:ByTypes"), engine="pyshacl")


def test_it_does_not_say_that_data_conform_that_no_shape_met(judge) -> None:
    report = judge(
        "shop:a pk:p 1 .", "pks:s a sh:NodeShape ; sh:targetClass pk:Nothing ; sh:nodeKind sh:IRI ."
    )
    assert report.text().startswith("Nothing was looked at: no shape meets a node.")


def test_it_ends_a_sentence_once(judge) -> None:
    assert judge("", SHAPE.format("sh:minlength 3")).text().endswith("`maxLength`?")


def test_it_names_imports_that_it_does_not_follow(judge) -> None:
    shapes = "<x:shapes> <http://www.w3.org/2002/07/owl#imports> <x:more> . " + SHAPE.format(
        "sh:nodeKind sh:IRI"
    )
    assert "owl:imports x:more is not followed" in judge("", shapes).left_out[0].text()


def test_it_does_not_name_imports_of_what_is_there(judge) -> None:
    shapes = """<x:shapes> <http://www.w3.org/2002/07/owl#imports> <x:more> . <x:more> rdfs:label "more" . """
    assert judge("", shapes + SHAPE.format("sh:nodeKind sh:IRI")).notices == ()


def test_it_names_the_file_in_which_nothing_is_a_shape(written) -> None:
    files = [written("a.ttl", SHAPE.format("sh:nodeKind sh:IRI")), written("b.ttl", "shop:a pk:p 1 .")]
    assert [notice.text() for notice in of(load(files))] == [f"{files[1]}: there is no shape in this file"]


def test_it_names_the_file_in_which_there_is_nothing(written, tmp_path) -> None:
    empty = tmp_path / "empty.ttl"
    empty.write_text("")
    files = [written("a.ttl", SHAPE.format("sh:nodeKind sh:IRI")), empty]
    assert [notice.text() for notice in of(load(files))] == [f"{empty}: there is no shape in this file"]


def test_it_says_file_and_line(written) -> None:
    path = written("shapes.ttl", "\npks:a a sh:NodeShape .\n\npks:s a sh:NodeShape ;\n  sh:minlength 3 .\n")
    (notice,) = of(load([path]))
    assert (notice.place.file, notice.place.line) == (str(path), 14)


def test_it_gives_them_as_json(judge) -> None:
    found = json.loads(judge("", SHAPE.format("sh:minlength 3")).to_json())["notLookedAt"]
    assert found == [
        {
            "shape": "pks:s",
            "file": None,
            "line": None,
            "text": "pks:s: SHACL has no sh:minlength; did you mean `minLength`, `minListLength`, `maxLength`?",
        }
    ]


def test_it_has_nothing_to_say_of_the_shipped_shapes() -> None:
    assert of(load()) == ()


def test_it_passes_strictly_where_a_shape_only_leads_back_to_itself(judge) -> None:
    report = judge("shop:a pk:p shop:a .", SHAPE.format("sh:property [ sh:path pk:p ; sh:node pks:s ]"))
    assert report.passes(strict=True)
    assert "it leads back to itself" in report.text()


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ('sh:closed "true"', 'sh:closed is neither true nor false, but "true"'),
        ('sh:property [ sh:path pk:p ; sh:uniqueLang "true" ]', "sh:uniqueLang is neither true nor false"),
        ('sh:deactivated "true"', "sh:deactivated is neither true nor false"),
        ('sh:deactivated "maybe"^^xsd:boolean', "sh:deactivated is neither true nor false"),
        ("sh:deactivated true , false", "it has 2 sh:deactivated, and may have one"),
        ('sh:class "C"', 'sh:class is no IRI, but "C"'),
        ('sh:datatype "xsd:date"', "sh:datatype is no IRI"),
        ('sh:targetClass "C"', "sh:targetClass is no IRI"),
        (
            "sh:targetSubjectsOf [ sh:inversePath pk:p ]",
            "sh:targetSubjectsOf is no IRI, but a node without name",
        ),
        ('sh:equals "p"', 'sh:equals is no property, but "p"'),
        (
            "sh:minInclusive pk:one",
            "sh:minInclusive is no literal, but https://w3id.org/partnerkg/ontology#one",
        ),
        ("sh:pattern pk:one", "sh:pattern is no literal"),
        ('sh:node "s"', 'sh:node is no shape, but "s"'),
        (
            "sh:property ( [ sh:path pk:p ] )",
            "what sh:property leads to, a node without name, has no sh:path",
        ),
        (
            "sh:property pks:n . pks:n a sh:NodeShape",
            "what sh:property leads to, .*pks:n|shapes#n, has no sh:path",
        ),
        ("sh:languageIn ( pk:fr )", "sh:languageIn is no list of texts"),
        ('sh:closed true ; sh:ignoredProperties ( "p" )', "sh:ignoredProperties is no list of IRIs"),
        ("sh:property [ sh:path () ; sh:minCount 1 ]", "sh:path is no property path"),
        (
            "sh:property [ sh:path [ sh:inversePath pk:p ; sh:zeroOrMorePath pk:q ] ; sh:minCount 1 ]",
            "sh:path is no property path",
        ),
        (
            "sh:property [ sh:path _:p ; sh:minCount 1 ] . _:p sh:alternativePath ( pk:p _:p )",
            "sh:path is no property path",
        ),
        ('sh:sparql [ sh:select "CONSTRUCT WHERE { ?s ?p ?o }" ]', "its query is no SELECT"),
        (
            "sh:property pks:p . pks:p sh:path pk:p , pk:q ; sh:minCount 1",
            "it has 2 sh:path, and may have one",
        ),
        ('sh:pattern "(a"', "is no regular expression"),
        ('sh:pattern "(?=a" ', "is no regular expression"),
        ('sh:pattern "a" ; sh:flags "g"', "sh:flags has a letter"),
    ],
)
def test_it_refuses_what_is_ill_formed_with_its_place(written, rule, why) -> None:
    path = written("shapes.ttl", f"\n\n{SHAPE.format(rule)}")
    with pytest.raises(WrongShape, match=rf"{why}.*shapes.ttl, line 13") as error:
        validate([], load([path]))
    assert "pks:" in str(error.value)


def test_it_takes_an_order_that_is_no_number(judge) -> None:
    assert (
        len(judge("", SHAPE.format('sh:property [ sh:path pk:p ; sh:minCount 1 ; sh:order "2a" ]')).results)
        == 1
    )


def test_it_takes_counts_of_any_type_of_whole_numbers(judge) -> None:
    rule = 'sh:property [ sh:path pk:p ; sh:maxCount "0"^^xsd:int ]'
    assert len(judge("shop:a pk:p 1 .", SHAPE.format(rule)).results) == 1


def test_it_bounds_the_time_of_a_pattern(judge) -> None:
    report = judge(
        f'shop:a pk:p "{"a" * 60}!" .', SHAPE.format('sh:property [ sh:path pk:p ; sh:pattern "^(a+)+$" ]')
    )
    assert len(report.results) == 1


def test_shapes_that_are_all_deactivated_are_named(judge) -> None:
    shape = "pks:A sh:targetNode shop:a ; sh:deactivated {} ; sh:nodeKind sh:IRI ."
    assert [notice.text() for notice in judge("shop:a pk:p 1 .", shape.format("true")).left_out] == [
        "every shape with a target is deactivated"
    ]
    assert not judge("shop:a pk:p 1 .", shape.format("false")).left_out


def test_a_class_that_is_given_for_a_datatype_is_named(judge) -> None:
    shape = "pks:A sh:targetNode shop:a ; sh:property [ sh:path pk:p ; sh:datatype {} ] ."
    report = judge('shop:a pk:p "x" .', shape.format("rdfs:Literal"))
    assert ["no literal has the datatype rdfs:Literal" in notice.text() for notice in report.notices] == [
        True
    ]
    assert len(report.results) == 1 and not report.left_out
    assert not judge('shop:a pk:p "x" .', shape.format("xsd:string")).notices


def test_a_namespace_that_is_relative_is_beside_its_file(written) -> None:
    """Of the prefixes that a query may use only those that it uses are read."""
    query = "SELECT $this { $this a near:Thing }"
    path = written(
        "shapes.ttl",
        f"""pks:o sh:declare [ sh:prefix "near" ; sh:namespace "./" ] , [ sh:prefix "odd" ; sh:namespace "a b" ] .
        pks:s sh:targetNode shop:a ; sh:sparql [ sh:prefixes pks:o ; sh:select "{query}" ] .""",
    )
    near = Quad(NamedNode(SHOP + "a"), NamedNode(RDF_TYPE), NamedNode(f"{path.parent.as_uri()}/Thing"))
    assert len(validate([near], load([path])).results) == 1


@pytest.mark.parametrize(("known", "said"), [("", 1), ("pk:B rdfs:subClassOf pk:A .", 0)])
def test_it_says_that_only_the_shapes_know_what_a_thing_is(judge, known, said) -> None:
    shapes = "pks:s sh:targetClass pk:A ; sh:nodeKind sh:Literal . pk:C rdfs:subClassOf pk:B . pk:B rdfs:subClassOf pk:A ."
    report = judge(f"shop:a a pk:B . shop:b a pk:A . {known}", shapes)
    assert [one.text().startswith("the shapes say that pk:B is below pk:A") for one in report.notices] == [
        True
    ] * said
    assert len(report.results) == 2 - said
    assert report.left_out == ()
