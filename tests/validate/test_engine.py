from __future__ import annotations

import re

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib.plugins import sparql

from partnerkg.errors import BrokenFile, MissingFile, UnknownFormat, WrongValue
from partnerkg.validate import NotCompiled, Severity, WrongShape, validate

SH = "http://www.w3.org/ns/shacl#"
SHOP = "https://w3id.org/partnerkg/id/organization/"
ASKING = """
pks:twin a sh:NodeShape ; sh:targetClass pk:Bookshop ; sh:severity sh:Warning ; sh:sparql pks:twin-query ;
    sh:message "{?value} porte le même nom."@fr , "{?value} has the same name."@en .
pks:twin-query sh:prefixes pks:prefixes ; sh:select '''
SELECT $this ?value WHERE {
    $this skos:prefLabel ?name . ?value skos:prefLabel ?name . FILTER ($this != ?value)
}''' .
pks:prefixes a <http://www.w3.org/2002/07/owl#Ontology> ; sh:declare pks:prefix-skos .
pks:prefix-skos sh:prefix "skos" ; sh:namespace "http://www.w3.org/2004/02/skos/core#"^^xsd:anyURI .
"""


def test_it_finds_nothing_in_data_that_are_right(judge, named) -> None:
    report = judge(named)
    assert report.conforms
    assert report.results == ()


def test_it_says_which_node_breaks_which_rule(judge) -> None:
    first = judge("shop:a a pk:Bookshop .").results[0]
    assert first.focus_node == NamedNode(SHOP + "a")
    assert first.path.text() == "skos:prefLabel"
    assert (first.shape, first.component) == (
        "https://w3id.org/partnerkg/shapes#name",
        SH + "MinCountConstraintComponent",
    )
    assert first.severity is Severity.VIOLATION


def test_it_sees_the_union_of_all_graphs(judge) -> None:
    assert judge('shop:g { shop:a a pk:Bookshop } shop:h { shop:a skos:prefLabel "A" }').passes()


def test_it_knows_subclasses_that_the_data_declare(judge) -> None:
    report = judge("pk:YouthBookshop rdfs:subClassOf pk:Bookshop . shop:a a pk:YouthBookshop .")
    assert not report.conforms


def test_it_keeps_both_languages_of_a_message_with_a_hole(judge) -> None:
    report = judge('shop:a a pk:Bookshop ; skos:prefLabel "A" . shop:b skos:prefLabel "A" .', ASKING)
    assert report.results[0].value == NamedNode(SHOP + "b")
    assert report.results[0].messages == {
        "fr": "organization:b porte le même nom.",
        "en": "organization:b has the same name.",
    }


def test_it_takes_the_severity_of_the_shape_of_a_query(judge) -> None:
    report = judge('shop:a a pk:Bookshop ; skos:prefLabel "A" . shop:b skos:prefLabel "A" .', ASKING)
    assert [result.severity for result in report.results] == [Severity.WARNING]
    assert report.passes()
    assert not report.conforms


@pytest.mark.parametrize(("fail_on", "passes"), [("violation", True), ("warning", False), ("info", False)])
def test_it_fails_on_the_severity_that_was_asked_for(judge, fail_on, passes) -> None:
    data = 'shop:a a pk:Bookshop ; skos:prefLabel "A" ; org:classification shop:k .'
    assert judge(data, fail_on=fail_on).passes() is passes


def test_it_refuses_a_severity_that_does_not_exist(judge, named) -> None:
    with pytest.raises(WrongValue, match="did you mean `warning`"):
        judge(named, fail_on="warn")


def test_it_compares_literals_as_they_are_written(judge) -> None:
    shape = "pks:n sh:targetClass pk:Bookshop ; sh:property pks:v . pks:v sh:path pk:n ; sh:in ( 01 ) ."
    assert judge("shop:a a pk:Bookshop ; pk:n 01 .", shape).conforms
    wrong = judge("shop:a a pk:Bookshop ; pk:n 1 .", shape).results[0].value
    assert wrong == Literal("1", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))


