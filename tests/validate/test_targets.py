from __future__ import annotations

PKS, PK = "https://w3id.org/partnerkg/shapes#", "https://w3id.org/partnerkg/ontology#"
TARGETS = """
pks:class sh:targetClass pk:Bookshop ; sh:nodeKind sh:IRI .
pks:node sh:targetNode shop:absent ; sh:nodeKind sh:IRI .
pks:subjects sh:targetSubjectsOf org:hasSite ; sh:nodeKind sh:IRI .
pks:objects sh:targetObjectsOf org:hasSite ; sh:nodeKind sh:IRI .
pks:none a sh:NodeShape ; sh:nodeKind sh:IRI .
"""


def test_it_counts_the_nodes_that_each_shape_met(judge) -> None:
    data = """pk:Cafe rdfs:subClassOf pk:Bookshop .
        shop:a a pk:Bookshop, pk:Cafe . shop:b a pk:Cafe ; org:hasSite 1, 2 ."""
    report = judge(data, TARGETS)
    assert report.targets == {PKS + "class": 2, PKS + "node": 1, PKS + "objects": 2, PKS + "subjects": 1}
    assert report.nodes == 5


def test_it_reports_a_misspelt_target_class(judge, bare) -> None:
    report = judge(bare, "pks:Shop sh:targetClass pk:Bookshopp ; sh:nodeKind sh:Literal .")
    assert report.conforms
    assert [(unmet.shape, unmet.undeclared) for unmet in report.unmet] == [
        (PKS + "Shop", (PK + "Bookshopp",))
    ]
    assert "pk:Bookshopp" in report.text()


def test_it_tells_a_declared_class_without_nodes_from_a_misspelt_one(judge) -> None:
    report = judge('pk:Bookshop rdfs:label "Librairie"@fr .')
    assert [(unmet.shape, unmet.targets, unmet.undeclared) for unmet in report.unmet] == [
        (PKS + "Shop", (PK + "Bookshop",), ())
    ]


def test_it_reports_a_misspelt_property_of_a_target(judge, bare) -> None:
    report = judge(bare, "pks:Shop sh:targetSubjectsOf org:hasSites ; sh:nodeKind sh:Literal .")
    assert report.unmet[0].undeclared == ("http://www.w3.org/ns/org#hasSites",)


def test_it_expects_no_nodes_of_a_shape_without_targets(judge, named) -> None:
    assert judge(named, "pks:Shop a sh:NodeShape ; sh:nodeKind sh:Literal .").unmet == ()
