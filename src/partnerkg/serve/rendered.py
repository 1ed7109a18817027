"""The pages as processes of the pool make them: what they gather of the graph, they gather once."""

from __future__ import annotations

from functools import lru_cache

from partnerkg.pipeline.publish.opening import open_again
from partnerkg.serve.site import LANGUAGES, Page, Site

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.pipeline.publish.opening import Place


def ready(place: Place) -> KnowledgeGraph:
    """Return the graph at a place, all that its pages say gathered."""
    graph = open_again(place)
    if place.endpoint is None:
        _ = _site(graph).whole
    return graph


@lru_cache(maxsize=1)
def _site(graph: KnowledgeGraph) -> Site:
    return Site(graph)


def page(graph: KnowledgeGraph, path: str, language: str, parameters: Mapping[str, str]) -> Page:
    """Return the page at a path, or the one that says that there is nothing there."""
    site = _site(graph)
    return site.page(path, language, parameters) or site.missing(path, language)


def page_of(graph: KnowledgeGraph, iri: str) -> str | None:
    """Return the path of the page about a thing, None if it has none."""
    from pyoxigraph import NamedNode

    found: str | None = _site(graph).whole.addresses.path(NamedNode(iri))
    return found


def missing(graph: KnowledgeGraph, path: str, language: str) -> Page:
    """Return the page that says that there is nothing at a path."""
    return _site(graph).missing(path, language)


def static(graph: KnowledgeGraph, path: str) -> bytes | None:
    """Return a file that pages ask for, None if there is no such file."""
    from partnerkg.serve.site import assets

    return dict(assets.files(_site(graph))).get(path)


def addresses(graph: KnowledgeGraph) -> list[str]:
    """Return the paths of all pages that are not an answer to parameters."""
    site = _site(graph)
    paths = [path for path, parameters in site.paths() if not parameters]
    return [site.place(path, language) for path in paths for language in LANGUAGES]
