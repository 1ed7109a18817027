"""The vocabulary: classes, properties and concepts, each with its meaning, its rules and its uses."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.site import term as terms
from partnerkg.pipeline.site.terms import SKOS
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.signposts import of_table, of_thing
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import NamedNode

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

SORTS = {
    terms.CLASS: (N_("Classes"), N_("class")),
    terms.PROPERTY: (N_("Properties"), N_("property")),
    terms.SCHEME: (N_("Lists of concepts"), N_("concept scheme")),
    terms.CONCEPT: (N_("Concepts"), N_("concept")),
}
HEADINGS = {"term": N_("Term"), "sort": N_("What it is"), "scheme": N_("In the list")}


def show(view: View, rest: str) -> Page | None:
    """Return the list of terms, or the page of a term below it."""
    if rest:
        thing = view.whole.addresses.thing(f"vocabulary/{rest}")
        sort = terms.sort_of(thing, view.whole) if thing else None
        return shown(view, thing, sort, ()) if thing and sort else None
    whole, language = view.whole, view.language
    sections = [
        (sort, view.translate(title), terms.terms(whole, sort, language))
        for sort, (title, _) in SORTS.items()
        if sort != terms.CONCEPT
    ]
    body = rendered(
        "vocabulary", view, sections=sections, concepts=lambda scheme: terms.concepts(scheme, whole, language)
    )
    return framed(view, view.say(N_("Vocabulary")), body, alternates=of_table(view))


def shown(view: View, thing: NamedNode, sort: str, files: Sequence[tuple[str, str, str]]) -> Page:
    """Return the page of a term; `files` are its data: ending, how the form is called, address."""
    found = terms.term(thing, sort, view.whole, view.language)
    concepts = terms.concepts(thing, view.whole, view.language) if sort == terms.SCHEME else []
    body = rendered("term", view, term=found, sort=view.translate(SORTS[sort][1]), concepts=concepts)
    title = view.say(N_("{term}, {sort}"), term=found.name.words, sort=view.translate(SORTS[sort][1]))
    return framed(view, title, body, alternates=of_thing(files), thing=thing)


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return all terms as data."""
    if rest:
        return None
    rows = [
        (thing, view.translate(name), ", ".join(view.names[scheme].words for scheme in _schemes(thing, view)))
        for sort, (_, name) in SORTS.items()
        for thing in terms.terms(view.whole, sort, view.language)
    ]
    return taken(HEADINGS, rows, ending, view)


def _schemes(concept: NamedNode, view: View) -> list[NamedNode]:
    return view.whole.known.links(concept, SKOS.inScheme)


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the list; terms are things, and have their paths as such."""
    yield "vocabulary", {}
