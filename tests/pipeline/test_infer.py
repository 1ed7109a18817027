"""What follows from a graph."""

from __future__ import annotations

import pytest

from partnerkg.errors import UnknownExport, WrongUse
from partnerkg.pipeline import infer


def test_it_is_written_in_a_graph_of_its_own(graph, text):
    lines = text(infer.written(graph, "nquads")).splitlines()
    assert lines
    assert all(line.endswith("graph/inferred> .") for line in lines)


def test_every_rule_has_a_line(graph, program, text):
    assert len(text(infer.listed(graph, program)).splitlines()) == len(infer.inferred(graph).counts)


@pytest.mark.parametrize(("name", "error"), [("pdf", UnknownExport), ("graphml", WrongUse)])
def test_a_format_must_be_able_to_hold_it(graph, name, error):
    with pytest.raises(error):
        infer.written(graph, name)


def test_the_formats_that_can_hold_it_are_those_of_statements():
    assert {"turtle", "nquads"} < set(infer.formats())
    assert "graphml" not in infer.formats()
