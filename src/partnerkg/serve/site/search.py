"""Searching: words and facets, each with how many it leaves; one that finds nothing says what to loosen."""

from __future__ import annotations

import json
from dataclasses import replace

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.pipeline.site import choosing, searching
from partnerkg.pipeline.site.data import RDF
from partnerkg.pipeline.site.listing import FACETS, entries
from partnerkg.pipeline.site.searching import FARTHEST, Search
from partnerkg.serve.site import leading, views
from partnerkg.serve.site.answer import statements
from partnerkg.serve.site.filing import searches
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.page import Page
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.suggested import suggested
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.site.entry import Entry
    from partnerkg.pipeline.site.evidence import Quote
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

TITLES = {
    "kind": N_("Kind"),
    "department": N_("Department"),
    "town": N_("Town"),
    "partner": N_("Partner of"),
    "network": N_("Network"),
    "completeness": N_("Completeness"),
}
HEADINGS = {
    "name": N_("Name"),
    **{facet: TITLES[facet] for facet in FACETS},
    "percent": N_("complete, in percent"),
    "iri": N_("Permanent address"),
}
STEPS = {"0": N_("less than half"), "50": N_("half or more"), "100": N_("everything")}
SHOWN = 200  # organisations of a list
MOST = 30  # choices of a facet
DISTANCES = (5, 10, 20, 50, 100)  # kilometres to choose from


def show(view: View, rest: str) -> Page | None:
    """Return what fits, with the facets beside it."""
    if rest:
        return None
    search = searching.asked(view.parameters, view.whole)
    found = searching.found(search, view.whole)
    shown = views.chosen(view)
    partly = bool(search.words) and searching.matching(search.words, view.whole)[1]
    body = rendered(
        "search",
        view,
        search=search,
        title=_title(search, len(found), view),
        count=len(found),
        partly=partly,
        asked=suggested(search.words, view),
        shown=shown,
        tabs=views.tabs(search, view),
        picture=views.picture(shown, found, view),
        lost=bool(search.near) and not searching.is_known(search.near, view.whole),
        distances=DISTANCES,
        entries=[(entry, _quote(entry, view)) for entry in found[:SHOWN]],
        chips=_chips(search, view),
        facets=[(facet, view.translate(TITLES[facet]), _facet(search, facet, view)) for facet in TITLES],
        loosened=_loosened(search, view) if not found else [],
        near=searching.near(search.words, view.whole) if search.words and (partly or not found) else [],
        towns=_towns,
        scripts=bool(view.site.ending),
    )  # fmt: skip
    scripts = (f"static/index-{view.language}.js", "static/search.js") if view.site.ending else ()
    title = _title(search, len(found), view)
    return framed(view, title, body, scripts=scripts, alternates=of_table(view))


def _chips(search: Search, view: View) -> list[tuple[str, str]]:
    """Return the conditions that were chosen, each with the address without it."""
    chosen = [
        (_condition(facet, value, view), search.without(facet)) for facet, value in search.choices.items()
    ]
    if search.near:
        chosen.append((_nearness(search, view), replace(search, near="")))
    return [(words, _to(fewer, view)) for words, fewer in chosen]


def _condition(facet: str, value: str, view: View) -> str:
    return view.say(
        N_("{facet}: {choice}"), facet=view.translate(TITLES[facet]), choice=label(facet, value, view)
    )


def _nearness(search: Search, view: View) -> str:
    words = view.say(N_("within {count} km of {town}"), count=view.number(search.within), town="{town}")
    return "".join(choosing.joined(words.removesuffix("{town}"), search.near, view.language))


def _title(search: Search, count: int, view: View) -> str:
    if not count:
        return view.say(N_("No organisation"))
    return view.ngettext("{count} organisation", "{count} organisations", count)


