"""The records as rows: the ranking, those best completed first, and all that is wanted of one."""

from __future__ import annotations

from shlex import quote

from pyoxigraph import Literal

from partnerkg.completeness.rows.terms import DECIMAL, facets_of, names, share, short, slug, whole
from partnerkg.errors import N_
from partnerkg.query.headings import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness import Completeness
    from partnerkg.errors import Translate
    from partnerkg.model.terms import Row
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store

ANSWERED, LACKING, KNOWN_ABSENT = N_("there"), N_("missing"), N_("known to have none")
EXPECTED, NICE = N_("expected"), N_("nice to have")
ORGANIZATION = "http://www.w3.org/ns/org#Organization"


def ranking(found: Completeness, store: Store, language: str, class_: str | None = None) -> Solutions:
    """Return a row for each record, the worst first, with its score by facet and what is missing.

    `class_` names a class as `Completeness.cell` does; without it they are the organisations, or all records
    where the shapes want nothing of organisations. UnknownRecord.
    """
    measured = {cell.wanted.class_ for cell in found.cells}
    ranked = found.ranking(class_ or (ORGANIZATION if ORGANIZATION in measured else None))
    facets = facets_of((score for _, score in ranked), found)
    said = names((thing for thing, _ in ranked), store, language)
    shares = {short(facet): found.facet_name(facet, language) for facet in facets}
    columns = ("name", "percent", "answered", "of", *shares, "missing", "iri")
    rows: list[Row] = [
        (
            Literal(said[thing]),
            share(score.all),
            whole(score.all.answered),
            whole(score.all.of),
            *(share(score.facets.get(facet)) for facet in facets),
            Literal(", ".join(one.name(language) for one in score.missing)),
            Literal(thing),
        )
        for thing, score in ranked
    ]
    return table(columns, rows, language, spare=shares, named=shares)


def records(found: Completeness, store: Store, language: str) -> Solutions:
    """Return a row for each record with gaps, that one first whose filling raises the score of all most."""
    worth = found.score.all.worth
    scores = found.each()
    gaps = {thing: score.all.worth - score.all.points for thing, score in scores.items() if score.missing}
    said = names(gaps, store, language)
    rows: list[Row] = [
        (
            Literal(f"{100 * gap / worth:.2f}", datatype=DECIMAL),
            Literal(said[thing]),
            Literal(", ".join(one.name(language) for one in scores[thing].missing)),
            Literal(found.call(f"--organization {quote(slug(thing))}")),
        )
        for thing, gap in sorted(gaps.items(), key=lambda item: (-item[1], item[0]))
    ]
    return table(("points", "name", "missing", "command"), rows, language, spare=("command",))


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
                Literal(f"{one.weight:g}", datatype=DECIMAL),
                Literal(advice if cell.missing else ""),
            )
        )
    return table(("facet", "property", "state", "wanted", "weight", "look_up"), rows, language)
