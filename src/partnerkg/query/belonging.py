"""What exists only for some things: their sites, their identifiers, the numbers said of them."""

from __future__ import annotations

from pyoxigraph import NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.store.base import Store

_OURS = """SELECT DISTINCT ?node {
    VALUES ?thing { %(things)s }
    ?thing ?property ?node .
    ?node a ?class .
    FILTER(isIRI(?node) && ?property != rdf:type)
    FILTER NOT EXISTS { ?node skos:prefLabel ?name }
    FILTER NOT EXISTS { ?other ?any ?node . FILTER(?other NOT IN (%(others)s)) }
}"""


def belonging(things: Sequence[NamedNode], store: Store) -> list[NamedNode]:
    """Return what nothing leads to but these things, and what belongs to it in turn, by IRI.

    What has a name of its own, as an organisation has, stands for itself and is left out.
    """
    known, latest = dict.fromkeys(things), dict.fromkeys(things)
    while latest:
        text = _OURS % {"things": " ".join(map(str, latest)), "others": ", ".join(map(str, known))}
        nodes = (node for (node,) in store.select(text))
        latest = {node: None for node in nodes if isinstance(node, NamedNode) and node not in known}
        known |= latest
    return sorted(set(known) - set(things), key=str)
