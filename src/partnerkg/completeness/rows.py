"""Completeness as rows that every format can show: gaps, rankings, groups, next steps, pages read."""

from __future__ import annotations

from shlex import quote

from pyoxigraph import Literal, NamedNode

from partnerkg.completeness.scores import percent
from partnerkg.errors import N_, Suggestion, UnknownGroup
from partnerkg.model import iris
from partnerkg.namespaces import shorten
from partnerkg.query.labels import labels
from partnerkg.query.results import XSD, Solutions, text
from partnerkg.query.run import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.completeness import Cell, Completeness, Facet, Score
    from partnerkg.completeness.history import Change, Release
    from partnerkg.errors import Translate
    from partnerkg.model.terms import Row, Term
    from partnerkg.query.catalogue import Catalogue
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
# The questions that say how much of each page was read.
READINGS, COVERAGE = "source_readings", "source_coverage"
ANSWERED, LACKING, KNOWN_ABSENT = N_("there"), N_("missing"), N_("known to have none")
EXPECTED, NICE = N_("expected"), N_("nice to have")
ALL, SCORE = N_("all"), N_("score by weight, in %")
ORGANIZATION = "http://www.w3.org/ns/org#Organization"
_COLUMNS = "▁▂▃▄▅▆▇█"
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
    found: Completeness, by: str, groups: Mapping[str, set[str]], store: Store, *, language: str, none: str
) -> Solutions:
    """Return a row for each group, the worst first: its scores by weight, and the command for its records.

    `none` names the things that are in no group; `by` is what the groups are of, as in GROUPINGS.
    """
    scored = {iri: score for iri, score in found.by(groups).items() if score.things}
    facets = _facets(scored.values(), found)
    said = names(filter(None, scored), store, language)
    columns = ("group", "things", "percent", "expected", "nice", *map(_short, facets), "iri", "command")
    rows: list[Row] = [
        (
            Literal(said.get(iri, none)),
            _whole(score.things),
            _share(score.all),
            _share(score.expected),
            _share(score.nice),
            *(_share(score.facets.get(facet)) for facet in facets),
            Literal(iri) if iri else None,
            Literal(found.call(f"--by {by} --group {quote(_slug(iri))} --ranking")) if iri else None,
        )
        for iri, score in sorted(
            scored.items(), key=lambda item: (not item[0], item[1].percent or 0, item[0])
        )
    ]
    return Solutions(columns, rows)


