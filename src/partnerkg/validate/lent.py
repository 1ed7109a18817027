"""A graph that was lent to the data, such as an ontology: what only it describes is not looked at."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.validate.compiled.focus import ANY
from partnerkg.validate.data import Near

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.data import Data

MOST = 100  # things of the graph that the data describe too: more, and the data are themselves such a graph


def alone(data: Data, graph: NamedNode | None) -> str:
    """Return a group that binds what only the lent graph describes, "" if that cannot be told apart."""
    if graph is None or not isinstance(data, Near):
        return ""
    named = f"SELECT DISTINCT ?s {{ GRAPH {graph} {{ ?s ?p ?o }} FILTER(isIRI(?s)) }}"
    lent = [row[0] for row in data.each(named)]
    both = [node for node in lent if any(quad.graph_name != graph for quad in data.match(node, None, None))]
    if not lent or len(both) > MOST:
        return ""
    but = f" FILTER({ANY} NOT IN ({', '.join(map(str, both))}))" if both else ""
    return f"GRAPH {graph} {{ {ANY} ?lentProperty ?lentValue }}{but}"
