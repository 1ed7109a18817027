"""Solutions for other libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import MissingExtra, WrongColumns
from partnerkg.query.results import Solutions

A, B, C = (NamedNode(f"http://e/{name}") for name in "abc")
SOLUTIONS = Solutions(
    ("n", "from", "to", "label"),
    [
        (Literal(1), A, B, Literal("x")),
        (Literal(2), A, B, None),
        (None, B, None, Literal("y")),
        (None, None, C, None),
    ],
)


def test_it_gives_a_pandas_frame():
    frame = SOLUTIONS.to_pandas()
    assert list(frame.columns) == list(SOLUTIONS.columns)
    assert frame["from"].tolist()[:3] == [A.value, A.value, B.value]
    assert frame["n"].isna().tolist() == [False, False, True, True]


def test_it_gives_a_polars_frame():
    assert SOLUTIONS.to_polars().to_dicts() == SOLUTIONS.records()


@pytest.mark.parametrize(
    ("values", "column"),
    [
        (
            [Literal(1), Literal("2.5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))],
            [1.0, 2.5],
        ),
        ([Literal(1), None, Literal("x")], ["1", None, "x"]),
        ([None, None], [None, None]),
    ],
)
def test_it_gives_polars_columns_of_one_kind(values, column):
    assert Solutions(("a",), [(value,) for value in values]).to_polars()["a"].to_list() == column


@pytest.mark.parametrize("convert", ["to_pandas", "to_polars"])
def test_it_gives_frames_without_rows(convert):
    frame = getattr(Solutions(("a", "b"), []), convert)()
    assert (list(frame.columns), len(frame)) == (["a", "b"], 0)


def test_it_gives_a_graph_with_an_edge_for_each_row():
    graph = SOLUTIONS.to_networkx()
    assert set(graph.nodes) == {A.value, B.value, C.value}
    assert list(graph.edges(data=True)) == [
        (A.value, B.value, {"n": 1, "label": "x"}),
        (A.value, B.value, {"n": 2}),
    ]


def test_it_takes_columns_of_any_name():
    graph = Solutions(("a", "b", "key"), [(A, B, Literal("x")), (A, B, Literal("x"))]).to_networkx()
    assert [edge["key"] for _, _, edge in graph.edges(data=True)] == ["x", "x"]


def test_it_takes_the_columns_of_the_edges_as_they_are_named():
    assert set(SOLUTIONS.to_networkx("to", "from").edges()) == {(B.value, A.value)}
    assert set(SOLUTIONS.to_networkx(target="label").edges()) == {(A.value, "x"), (B.value, "y")}
    assert len(Solutions(("a", "b"), []).to_networkx()) == 0


@pytest.mark.parametrize(
    ("solutions", "columns"),
    [
        (SOLUTIONS, ("from", "zzz")),
        (SOLUTIONS, ("to", "to")),
        (Solutions(("a", "b"), [(A, Literal("x"))]), ()),
    ],
)
def test_it_asks_for_two_columns_where_it_finds_none(solutions, columns):
    with pytest.raises(WrongColumns, match=f"two of: {', '.join(solutions.columns)}"):
        solutions.to_networkx(*columns)


@pytest.mark.parametrize("name", ["pandas", "polars", "networkx"])
def test_it_says_what_to_install(name):
    text = f"""import sys; sys.modules[{name!r}] = None
from partnerkg.query.results import Solutions
Solutions((), []).to_{name}()"""
    found = subprocess.run([sys.executable, "-c", text], check=False, capture_output=True, text=True)
    assert (
        f"{MissingExtra.__name__}: {name} is not installed; `pip install 'partnerkg[{name}]'`" in found.stderr
    )


def test_it_shows_itself_in_notebooks():
    html = SOLUTIONS._repr_html_()
    assert html.startswith("<figure><svg ") and '<a href="http://e/a">http://e/a</a>' in html
