"""GEXF 1.3 (https://gexf.net/schema.html): the network for Gephi."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.network import EDGE_DETAILS, NODE_DETAILS, Network, escaped

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
    found = Network(store, language, watch)
    yield _START.encode()
    yield from _attributes("node", NODE_DETAILS)
    yield from _attributes("edge", _EDGE)
    yield b"    <nodes>\n"
    for node in found.nodes:
        yield f'      <node id="{_written(node.iri)}" label="{_written(node.label)}">'.encode()
        yield _values("node", node.details) + b"</node>\n"
    yield b"    </nodes>\n    <edges>\n"
    for number, edge in enumerate(found.edges):
        ends = f'source="{_written(edge.source)}" target="{_written(edge.target)}"'
        yield f'      <edge id="e{number}" {ends} label="{_written(edge.relation)}">'.encode()
        yield _values("edge", (edge.relation, *edge.details)) + b"</edge>\n"
    yield b"    </edges>\n  </graph>\n</gexf>\n"


def _attributes(kind: str, names: tuple[str, ...]) -> Iterator[bytes]:
    yield f'    <attributes class="{kind}" mode="static">\n'.encode()
    for place, name in enumerate(names):
        yield f'      <attribute id="{kind}-{place}" title="{name}" type="string"/>\n'.encode()
    yield b"    </attributes>\n"


def _values(kind: str, values: tuple[str, ...]) -> bytes:
    pairs = ((f"{kind}-{place}", value) for place, value in enumerate(values) if value)
    parts = "".join(f'<attvalue for="{key}" value="{_written(value)}"/>' for key, value in pairs)
    return f"<attvalues>{parts}</attvalues>".encode() if parts else b""


def _written(value: str) -> str:
    return escaped(value, "gexf")
