"""SPARQL's algebra (SPARQL 1.1 §18) for small groups, word by word: what a random query finds in a small graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, object]
Rows = list[dict[str, object]]
Triple = tuple[object, object, object]


class Unknown(Exception):
    """What an expression gives where SPARQL says that it is an error."""


@dataclass(frozen=True)
class Data:
    """The default graph, and graphs by name."""

    triples: Sequence[Triple]
    graphs: Mapping[object, Sequence[Triple]]


def solutions(group: Sequence[Any], data: Data, active: Sequence[Triple] | None = None) -> Rows:
    """Return the solutions of a group: a list of elements, each a tuple that begins with its kind."""
    rows, filters = _unfiltered(group, data, data.triples if active is None else active)
    return [row for row in rows if all(_true(each, row) for each in filters)]


def _unfiltered(group: Sequence[Any], data: Data, active: Sequence[Triple]) -> tuple[Rows, list[Any]]:
    rows: Rows = [{}]
    filters: list[Any] = []
    for kind, *parts in group:
        if kind == "filter":
            filters.append(parts[0])
        elif kind == "optional":
            rows = _left(rows, *_unfiltered(parts[0], data, active))
        elif kind == "minus":
            found = solutions(parts[0], data, active)
            rows = [row for row in rows if not any(_takes_away(row, other) for other in found)]
        elif kind == "bind":
            rows = [_extended(row, *parts) for row in rows]
        else:
            rows = _joined(rows, _KINDS[kind](parts, data, active))
    return rows, filters


def _left(rows: Rows, found: Rows, conditions: Sequence[Any]) -> Rows:
    out = []
    for row in rows:
        both = [{**row, **other} for other in found if _fit(row, other)]
        out += [one for one in both if all(_true(each, one) for each in conditions)] or [row]
    return out


def _joined(rows: Rows, found: Rows) -> Rows:
    return [{**row, **other} for row in rows for other in found if _fit(row, other)]


def _fit(row: Row, other: Row) -> bool:
    return all(row[name] == other[name] for name in row.keys() & other.keys())


def _takes_away(row: Row, other: Row) -> bool:
    return bool(row.keys() & other.keys()) and _fit(row, other)


def _extended(row: dict[str, object], expression: Any, name: str) -> dict[str, object]:
    try:
        return {**row, name: value(expression, row)}
    except Unknown:
        return row


def _triple(parts: Sequence[Any], _data: Data, active: Sequence[Triple]) -> Rows:
    found = (_matched(parts, triple) for triple in dict.fromkeys(active))
    return [row for row in found if row is not None]


def _matched(pattern: Sequence[Any], triple: Triple) -> dict[str, object] | None:
    row: dict[str, object] = {}
    for wanted, term in zip(pattern, triple, strict=True):
        if isinstance(wanted, str) and wanted.startswith("?"):
            if row.setdefault(wanted, term) != term:
                return None
        elif wanted != term:
            return None
    return row


def _union(parts: Sequence[Any], data: Data, active: Sequence[Triple]) -> Rows:
    return [row for group in parts for row in solutions(group, data, active)]


def _values(parts: Sequence[Any], _data: Data, _active: Sequence[Triple]) -> Rows:
    names, rows = parts
    return [{n: v for n, v in zip(names, row, strict=True) if v is not None} for row in rows]


def _graph(parts: Sequence[Any], data: Data, _active: Sequence[Triple]) -> Rows:
    name, group = parts
    if not name.startswith("?"):
        return solutions(group, data, data.graphs.get(name, ()))
    found: Rows = []
    for graph, triples in data.graphs.items():
        found += _joined(solutions(group, data, triples), [{name: graph}])
    return found


def _select(parts: Sequence[Any], data: Data, active: Sequence[Triple]) -> Rows:
    names, distinct, group = parts
    found = [{n: row[n] for n in names if n in row} for row in solutions(group, data, active)]
    return list({tuple(sorted(row.items(), key=str)): row for row in found}.values()) if distinct else found


_KINDS = {
    "triple": _triple,
    "union": _union,
    "group": lambda parts, data, active: solutions(parts[0], data, active),
    "values": _values,
    "graph": _graph,
    "select": _select,
}


def _true(expression: Any, row: Row) -> bool:
    try:
        return bool(value(expression, row))
    except Unknown:
        return False


def value(expression: Any, row: Row) -> object:
    """Return the value of an expression, Unknown if it is an error."""
    if not isinstance(expression, tuple):
        return _of_variable(expression, row)
    kind, *parts = expression
    if kind == "bound":
        return parts[0] in row
    if kind == "coalesce":
        return next(_first(parts, row))
    left, right = (value(part, row) for part in parts)
    if kind in ("=", "!="):
        return (left == right) == (kind == "=")
    if not (isinstance(left, int) and isinstance(right, int)):
        raise Unknown
    return left < right if kind == "<" else left + right


def _of_variable(term: object, row: Row) -> object:
    if isinstance(term, str) and term.startswith("?"):
        if term not in row:
            raise Unknown
        return row[term]
    return term


def _first(parts: Sequence[Any], row: Row) -> Iterator[object]:
    for part in parts:
        try:
            yield value(part, row)
        except Unknown:
            continue
    raise Unknown


def text(group: Sequence[Any]) -> str:
    """Return a group as SPARQL writes it, in brackets."""
    return f"{{ {' '.join(map(_said, group))} }}"


def _said(element: Any) -> str:
    kind, *parts = element
    if kind == "triple":
        return f"{' '.join(map(term, parts))} ."
    if kind == "filter":
        return f"FILTER({_expression(parts[0])})"
    if kind == "bind":
        return f"BIND({_expression(parts[0])} AS {parts[1]})"
    if kind == "union":
        return " UNION ".join(map(text, parts))
    if kind == "values":
        rows = " ".join(
            f"({' '.join('UNDEF' if one is None else term(one) for one in row)})" for row in parts[1]
        )
        return f"VALUES ({' '.join(parts[0])}) {{ {rows} }}"
    if kind == "graph":
        return f"GRAPH {term(parts[0])} {text(parts[1])}"
    if kind == "select":
        return f"{{ SELECT {'DISTINCT ' * parts[1]}{' '.join(parts[0])} {text(parts[2])} }}"
    return {"optional": "OPTIONAL ", "minus": "MINUS ", "group": ""}[kind] + text(parts[0])


def _expression(expression: Any) -> str:
    if not isinstance(expression, tuple):
        return term(expression)
    kind, *parts = expression
    if kind in ("bound", "coalesce"):
        return f"{kind.upper()}({', '.join(map(_expression, parts))})"
    return f"({_expression(parts[0])} {kind} {_expression(parts[1])})"


def term(one: object) -> str:
    """Return a term as SPARQL writes it: a number, a variable, or the local name of an IRI."""
    return str(one) if isinstance(one, int) or str(one).startswith("?") else f"<http://e/{one}>"
