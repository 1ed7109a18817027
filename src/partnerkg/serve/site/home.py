"""The first page: what this is, in one sentence, numbers, a fact with its words, questions."""

from __future__ import annotations

from markupsafe import Markup

from partnerkg.errors import N_, EngineFailed, PartnerkgError
from partnerkg.pipeline.site.atlas import atlas
from partnerkg.pipeline.site.awaiting import awaiting, classes_of
from partnerkg.pipeline.site.choosing import usual, wanting
from partnerkg.pipeline.site.network import links
from partnerkg.pipeline.site.page import source
from partnerkg.pipeline.site.question import number
from partnerkg.pipeline.site.sample import sample
from partnerkg.serve.site.atlas import small
from partnerkg.serve.site.form import sentence
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.marks import Marks
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.values import Question
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View


# The questions that a newcomer asks first.
ASKED = (
    "organization_shared_partners",
    "place_nearby_partners",
    "network_members",
    "supporter_beneficiaries",
    "bookshop_places",
)
# What is asked of a graph that has no answer to some of these.
MOST = 12  # pages that are named here; the others stand among the sources
OTHERS = ("publisher_partners", "organization_kinds", "organization_towns")


def show(view: View, rest: str) -> Page | None:
    """Return the first page."""
    if rest:
        return None
    whole = view.whole
    found = [source(thing, whole, view.language) for thing in whole.sources]
    read = [one for one in found if one.text]
    places = atlas(whole, view.language)
    body = rendered(
        "home",
        view,
        organizations=len(whole.organizations),
        quotes=sum(one.quotes for one in found),
        percent=whole.completeness.score.percent,
        read=sorted(read, key=lambda one: -one.quotes)[:MOST] if len(read) > MOST else read,
        pages=len(read),
        seen=len([one for one in found if not one.text]),
        fact=sample(whole, view.language),
        links=links(whole),
        towns=len(places.towns) + len(places.off),
        map=small(places, view),
        placed=view.ngettext(
            "{count} organisation has a known town.",
            "{count} organisations have a known town.",
            places.placed,
        ),
        questions=_asked(view),
        catalogue=len(view.site.opened.questions.names()),
        marks=Marks([], view),
        **(_instead(view) if not whole.organizations else {}),
    )
    return framed(view, view.say(N_("Who works with whom in culture")), body)


def _instead(view: View) -> dict[str, object]:
    """Return what is told of a graph without organisations: what it has, and how it gets some."""
    reading = Markup("<code>{}</code>").format("partnerkg read PAGE")
    classes = [(name, count, _asking(one, view)) for one, name, count in classes_of(view.whole)]
    return {"classes": classes, "awaiting": awaiting(view.site.opened), "command": reading}


def _asking(class_: NamedNode, view: View) -> str:
    if view.site.ending:
        return ""
    return view.to("sparql", {"query": f"SELECT ?thing {{ ?thing a <{class_.value}> }}"})


def _asked(view: View) -> list[dict[str, object]]:
    """Return the first questions that the graph answers: address, sentence, how many answers."""
    found: list[dict[str, object]] = []
    known = [name for name in (*ASKED, *OTHERS) if name in view.site.opened.questions]
    for question in map(view.site.opened.questions.__getitem__, known):
        values = usual(question, view.whole)
        count = _count(question, values, view) if len(found) < len(ASKED) else 0
        if count:
            rows = view.ngettext("{count} answer", "{count} answers", count)
            address = view.to(f"questions/{question.name}")
            found.append({"address": address, "sentence": sentence(question, values, view), "rows": rows})
    return found


def _count(question: Question, values: Mapping[str, str], view: View) -> int:
    """Return how many answers a question has with some values, none where the graph has no value for it."""
    if wanting(question, view.whole):
        return 0
    try:
        return number(question, values, view.whole)
    except EngineFailed:
        raise
    except PartnerkgError:  # a question of one's own, with an example that does not fit it
        return 0


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the one path."""
    yield "", {}
