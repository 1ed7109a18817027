"""The page of a thing: an organisation, a group, a place, a programme, a page read, a claim."""

from __future__ import annotations

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site import data, neighbours
from partnerkg.pipeline.site.data import FORMS
from partnerkg.pipeline.site.headings import COLLABORATIONS
from partnerkg.pipeline.site.listing import towns_of
from partnerkg.pipeline.site.portrait import portrait
from partnerkg.pipeline.site.term import sort_of
from partnerkg.serve.site import claim, page_read, vocabulary
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.marks import Marks
from partnerkg.serve.site.page import OF_THINGS, TYPES, Page
from partnerkg.serve.site.pictures import around
from partnerkg.serve.site.signposts import of_thing
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.portrait import Portrait
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

NAMES = {
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "json": "JSON",
    "csv": "CSV",
    "rdf": "RDF/XML",
    "nt": "N-Triples",
    "trig": "TriG",
}
# What stands on the page of a thing: each statement with the claim that says so.
SPARQL = """SELECT DISTINCT ?subject ?property ?value ?claim {{
  {{ BIND(<{iri}> AS ?subject) GRAPH ?claim {{ ?subject ?property ?value }} }}
  UNION
  {{ BIND(<{iri}> AS ?value) GRAPH ?claim {{ ?subject ?property ?value }} }}
}} ORDER BY ?subject ?property ?value ?claim"""


def show(view: View, path: str) -> Page | None:
    """Return the page of the thing at a path, None if there is none."""
    from partnerkg.pipeline.site.page import is_source

    thing = view.whole.addresses.thing(path)
    if thing is None:
        return None
    if is_source(thing, view.whole):
        return page_read.show(view, thing, _data(thing, view))
    sort = sort_of(thing, view.whole)
    if sort is not None:
        return vocabulary.shown(view, thing, sort, _data(thing, view))
    if thing in view.whole.facts:
        return claim.show(view, thing, _data(thing, view))
    files = _data(thing, view)
    shown = portrait(thing, view.whole, view.language)
    body = rendered(
        "record",
        view,
        record=shown,
        marks=Marks(shown.claims, view),
        crumb=_crumb(shown, view),
        subtitle=_subtitle(shown, view),
        picture=_picture(shown, view),
        data=files,
        sparql=SPARQL.format(iri=thing.value),
    )
    return framed(view, shown.name.words, body, alternates=of_thing(files), thing=thing)


def _picture(shown: Portrait, view: View) -> Markup | None:
    """Return the thing among what it is linked with, None if that is nothing."""
    found = neighbours.around(shown.thing, view.whole)
    return around.drawn(found, view, f"#{COLLABORATIONS}") if found else None


def _data(thing: NamedNode, view: View) -> list[tuple[str, str, str]]:
    """Return the files with what is said of a thing: ending, how the form is called, address."""
    path = view.whole.addresses.data_path(thing)
    if path is None or not data.is_described(thing, view.whole):
        return []
    forms = FORMS if view.site.ending else OF_THINGS
    return [(form, NAMES[form], view.file(f"{path}.{form}")) for form in forms]


def _crumb(shown: Portrait, view: View) -> Markup:
    """Return the way down to a record: its room, then its class."""
    return Markup(" · ").join(view.link(class_) for class_ in shown.classes) or Markup()


def _subtitle(shown: Portrait, view: View) -> Markup:
    """Return in a line what a thing is and where."""
    kinds = Markup(", ").join(view.text(view.names[kind]) for kind in shown.kinds or shown.classes)
    towns = towns_of(shown.thing, view.whole)
    if not towns:
        return kinds
    places = Markup(", ").join(map(view.link, towns))
    return view.rich(N_("{kinds}, {places}"), kinds=kinds, places=places) if kinds else places


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return what is said of a thing as data; in a folder of files it stands with the thing, once."""
    thing = view.whole.addresses.thing(rest)
    if view.site.ending or ending not in FORMS or thing is None:
        return None
    return Page(200, TYPES[ending], data.of_thing(thing, ending, view.whole))


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the path of every thing."""
    for _, path in site.whole.addresses:
        yield path, {}
