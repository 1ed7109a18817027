"""What a graph holds, in numbers, and an organisation to look at first."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.origin import Origin
    from partnerkg.query.results import Plain

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


def summary(origin: Origin) -> dict[str, int]:
    """Return how many organisations, networks, links, quotes and pages the graph has."""
    return {name: int(count or 0) for name, count in _records(_SUMMARY, origin)[0].items()}


def example(origin: Origin) -> str | None:
    """Return the slug of an organisation that much is said of, None if the graph has none."""
    from partnerkg.model import iris

    slugs = (iris.slug(str(row["thing"])) for row in _records(_EXAMPLE, origin))
    return next(filter(None, slugs), None)


def _records(text: str, origin: Origin) -> list[dict[str, Plain]]:
    from partnerkg.query.results import Solutions
    from partnerkg.query.run import ask

    answer = ask(text, origin.store)
    return answer.records() if isinstance(answer, Solutions) else []
