"""Solutions for other libraries."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import MissingExtra, NoLinks, WrongColumns
from partnerkg.pipeline.graph import open_graph
from partnerkg.query.results import Solutions

XSD = "http://www.w3.org/2001/XMLSchema#"
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
    assert set(graph.nodes) == {A.value, B.value}
    assert list(graph.edges(data=True)) == [
        (A.value, B.value, {"n": 1, "label": "x"}),
        (A.value, B.value, {"n": 2}),
    ]


def test_it_takes_columns_of_any_name():
    rows = [(A, B, Literal("x")), (A, B, Literal("x"))]
    graph = Solutions(("a", "b", "key"), rows).to_networkx("a", "b")
    assert [edge["key"] for _, _, edge in graph.edges(data=True)] == ["x", "x"]


def test_it_takes_the_columns_of_the_edges_as_they_are_named():
    assert set(SOLUTIONS.to_networkx("to", "from").edges()) == {(B.value, A.value)}
    assert set(SOLUTIONS.to_networkx(target="label").edges()) == {(A.value, "x"), (B.value, "y")}
    assert len(Solutions(("a", "b"), []).to_networkx("a", "b")) == 0


def test_its_edges_are_the_links_of_the_picture_with_names_and_kinds():
    graph = open_graph().query("network_members", network="librairies-sorcieres").to_networkx()
    ((shop, network),) = graph.edges()
    assert graph.nodes[shop] == {"label": "Le Bateau Livre", "kind": "independent bookshop · youth bookshop"}
    assert graph.nodes[network]["label"] == "Librairies Sorcières"


def test_it_repeats_no_link_of_a_row_that_stands_for_several():
    answer = open_graph().query("organization_connections", organization="cap-nord-arras")
    edges = [(a, b, data["kind"]) for a, b, data in answer.to_networkx().edges(data=True)]
    assert len(edges) == len(set(edges))


@pytest.mark.parametrize("solutions", [Solutions(("a", "b"), [(A, B)]), Solutions(("from", "to"), [])])
def test_it_makes_no_graph_of_what_has_no_links(solutions):
    with pytest.raises(NoLinks):
        solutions.to_networkx()


@pytest.mark.parametrize(
    ("datatype", "written", "dtype", "value"),
    [
        ("integer", "12345678901234567", "Int64", 12345678901234567),
        ("gYear", "1981", "Int64", 1981),
        ("boolean", "1", "boolean", True),
        ("decimal", "0.12345678901234567", "object", Decimal("0.12345678901234567")),
        ("double", "1.5", "Float64", 1.5),
    ],
)
def test_it_keeps_values_beside_gaps_to_the_last_digit(datatype, written, dtype, value):
    literal = Literal(written, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}"))
    column = Solutions(("a",), [(literal,), (None,)]).to_pandas()["a"]
    assert (str(column.dtype), column[0], column.isna().tolist()) == (dtype, value, [False, True])


def test_it_tells_not_a_number_from_a_gap():
    column = column_of("1.5", "NaN", "INF", datatype="double").to_pandas()["a"]
    assert (str(column.dtype), column.max(), [str(one) for one in column]) == (
        "float64",
        float("inf"),
        ["1.5", "nan", "inf"],
    )


def test_it_keeps_dates_beside_gaps():
    literal = Literal("2026-11-22", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    column = Solutions(("a",), [(literal,), (None,)]).to_pandas()["a"]
    assert column.dtype.kind == "M" and (column[0].day, column.isna().tolist()) == (22, [False, True])


def column_of(*written, datatype):
    literals = [None if one is None else Literal(one, datatype=NamedNode(XSD + datatype)) for one in written]
    return Solutions(("a",), [(literal,) for literal in literals])


@given(st.lists(st.none() | st.integers(), min_size=1))
def test_whole_numbers_of_any_size_lose_no_digit(numbers):
    found = column_of(*(None if one is None else str(one) for one in numbers), datatype="integer")
    frame = found.to_pandas()["a"]
    assert [None if isna else int(one) for one, isna in zip(frame, frame.isna(), strict=True)] == numbers
    assert [None if one is None else int(one) for one in found.to_polars()["a"]] == numbers


@given(st.lists(st.none() | st.floats(width=64) | st.integers() | st.booleans() | st.text(), min_size=1))
def test_values_of_any_kinds_are_a_frame(values):
    rows = [(None if one is None else Literal(one),) for one in values]
    for frame in (Solutions(("a",), rows).to_pandas(), Solutions(("a",), rows).to_polars()):
        assert len(frame) == len(values)


@pytest.mark.parametrize(
    "written",
    [
        ("2026-11-22Z", "2026-11-22"),
        ("2026-11-22T10:00:00+02:00", "2026-11-22T10:00:00"),
        ("2026-02-31",),
    ],
)
def test_days_that_pandas_cannot_hold_together_stay_as_they_are_written(written):
    datatype = "dateTime" if "T" in written[0] else "date"
    assert column_of(*written, datatype=datatype).to_pandas()["a"].tolist() == list(written)


def test_a_whole_number_beside_a_broken_one_loses_no_digit_in_polars():
    literals = [Literal("12345678901234567", datatype=NamedNode(XSD + "integer")), Literal(1.5)]
    frame = Solutions(("a",), [(literal,) for literal in literals]).to_polars()
    assert frame["a"].to_list() == ["12345678901234567", "1.5"]


def test_it_leaves_values_as_they_are_that_are_none_of_their_type():
    literal = Literal("twelve", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    assert Solutions(("a",), [(literal,)]).to_pandas()["a"].tolist() == ["twelve"]


@pytest.mark.parametrize(
    ("solutions", "columns"),
    [
        (SOLUTIONS, ("from", "zzz")),
        (SOLUTIONS, ("to", "to")),
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
