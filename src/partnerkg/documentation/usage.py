"""How often the graph uses each class, property and concept."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.store.base import Store

MOST = 5000  # terms; a graph of others may hold any number
_BESIDES = "graph:ontology, graph:quality, graph:inferred"  # what is said of the ontology, or follows from it


def _stated(triple: str) -> str:
    """Return a pattern for a triple that a graph of the data has, or that stands in none."""
    return (
        f"{{ GRAPH ?graph {{ {triple} }} FILTER(?graph NOT IN ({_BESIDES})) }} UNION "
        f"{{ {triple} FILTER NOT EXISTS {{ GRAPH ?any {{ {triple} }} }} }}"
    )


_USAGE = f"""SELECT ?term ?count {{
    {{ SELECT ?term (COUNT(DISTINCT ?thing) AS ?count) {{
        {_stated("?thing a ?term")} }} GROUP BY ?term }}
    UNION
    {{ SELECT ?term (COUNT(*) AS ?count) {{ {{ SELECT DISTINCT ?subject ?term ?value {{
        {_stated("?subject ?term ?value")} }} }} }} GROUP BY ?term }}
    UNION
    {{ SELECT ?term (COUNT(*) AS ?count) {{ {{ SELECT DISTINCT ?subject ?property ?term {{
        {{ {_stated("?subject ?property ?term")} }} ?term skos:inScheme ?scheme }} }} }} GROUP BY ?term }}
}} ORDER BY DESC(?count) STR(?term) LIMIT {MOST}"""


def usage(store: Store) -> dict[str, int]:
    """Return by IRI how many things a class has, triples a property, triples that lead to a concept.

    What is said of the ontology itself and what rules inferred is not counted; a triple of two claims counts
    once. Terms that are not used are absent.
    """
    return {
        term.value: int(count.value)
        for term, count in store.each(_USAGE)
        if isinstance(term, NamedNode) and isinstance(count, Literal)
    }
