from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.validate import messages, wants

PKS, XSD = "https://w3id.org/partnerkg/shapes#", "http://www.w3.org/2001/XMLSchema#"
WANTED = [  # constraint, data, English, French
    ("sh:minCount 1", "", "Give at least 1 value.", "Donnez au moins 1 valeur."),
    ("sh:minCount 2", "", "Give at least 2 values.", "Donnez au moins 2 valeurs."),
    ("sh:maxCount 0", "pk:p 1", "Give no value.", "Ne donnez aucune valeur."),
    ("sh:maxCount 1", "pk:p 1, 2", "Give at most 1 value.", "Donnez au plus 1 valeur."),
    ("sh:class org:Site", "pk:p 1", "must be of the class org:Site.", "de la classe org:Site."),
    ("sh:class org:Site, org:Role", "pk:p 1", "org:Role and org:Site.", "org:Role et org:Site."),
    (
        "sh:datatype xsd:date",
        "pk:p 1",
        "datatype xsd:date; it is xsd:integer.",
        "xsd:date ; c’est xsd:integer.",
    ),
    ("sh:nodeKind sh:IRI", 'pk:p "a"', "must be an IRI; it is a literal.", "un IRI ; c’est un littéral."),
    ("sh:nodeKind sh:BlankNodeOrIRI", "pk:p 1", "a blank node or an IRI; ", "un nœud anonyme ou un IRI ; "),
    ("sh:minInclusive 3", "pk:p 2", "The value must be at least 3.", "doit être au moins 3."),
    ("sh:minExclusive 3", "pk:p 2", "must be above 3.", "doit dépasser 3."),
    ("sh:maxInclusive 1", "pk:p 2", "must be at most 1.", "doit être au plus 1."),
    ("sh:maxExclusive 1", "pk:p 2", "must be below 1.", "doit rester sous 1."),
    (
        "sh:minLength 3",
        'pk:p "a"',
        "at least 3 characters; it is 1 character.",
        "3 caractères ; c’est 1 caractère.",
    ),
    (
        "sh:maxLength 0",
        'pk:p "ab"',
        "at most 0 characters; it is 2 char",
        "0 caractère ; c’est 2 caractères.",
    ),
    ('sh:pattern "^[{a}]$"', 'pk:p "b"', "must match the pattern ^[{a}]$.", "doit suivre le motif ^[{a}]$."),
    (
        'sh:languageIn ("fr" "en")',
        'pk:p "b"',
        "languages fr, en; it is without",
        "fr, en ; c’est sans langue.",
    ),
    (
        "sh:uniqueLang true",
        'pk:p "a"@fr, "b"@fr',
        "at most one value in each",
        "au plus une valeur par langue.",
    ),
    ("sh:equals pk:q", "pk:p 1", "same as those of pk:q.", "mêmes que celles de pk:q."),
    ("sh:disjoint pk:q", "pk:p 1 ; pk:q 1", "not be a value of pk:q too.", "aussi une valeur de pk:q."),
    (
        "sh:lessThan pk:q",
        "pk:p 1 ; pk:q 1",
        "come before each value of pk:q.",
        "précéder chaque valeur de pk:q.",
    ),
    (
        "sh:lessThanOrEquals pk:q",
        "pk:p 2 ; pk:q 1",
        "not come after any value of pk:q.",
        "aucune valeur de pk:q.",
    ),
    (
        "sh:not pks:date",
        'pk:p "2000-01-01"^^xsd:date',
        "must not fit pks:date.",
        "pas être conforme à pks:date.",
    ),
    ("sh:and ( pks:date )", "pk:p 1", "must fit each of: pks:date.", "à chacune de : pks:date."),
    (
        "sh:or ( pks:date [ sh:nodeKind sh:IRI ] )",
        "pk:p 1",
        "one of: pks:date, a shape wi",
        "règle sans nom.",
    ),
    ("sh:xone ( pks:date )", "pk:p 1", "must fit exactly one of: pks:date.", "à une seule de : pks:date."),
    ("sh:node pks:date", "pk:p 1", "must fit the shape pks:date.", "à la règle pks:date."),
    (
        "sh:qualifiedValueShape pks:date ; sh:qualifiedMinCount 1",
        "",
        "least 1 value fitting pks:date.",
        "selon pks:",
    ),
    (
        "sh:qualifiedValueShape [] ; sh:qualifiedMaxCount 0",
        "pk:p 1",
        "Give no value fitting a shape",
        "aucune valeur selon",
    ),
    ('sh:hasValue "a"@fr', "", "Give the value a@fr.", "Donnez la valeur a@fr."),
    ('sh:in ( 1 "b" pk:c )', "pk:p 2", "must be one of: 1, b, pk:c.", "doit figurer parmi : 1, b, pk:c."),
]


