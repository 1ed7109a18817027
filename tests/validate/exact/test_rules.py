"""Rules of shapes (SHACL Advanced Features §8) run before anything is looked at, when somebody asks for it."""

from __future__ import annotations

import pytest
from tests.validate.conftest import quads, read

from partnerkg.errors import WrongValue
from partnerkg.validate import WrongShape, entailed
from partnerkg.validate.data import Loaded

SHOP = "https://w3id.org/partnerkg/id/organization/"
PK = "PREFIX pk: <https://w3id.org/partnerkg/ontology#> "
ASKED = "pks: sh:entailment sh:Rules ."
LARGE = """pks:s a sh:NodeShape ; sh:targetClass pk:P ; sh:rule [ a sh:TripleRule ; sh:subject sh:this ;
    sh:predicate rdf:type ; sh:object pk:Large ; sh:condition [ sh:property [ sh:path pk:p ; sh:minCount 2 ] ] ] .
pks:l a sh:NodeShape ; sh:targetClass pk:Large ; sh:property [ sh:path pk:name ; sh:minCount 1 ] ."""
DATA = "shop:a a pk:P ; pk:p 1 , 2 . shop:b a pk:P ; pk:p 1 ."


def focused(report) -> list[str]:
    return sorted(one.focus_node.value.removeprefix(SHOP) for one in report.results)


def rule(query: str, rest: str = "", target: str = "sh:targetSubjectsOf pk:p") -> str:
    return f'pks:s a sh:NodeShape ; {target} ; sh:rule [ a sh:SPARQLRule ; {rest} sh:construct """{PK}{query}""" ] .'


def followed(data: str, shapes: str, way: str = "once") -> list[str]:
    """Return the triples that rules add, as lines with short names."""
    given = quads(data)
    after = entailed.of(Loaded(given), read(quads(shapes)), way).data.everything()
    lines = (f"{s} {p} {o}" for s, p, o, _ in list(after)[len(given) :])
    short = (line.replace(SHOP, "").replace("https://w3id.org/partnerkg/ontology#", "") for line in lines)
    return sorted(line.replace("<", "").replace(">", "") for line in short)


def test_it_looks_at_what_rules_add_where_the_shapes_ask_for_them(judge) -> None:
    assert focused(judge(DATA, LARGE + ASKED)) == ["a"]


def test_it_looks_at_what_rules_add_where_the_user_asks_for_them(judge) -> None:
    report = judge(DATA, LARGE, rules="once")
    assert focused(report) == ["a"]
    assert "added 1 statement before" in report.notices[0].text()
    assert not report.left_out


def test_it_names_a_rule_that_nobody_asked_for(judge) -> None:
    report = judge(DATA, LARGE)
    assert report.conforms
    assert "its sh:rule is not run" in report.left_out[0].text()


@pytest.mark.parametrize("engine", ["sparql", "exact", "pyshacl"])
def test_every_engine_looks_at_what_rules_add(judge, engine: str) -> None:
    assert focused(judge(DATA, LARGE, rules="once", engine=engine)) == ["a"]


def test_a_query_gives_its_template_for_each_solution_new_nodes_each_time() -> None:
    shapes = rule(
        "CONSTRUCT { $this pk:has [ pk:of ?v ] ; pk:sum ?sum } WHERE { $this pk:p ?v BIND(?v + 1 AS ?sum) }"
    )
    found = followed("shop:a pk:p 1 , 2 .", shapes)
    assert [line for line in found if line.startswith("a sum")] == [
        f'a sum "{n}"^^http://www.w3.org/2001/XMLSchema#integer' for n in (2, 3)
    ]
    nodes = {line.split()[0] for line in found if " of " in line}
    assert len(nodes) == 2
    assert all(line.split()[2] in nodes for line in found if line.startswith("a has"))


def test_a_query_that_is_its_own_template_and_one_that_groups_run() -> None:
    assert followed("shop:a pk:p shop:b .", rule("CONSTRUCT WHERE { $this pk:p ?v }")) == []
    query = "CONSTRUCT { ?v pk:n ?n } WHERE { SELECT $this ?v (COUNT(?x) AS ?n) { $this pk:p ?v . ?x pk:p ?v } GROUP BY $this ?v }"
    assert [line[:9] for line in followed("shop:a pk:p shop:c . shop:b pk:p shop:c .", rule(query))] == [
        'c n "2"^^'
    ]


def test_a_focus_node_without_name_reckons_as_one_with_a_name() -> None:
    found = followed(
        "[] pk:p 5 .", rule("CONSTRUCT { $this pk:q ?n } WHERE { $this pk:p ?v BIND(?v * ?v AS ?n) }")
    )
    assert [line.split(maxsplit=1)[1] for line in found] == [
        'q "25"^^http://www.w3.org/2001/XMLSchema#integer'
    ]


def test_what_would_be_no_triple_is_not_given() -> None:
    query = "CONSTRUCT { ?v pk:of $this . $this ?v pk:x . $this pk:q ?none } WHERE { $this pk:p ?v }"
    assert followed("shop:a pk:p 1 .", rule(query)) == []


def test_forms_are_copied_as_they_are_written() -> None:
    found = followed(
        'shop:a pk:p "007"^^xsd:integer .', rule("CONSTRUCT { $this pk:q ?v } WHERE { $this pk:p ?v }")
    )
    assert found == ['a q "007"^^http://www.w3.org/2001/XMLSchema#integer']


def test_a_form_that_is_not_written_yet_is_new() -> None:
    data = 'shop:a pk:p "007"^^xsd:integer ; pk:q 7 .'
    query = rule("CONSTRUCT { $this pk:q ?v } WHERE { $this pk:p ?v }")
    assert len(followed(data, query)) == 1
    assert followed('shop:a pk:p 7 ; pk:q "7"^^xsd:integer .', query) == []


