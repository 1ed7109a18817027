"""Tables described as CSV on the Web wants it (https://www.w3.org/TR/tabular-metadata/)."""

from __future__ import annotations

import json

from partnerkg.export.tables.plan import ADDRESS, ADDRESSES, NUMBER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkg.export.tables.plan import Column, Plan

    Separators = Mapping[tuple[str, str], str]  # by table and column

_LANGUAGE = "http://www.w3.org/ns/csvw"
_REFERENCES = {"sites": {"organisation": "organisations"}}


def metadata(plans: Iterable[Plan], separators: Separators, language: str) -> bytes:
    """Return the description of tables; `separators` are what stands between several values, by column."""
    document = {
        "@context": [_LANGUAGE, {"@language": language}],
        "dialect": {"lineTerminators": ["\r\n"]},
        "tables": [_table(plan, separators, language) for plan in plans],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _table(plan: Plan, separators: Separators, language: str) -> dict[str, object]:
    described = (_columns(column, plan, separators, language) for column in plan.columns)
    schema: dict[str, object] = {"columns": [one for several in described for one in several]}
    keys = [plan.columns[place].name for place in plan.key]
    if not any(column.is_list for column in plan.columns if column.name in keys):
        schema["rowTitles"] = [names(plan.columns[plan.key[0]])[-1]]
    references = [
        {"columnReference": name, "reference": {"resource": f"{other}.csv", "columnReference": name}}
        for name, other in _REFERENCES.get(plan.name, {}).items()
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "url": f"{plan.name}.csv",
        "dc:title": _texts(plan.titles),
        "dc:description": _texts(plan.summary),
        "tableSchema": schema,
    }


def _columns(
    column: Column, plan: Plan, separators: Separators, language: str
) -> Iterator[dict[str, object]]:
    required = plan.columns[plan.key[0]] is column
    for name in names(column):
        described: dict[str, object] = {
            "name": name,
            "titles": name,
            "dc:description": _texts(column.titles),
            "datatype": _datatype(column, name),
        }
        if name != column.name:
            described["lang"] = language
        if column.is_list:
            described["separator"] = separators[plan.name, column.name]
        if required:
            described["required"] = True
        yield described


def _datatype(column: Column, name: str) -> str:
    if column.holds == NUMBER:
        return "integer"
    is_iri = column.holds in (ADDRESS, ADDRESSES) or (column.has_labels and name == column.name)
    return "anyURI" if is_iri else "string"


def _texts(words: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": tag} for tag, text in sorted(words.items()) if tag != "holds"]


def names(column: Column) -> list[str]:
    """Return the names of the columns of the file that hold a column of the table."""
    return [column.name, f"{column.name}_label"] if column.has_labels else [column.name]
