"""What a server says of itself and of its dataset: SPARQL 1.1 Service Description, DCAT and VoID."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.namespaces import Namespace, namespace
from partnerkg.pipeline.publish import media, sparql
from partnerkg.pipeline.publish.media import Document
from partnerkg.release.content import Content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads")
_NAMED = "SELECT DISTINCT ?g { GRAPH ?g { } } ORDER BY ?g"
_COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_THINGS = "SELECT (COUNT(DISTINCT ?s) AS ?a) (COUNT(DISTINCT ?o) AS ?b) { ?s ?p ?o }"
_CLASSES = "SELECT ?class (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } } GROUP BY ?p ORDER BY ?p"
_DATASET = "SELECT DISTINCT ?dataset { ?dataset a dcat:Dataset FILTER(isIRI(?dataset)) } ORDER BY ?dataset"
_SAID = "SELECT DISTINCT ?p ?o { %s ?p ?o FILTER(!isBlank(?o)) }"
_ENTITIES = 'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "%s")) }'
_LICENCE = """SELECT DISTINCT ?licence {
    ?dataset a dcat:Dataset ; dct:license ?licence FILTER(isIRI(?licence))
} ORDER BY ?licence"""
MOST_NAMED = 1000  # graphs that are named one by one


@dataclass(frozen=True)
class Facts:
    """What is known of the dataset: its licence, None if it has none."""

    licence: str | None


def service(opened: Opened, address: str, media_type: str, most: int) -> Document:
    """Return the description of the endpoint at an address."""
    triples = _service(opened.store, NamedNode(address))
    return Document(
        sparql.statements(list(triples), media.TRIPLES[media_type], most), media.typed(media_type)
    )


def _service(store: Store, endpoint: NamedNode) -> Iterator[Triple]:
    rdf, void = namespace("rdf"), namespace("void")
    dataset, default = NamedNode(f"{endpoint.value}#dataset"), NamedNode(f"{endpoint.value}#default-graph")
    yield Triple(endpoint, rdf.type, SD.Service)
    yield Triple(endpoint, SD.endpoint, endpoint)
    yield Triple(endpoint, SD.supportedLanguage, SD.SPARQL11Query)
    yield Triple(endpoint, SD.feature, SD.UnionDefaultGraph)
    for name in (*_RESULTS, *_GRAPHS):
        yield Triple(endpoint, SD.resultFormat, _FORMATS[name])
    yield Triple(endpoint, SD.defaultDataset, dataset)
    yield Triple(dataset, rdf.type, SD.Dataset)
    yield Triple(dataset, SD.defaultGraph, default)
    yield Triple(default, rdf.type, SD.Graph)
    yield Triple(default, void.triples, _number(store, _COUNT))
    graphs = [row[0] for row in store.each(_NAMED) if isinstance(row[0], NamedNode)]
    for place, graph in enumerate(graphs if len(graphs) <= MOST_NAMED else ()):
        named = NamedNode(f"{endpoint.value}#graph-{place}")
        yield Triple(dataset, SD.namedGraph, named)
        yield Triple(named, rdf.type, SD.NamedGraph)
        yield Triple(named, SD.name, graph)


def void(opened: Opened, address: str, media_type: str, most: int) -> Document:
    """Return what the graph says of itself as a dataset, counted, with the address where it is asked."""
    triples = list(_void(opened.store, address))
    return Document(sparql.statements(triples, media.TRIPLES[media_type], most), media.typed(media_type))


def _void(store: Store, address: str) -> Iterator[Triple]:
    from partnerkg.release.holdings import partitions

    rdf, vocabulary, foaf = namespace("rdf"), namespace("void"), namespace("foaf")
    named = [row[0] for row in store.each(_DATASET)]
    dataset = named[0] if named and isinstance(named[0], NamedNode) else NamedNode(f"{address}/")
    about = NamedNode(f"{address}/.well-known/void")
    yield Triple(about, rdf.type, vocabulary.DatasetDescription)
    yield Triple(about, foaf.primaryTopic, dataset)
    yield Triple(dataset, rdf.type, vocabulary.Dataset)
    for property_, value in store.each(_SAID % dataset):
        yield Triple(dataset, property_, value)  # type: ignore[arg-type]
    yield Triple(dataset, vocabulary.sparqlEndpoint, NamedNode(f"{address}/sparql"))
    yield from partitions(dataset, _content(store))


def _content(store: Store) -> Content:
    from partnerkg.pipeline.publish.spaces import first

    ((subjects, objects),) = store.each(_THINGS)
    classes = {str(row[0]): _whole(row[1]) for row in store.each(_CLASSES) if isinstance(row[0], NamedNode)}
    properties = {str(row[0]): _whole(row[1]) for row in store.each(_PROPERTIES)}
    entities = _whole(_number(store, _ENTITIES % first(store)))
    triples = sum(properties.values())
    return Content(triples, entities, _whole(subjects), _whole(objects), classes, properties, {}, ())


def _number(store: Store, text: str) -> Literal:
    ((number,),) = store.each(text)
    assert isinstance(number, Literal)
    return number


def _whole(term: object) -> int:
    return int(getattr(term, "value", 0))


def facts(opened: Opened) -> Facts:
    """Return what every answer needs to know of the dataset."""
    rows = opened.store.each(_LICENCE)
    return Facts(next((getattr(row[0], "value", None) for row in rows), None))
