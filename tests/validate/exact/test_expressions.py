"""Expressions that judge values, and functions that shapes declare (SHACL Advanced Features §5 to §7)."""

from __future__ import annotations

import pytest

from partnerkg.validate import WrongShape

DATA = "shop:a pk:w 4 ; pk:w 8 ; pk:h 7 ; pk:h 8 ; pk:next shop:b , shop:c . shop:b a pk:B . shop:c pk:w 1 ."
W, H, NEXT = "[ sh:path pk:w ]", "[ sh:path pk:h ]", "[ sh:path pk:next ]"
FUNCTIONS = """
pks: a <http://www.w3.org/2002/07/owl#Ontology> ; sh:declare [ sh:prefix "pks" ; sh:namespace "https://w3id.org/partnerkg/shapes#"^^xsd:anyURI ] .
pks:less a sh:SPARQLFunction ; sh:parameter [ sh:path pks:b ; sh:order 2 ] , [ sh:path pks:a ; sh:order 1 ] ;
    sh:ask "ASK { FILTER ($a < $b) }" .
pks:times a sh:SPARQLFunction ; sh:parameter [ sh:path pks:a ] , [ sh:path pks:b ; sh:optional true ] ;
    sh:select "SELECT ($a * COALESCE($b, 2) AS ?r) {}" .
pks:twice a sh:SPARQLFunction ; sh:parameter [ sh:path pks:a ] ; sh:prefixes pks: ; sh:select "SELECT (pks:times($a, 2) AS ?r) {}" .
pks:same a sh:SPARQLFunction ; sh:parameter [ sh:path pks:a ] , [ sh:path pks:b ] ; sh:ask "ASK { FILTER (sameTerm($a, $b)) }" .
"""


@pytest.fixture
def gives(judge):
    """Return a function that tells whether an expression gives exactly this node at shop:a."""

    def ask(expression: str, node: str) -> bool:
        wanted = f"[ pks:same ( {expression} {node} ) ]"
        report = judge(DATA, f"{FUNCTIONS} pks:s sh:targetNode shop:a ; sh:expression {wanted} .")
        assert report.left_out == ()
        return not report.results

    return ask


@pytest.mark.parametrize(
    ("expression", "node"),
    [
        ("sh:this", "shop:a"),
        (f"[ sh:count {W} ]", "2"),
        (f"[ sh:count [ sh:union ( {W} {H} ) ] ]", "3"),
        (f"[ sh:intersection ( {W} {H} ) ]", "8"),
        (f"[ sh:nodes {W} ; sh:minus {H} ]", "4"),
        (f"[ sh:min {W} ]", "4"),
        (f"[ sh:max [ sh:union ( {W} 9.5 ) ] ]", "9.5"),
        (f"[ sh:sum {W} ]", "12"),
        ("[ sh:sum [ sh:union ( 0.1 0.2 ) ] ]", "0.3"),
        (f"[ sh:exists {NEXT} ]", "true"),
        ("[ sh:exists [ sh:path pk:none ] ]", "false"),
        (f"[ sh:if [ sh:exists {NEXT} ] ; sh:then pk:yes ; sh:else pk:no ]", "pk:yes"),
        (f"[ sh:nodes {NEXT} ; sh:filterShape [ sh:class pk:B ] ]", "shop:b"),
        (f"[ sh:path pk:w ; sh:nodes {NEXT} ]", "1"),
        ("[ sh:path ( pk:next pk:w ) ]", "1"),
        (f"[ sh:limit 1 ; sh:nodes [ sh:orderBy sh:this ; sh:nodes {W} ] ]", "4"),
        (f"[ sh:limit 1 ; sh:nodes [ sh:orderBy sh:this ; sh:desc true ; sh:nodes {W} ] ]", "8"),
        (f"[ sh:offset 1 ; sh:nodes [ sh:orderBy sh:this ; sh:nodes {W} ] ]", "8"),
        (f'[ sh:groupConcat [ sh:orderBy sh:this ; sh:nodes {W} ] ; sh:separator "+" ]', '"4+8"'),
        (f"[ sh:count [ sh:distinct [ sh:nodes {W} ; sh:filterShape [ sh:minInclusive 5 ] ] ] ]", "1"),
        ("[ pks:times ( 3 4 ) ]", "12"),
        ("[ pks:times ( 3 ) ]", "6"),
        ("[ pks:twice ( [ sh:path ( pk:next pk:w ) ] ) ]", "2"),
        (f"[ sh:sum [ pks:times ( {W} {H} ) ] ]", "180"),
    ],
)
def test_it_gives_what_an_expression_means(gives, expression, node) -> None:
    assert gives(expression, node)
    assert not gives(expression, "pk:other")


