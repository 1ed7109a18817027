"""Reports whose counts are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from partnerkg.validate import Checked, Report
from partnerkg.validate.formats import Look

PKS = "https://w3id.org/partnerkg/shapes#"


@pytest.fixture
def counted(judge, bare) -> Report:
    """Return the report on four bare shops of ten, the other six all right; a shape for libraries met none."""
    shapes = """
        pks:Shop a sh:NodeShape ; sh:targetClass pk:Bookshop ; sh:property pks:name , pks:site ;
            sh:name "librairie"@fr , "bookshop"@en .
        pks:name a sh:PropertyShape ; sh:path skos:prefLabel ; sh:minCount 1 ; sh:description "Why."@en ;
            sh:name "nom"@fr , "name"@en ; sh:message "Donnez un nom."@fr , "Give a name."@en .
        pks:site a sh:PropertyShape ; sh:path org:hasSite ; sh:nodeKind sh:IRI ; sh:severity sh:Warning .
        pks:Library a sh:NodeShape ; sh:targetClass pk:Library ; sh:nodeKind sh:IRI ."""
    data = bare + 'shop:bare-0 org:hasSite "<1> & 2" , "été"@fr . pk:Library rdfs:label "Library" .'
    checked = {
        PKS + "Shop": Checked(10, 6, 4),
        PKS + "name": Checked(10, 6, 4),
        PKS + "site": Checked(10, 3, 1, 6),
        PKS + "Library": Checked(0, 0, 0),
    }
    return replace(judge(data, shapes), checked=checked, nodes=10, subjects=40, unseen=30)


@pytest.fixture
def look() -> Callable[..., Look]:
    """Return a function that makes a look with the label of one shop."""
    labels = {"https://w3id.org/partnerkg/id/organization/bare-0": "Chez <Nous>"}
    return lambda **options: Look(labels=labels, **options)


@pytest.fixture
def partial(counted) -> Report:
    """Return a report on one thing alone, by an engine that nobody chose."""
    thing = "https://w3id.org/partnerkg/id/organization/bare-0"
    return replace(counted, focus=(thing,))