@pytest.mark.parametrize(("constraint", "data", "english", "french"), WANTED, ids=lambda one: one[:30])
def test_it_says_what_each_constraint_of_shacl_core_wants(judge, constraint, data, english, french) -> None:
    shapes = f"""pks:A sh:targetNode shop:a ; sh:property pks:p . pks:p sh:path pk:p ; {constraint} .
        pks:date a sh:NodeShape ; sh:datatype xsd:date ."""
    said = judge(f"shop:a {data} ." if data else "", shapes).results[0].messages
    assert english in said["en"]
    assert french in said["fr"]


def test_it_speaks_of_the_node_where_a_shape_has_no_path(judge) -> None:
    said = judge("", "pks:A sh:targetNode shop:a ; sh:nodeKind sh:Literal .").results[0].messages
    assert said == {
        "en": "The node must be a literal; it is an IRI.",
        "fr": "Le nœud doit être un littéral ; c’est un IRI.",
    }


def test_it_asks_to_leave_out_what_a_closed_shape_does_not_describe(judge) -> None:
    shapes = "pks:A sh:targetNode shop:a ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ."
    assert judge("shop:a pk:p 1 .", shapes).results[0].messages["en"].startswith("Leave this property out")


def test_it_says_that_a_query_without_message_found_a_fault(judge) -> None:
    shapes = "pks:A sh:targetNode shop:a ; sh:sparql [ sh:select 'SELECT $this WHERE { }' ] ."
    assert judge("", shapes).results[0].messages["fr"].startswith("La requête de cette règle")


def test_it_cuts_a_long_list_and_says_how_many_there_are(shapes_of) -> None:
    shapes = shapes_of(f"pks:A sh:path pk:p ; sh:in ( {' '.join(map(str, range(100, 140)))} ) .")
    said = messages.generic("In", shapes.by_iri[PKS + "A"])["en"]
    assert said.endswith("110, 111, … (40 in all).")


def test_it_names_a_component_that_it_does_not_know() -> None:
    said = messages.generic("http://www.w3.org/ns/shacl#MinCountConstraintComponent")
    assert said["en"] == "The constraint sh:MinCountConstraintComponent is not met."
    assert "my:New" in messages.generic("my:New")["fr"]


def test_it_prefers_the_message_of_the_shape_with_its_variables(shapes_of) -> None:
    shapes = shapes_of("""pks:A sh:path pk:p ; sh:minCount 1 ; sh:message "{$this}: {?value}"@fr .""")
    focus, value = NamedNode("https://w3id.org/partnerkg/ontology#a"), Literal("b")
    assert messages.of(shapes, PKS + "A", "MinCount", focus=focus, value=value) == {"fr": "pk:a: b"}


def test_it_prefers_the_message_of_the_query_to_that_of_its_shape(shapes_of) -> None:
    shapes = shapes_of("""pks:A a sh:NodeShape ; sh:message "shape" ; sh:sparql pks:query .
        pks:query sh:message "query" ; sh:select "SELECT $this WHERE {}" .""")
    assert messages.of(shapes, PKS + "A", "SPARQL", constraint=PKS + "query") == {"": "query"}


values = st.one_of(st.builds(Literal, st.text()), st.builds(BlankNode), st.just(NamedNode("x:y")), st.none())


@given(component=st.sampled_from(sorted(wants.SENTENCES)), value=values)
def test_it_never_leaves_a_hole_unfilled(component, value) -> None:
    for text in messages.generic(component, None, value).values():
        assert text.endswith(".")
        assert not re.search(r"\{\w+\}", text)