@pytest.mark.parametrize("before", [True, False])
def test_it_leaves_the_switches_of_rdflib_as_they_were(judge, named, monkeypatch, before) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", before)
    monkeypatch.setattr(sparql, "SPARQL_LOAD_GRAPHS", before)
    judge(named)
    assert rdflib.NORMALIZE_LITERALS is before
    assert sparql.SPARQL_LOAD_GRAPHS is before


def test_it_reads_files_of_data_and_of_shapes(written, bare) -> None:
    shapes = written("shop.ttl", "pks:S sh:targetClass pk:Bookshop ; sh:nodeKind sh:Literal .")
    assert len(validate([written("shops.ttl", bare)], [shapes]).results) == 4


def test_it_takes_the_shipped_shapes_if_none_are_given() -> None:
    assert "https://w3id.org/partnerkg/shapes#Completeness-Bookshop" in validate([]).targets


def test_it_refuses_a_file_that_is_not_there(tmp_path) -> None:
    with pytest.raises(MissingFile):
        validate([tmp_path / "none.ttl"])


def test_it_refuses_a_file_of_no_rdf_format(written) -> None:
    with pytest.raises(UnknownFormat, match=r"no format `\.docx`"):
        validate([written("shops.docx", "")])


def test_it_says_on_which_line_a_file_is_broken(written) -> None:
    with pytest.raises(BrokenFile, match="line 11"):
        validate([written("shops.ttl", "shop:a a .")])


def test_it_names_the_query_that_is_no_sparql(judge, named) -> None:
    broken = ASKING.replace("FILTER (", "FILTRE (")
    with pytest.raises(WrongShape, match="pks:twin-query"):
        judge(named, broken)


def test_it_refuses_a_query_that_leaves_the_data(judge, named) -> None:
    leaving = ASKING.replace(
        "?value skos:prefLabel ?name .", "SERVICE <http://example.org/> { ?value a ?name }"
    )
    with pytest.raises(WrongShape, match="SERVICE"):
        judge(named, leaving)


def test_it_refuses_shapes_that_are_not_well_formed(judge, named) -> None:
    with pytest.raises(WrongShape, match="sh:path"):
        judge(named, "pks:p a sh:NodeShape ; sh:path skos:prefLabel ; sh:minCount 1 .")


def test_it_refuses_a_triple_term_without_a_traceback(judge) -> None:
    with pytest.raises(Exception, match=r"RDF 1\.2"):
        judge("shop:a pk:says <<( shop:a a pk:Bookshop )>> .", engine="pyshacl")


SUBTYPES = (
    *("nonPositiveInteger", "negativeInteger", "long", "int", "short", "byte", "nonNegativeInteger"),
    *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "positiveInteger"),
)


@pytest.mark.parametrize("engine", ["auto", "exact"])
@pytest.mark.parametrize("name", SUBTYPES)
def test_it_knows_each_kind_of_whole_number_by_how_it_is_written(judge, name, engine) -> None:
    value = -5 if name.startswith(("nonPos", "neg")) else 5
    shape = f"pks:A sh:targetNode shop:a , shop:b ; sh:property [ sh:path pk:p ; sh:datatype xsd:{name} ] ."
    data = f'shop:a pk:p "{value}"^^xsd:{name} . shop:b pk:p "{value}"^^xsd:integer , "5.0"^^xsd:{name} .'
    report = judge(data, shape, engine=engine)
    assert [result.focus_node.value[-1] for result in report.results] == ["b", "b"]
    assert not report.left_out


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            '"5"^^xsd:byte',
            'the data write "5"^^<http://www.w3.org/2001/XMLSchema#byte>, which the store has as "5"',
        ),
        ("123456789012345678901", "the data have numbers beyond the store’s range"),
    ],
)
def test_compiled_queries_alone_refuse_what_they_cannot_see(judge, written, said) -> None:
    shape = "pks:A sh:targetNode shop:a ; sh:property [ sh:path pk:p ; sh:minCount 1 ] ."
    with pytest.raises(NotCompiled, match=re.escape(said)):
        judge(f"shop:a pk:p {written} .", shape, engine="sparql")
    assert judge(f"shop:a pk:p 5 ; pk:q {written} .", shape, engine="sparql").conforms
