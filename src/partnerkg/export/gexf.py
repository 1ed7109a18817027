"""GEXF 1.3 (https://gexf.net/schema.html): the network for Gephi."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.network import EDGE_DETAILS, NODE_DETAILS, Network, escaped
from partnerkg.rdf.xml import in_attribute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/gexf+xml"
ENDING = ".gexf"
SUMMARY = N_("the network for Gephi: organisations and who works with whom")
_START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    '  <graph defaultedgetype="directed" mode="static">\n'
)
_EDGE = ("relation", *EDGE_DETAILS)


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the document; UnwritableValue for characters that XML does not have."""
    network = Network(store, language, watch)
    yield _START.encode()
    yield from _attributes("node", NODE_DETAILS)
    yield from _attributes("edge", _EDGE)
    yield b"    <nodes>\n"
    for node in network.nodes:
        label = escaped(node.label, "gexf", "label", node.iri)
        yield f'      <node id="{in_attribute(node.iri)}" label="{label}">'.encode()
        yield _values("node", NODE_DETAILS, node.details, node.iri) + b"</node>\n"
    yield b"    </nodes>\n    <edges>\n"
    for number, edge in enumerate(network.edges):
        ends = f'source="{in_attribute(edge.source)}" target="{in_attribute(edge.target)}"'
        yield f'      <edge id="e{number}" {ends} label="{in_attribute(edge.relation)}">'.encode()
        yield _values("edge", _EDGE, (edge.relation, *edge.details), edge.source) + b"</edge>\n"
    yield b"    </edges>\n  </graph>\n</gexf>\n"


def _attributes(kind: str, names: tuple[str, ...]) -> Iterator[bytes]:
    yield f'    <attributes class="{kind}" mode="static">\n'.encode()
    for place, name in enumerate(names):
        yield f'      <attribute id="{kind}-{place}" title="{name}" type="string"/>\n'.encode()
    yield b"    </attributes>\n"


def _values(kind: str, names: tuple[str, ...], values: tuple[str, ...], thing: str) -> bytes:
    parts = "".join(
        f'<attvalue for="{kind}-{place}" value="{escaped(value, "gexf", name, thing)}"/>'
        for place, (name, value) in enumerate(zip(names, values, strict=True))
        if value
    )
    return f"<attvalues>{parts}</attvalues>".encode() if parts else b""