def ranking(found: Completeness, store: Store, language: str, class_: str | None = None) -> Solutions:
    """Return a row for each record, the worst first, with its score by facet and what is missing.

    `class_` names a class as `Completeness.cell` does; without it they are the organisations, or all records
    where the shapes want nothing of organisations. UnknownRecord.
    """
    measured = {cell.wanted.class_ for cell in found.cells}
    ranked = found.ranking(class_ or (ORGANIZATION if ORGANIZATION in measured else None))
    facets = _facets((score for _, score in ranked), found)
    said = names((thing for thing, _ in ranked), store, language)
    columns = ("name", "percent", "answered", "of", *map(_short, facets), "missing", "iri")
    rows: list[Row] = [
        (
            Literal(said[thing]),
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
    said = names(things, store, language)
    advice = cell.wanted.messages
    look_up = Literal(advice.get(language) or advice.get("en") or cell.wanted.name(language))
    rows: list[Row] = [
        (
            Literal(said[thing]),
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
            Literal(found.command(step.wanted)),
        )
        for step in found.steps()[:limit]
    ]
    return Solutions(("points", "class", "property", "missing", "command"), rows)


def records(found: Completeness, store: Store, language: str) -> Solutions:
    """Return a row for each record with gaps, that one first whose filling raises the score of all most."""
    worth = found.score.all.worth
    scores = found.each()
    gaps = {thing: score.all.worth - score.all.points for thing, score in scores.items() if score.missing}
    said = names(gaps, store, language)
    rows: list[Row] = [
        (
            Literal(f"{100 * gap / worth:.2f}", datatype=_DECIMAL),
            Literal(said[thing]),
            Literal(", ".join(one.name(language) for one in scores[thing].missing)),
            Literal(found.call(f"--organization {quote(_slug(thing))}")),
        )
        for thing, gap in sorted(gaps.items(), key=lambda item: (-item[1], item[0]))
    ]
    return Solutions(("points", "name", "missing", "command"), rows)


def items(thing: str, found: Completeness, language: str, translate: Translate) -> Solutions:
    """Return a row for each thing wanted of one record: whether it is there, and if not what to look up."""
    rows: list[Row] = []
    for cell in found.within([thing]).cells:
        one = cell.wanted
        state = LACKING if cell.missing else KNOWN_ABSENT if cell.known_absent else ANSWERED
        advice = one.messages.get(language) or one.messages.get("en") or ""
        rows.append(
            (
                Literal(found.facet_name(one.facet, language)),
                Literal(one.name(language)),
                Literal(translate(state)),
                Literal(translate(EXPECTED if one.expected else NICE)),
                Literal(f"{one.weight:g}", datatype=_DECIMAL),
                Literal(advice if cell.missing else ""),
            )
        )
    return Solutions(("facet", "property", "state", "wanted", "weight", "look_up"), rows)


def changes(found: Iterable[Change], measured: Completeness, language: str) -> Solutions:
    """Return a row for each number that changed, the deepest fall first."""
    rows: list[Row] = [
        (
            Literal(measured.class_name(change.wanted.class_, language)),
            Literal(change.wanted.name(language)),
            Literal("{}/{}".format(*change.before)),
            Literal("{}/{}".format(*change.now)),
            Literal(f"{change.points:.1f}", datatype=_DECIMAL),
            Literal(measured.command(change.wanted)),
        )
        for change in sorted(found, key=lambda change: (change.points, change.wanted.shape))
    ]
    return Solutions(("class", "property", "before", "now", "points", "command"), rows)


def trend(releases: Sequence[Release], found: Completeness, language: str, translate: Translate) -> Solutions:
    """Return a row for the score and one for each number, a column a release, and the trend of the shares.

    The score of every release is measured by the weights of today.
    """
    wanted = [cell.wanted for cell in found.cells]
    scores = [one.score(wanted) for one in releases]
    rows: list[Row] = [
        (
            Literal(translate(ALL)),
            Literal(translate(SCORE)),
            *(_share(score) for score in scores),
            Literal(spark([score.percent for score in scores])),
        )
    ]
    for one in wanted:
        numbers = [release.numbers.get((one.class_, one.shape)) for release in releases]
        rows.append(
            (
                Literal(found.class_name(one.class_, language)),
                Literal(one.name(language)),
                *(Literal("{}/{}".format(*pair)) if pair else None for pair in numbers),
                Literal(spark([percent(*pair) if pair else None for pair in numbers])),
            )
        )
    return Solutions(("class", "property", *(release.version for release in releases), "trend"), rows)


def spark(shares: Iterable[int | None]) -> str:
    """Return shares as a line of small columns, a dot where there is none."""
    return "".join(
        "·" if share is None else _COLUMNS[min(share * len(_COLUMNS) // 100, 7)] for share in shares
    )


def names(things: Iterable[str], store: Store, language: str) -> dict[str, str]:
    """Return the label of each thing, its short IRI if it has none."""
    known = list(things)
    said = labels((NamedNode(thing) for thing in known if not thing.startswith("_:")), store, language)
    return {thing: said.get(thing) or shorten(thing) for thing in known}


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


def _short(facet: str) -> str:
    """Return the name of a facet for a column: the last word of its IRI, which no language changes."""
    return shorten(facet).rpartition("-")[2] or "other"


def _slug(iri: str) -> str:
    return iris.slug(iri) or iri.rstrip("/").rpartition("/")[2]
