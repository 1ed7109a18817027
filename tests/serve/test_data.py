"""Linked Data: every IRI of the graph leads to what is said of it."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from tests.serve.conftest import asked

SHOP = "id/organization/la-plume-rivebois"
BASE = "https://w3id.org/partnerkg/"
FORMS = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
    "nt": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}
FATES = f"""@prefix dct: <http://purl.org/dc/terms/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix o: <{BASE}id/organization/> .
o:old dct:isReplacedBy o:new . o:new skos:prefLabel "New" . o:gone owl:deprecated true ; skos:prefLabel "Gone" .
<https://data.example/set/> a <http://www.w3.org/ns/dcat#Dataset> ; dct:license <https://licence.example/> .
o:bad skos:prefLabel "<script>alert(1)</script>" ."""


@pytest.fixture(scope="module")
def fates(tmp_path_factory):
    """Return a client of a graph in which something was renamed and something withdrawn."""
    path = tmp_path_factory.mktemp("fates") / "fates.ttl"
    path.write_text(FATES)
    with asked(str(path), base="https://data.example/graph") as client:
        yield client


def get(web, path, accept="*/*", **headers):
    return web.get(f"/{path}", headers={"Accept": accept, **headers})


@pytest.mark.parametrize(
    ("accept", "ending"),
    [
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/rdf+xml", "rdf"),
        ("application/n-triples", "nt"),
        ("application/trig", "trig"),
        ("application/n-quads", "nq"),
        ("application/json", "jsonld"),
        ("text/turtle;q=0.3, application/rdf+xml;q=0.7", "rdf"),
        ("*/*", "ttl"),
    ],
)
def test_it_sends_a_thing_on_to_the_data_that_is_wanted(web, accept, ending):
    answer = get(web, SHOP, accept)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{SHOP}.{ending}")
    assert "Accept" in answer.headers["vary"]


def test_it_refuses_what_it_has_no_form_for(web):
    assert get(web, SHOP, "image/png").status_code == 406


def test_it_says_the_same_in_every_syntax(web):
    said = [
        {str(quad.triple) for quad in parse(get(web, f"{SHOP}.{ending}").content, format=form)}
        for ending, form in FORMS.items()
    ]
    assert all(one == said[0] for one in said)
    assert any(triple.startswith(f"<{BASE}{SHOP}>") for triple in said[0])


def every_iri(web):
    """Return every IRI of the graph that stands below its address, without its fragment."""
    query = f'SELECT DISTINCT ?s {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{BASE}")) }}'
    rows = web.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    return sorted({row["s"]["value"].partition("#")[0] for row in rows})


def test_every_iri_of_the_graph_leads_to_what_is_said_of_it(web):
    known = every_iri(web)
    kinds = {iri.removeprefix(BASE).rpartition("/")[0] for iri in known}
    assert {"id/passage", "id/mention", "id/capture", "claim/lire-en-ombre"} <= kinds
    for iri in {iri.rpartition("/")[0]: iri for iri in known}.values():
        path = iri.removeprefix(BASE)
        answer = get(web, path, "application/n-quads")
        assert (answer.status_code, path) == (303, path)
        document = web.get(answer.headers["location"])
        assert (document.status_code, f"<{iri}" in document.text) == (200, True), path


@pytest.mark.parametrize("path", ["ontology", "shapes", "concept/kind", "graph/reference"])
def test_a_vocabulary_leads_to_all_its_terms(web, path):
    subjects = {str(quad.subject) for quad in parse(get(web, f"{path}.ttl").content, format=RdfFormat.TURTLE)}
    assert len(subjects) > (30 if path in ("ontology", "shapes") else 0)


def test_a_fact_comes_with_the_claim_that_says_it(web):
    quads = list(parse(get(web, f"{SHOP}.trig").content, format=RdfFormat.TRIG))
    claims = {quad.graph_name for quad in quads if "/claim/" in str(quad.graph_name)}
    described = {quad.subject for quad in quads if "evidence" in str(quad.predicate)}
    assert claims
    assert claims == described


def test_a_claim_comes_with_what_it_says(web):
    iri = next(iri for iri in every_iri(web) if "/claim/" in iri)
    quads = list(parse(get(web, f"{iri.removeprefix(BASE)}.nq").content, format=RdfFormat.N_QUADS))
    assert NamedNode(iri) in {quad.graph_name for quad in quads}
    assert NamedNode(iri) in {quad.subject for quad in quads}


def test_it_links_data_to_what_it_describes_and_to_its_other_forms(web):
    link = get(web, f"{SHOP}.ttl").headers["link"]
    assert f'<{BASE}{SHOP}>; rel="describes"' in link
    assert f'<http://graph.example/{SHOP}.jsonld>; rel="alternate"; type="application/ld+json"' in link


def test_it_links_data_to_its_licence(fates):
    assert (
        '<https://licence.example/>; rel="license"' in get(fates, "id/organization/new.ttl").headers["link"]
    )


def test_it_knows_what_has_not_changed(web):
    first = get(web, f"{SHOP}.ttl")
    tagged = get(web, f"{SHOP}.ttl", **{"If-None-Match": first.headers["etag"]})
    dated = get(web, f"{SHOP}.ttl", **{"If-Modified-Since": first.headers["last-modified"]})
    other = get(web, f"{SHOP}.ttl", **{"If-None-Match": '"other"', "If-Modified-Since": "x"})
    assert (tagged.status_code, dated.status_code, other.status_code) == (304, 304, 200)
    assert get(web, f"{SHOP}.nt").headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    "path", ["id/organization/nobody", "id/organization/nobody.ttl", "a b", "%ff", "x.pdf"]
)
def test_it_says_that_there_is_nothing(web, path):
    answer = get(web, path)
    assert (answer.status_code, answer.json()["title"]) == (404, "not-there")


def test_it_refuses_to_change_a_thing(web):
    answer = web.put(f"/{SHOP}")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_it_sends_the_old_name_of_a_thing_on_to_the_new_one_for_good(fates):
    answer = get(fates, "id/organization/old")
    assert (answer.status_code, answer.headers["location"]) == (301, "/graph/id/organization/new")
    data = get(fates, "id/organization/old.ttl")
    assert (data.status_code, data.headers["location"]) == (301, "/graph/id/organization/new.ttl")


def test_it_says_that_a_thing_is_gone_and_what_it_was(fates):
    answer = get(fates, "id/organization/gone")
    assert (answer.status_code, "Gone" in answer.text) == (410, True)
    assert get(fates, "id/organization/gone.nt").status_code == 410


def test_it_lives_under_a_prefix_whether_a_proxy_takes_that_off_or_not(fates):
    for path in ("/id/organization/new", "/graph/id/organization/new"):
        answer = fates.get(f"https://data.example{path}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/graph/id/organization/new.ttl")
    link = get(fates, "id/organization/new.ttl").headers["link"]
    assert f"<{BASE}id/organization/new>" in link
    assert "<https://data.example/graph/id/organization/new.nt>" in link


def test_a_name_of_markup_is_data_and_nothing_else(fates):
    answer = get(fates, "id/organization/bad.ttl")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_it_describes_the_dataset_where_harvesters_look(web):
    answer = get(web, ".well-known/void", "text/turtle")
    said = {str(quad.predicate).rpartition("#")[2] for quad in parse(answer.content, format=RdfFormat.TURTLE)}
    assert {"sparqlEndpoint>", "triples>", "classPartition>", "propertyPartition>"} <= said
    assert "<http://graph.example/sparql>" in answer.text


def test_it_says_how_it_is(web):
    assert web.get("/health").json()["status"] == "ok"
    assert 'partnerkg_requests_total{route="health",status="200"}' in web.get("/metrics").text


def test_it_gives_an_answer_again_as_it_was(web):
    first, again = get(web, f"{SHOP}.rdf"), get(web, f"{SHOP}.rdf")
    assert (first.content, dict(first.headers)) == (again.content, dict(again.headers))
    assert get(web, f"{SHOP}.rdf", "text/html").headers["etag"] != first.headers["etag"]
