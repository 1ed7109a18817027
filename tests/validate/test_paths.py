from __future__ import annotations

import pytest
from pyoxigraph import Quad, Triple

from partnerkg.validate import paths
from partnerkg.validate.reading import read

PKS = "https://w3id.org/partnerkg/shapes#"
FORMS = {
    "org:hasSite": "org:hasSite",
    "( org:hasSite pk:commune )": "org:hasSite/pk:commune",
    "[ sh:inversePath org:hasSite ]": "^org:hasSite",
    "[ sh:inversePath ( org:hasSite pk:commune ) ]": "^(org:hasSite/pk:commune)",
    "[ sh:alternativePath ( skos:prefLabel skos:altLabel ) ]": "(skos:prefLabel|skos:altLabel)",
    "[ sh:zeroOrMorePath org:subOrganizationOf ]": "org:subOrganizationOf*",
    "( [ sh:oneOrMorePath org:subOrganizationOf ] [ sh:zeroOrOnePath org:hasSite ] )": (
        "org:subOrganizationOf+/org:hasSite?"
    ),
}


def _path(shapes_of, text: str) -> paths.Path:
    return shapes_of(f"pks:a sh:path {text} .").by_iri[PKS + "a"].path


@pytest.mark.parametrize(("turtle", "sparql"), FORMS.items())
def test_it_writes_a_path_as_sparql_does(shapes_of, turtle, sparql) -> None:
    assert _path(shapes_of, turtle).text() == sparql


@pytest.mark.parametrize("turtle", FORMS)
def test_it_writes_a_path_as_triples_that_read_the_same(shapes_of, turtle) -> None:
    path = _path(shapes_of, turtle)
    node, described = paths.triples(path)
    shape = Triple(paths.SH["shape"], paths.SH.path, node)
    assert read(Quad(*triple) for triple in (shape, *described)).by_iri[paths.SH["shape"].value].path == path


@pytest.mark.parametrize("broken", ["[ ]", "_:a . _:a rdf:first pk:a ; rdf:rest _:a"])
def test_it_refuses_what_is_no_path_or_has_no_end(shapes_of, broken) -> None:
    with pytest.raises(Exception, match="cannot be used"):
        _path(shapes_of, broken)
