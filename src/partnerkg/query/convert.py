"""Rows for other libraries: data frames, graphs. Each library is imported when it is asked for."""

from __future__ import annotations

from partnerkg.errors import MissingExtra, WrongColumns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    import networkx
    import pandas
    import polars

    from partnerkg.query.results import Plain, Solutions


def to_pandas(solutions: Solutions) -> pandas.DataFrame:
    """Return a pandas data frame; MissingExtra without pandas."""
    library = _library("pandas")
    frame: pandas.DataFrame = library.DataFrame(solutions.records(), columns=list(solutions.columns))
    return frame


def to_polars(solutions: Solutions) -> polars.DataFrame:
    """Return a polars data frame; a column with several kinds of values becomes text. MissingExtra."""
    library = _library("polars")
    records = solutions.records()
    columns = {name: _alike([record[name] for record in records]) for name in solutions.columns}
    frame: polars.DataFrame = library.DataFrame(columns)
    return frame


def to_networkx(
    solutions: Solutions, source: str | None = None, target: str | None = None
) -> networkx.MultiDiGraph:
    """Return a graph with an edge for each row, from one column to another; MissingExtra without networkx.

    The columns are the first two that hold IRIs unless they are named; the other values of a row are the
    attributes of its edge. WrongColumns if there are no two such columns.
    """
    graph: networkx.MultiDiGraph = _library("networkx").MultiDiGraph()
    start, end = _ends(solutions, source, target)
    for record in solutions.records():
        ends = [record.pop(start), record.pop(end)]
        graph.add_nodes_from(node for node in ends if node is not None)
        if None not in ends:
            # Not as keywords of add_edge: a column may be called `key`.
            place = (*ends, graph.add_edge(*ends))
            graph.edges[place].update((name, value) for name, value in record.items() if value is not None)
    return graph


def _library(name: str) -> ModuleType:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise MissingExtra(name=name) from None


def _alike(values: list[Plain]) -> list[Plain]:
    """Return the values of a column all of one kind: whole and broken numbers are one, else text."""
    kinds = {type(value) for value in values if value is not None}
    if len(kinds) < 2:
        return values
    if kinds == {int, float}:
        return [None if value is None else float(value) for value in values]
    return [None if value is None else str(value) for value in values]


def _ends(solutions: Solutions, source: str | None, target: str | None) -> tuple[str, str]:
    from pyoxigraph import NamedNode

    named = [name for name in (source, target) if name is not None]
    held = [
        column
        for place, column in enumerate(solutions.columns)
        if column not in named and any(isinstance(row[place], NamedNode) for row in solutions)
    ]
    # An answer without rows has no columns of IRIs; it is still a graph, without edges.
    free = held if len(solutions) else [column for column in solutions.columns if column not in named]
    ends = [name or (free.pop(0) if free else None) for name in (source, target)]
    for name in ends:
        if name not in solutions.columns or ends[0] == ends[1]:
            raise WrongColumns(known=", ".join(solutions.columns))
    return str(ends[0]), str(ends[1])
