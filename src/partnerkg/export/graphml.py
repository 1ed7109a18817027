"""GraphML (http://graphml.graphdrawing.org/): the network for yEd, Gephi, Cytoscape, networkx, igraph."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.network import EDGE_DETAILS, NODE_DETAILS, Network, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/graphml+xml"
ENDING = ".graphml"
SUMMARY = N_("the network for yEd, Gephi, Cytoscape or networkx: organisations and who works with whom")
_START = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_NODE = ("label", *NODE_DETAILS)
_EDGE = ("relation", *EDGE_DETAILS)


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the document; UnwritableValue for characters that XML does not have."""
    found = Network(store, language, watch)
    yield _START.encode()
    for kind, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            key = f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="string"/>'
            yield f"  {key}\n".encode()
    yield b'  <graph edgedefault="directed">\n'
    for node in found.nodes:
        yield f'    <node id="{_written(node.iri)}">'.encode()
        yield _data("node", _NODE, (node.label, *node.details)) + b"</node>\n"
    for number, edge in enumerate(found.edges):
        ends = f'source="{_written(edge.source)}" target="{_written(edge.target)}"'
        yield f'    <edge id="e{number}" {ends}>'.encode()
        yield _data("edge", _EDGE, (edge.relation, *edge.details)) + b"</edge>\n"
    yield b"  </graph>\n</graphml>\n"


def _data(kind: str, names: tuple[str, ...], values: tuple[str, ...]) -> bytes:
    pairs = zip(names, values, strict=True)
    parts = (f'<data key="{kind}-{name}">{_written(value)}</data>' for name, value in pairs if value)
    return "".join(parts).encode()


def _written(value: str) -> str:
    return escaped(value, "graphml")
