"""The pages as processes of a server make them: each reads the graph once, and answers from memory."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from itertools import islice

from pyoxigraph import NamedNode

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.publish.offered import offered
from partnerkg.pipeline.publish.opening import open_again
from partnerkg.pipeline.site import nodes
from partnerkg.pipeline.site.data import of_thing as written
from partnerkg.serve.site import assets
from partnerkg.serve.site import problems as explained
from partnerkg.serve.site import sparql as editor
from partnerkg.serve.site.ground import LOCAL
from partnerkg.serve.site.page import TYPES, Page
from partnerkg.serve.site.site import Site
from partnerkg.serve.site.view import LONGEST, View
from partnerkg.serve.site.wording import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.publish.opening import Place
    from partnerkg.serve.site.sparql import Asked, Server


FIRST = ("", "search", "network", "map", "report")  # what everybody looks at, and takes long to make
# What is slow in a new process only for being the first of its kind.
KINDS = ("questions", "quality", "sources", "vocabulary", "sparql", "about")
WORDS = "bibliothèque"  # any, to have the index of words
AFAR = 1  # of them are made before anybody asks, where an engine elsewhere is asked for all that they say


@lru_cache(maxsize=1)
def _site(opened: Opened) -> Site:
    return Site(opened)


def ready(place: Place) -> KnowledgeGraph:
    """Return the graph at a place, opened, with its pages made ready: a first page must not wait for it."""
    graph = open_again(place)
    _site(graph).folder = place.folder
    with suppress(PartnerkgError):  # each page will say what is wrong
        for path in FIRST[: AFAR if place.endpoint else None]:
            for language in LANGUAGES:
                _first(graph, path, language)
        if not place.endpoint:
            _one_of_each(_site(graph))
    return graph


def _one_of_each(site: Site) -> None:
    """Make a page of each kind that no other page has made ready."""
    things = (site.whole.addresses.path(thing) for thing in site.whole.organizations[:1])
    asked = (f"questions/{question.name}" for question in islice(site.opened.questions, 1))
    for path in (*KINDS, *filter(None, things), *asked):
        for language in LANGUAGES:
            site.page(path, language)
    site.page("search", next(iter(LANGUAGES)), {"q": WORDS})


@lru_cache(maxsize=len(FIRST) * len(LANGUAGES))
def _first(opened: Opened, path: str, language: str) -> Page | None:
    """Return one of FIRST, made once: copies of this process have it."""
    return _site(opened).page(path, language)


def page(
    opened: Opened, path: str, language: str, parameters: Mapping[str, str], address: str = LOCAL
) -> Page:
    """Return the page at a path below the folder of a language, or that which says that there is none.

    `address` is that of the server, as others know it.
    """
    site, path = _site(opened), path.rstrip("/")
    site.address = address
    if path in FIRST and not parameters and language in LANGUAGES:
        return _first(opened, path, language) or site.missing(path, language)
    return site.page(path, language, parameters) or site.missing(path, language)


def sparql(
    opened: Opened, language: str, parameters: Mapping[str, str], asked: Asked | None, server: Server
) -> Page:
    """Return the page on which the graph is asked in SPARQL, with what was asked."""
    given = {name: value for name, value in parameters.items() if len(value) <= LONGEST}
    return editor.page(View(_site(opened), editor.PATH, language, given), asked, server)


def problems(opened: Opened, language: str, known: Sequence[tuple[str, int, str]]) -> Page:
    """Return the page that says what each problem is."""
    return explained.page(View(_site(opened), explained.PATH, language, {}), known)


def of_thing(opened: Opened, path: str) -> str | None:
    """Return the path of the page about the thing that a path such as `id/place/commune-62041` stands for."""
    from partnerkg.pipeline.publish.things import find

    thing = find(opened, path)
    if thing is None:
        return None
    return nodes.page(NamedNode(thing.iri), _site(opened).whole)


def data(opened: Opened, path: str, ending: str) -> Page | None:
    """Return what is said of the thing at a path such as `id/place/commune-62041`, as JSON or CSV."""
    from partnerkg.pipeline.publish.things import find

    thing = find(opened, path)
    if thing is None or ending not in ("json", "csv"):
        return None
    found = written(NamedNode(thing.iri), ending, _site(opened).whole)
    return Page(200, TYPES[ending], found)


def file(opened: Opened, path: str) -> Page | None:
    """Return a file that pages ask for, None if there is none."""
    if path == assets.STYLE:
        return Page(200, "text/css; charset=utf-8", assets.sheet())
    if path == assets.VOCABULARY:
        return Page(200, "application/json", offered(opened))
    if path == assets.NETWORK:
        return Page(200, "text/javascript; charset=utf-8", assets.script(path))
    if path in assets.VENDOR:
        return Page(200, assets.VENDOR[path], assets.script(path))
    return None


def missing(opened: Opened, path: str, language: str) -> Page:
    """Return the page that says that there is nothing at a path."""
    return _site(opened).missing(path, language)


def addresses(opened: Opened) -> list[str]:
    """Return the paths of all pages that are no answer to parameters."""
    site = _site(opened)
    paths = [path for path, parameters in site.paths() if not parameters]
    return [site.place(path, language) for path in paths for language in LANGUAGES]