def label(facet: str, value: str, view: View) -> str:
    """Return what a choice is called, given as an address writes it or as the graph does."""
    if facet == "completeness":
        return view.translate(STEPS.get(value, value))
    for entry in entries(view.whole):
        for choice in entry.choices[facet]:
            if value in (choice, searching.written(choice)):
                return view.names[NamedNode(choice)].words
    return value


def _facet(search: Search, facet: str, view: View) -> list[tuple[str, int, str, bool]]:
    """Return the choices of a facet: name, how many it leaves, address, whether it is made."""
    found = []
    for choice, count in searching.counts(search, view.whole, facet)[:MOST]:
        value = searching.written(choice)
        made = search.choices.get(facet) == value
        wanted = search.without(facet) if made else search.having(facet, value)
        name = view.translate(STEPS.get(choice, choice)) if facet == "completeness" else _name(choice, view)
        found.append((name, count, _to(wanted, view), made))
    return found


def _name(iri: str, view: View) -> str:
    return view.names[NamedNode(iri)].words


def _to(search: Search, view: View) -> str:
    shown = views.chosen(view)
    return leading.to(search, view, "" if shown == views.LIST else shown)


def _loosened(search: Search, view: View) -> list[tuple[str, int, str]]:
    """Return the searches with one condition less that find something: name, how many, address."""
    fewer = [
        (view.say(N_("without {filter}"), filter=_condition(facet, value, view)), search.without(facet))
        for facet, value in search.choices.items()
    ]
    if search.near:
        without = view.say(N_("without {filter}"), filter=_nearness(search, view))
        fewer.append((without, replace(search, near="")))
        wider = replace(search, within=next((far for far in DISTANCES if far > search.within), FARTHEST))
        fewer.append((_nearness(wider, view), wider))
    if search.words and (search.choices or search.near):
        fewer.append(
            (view.say(N_("without the words “{words}”"), words=search.words), replace(search, words=""))
        )
    words = search.words.split()
    if len(words) > 1:
        fewer += [(view.say(N_("only “{words}”"), words=word), replace(search, words=word)) for word in words]
    counted = ((name, len(searching.found(one, view.whole)), _to(one, view)) for name, one in fewer)
    return [item for item in counted if item[1]]


def _quote(entry: Entry, view: View) -> Quote | None:
    """Return words of a page that name an organisation, None if it was only seen on one."""
    whole = view.whole
    claims = [claim for triple in whole.facts_about(entry.thing) for claim in whole.claims.get(triple, ())]
    quotes = (quote for claim in dict.fromkeys(claims) for quote in whole.evidence.quotes(claim))
    return next((quote for quote in quotes if quote.passages), None)


def _towns(entry: Entry, view: View) -> str:
    return ", ".join(_name(town, view) for town in entry.choices["town"])


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return exactly the organisations that a search finds, as data; None for an ending that is none."""
    if rest:
        return None
    found = searching.found(searching.asked(view.parameters, view.whole), view.whole)
    if ending in RDF and not view.site.ending:
        return statements((entry.thing for entry in found), ending, view)
    rows = [_row(entry, view) for entry in found]
    if ending == "json":
        return Page(200, "application/json", json.dumps(rows, ensure_ascii=False, indent=1).encode())
    return taken(HEADINGS, [list(map(_cell, row.values())) for row in rows], ending, view)


def _cell(cell: object) -> object:
    return " | ".join(cell) if isinstance(cell, list) else cell


def _row(entry: Entry, view: View) -> dict[str, object]:
    score = view.whole.score(entry.thing)
    named = {
        facet: [_name(choice, view) for choice in entry.choices[facet]]
        for facet in FACETS
        if facet != "completeness"
    }
    step = [view.translate(STEPS[choice]) for choice in entry.choices["completeness"]]
    return {
        "name": _name(entry.thing.value, view),
        **named,
        "completeness": step,
        "percent": score.percent if score else None,
        "iri": entry.thing.value,
    }


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the list of all, and that of each choice."""
    yield "search", {}
    yield from (("search", dict(parameters)) for parameters in searches(site))
