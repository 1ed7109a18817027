"""What people call the columns of the tables that are made here, which no header of a question names."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.query.results import Solutions
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from partnerkg.model.terms import Row

HEADINGS = {
    "answered": N_("answered"),
    "applicable": N_("applicable"),
    "before": N_("before"),
    "characters": N_("characters"),
    "claims": N_("claims"),
    "class": N_("class"),
    "class_label": N_("name of the class"),
    "command": N_("command"),
    "covered": N_("covered"),
    "doubt": N_("doubt"),
    "doubtful": N_("doubtful"),
    "end": N_("end"),
    "expected": N_("expected"),
    "facet": N_("aspect"),
    "gaps": N_("gaps"),
    "group": N_("group"),
    "heading": N_("heading"),
    "id": N_("id"),
    "identifier": N_("identifier"),
    "iri": N_("IRI"),
    "items": N_("things named"),
    "kind": N_("kind"),
    "known_absent": N_("known to have none"),
    "label": N_("label"),
    "look_up": N_("look up"),
    "missing": N_("missing"),
    "name": N_("name"),
    "nice": N_("nice to have"),
    "now": N_("now"),
    "of": N_("of"),
    "organization": N_("organisation"),
    "parameters": N_("parameters"),
    "percent": N_("percent"),
    "place": N_("place"),
    "place_code": N_("code of the place"),
    "points": N_("points"),
    "property": N_("property"),
    "quote": N_("quote"),
    "quotes": N_("quotes"),
    "relation": N_("relation"),
    "rule": N_("rule"),
    "scheme": N_("register"),
    "seen_on": N_("seen on"),
    "severity": N_("severity"),
    "shape": N_("shape"),
    "source": N_("source"),
    "start": N_("start"),
    "state": N_("state"),
    "status": N_("status"),
    "summary": N_("question"),
    "things": N_("organisations"),
    "town": N_("town"),
    "trend": N_("trend"),
    "wanted": N_("importance"),
    "weight": N_("weight"),
    "where": N_("where to look"),
}


def headings(columns: Iterable[str], language: str) -> dict[str, str]:
    """Return what columns are called: in English by their names, else by the words of the language."""
    if language == "en":
        return {column: column for column in columns}
    say = translations(language)[0]
    return {column: say(HEADINGS[column]) for column in columns if column in HEADINGS}


def table(
    columns: Iterable[str],
    rows: list[Row],
    language: str,
    *,
    spare: Collection[str] = (),
    named: Mapping[str, str] | None = None,
) -> Solutions:
    """Return a table with its headings.

    `named` are those that the data give, but for English, where columns go by their own names.
    `spare` are the columns that a narrow terminal lacks first.
    """
    found = Solutions(tuple(columns), rows)
    known = headings(found.columns, language)
    if language == "en":
        known = {column: column.replace("_", " ") for column in known}
    else:
        known.update(named or {})
    found.headings = {language: known}
    found.spare = frozenset(spare)
    return found
