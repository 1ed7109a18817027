"""Rows for other libraries: data frames, graphs. Each library is imported when it is asked for."""

from __future__ import annotations

from decimal import Decimal
from math import isnan

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import MissingExtra, NoLinks, WrongColumns
from partnerkg.query.labels import kinds, labels, shown
from partnerkg.query.values import WHOLE, XSD, plain, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    import networkx
    import pandas
    import polars

    from partnerkg.model.terms import Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table
    from partnerkg.query.values import Plain

DATES = "dates"
_EXACT = 2**53  # above this a float does not hold every whole number


def _in_64_bits(number: int) -> int:
    if not -(2**63) <= number < 2**63:
        raise OverflowError
    return number


_KINDS = (
    (WHOLE, "Int64", lambda written: _in_64_bits(int(written))),
    (frozenset({XSD + "gYear"}), "Int64", lambda written: _in_64_bits(int(written))),
    (WHOLE | {XSD + "decimal"}, "object", Decimal),
    (frozenset({XSD + "double", XSD + "float"}), "Float64", float),
    (frozenset({XSD + "boolean"}), "boolean", lambda written: written in ("true", "1")),
    (frozenset({XSD + "date", XSD + "dateTime"}), DATES, str),
)


def to_pandas(solutions: Table) -> pandas.DataFrame:
    """Return a pandas data frame of nullable types; MissingExtra without pandas."""
    library = _library("pandas")
    columns = {
        name: _series(library, [row[place] for row in solutions])
        for place, name in enumerate(solutions.columns)
    }
    frame: pandas.DataFrame = library.DataFrame(columns, columns=list(solutions.columns))
    return frame


def _series(library: ModuleType, terms: list[Term | None]) -> object:
    """Return a column: of the type of all its values, else of plain Python values.

    A value that is none of its type, or more than pandas holds, leaves all of them as they are: whole numbers
    above 64 bits, days with a time zone, moments of which only some have one.
    """
    for datatypes, dtype, read in _KINDS:
        if all(term is None or _is(term, datatypes) for term in terms) and any(terms):
            try:
                values = [None if term is None else read(text(term)) for term in terms]
                if dtype == DATES:
                    return library.to_datetime(library.Series(values, dtype="object"), format="ISO8601")
                # A nullable type would take NaN, which is a value, for a gap.
                return library.Series(values, dtype="float64" if _has_nan(values) else dtype)
            except (ValueError, ArithmeticError):
                break
    return library.Series([plain(term) for term in terms], dtype="object")


def _has_nan(values: Sequence[object]) -> bool:
    return any(isinstance(value, float) and isnan(value) for value in values)


def _is(term: Term, datatypes: frozenset[str]) -> bool:
    return isinstance(term, Literal) and term.datatype.value in datatypes


def to_polars(solutions: Table) -> polars.DataFrame:
    """Return a polars data frame; a column with several kinds of values becomes text. MissingExtra."""
    library = _library("polars")
    records = solutions.records()
    columns = {name: _alike([record[name] for record in records]) for name in solutions.columns}
    frame: polars.DataFrame = library.DataFrame(columns)
    return frame


def to_networkx(
    solutions: Table, look: Look | None = None, source: str | None = None, target: str | None = None
) -> networkx.MultiDiGraph:
    """Return a graph with an edge for each row, from one column to another; MissingExtra without networkx.

    Without columns, the edges are the links of the picture. The other values of a row are the attributes of
    its edge; nodes are called as `look` shows them. WrongColumns if there are no such columns, NoLinks if
    there are no links.
    """
    graph: networkx.MultiDiGraph = _library("networkx").MultiDiGraph()
    if source is None and target is None:
        _add_links(graph, solutions, look)
        return graph
    start, end = _ends(solutions, source, target)
    for record in solutions.records():
        ends = [record.pop(start), record.pop(end)]
        graph.add_nodes_from(node for node in ends if node is not None)
        if None not in ends:
            _add_edge(graph, ends, record)
    return graph


def _add_links(graph: networkx.MultiDiGraph, solutions: Table, look: Look | None) -> None:
    """Add the links of the picture, with what each row says besides, and the names and kinds of things."""
    from partnerkg.query.network import links

    rows = dict(zip(solutions.rows, solutions.records(), strict=True))
    linked = links(solutions)
    if len(solutions.links) > 1:  # many rows repeat one of their links
        linked = iter({link: (row, link) for row, link in linked}.values())
    for row, link in linked:
        ends = [link.source.value, link.target.value]
        more = {name: value for name, value in rows[row].items() if value not in ends}
        _add_edge(graph, ends, more | ({"kind": link.kind.value} if link.kind else {}))
    if not len(graph):
        raise NoLinks(known=", ".join(solutions.columns))
    if look is not None and look.store is not None:
        things = [NamedNode(node) for node in graph]
        known = kinds(things, look.store)
        said = (kind for several in known.values() for kind in several)
        names = labels([*things, *said], look.store, look.language)
        for node in graph:
            graph.nodes[node]["label"] = shown(NamedNode(node), names)
            if node in known:
                graph.nodes[node]["kind"] = " · ".join(shown(kind, names) for kind in known[node])


def _add_edge(graph: networkx.MultiDiGraph, ends: Sequence[Plain], values: dict[str, Plain]) -> None:
    # Not as keywords of add_edge: a column may be called `key`.
    place = (*ends, graph.add_edge(*ends))
    graph.edges[place].update((name, value) for name, value in values.items() if value is not None)


def _library(name: str) -> ModuleType:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise MissingExtra(name=name) from None


def _alike(values: list[Plain]) -> list[Plain]:
    """Return the values of a column all of one kind: whole and broken numbers are one, else text.

    A whole number above 64 bits, or of which a float would lose a digit, is text, and so is all beside it.
    """
    kinds = {type(value) for value in values if value is not None}
    large = any(not -(2**63) <= value < 2**63 for value in values if isinstance(value, int))
    if len(kinds) < 2 and not large:
        return values
    if kinds == {int, float} and all(abs(value) <= _EXACT for value in values if isinstance(value, int)):
        return [None if value is None else float(value) for value in values]
    return [None if value is None else str(value) for value in values]


def _ends(solutions: Table, source: str | None, target: str | None) -> tuple[str, str]:
    named = [name for name in (source, target) if name is not None]
    held = [
        column
        for place, column in enumerate(solutions.columns)
        if column not in named and any(isinstance(row[place], NamedNode) for row in solutions)
    ]
    # An answer without rows has no columns of IRIs; it is still a graph, without edges.
    free = held if len(solutions) else [column for column in solutions.columns if column not in named]
    ends = [(free.pop(0) if free else None) if name is None else name for name in (source, target)]
    for name in ends:
        if name not in solutions.columns or ends[0] == ends[1]:
            raise WrongColumns(known=", ".join(solutions.columns))
    return str(ends[0]), str(ends[1])
