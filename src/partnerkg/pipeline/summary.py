"""What a graph holds, in numbers, and an organisation to look at first."""

from __future__ import annotations

from partnerkg.model import iris
from partnerkg.query.results import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened

_SUMMARY = """SELECT DISTINCT ?organizations ?networks ?links ?quotes ?pages {
    { SELECT (COUNT(DISTINCT ?x) AS ?organizations) {
        GRAPH ?said { ?x a ?class } FILTER(?said != graph:reference)
        ?class rdfs:subClassOf* org:Organization } }
    { SELECT (COUNT(DISTINCT ?x) AS ?networks) { ?x a pk:Network } }
    { SELECT (COUNT(DISTINCT ?x) AS ?links) {
        VALUES ?kind { pk:Collaboration org:Membership pk:Support } ?x a ?kind } }
    { SELECT (COUNT(DISTINCT ?x) AS ?quotes) { ?x a oa:TextQuoteSelector } }
    { SELECT (COUNT(DISTINCT ?x) AS ?pages) { ?x a pk:Source } }
}"""
_EXAMPLE = """SELECT DISTINCT ?thing ?n {
    { SELECT ?thing (COUNT(DISTINCT ?other) AS ?n) {
        ?other pk:hasPartner|org:memberOf|pk:supportedBy|^org:memberOf ?thing } GROUP BY ?thing }
} ORDER BY DESC(?n) ?thing LIMIT 1"""


def summary(opened: Opened) -> dict[str, int]:
    """Return how many organisations, networks, links, quotes and pages the graph has."""
    rows = opened.store.select(_SUMMARY)
    counts = next(rows)
    return {name: int(text(count) or 0) for name, count in zip(rows.columns, counts, strict=True)}


def example(opened: Opened) -> str | None:
    """Return the slug of an organisation that much is said of, None if the graph has none."""
    slugs = (iris.slug(text(thing)) for thing, _ in opened.store.select(_EXAMPLE))
    return next(filter(None, slugs), None)