@pytest.mark.parametrize(
    ("expression", "fails"),
    [
        ("[ sh:path pk:none ]", True),
        ("[ sh:union ( true false ) ]", True),
        ("[ pks:less ( sh:this 2 ) ; sh:message 'too large: {$value}' ]", True),
        ("[ pks:less ( sh:this 2 ) ; sh:deactivated true ]", False),
        ("[ pks:less ( sh:this 9 ) ]", False),
    ],
)
def test_it_finds_each_value_at_which_an_expression_is_not_just_true(judge, expression, fails) -> None:
    shapes = f"{FUNCTIONS} pks:s sh:targetNode shop:a ; sh:property [ sh:path pk:h ; sh:expression {expression} ] ."
    report = judge("shop:a pk:h 7 .", shapes)
    assert [one.value.value for one in report.results] == (["7"] if fails else [])
    if "message" in expression:
        assert dict(report.results[0].messages) == {"": "too large: 7"}
    assert report.left_out == ()


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("[ pks:unknown ( sh:this ) ]", "its expression (pks:unknown) is none"),
        ("[ pks:less ( sh:this ) ]", "its expression (pks:less) is none"),
        ("[ sh:count [ sh:exist sh:this ] ]", "its expression (exist) is none that is known here"),
    ],
)
def test_it_names_the_expression_that_it_does_not_know(judge, expression, why) -> None:
    report = judge(DATA, f"{FUNCTIONS} pks:s sh:targetNode shop:a ; sh:expression {expression} .")
    assert why in " ".join(one.text() for one in report.left_out)
    assert not report.passes(strict=True)


@pytest.mark.parametrize("written", ["10", '"010"^^xsd:integer'])
def test_a_query_may_call_a_function_that_the_shapes_declare(judge, written) -> None:
    query = 'sh:prefixes pks: ; sh:select "SELECT $this ?value { $this <https://w3id.org/partnerkg/ontology#h> ?value FILTER (!pks:less(?value, 5)) }"'
    shapes = f"{FUNCTIONS} pks:s sh:targetNode shop:a ; sh:sparql [ {query} ] ."
    assert len(judge(f"shop:a pk:h {written} , 3 .", shapes).results) == 1


def test_a_function_that_is_no_sparql_is_refused_with_its_name(judge) -> None:
    shapes = FUNCTIONS.replace("ASK { FILTER ($a < $b) }", "ASK { FILTER ($a <) }")
    with pytest.raises(WrongShape, match="pks:less"):
        judge(DATA, f"{shapes} pks:s sh:targetNode shop:a ; sh:expression [ pks:less ( sh:this 2 ) ] .")


def test_each_value_must_fit_the_shapes_that_an_expression_gives(judge) -> None:
    shapes = """pks:s sh:targetNode shop:a , shop:b ; sh:nodeByExpression [ sh:path pk:kind ] .
        pks:iri a sh:NodeShape ; sh:class pk:K ."""
    report = judge("shop:a pk:kind pks:iri . shop:b pk:kind pks:iri ; a pk:K .", shapes)
    assert [one.focus_node.value[-1] for one in report.results] == ["a"]


CHAIN = (
    "".join(
        f"""pks:f{n} a sh:SPARQLFunction ; sh:parameter [ sh:path pks:a ] ; sh:prefixes pks: ;
    sh:select "SELECT (pks:f{n + 1}($a * 2) + pks:f{n + 1}($a * 2 + 1) AS ?r) {{}}" . """
        for n in range(30)
    )
    + 'pks:f30 a sh:SPARQLFunction ; sh:parameter [ sh:path pks:a ] ; sh:select "SELECT ($a AS ?r) {}" .'
)
TWICE = CHAIN.replace("f1(", "f0(")


@pytest.mark.parametrize("functions", [CHAIN, TWICE])
@pytest.mark.parametrize(
    "rule",
    [
        "sh:expression [ pks:f0 ( 1 ) ]",
        'sh:sparql [ sh:prefixes pks: ; sh:select "SELECT $this { $this ?p ?o FILTER (pks:f0(1) = 1) }" ]',
    ],
)
def test_functions_that_call_each_other_without_end_are_refused(judge, functions, rule) -> None:
    """By calling itself, or two others that call two others each: 2³⁰ calls."""
    with pytest.raises(WrongShape, match=r"pks:f\d+ .*functions call each other more often"):
        judge("shop:a pk:h 7 .", f"{FUNCTIONS} {functions} pks:s sh:targetNode shop:a ; {rule} .")


@pytest.mark.parametrize(
    ("target", "nodes"),
    [
        ("[ sh:union ( shop:a shop:z ) ]", "az"),
        (f"[ sh:nodes {NEXT} ; sh:filterShape [ sh:property [ sh:path pk:w ; sh:minCount 1 ] ] ]", "c"),
        (f"[ sh:nodes {NEXT} ; sh:minus shop:c ]", "b"),
        ("[ sh:filterShape [ sh:property [ sh:path pk:w ; sh:minCount 2 ] ] ]", "a"),
    ],
)
def test_it_finds_the_nodes_that_an_expression_targets(judge, target, nodes) -> None:
    report = judge(DATA, f"pks:s sh:targetNode {target} ; sh:nodeKind sh:Literal .")
    assert "".join(sorted(one.focus_node.value[-1] for one in report.results)) == nodes
    assert report.left_out == ()
