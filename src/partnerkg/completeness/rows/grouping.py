"""The groups of organisations, and a row for each: by category, town, status and so on."""

from __future__ import annotations

from shlex import quote

from pyoxigraph import Literal, NamedNode

from partnerkg.completeness.rows.terms import facets_of, names, share, short, slug, whole
from partnerkg.errors import Suggestion, UnknownGroup
from partnerkg.namespaces import shorten
from partnerkg.query.headings import table
from partnerkg.query.labels import labels
from partnerkg.query.run import run
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.completeness import Completeness
    from partnerkg.model.terms import Row
    from partnerkg.query.catalogue import Catalogue
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store

# The question that says for each organisation in which groups it is.
GROUPINGS = {
    "category": "organization_categories",
    "network": "organization_networks",
    "town": "organization_towns",
    "departement": "organization_departements",
    "source": "organization_sources",
    "status": "organization_statuses",
    "kind": "organization_kinds",
}


def groups(by: str, questions: Catalogue, store: Store) -> dict[str, set[str]]:
    """Return the things of each group by IRI, grouped as a name of GROUPINGS says."""
    found: dict[str, set[str]] = {}
    for group, thing, *_ in run(questions[GROUPINGS[by]], store):
        found.setdefault(text(group), set()).add(text(thing))
    return found


def group(name: str, known: Mapping[str, object], store: Store, language: str) -> str:
    """Return the IRI of the group that a slug, short name, label or IRI names; UnknownGroup."""
    said = labels(map(NamedNode, known), store, language)
    words = {iri: {iri, shorten(iri), slug(iri), said.get(iri, iri)} for iri in known}
    wanted = name.strip().casefold()
    for iri, these in words.items():
        if wanted in (word.casefold() for word in these):
            return iri
    near = {word.casefold(): slug(iri) for iri, these in words.items() for word in these}
    raise UnknownGroup(name=name, suggestion=Suggestion(wanted, near, near))


def by_group(
    found: Completeness, by: str, groups: Mapping[str, set[str]], store: Store, *, language: str, none: str
) -> Solutions:
    """Return a row for each group, the worst first: its scores by weight, and the command for its records.

    `none` names the things that are in no group; `by` is what the groups are of, as in GROUPINGS.
    """
    scored = {iri: score for iri, score in found.by(groups).items() if score.things}
    facets = facets_of(scored.values(), found)
    said = names(filter(None, scored), store, language)
    shares = {short(facet): found.facet_name(facet, language) for facet in facets}
    columns = ("group", "things", "percent", "expected", "nice", *shares, "iri", "command")
    rows: list[Row] = [
        (
            Literal(said.get(iri, none)),
            whole(score.things),
            share(score.all),
            share(score.expected),
            share(score.nice),
            *(share(score.facets.get(facet)) for facet in facets),
            Literal(iri) if iri else None,
            Literal(found.call(f"--by {by} --group {quote(slug(iri))} --ranking")) if iri else None,
        )
        for iri, score in sorted(
            scored.items(), key=lambda item: (not item[0], item[1].percent or 0, item[0])
        )
    ]
    return table(columns, rows, language, spare=(*shares, "command"), named=shares)


def of_things(by: str, questions: Catalogue, store: Store, language: str) -> dict[str, str]:
    """Return the labels of the groups of each thing, in one text."""
    known = groups(by, questions, store)
    said = labels(map(NamedNode, known), store, language)
    found: dict[str, list[str]] = {}
    for iri, things in sorted(known.items()):
        for thing in things:
            found.setdefault(thing, []).append(said.get(iri) or shorten(iri))
    return {thing: ", ".join(sorted(names)) for thing, names in found.items()}
