"""The gaps as rows: who lacks a property, and which gaps are best filled first."""

from __future__ import annotations

from pyoxigraph import Literal

from partnerkg.completeness.rows.grouping import of_things
from partnerkg.completeness.rows.terms import DECIMAL, names, whole
from partnerkg.model.name import collated
from partnerkg.query.headings import table
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness import Cell, Completeness
    from partnerkg.model.terms import Row
    from partnerkg.query.catalogue import Catalogue
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store


def missing(cell: Cell, questions: Catalogue, store: Store, language: str) -> Solutions:
    """Return a row for each record that lacks a property: its name, town, kind, and what to look up."""
    things = sorted(cell.missing)
    towns, kinds = (of_things(by, questions, store, language) for by in ("town", "kind"))
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
    rows.sort(key=lambda row: (collated(text(row[1])), collated(text(row[0])), text(row[4])))
    return table(("name", "town", "kind", "look_up", "iri"), rows, language)


def steps(found: Completeness, language: str, limit: int | None = None) -> Solutions:
    """Return the gaps whose filling raises the score of all most, with the command that lists them."""
    rows: list[Row] = [
        (
            Literal(f"{step.gain:.1f}", datatype=DECIMAL),
            Literal(found.class_name(step.wanted.class_, language)),
            Literal(step.wanted.name(language)),
            whole(step.missing),
            Literal(found.command(step.wanted)),
        )
        for step in found.steps()[:limit]
    ]
    columns = ("points", "class", "property", "missing", "command")
    return table(columns, rows, language, spare=("command",))
