"""CSV on the Web: the tables as CSV with a description of their columns (https://www.w3.org/TR/tabular-data-primer/).

A thing takes two columns, its IRI and its label. A cell with several values has `|` between them. Cells are
the data letter for letter, also where they begin with `=`, `+`, `-` or `@`: a spreadsheet program may take
these for formulas, so spreadsheets for people are the format `xlsx`.
"""

from __future__ import annotations

import csv
import json
from io import StringIO

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.tables import ADDRESS, ADDRESSES, NAMES, NUMBER, read, tables
from partnerkg.files import archive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.export import Watch
    from partnerkg.export.tables import Cell, Column, Plan, Table
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/zip"
ENDING = ".csvw.zip"
BINARY = True
SUMMARY = N_(
    "the tables as CSV files, with a description of their columns (CSV on the Web); a zip or a folder"
)
METADATA = "csv-metadata.json"
BETWEEN = "|"
_PIECE = 1 << 16  # characters
_LANGUAGE = "http://www.w3.org/ns/csvw"
_REFERENCES = {"sites": {"organisation": "organisations"}}


def files(store: Store, language: str, watch: Watch = unwatched) -> dict[str, Iterator[bytes]]:
    """Return a CSV file for each table, in pieces, and their description in CSVW.

    They are to be read in their order: each table is made when its file is.
    """
    found = tables(store, language, watch=watch)
    contents = {f"{name}.csv": _csv(found) for name in NAMES}
    return {**contents, METADATA: iter([_metadata(map(read, NAMES), language)])}


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the files as a zip archive."""
    return archive.zipped(files(store, language, watch))


def _csv(found: Iterator[Table]) -> Iterator[bytes]:
    """Yield the file of the next table."""
    table = next(found)
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")  # RFC 4180 §2
    writer.writerow(name for column in table.plan.columns for name in _names(column))
    for row in table:
        cells = zip(table.plan.columns, row, strict=True)
        writer.writerow(value for column, cell in cells for value in _values(column, cell))
        if written.tell() > _PIECE:
            yield written.getvalue().encode()
            written.seek(0)
            written.truncate()
    yield written.getvalue().encode()


def _names(column: Column) -> list[str]:
    return [column.name, f"{column.name}_label"] if column.has_labels else [column.name]


def _values(column: Column, cell: Cell) -> Iterator[str]:
    yield BETWEEN.join(_separable(value.text, column) for value in cell)
    if column.has_labels:
        yield BETWEEN.join(_separable(value.label, column) for value in cell)


def _separable(value: str, column: Column) -> str:
    """Return a value that holds no separator, where there is one; IRIs never do (RFC 3987 §2.2)."""
    return value.replace(BETWEEN, "/") if column.is_list else value


def _metadata(plans: Iterable[Plan], language: str) -> bytes:
    document = {
        "@context": [_LANGUAGE, {"@language": language}],
        "dialect": {"lineTerminators": ["\r\n"]},
        "tables": [_table(plan, language) for plan in plans],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _table(plan: Plan, language: str) -> dict[str, object]:
    schema: dict[str, object] = {
        "columns": [described for column in plan.columns for described in _columns(column, plan, language)]
    }
    keys = [plan.columns[place].name for place in plan.key]
    if not any(column.is_list for column in plan.columns if column.name in keys):
        schema["rowTitles"] = [_names(plan.columns[plan.key[0]])[-1]]
    references = [
        {"columnReference": name, "reference": {"resource": f"{other}.csv", "columnReference": name}}
        for name, other in _REFERENCES.get(plan.name, {}).items()
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "url": f"{plan.name}.csv",
        "dc:title": _said(plan.titles),
        "dc:description": _said(plan.summary),
        "tableSchema": schema,
    }


def _columns(column: Column, plan: Plan, language: str) -> Iterator[dict[str, object]]:
    required = plan.columns[plan.key[0]] is column
    for name in _names(column):
        described: dict[str, object] = {
            "name": name,
            "titles": name,
            "dc:description": _said(column.titles),
            "datatype": _datatype(column, name),
        }
        if name != column.name:
            described["lang"] = language
        if column.is_list:
            described["separator"] = BETWEEN
        if required:
            described["required"] = True
        yield described


def _datatype(column: Column, name: str) -> str:
    if column.holds == NUMBER:
        return "integer"
    is_iri = column.holds in (ADDRESS, ADDRESSES) or (column.has_labels and name == column.name)
    return "anyURI" if is_iri else "string"


def _said(words: object) -> list[dict[str, str]]:
    found = words if isinstance(words, dict) else {}
    return [{"@value": said, "@language": tag} for tag, said in sorted(found.items()) if tag != "holds"]
