"""The page of a thing: an organisation, a group, a place, a programme, a page read, a claim."""

from __future__ import annotations

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site import neighbours
from partnerkg.pipeline.site.addresses import data_path
from partnerkg.pipeline.site.data import FORMS
from partnerkg.pipeline.site.listing import towns_of
from partnerkg.pipeline.site.portrait import portrait
from partnerkg.pipeline.site.term import sort_of
from partnerkg.serve.site import claim, page_read, vocabulary
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.marks import Marks
from partnerkg.serve.site.pictures import around
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.site.portrait import Portrait
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View


def show(view: View, path: str) -> Page | None:
    """Return the page of the thing at a path, None if there is none."""
    from partnerkg.pipeline.site.page import is_source

    thing = view.whole.addresses.thing(path)
    if thing is None:
        return None
    if is_source(thing, view.whole):
        return page_read.show(view, thing)
    sort = sort_of(thing, view.whole)
    if sort is not None:
        return vocabulary.shown(view, thing, sort)
    if thing in view.whole.facts:
        return claim.show(view, thing)
    shown = portrait(thing, view.whole, view.language)
    body = rendered(
        "record",
        view,
        record=shown,
        marks=Marks(shown.claims, view),
        crumb=_crumb(shown, view),
        subtitle=_subtitle(shown, view),
        picture=_picture(shown, view),
        data=_data(shown, view),
    )
    return framed(view, shown.name.words, body)


def _picture(shown: Portrait, view: View) -> Markup | None:
    """Return the thing among what it is linked with, None if that is nothing."""
    found = neighbours.around(shown.thing, view.whole)
    return around.drawn(found, view) if found else None


def _data(shown: Portrait, view: View) -> list[tuple[str, str]]:
    """Return the files with what is said of a thing: how the form is called, address."""
    path = data_path(shown.thing, view.whole)
    forms = FORMS if view.site.ending else ("ttl", "jsonld", "rdf", "nt", "trig")
    names = {
        "ttl": "Turtle",
        "jsonld": "JSON-LD",
        "json": "JSON",
        "csv": "CSV",
        "rdf": "RDF/XML",
        "nt": "N-Triples",
    }
    if path is None or shown.thing not in view.whole.said:
        return []
    return [(names.get(form, form.upper()), view.file(f"{path}.{form}")) for form in forms]


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


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the path of every thing."""
    for _, path in site.whole.addresses:
        yield path, {}
