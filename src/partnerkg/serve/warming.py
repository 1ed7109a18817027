"""What every answer needs at first is done once, before processes are copied: none is slow for being new."""

from __future__ import annotations

from contextlib import suppress

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.publish import description, graphs, matching, sparql, things
from partnerkg.pipeline.publish.opening import hollow, open_again
from partnerkg.serve import answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.pipeline.publish.opening import Place

_TEXTS = (
    ("SELECT ?s { VALUES ?s { skos:Concept } ?s a ?class }", "application/sparql-results+json"),
    ("SELECT * { VALUES ?s { skos:Concept } ?s a ?class } ORDER BY ?s", "text/csv"),
    ("ASK { skos:Concept a owl:Class }", "application/sparql-results+json"),
    ("CONSTRUCT WHERE { skos:Concept a ?class }", "text/turtle"),
)
_NAME = {"query": "?", "towns": ["?"], "types": [], "limit": 1, "id": None}
_ROWS, _BYTES = 10, 1 << 20


def ready(place: Place) -> KnowledgeGraph:
    """Return the graph at a place, opened, with what all answers have in common done.

    A graph that is not in this process, because it is large or another engine’s, is not asked for that.
    """
    graph = open_again(place)
    with_it = hollow(place) if graph.is_unread or place.endpoint else graph
    for function, *arguments in _tasks():
        with suppress(PartnerkgError):  # whoever asks it will be told
            function(with_it, *arguments)
    return graph


def _tasks() -> list[tuple[Callable[..., Any], *tuple[Any, ...]]]:
    texts = [sparql.Asked(text, accept, rows=_ROWS, bytes=_BYTES) for text, accept in _TEXTS]
    return [
        *((sparql.answered, asked) for asked in texts),
        (description.facts,),
        (graphs.graph, "urn:none", "text/turtle", _ROWS, _BYTES),
        (things.find, "id/organization/-"),
        (matching.matched, {"": _NAME}, "en"),
        (answers.listed, "", "en"),
        (answers.told, "search", {"text": "?"}, "en"),
    ]