CHAIN = """pks:s a sh:NodeShape ; sh:targetSubjectsOf pk:p ;
    sh:rule [ a sh:TripleRule ; sh:order {one} ; sh:subject sh:this ; sh:predicate pk:q ; sh:object [ sh:path pk:p ] ] ;
    sh:rule [ a sh:TripleRule ; sh:order {two} ; sh:subject sh:this ; sh:predicate pk:r ; sh:object [ sh:path pk:q ] ] ."""


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [(0, 1, ["a q b", "a r b"]), (0, 0, ["a q b"]), (1, 0, ["a q b"]), ("0.5", "1.5", ["a q b", "a r b"])],
)
def test_rules_of_a_shape_see_what_came_before_in_their_order(
    one: object, two: object, found: list[str]
) -> None:
    assert followed("shop:a pk:p shop:b .", CHAIN.format(one=one, two=two)) == found


@pytest.mark.parametrize(("order", "found"), [("", ["a q b"]), ("sh:order 1 ;", ["a q b", "a r b"])])
def test_shapes_of_one_order_do_not_see_what_each_other_adds(order: str, found: list[str]) -> None:
    shapes = """pks:one a sh:NodeShape ; sh:targetSubjectsOf pk:p ; sh:rule [ a sh:TripleRule ;
        sh:subject sh:this ; sh:predicate pk:q ; sh:object [ sh:path pk:p ] ] .
    pks:two a sh:NodeShape ; %s sh:targetSubjectsOf pk:q ; sh:rule [ a sh:TripleRule ;
        sh:subject sh:this ; sh:predicate pk:r ; sh:object [ sh:path pk:q ] ] ."""
    assert followed("shop:a pk:p shop:b .", shapes % order) == found


def test_rules_that_run_repeatedly_end_when_nothing_is_new(judge) -> None:
    shapes = rule("CONSTRUCT { $this pk:up ?z } WHERE { $this pk:p/pk:up? ?z }")
    data = " ".join(f"shop:n{n} pk:p shop:n{n + 1} ." for n in range(12))
    assert len(followed(data, shapes, "repeatedly")) == 12 * 13 / 2
    said = [notice.text() for notice in judge(data, shapes, rules="once").notices]
    assert any("run again, the rules would add more" in line for line in said)


def test_rules_that_make_nodes_end_too() -> None:
    shapes = rule(
        "CONSTRUCT { $this pk:q [ pk:p ?v ] } WHERE { $this pk:p ?v }", target="sh:targetNode shop:a"
    )
    assert len(followed("shop:a pk:p 1 .", shapes, "repeatedly")) == 2


def test_rules_that_never_end_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(entailed, "MOST_ROUNDS", 20)
    shapes = rule("CONSTRUCT { $this pk:p ?more } WHERE { $this pk:p ?n BIND(?n + 1 AS ?more) }")
    with pytest.raises(WrongShape, match="still give something new after 20 rounds"):
        followed("shop:a pk:p 1 .", shapes, "repeatedly")


def test_a_rule_that_runs_for_no_node_is_named(judge) -> None:
    shapes = LARGE.replace("sh:targetClass pk:P ;", "") + "pks:none sh:rule [ a sh:TripleRule ] ."
    said = [notice.text() for notice in judge(DATA, shapes, rules="once").left_out]
    assert [line for line in said if "runs for no node" in line] == [
        f"{name}: its sh:rule runs for no node: it has no target" for name in ("pks:s", "pks:none")
    ]


@pytest.mark.parametrize("where", ["rule", "shape"])
def test_what_is_deactivated_adds_nothing(where: str) -> None:
    off = "sh:deactivated true ;"
    shapes = (
        LARGE.replace("sh:rule [", "sh:rule [ " + off)
        if where == "rule"
        else LARGE.replace("pk:P ;", "pk:P ; " + off)
    )
    assert followed(DATA, shapes) == []


@pytest.mark.parametrize(
    ("shapes", "why"),
    [
        (
            "pks:s sh:targetNode shop:a ; sh:rule [ a sh:JSRule ] .",
            "neither a sh:TripleRule nor a sh:SPARQLRule",
        ),
        (
            "pks:s sh:targetNode shop:a ; sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:object 1 ] .",
            "its rule needs one sh:predicate",
        ),
        (LARGE.replace("sh:object pk:Large", "sh:object [ sh:exist pk:p ]"), "is none that is known here"),
        (
            LARGE.replace("sh:condition [", "sh:condition pks:none ; sh:other ["),
            "the sh:condition of its rule is no shape",
        ),
        (
            LARGE.replace("a sh:TripleRule", 'a sh:TripleRule ; sh:order "x"'),
            "the sh:order of its rule is no number",
        ),
        (rule("SELECT $this { $this pk:p ?v }"), "its query is no CONSTRUCT"),
        (rule("CONSTRUCT { $this pk:q ?v } WHERE { $this pk:p ?v MINUS { ?v pk:p ?w } }"), "has MINUS"),
        (rule("CONSTRUCT { $this ex:q ?v } WHERE { $this pk:p ?v }"), "does not declare the prefix of ex:q"),
        (rule("CONSTRUCT { $this pk:q } WHERE { $this pk:p ?v }"), "line"),
    ],
)
def test_a_rule_that_cannot_run_is_refused_where_it_stands(judge, shapes: str, why: str) -> None:
    with pytest.raises(WrongShape, match=why):
        judge(DATA, shapes, rules="once")
    judge(DATA, shapes)  # nobody asked for it


def test_a_way_that_rules_do_not_run_is_refused(judge) -> None:
    with pytest.raises(WrongValue, match="repeatedly"):
        judge(DATA, LARGE, rules="repeated")
