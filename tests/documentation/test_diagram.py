"""The diagram of the classes."""

from __future__ import annotations

from xml.etree import ElementTree

from partnerkg.documentation import diagram
from partnerkg.documentation.relations import relations

PK = "https://w3id.org/partnerkg/ontology#"
ORGANIZATION = "http://www.w3.org/ns/org#Organization"


def _svg(ontology) -> str:
    return diagram.svg(relations(ontology), lambda iri: iri.rpartition("#")[2], "A & B", "What it shows")


def test_it_draws_every_relation_that_the_list_says(ontology):
    found = relations(ontology)
    words = list(ElementTree.fromstring(_svg(ontology)).itertext())
    for (start, end), properties in found.links.items():
        for iri in properties:
            name = iri.rpartition("#")[2]
            assert (f"↻ {name}" if start == end else name) in words


def test_it_stands_alone_with_a_title_and_a_description(ontology):
    root = ElementTree.fromstring(_svg(ontology))
    assert root.get("role") == "img"
    assert [root.find(name).text for name in ("title", "desc")] == ["A & B", "What it shows"]
    assert root.get("aria-labelledby").split() == [root.find(name).get("id") for name in ("title", "desc")]


def test_it_puts_the_kinds_of_organisation_into_one_box(ontology):
    boxes = relations(ontology).boxes
    assert f"{PK}Bookshop" in boxes[ORGANIZATION]
    assert f"{PK}Bookshop" not in boxes
    assert f"{PK}DepartmentalLibrary" in boxes[ORGANIZATION]


def test_it_draws_one_of_two_inverse_properties(ontology):
    drawn = [iri for properties in relations(ontology).links.values() for iri in properties]
    assert f"{PK}hasPartner" in drawn
    assert f"{PK}partnerOf" not in drawn


def test_its_boxes_do_not_cover_each_other(ontology):
    root = ElementTree.fromstring(_svg(ontology))
    frames = [
        tuple(float(one.get(key)) for key in ("x", "y", "width", "height")) for one in root.iter("rect")
    ]
    for index, (x, y, wide, high) in enumerate(frames):
        for left, top, across, down in frames[index + 1 :]:
            assert x + wide < left or left + across < x or y + high < top or top + down < y


def test_it_is_drawn_alike_each_time(ontology):
    assert _svg(ontology) == _svg(ontology)
