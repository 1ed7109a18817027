"""What changed."""

from __future__ import annotations

import json

import pytest

from partnerkg.errors import UnknownFormat
from partnerkg.pipeline.changes import diff, listed


def test_the_same_graph_has_not_changed(graph, world, program, text):
    output = listed(world, graph, program)
    assert text(output)
    assert not output.findings


def test_a_change_is_a_finding(graph, tmp_path, program, text):
    lines = graph.export("nquads").decode().splitlines(keepends=True)
    (tmp_path / "before.nq").write_text("".join(lines[1:]), encoding="utf-8")
    output = listed(str(tmp_path / "before.nq"), graph, program, format="json")
    assert output.findings
    assert json.loads(text(output))


def test_it_takes_a_path_a_graph_or_nothing(graph, world):
    assert not diff(graph, world)
    assert diff(None, graph)


def test_it_says_that_there_is_no_such_format(tmp_path, program):
    with pytest.raises(UnknownFormat):
        listed(tmp_path / "nothing", None, program, format="pdf")
