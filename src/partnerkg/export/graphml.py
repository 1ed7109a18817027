"""GraphML (http://graphml.graphdrawing.org/): the network for yEd, Gephi, Cytoscape, networkx, igraph.

Each program looks for labels elsewhere: yEd in what is drawn (`y:NodeLabel`, `y:EdgeLabel`), Gephi in a value
called `label`. Where a node stands is for the program to say; until it does, they stand in rows.
"""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.network import EDGE_DETAILS, NODE_DETAILS, Network, escaped
from partnerkg.rdf.xml import in_attribute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.export.network import Edge, Node
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/graphml+xml"
ENDING = ".graphml"
SUMMARY = N_("the network for yEd, Gephi, Cytoscape or networkx: organisations and who works with whom")
_START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:y="http://www.yworks.com/xml/graphml">\n'
)
_BOX, _LINE = "d3", "d7"  # as yEd calls what is drawn: under these names Gephi takes its text for the label
_NODE = ("label", *NODE_DETAILS)
_EDGE = ("label", "relation", *EDGE_DETAILS)
_IN_A_ROW, _ACROSS, _DOWN = 8, 300, 60  # nodes, and the pixels from one to the next
_NARROWEST, _LETTER = 60, 7  # pixels


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the document; UnwritableValue for characters that XML does not have."""
    network = Network(store, language, watch)
    yield _START.encode()
    for kind, names, graphics in (("node", _NODE, _BOX), ("edge", _EDGE, _LINE)):
        for name in names:
            key = f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="string"/>'
            yield f"  {key}\n".encode()
        yield f'  <key id="{graphics}" for="{kind}" yfiles.type="{kind}graphics"/>\n'.encode()
    yield b'  <graph edgedefault="directed">\n'
    for number, node in enumerate(network.nodes):
        yield f'    <node id="{in_attribute(node.iri)}">'.encode()
        yield _data("node", _NODE, (node.label, *node.details), node.iri)
        yield _box(node, number) + b"</node>\n"
    for number, edge in enumerate(network.edges):
        ends = f'source="{in_attribute(edge.source)}" target="{in_attribute(edge.target)}"'
        yield f'    <edge id="e{number}" {ends}>'.encode()
        yield _data("edge", _EDGE, (edge.relation, edge.relation, *edge.details), edge.source)
        yield _line(edge) + b"</edge>\n"
    yield b"  </graph>\n</graphml>\n"


def _box(node: Node, number: int) -> bytes:
    """Return how yEd draws a node."""
    down, across = divmod(number, _IN_A_ROW)
    width = max(_NARROWEST, _LETTER * len(node.label) + 20)
    return (
        f'<data key="{_BOX}"><y:ShapeNode>'
        f'<y:Geometry height="30" width="{width}" x="{across * _ACROSS}" y="{down * _DOWN}"/>'
        f'<y:Fill color="#F3F1EA" transparent="false"/><y:NodeLabel>{in_attribute(node.label)}</y:NodeLabel>'
        '<y:Shape type="rectangle"/></y:ShapeNode></data>'
    ).encode()


def _line(edge: Edge) -> bytes:
    """Return how yEd draws an edge."""
    return (
        f'<data key="{_LINE}"><y:PolyLineEdge><y:Arrows source="none" target="standard"/>'
        f"<y:EdgeLabel>{in_attribute(edge.relation)}</y:EdgeLabel></y:PolyLineEdge></data>"
    ).encode()


def _data(kind: str, names: tuple[str, ...], values: tuple[str, ...], thing: str) -> bytes:
    pairs = zip(names, values, strict=True)
    parts = (
        f'<data key="{kind}-{name}">{escaped(value, "graphml", name, thing)}</data>'
        for name, value in pairs
        if value
    )
    return "".join(parts).encode()
