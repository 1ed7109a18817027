"""A graph by its name, or the default graph, which is all graphs together."""

from __future__ import annotations

from itertools import islice

from partnerkg.errors import TooManyRows
from partnerkg.pipeline.publish import media, sparql
from partnerkg.pipeline.publish.media import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from partnerkg.pipeline.opened import Opened

_OF = "SELECT DISTINCT ?s ?p ?o { GRAPH %s { ?s ?p ?o } }"
_ALL = "SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }"


def graph(opened: Opened, iri: str | None, media_type: str, rows: int, most: int) -> Document | None:
    """Return the statements of a graph, None if there is no such graph; TooManyRows or TooManyBytes."""
    from pyoxigraph import NamedNode

    try:
        text = _ALL if iri is None else _OF % NamedNode(iri)
    except ValueError:
        return None
    found = list(islice(_triples(opened, text), rows + 1))
    if len(found) > rows:
        raise TooManyRows(most=rows)
    if not found and iri is not None:
        return None
    return Document(sparql.statements(found, media.TRIPLES[media_type], most), media.typed(media_type))


def _triples(opened: Opened, text: str) -> Iterator[Triple]:
    from pyoxigraph import Triple

    return (Triple(*row) for row in opened.store.each(text))  # type: ignore[arg-type]
