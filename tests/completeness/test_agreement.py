"""Whatever the data and the shape: what is missing is what the validator finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from partnerkg.completeness import measure
from partnerkg.validate import validate
from partnerkg.validate.data import dataset
from partnerkg.validate.reading import read

from .conftest import PREFIXES

NODES = ("ex:a", "ex:b", "ex:c", "ex:d")
VALUES = (*NODES, "kind:x", "name-status:unnamed-in-source", '"1"', "1", '"un"@fr', '"one"@en')
PATHS = (
    "ex:p",
    "( ex:p ex:q )",
    "[ sh:inversePath ex:p ]",
    "[ sh:alternativePath ( ex:p ( ex:q ex:p ) ) ]",
    "[ sh:zeroOrOnePath ex:p ]",
    "( [ sh:alternativePath ( ex:p ex:q ) ] ex:p )",
)
ASKED = (
    "sh:minCount 1",
    "sh:minCount 2",
    "sh:hasValue kind:x",
    'sh:hasValue "1"',
    'sh:in ( kind:x "1" ex:b )',
    "sh:minCount 1 ; sh:in ( kind:x name-status:unnamed-in-source )",
    "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:class ex:T ]",
    "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:not [ sh:class ex:T ] ]",
    'sh:qualifiedMinCount 2 ; sh:qualifiedValueShape [ sh:not [ sh:in ( kind:x "1" ) ] ]',
    "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:languageIn ( 'fr' ) ]",
    "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:not [ sh:languageIn ( 'fr' ) ] ]",
    "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:datatype <http://www.w3.org/2001/XMLSchema#integer> ]",
    "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:property [ sh:path ex:q ; sh:hasValue kind:x ] ]",
)
TRIPLES = st.tuples(st.sampled_from(NODES), st.sampled_from(["ex:p", "ex:q"]), st.sampled_from(VALUES))
TYPES = st.tuples(st.sampled_from(NODES), st.sampled_from(["ex:T", "ex:U"]))


@settings(max_examples=150, deadline=None)
@given(st.sets(TYPES), st.sets(TRIPLES, max_size=12), st.sampled_from(PATHS), st.sampled_from(ASKED))
def test_what_is_missing_is_what_the_validator_finds(types, triples, path, asked):
    text = "".join(f"{thing} a {class_} .\n" for thing, class_ in types) + "ex:U rdfs:subClassOf ex:T .\n"
    text += "".join(f"{' '.join(triple)} .\n" for triple in triples)
    shape = f"ex:S sh:targetClass ex:T ; sh:property ex:P . ex:P sh:path {path} ; {asked} ; pk:weight 1 ; sh:severity sh:Warning ."
    data = dataset(list(parse(PREFIXES + text, format=RdfFormat.TURTLE)))
    shapes = read(parse(PREFIXES + shape, format=RdfFormat.TURTLE))
    (cell,) = measure(data, shapes).cells
    assert cell.missing == {result.focus_node.value for result in validate(data, shapes).results}
    for name, query in cell.queries.items():
        listed = {row[0].value for row in data.each(query)}
        assert (
            listed
            == {
                "applicable": cell.applicable,
                "answered": cell.applicable - cell.missing,
                "missing": cell.missing,
                "known_absent": cell.known_absent,
            }[name]
        )
