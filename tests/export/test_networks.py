"""The network, read by networkx."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.errors import UnwritableValue
from partnerkg.export import write
from partnerkg.namespaces import expand, prefixes
from partnerkg.store import embedded, held

READ = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}
BASE = prefixes()["organization"]
forms = pytest.mark.parametrize("form", READ)


@forms
def test_it_has_a_node_for_each_organisation_and_group(form: str, store: embedded.Embedded) -> None:
    graph = READ[form](BytesIO(b"".join(write(store, form, "fr"))))
    assert graph.is_directed()
    plume = graph.nodes[f"{BASE}la-plume-rivebois"]
    assert (plume["label"], plume["class"], plume["town"]) == ("La Plume", "librairie", "Rivebois")
    assert prefixes()["group"] + "petites-bibliotheques" in graph


@forms
def test_it_has_an_edge_for_each_relation(form: str, store: embedded.Embedded) -> None:
    graph = READ[form](BytesIO(b"".join(write(store, form, "fr"))))
    assert graph.number_of_edges() == 15
    edge = graph.get_edge_data(f"{BASE}fete-du-livre-rivebois", f"{BASE}page-blanche-clairval")
    assert edge["relation"] == "a pour partenaire"
    assert edge["category"] == "librairies indépendantes"
    assert edge["page"] == "https://example.org/fete-du-livre"


@settings(max_examples=25, deadline=None)
@given(name=some.text(some.characters(blacklist_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=20))
def test_it_keeps_names_whatever_they_hold(name: str) -> None:
    thing = NamedNode(BASE + "x")
    facts = [("rdf:type", NamedNode(expand("pk:Bookshop") or "")), ("skos:prefLabel", Literal(name))]
    store = held.hold(Quad(thing, NamedNode(expand(p) or ""), o) for p, o in facts)
    for form, read in READ.items():
        graph = read(BytesIO(b"".join(write(store, form))))
        # networkx takes the spaces around a text away
        assert graph.nodes[thing.value].get("label", "").strip() == name.strip() or not name.strip()


def test_graphml_shows_labels_in_yed_and_in_gephi(store: embedded.Embedded) -> None:
    """yEd reads y:NodeLabel and y:EdgeLabel, Gephi the values of the name `label`."""
    root = ElementTree.fromstring(b"".join(write(store, "graphml", "fr")))
    graphml, yed = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"
    graphics = {key.get("id"): key.get("yfiles.type") for key in root.iter(f"{graphml}key")}
    names = {key.get("id"): key.get("attr.name") for key in root.iter(f"{graphml}key")}
    for kind, drawn in (("node", "NodeLabel"), ("edge", "EdgeLabel")):
        for one in root.iter(graphml + kind):
            data = {data.get("key"): data for data in one.iter(f"{graphml}data")}
            (label,) = (value.text for key, value in data.items() if names[key] == "label")
            (picture,) = (value for key, value in data.items() if graphics[key] == f"{kind}graphics")
            assert picture.findtext(f".//{yed}{drawn}") == label


def test_gephi_takes_what_yed_draws_for_a_label(store: embedded.Embedded) -> None:
    """Its importer wants a type of every key but those that it knows for labels: d3 of nodes, d7 of edges."""
    root = ElementTree.fromstring(b"".join(write(store, "graphml")))
    keys = root.findall("{http://graphml.graphdrawing.org/xmlns}key")
    assert [(key.get("id"), key.get("for")) for key in keys if not key.get("attr.type")] == [
        ("d3", "node"),
        ("d7", "edge"),
    ]


def test_graphml_puts_no_node_upon_another(store: embedded.Embedded) -> None:
    graph = networkx.read_graphml(BytesIO(b"".join(write(store, "graphml"))))
    places = [(node["x"], node["y"]) for _, node in graph.nodes(data=True)]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("form", ["graphml", "gexf", "xlsx"])
def test_it_names_the_value_that_it_cannot_write(form: str) -> None:
    facts = [("rdf:type", NamedNode(expand("pk:Bookshop") or "")), ("skos:prefLabel", Literal("ding \x07"))]
    store = held.hold(Quad(NamedNode(BASE + "x"), NamedNode(expand(p) or ""), o) for p, o in facts)
    with pytest.raises(UnwritableValue) as caught:
        b"".join(write(store, form))
    assert f'"ding \\u0007" of <{BASE}x> cannot be written as {form}' in str(caught.value)
