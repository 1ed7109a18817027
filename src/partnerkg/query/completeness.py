"""Completeness as rows that every format can show: gaps, rankings, groups, next steps, pages read."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Suggestion, UnknownGroup
from partnerkg.namespaces import shorten
from partnerkg.query.labels import labels
from partnerkg.query.results import XSD, Solutions, text
from partnerkg.query.run import run
from partnerkg.rdf import iris
from partnerkg.validate.completeness.scores import percent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.query.catalogue import Catalogue
    from partnerkg.query.results import Row
    from partnerkg.store.base import Store, Term
    from partnerkg.validate.completeness import Cell, Completeness, Facet, Score

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
# The questions that say how much of each page was read.
READINGS, COVERAGE = "source_readings", "source_coverage"
_INTEGER, _DECIMAL = NamedNode(XSD + "integer"), NamedNode(XSD + "decimal")


def groups(by: str, questions: Catalogue, store: Store) -> dict[str, set[str]]:
    """Return the things of each group by IRI, grouped as a name of GROUPINGS says."""
    found: dict[str, set[str]] = {}
    for group, thing, *_ in run(questions[GROUPINGS[by]], store):
        found.setdefault(text(group), set()).add(text(thing))
    return found


def group(name: str, known: Mapping[str, object], store: Store, language: str) -> str:
    """Return the IRI of the group that a slug, short name, label or IRI names; UnknownGroup."""
    said = labels(map(NamedNode, known), store, language)
    words = {iri: {iri, shorten(iri), _slug(iri), said.get(iri, iri)} for iri in known}
    wanted = name.strip().casefold()
    for iri, these in words.items():
        if wanted in (word.casefold() for word in these):
            return iri
    near = {word.casefold(): _slug(iri) for iri, these in words.items() for word in these}
    raise UnknownGroup(name=name, suggestion=Suggestion(wanted, near, near))


def by_group(
    found: Completeness, groups: Mapping[str, set[str]], store: Store, language: str, none: str
) -> Solutions:
    """Return a row for each group, the worst first, with its score by facet; `none` names those in no group."""
    scored = {name: score for name, score in found.by(groups).items() if score.things}
    facets = _facets(scored.values(), found)
    said = labels(map(NamedNode, filter(None, scored)), store, language)
    columns = ("group", "things", "percent", "expected", "nice", *(found.facet_name(f, language) for f in facets), "iri")
    rows: list[Row] = [
        (
            Literal(said.get(name) or shorten(name) or none),
            _whole(score.things),
            _share(score.all),
            _share(score.expected),
            _share(score.nice),
            *(_share(score.facets.get(facet)) for facet in facets),
            Literal(name),
        )
        for name, score in sorted(scored.items(), key=lambda item: (not item[0], item[1].percent or 0, item[0]))
    ]
    return Solutions(columns, rows)


def ranking(found: Completeness, store: Store, language: str) -> Solutions:
    """Return a row for each record, the worst first, with its score by facet and what is missing."""
    ranked = found.ranking()
    facets = _facets((score for _, score in ranked), found)
    said = labels((NamedNode(thing) for thing, _ in ranked), store, language)
    columns = (
        "name",
        "percent",
        "answered",
        "of",
        *(found.facet_name(facet, language) for facet in facets),
        "missing",
        "iri",
    )
    rows: list[Row] = [
        (
            Literal(said.get(thing) or shorten(thing)),
            _share(score.all),
            _whole(score.all.answered),
            _whole(score.all.of),
            *(_share(score.facets.get(facet)) for facet in facets),
            Literal(", ".join(one.name(language) for one in score.missing)),
            Literal(thing),
        )
        for thing, score in ranked
    ]
    return Solutions(columns, rows)


def missing(cell: Cell, questions: Catalogue, store: Store, language: str) -> Solutions:
    """Return a row for each record that lacks a property: its name, town, kind, and what to look up."""
    things = sorted(cell.missing)
    towns, kinds = (_grouped(by, questions, store, language) for by in ("town", "kind"))
    said = labels(map(NamedNode, things), store, language)
    advice = cell.wanted.messages
    look_up = Literal(advice.get(language) or advice.get("en") or cell.wanted.name(language))
    rows: list[Row] = [
        (
            Literal(said.get(thing) or shorten(thing)),
            Literal(towns.get(thing, "")),
            Literal(kinds.get(thing, "")),
            look_up,
            Literal(thing),
        )
        for thing in things
    ]
    rows.sort(key=lambda row: (text(row[1]).casefold(), text(row[0]).casefold(), text(row[4])))
    return Solutions(("name", "town", "kind", "look_up", "iri"), rows)


def steps(found: Completeness, language: str, limit: int | None = None) -> Solutions:
    """Return the gaps whose filling raises the score of all most, with the command that lists them."""
    rows: list[Row] = [
        (
            Literal(f"{step.gain:.1f}", datatype=_DECIMAL),
            Literal(found.class_name(step.wanted.class_, language)),
            Literal(step.wanted.name(language)),
            _whole(step.missing),
            Literal(command(step.wanted.class_, step.wanted.key)),
        )
        for step in found.steps()[:limit]
    ]
    return Solutions(("points", "class", "property", "missing", "command"), rows)


def pages(questions: Catalogue, store: Store) -> Solutions:
    """Return a row for each page that was read: what was read in it, and what no evidence covers."""
    readings, coverage = (run(questions[name], store).records() for name in (READINGS, COVERAGE))
    covered = {row["capture"]: row for row in coverage}
    rows: list[Row] = []
    for row in readings:
        more = covered.get(row["capture"], {})
        characters, of = int(more.get("covered") or 0), int(more.get("of") or 0)
        numbers = [int(row[name] or 0) for name in ("items", "quotes", "claims", "doubtful")]
        rows.append(
            (
                NamedNode(str(row["source"])),
                *map(_whole, numbers),
                _whole(characters),
                _whole(of),
                _percent(characters, of),
                _whole(int(more.get("gaps") or 0)),
            )
        )
    columns = ("source", "items", "quotes", "claims", "doubtful", "covered", "characters", "percent", "gaps")
    return Solutions(columns, rows)


def command(class_: str, key: str) -> str:
    """Return the command that lists the records of a class that lack a property."""
    return f"partnerkg completeness --missing {shorten(class_)} {key}"


def _grouped(by: str, questions: Catalogue, store: Store, language: str) -> dict[str, str]:
    """Return the labels of the groups of each thing, in one text."""
    known = groups(by, questions, store)
    said = labels(map(NamedNode, known), store, language)
    found: dict[str, list[str]] = {}
    for iri, things in sorted(known.items()):
        for thing in things:
            found.setdefault(thing, []).append(said.get(iri) or shorten(iri))
    return {thing: ", ".join(sorted(names)) for thing, names in found.items()}


def _facets(scores: Iterable[Score], found: Completeness) -> Sequence[str]:
    """Return the facets that one of the scores has, in the order of the shapes."""
    met = {facet for score in scores for facet in score.facets}
    return [facet for facet in found.facets if facet in met]


def _share(facet: Facet | None) -> Term | None:
    return None if facet is None or facet.percent is None else _whole(facet.percent)


def _percent(number: int, of: int) -> Term | None:
    share = percent(number, of)
    return None if share is None else _whole(share)


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=_INTEGER)


def _slug(iri: str) -> str:
    return iris.slug(iri) or iri.rstrip("/").rpartition("/")[2]
