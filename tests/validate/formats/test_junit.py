from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from partnerkg.validate import Report, Result, Severity, formats
from partnerkg.validate.reading import read


def suite(report, look=None) -> ElementTree.Element:
    root = ElementTree.fromstring(report.written("junit", look))
    found = {kind: len(root.findall(f".//{kind}")) for kind in ("failure", "skipped", "testcase")}
    one = root.find("testsuite")
    assert found == {
        "failure": int(one.get("failures")),
        "skipped": int(one.get("skipped")),
        "testcase": int(one.get("tests")),
    }
    return root


def cases(report, look=None) -> dict[str, ElementTree.Element]:
    return {case.get("name"): case for case in suite(report, look).iter("testcase")}


def test_it_has_a_case_for_every_shape_under_the_one_with_targets(counted) -> None:
    assert {name: case.get("classname") for name, case in cases(counted).items()} == {
        "pks:Library": "pks:Library",
        "pks:Shop – bookshop": "pks:Shop",
        "pks:name – name": "pks:Shop",
        "pks:site": "pks:Shop",
    }


def test_a_failure_says_how_many_and_lists_all(counted) -> None:
    failure = cases(counted)["pks:name – name"].find("failure")
    assert (failure.get("type"), failure.get("message")) == ("MinCount", "4 of 10 nodes: Give a name.")
    assert len(failure.text.splitlines()) == 4
    assert failure.text.startswith("violation: organization:bare-0 skos:prefLabel: Give a name.\n")


def test_what_is_milder_than_the_report_fails_on_is_output_only(counted) -> None:
    case = cases(counted)["pks:site"]
    assert case.find("failure") is None
    assert "warning: organization:bare-0 org:hasSite" in case.find("system-out").text


@pytest.mark.parametrize(("strict", "kind"), [(False, "skipped"), (True, "failure")])
def test_a_shape_that_met_no_node_is_skipped_or_strictly_fails(counted, look, strict, kind) -> None:
    case = cases(counted, look(strict=strict))["pks:Library"]
    assert case.find(kind).get("message").startswith("pks:Library checked nothing")


def test_a_property_shape_of_a_shape_that_met_no_node_is_skipped(judge) -> None:
    found = cases(judge(""))
    skipped = [name for name, case in found.items() if case.find("skipped") is not None]
    assert skipped == ["pks:kind – kind", "pks:name – name", "pks:site – site"]
    assert found["pks:Shop"].find("failure") is not None  # nothing at all was looked at


@given(value=st.text(st.characters(codec="utf-8")))
def test_it_is_well_formed_whatever_the_values(value) -> None:
    node = NamedNode("https://page.example/a")
    result = Result(node, None, Literal(value), Severity.VIOLATION, "x:y", "x:z", {"en": value})
    root = ElementTree.fromstring("".join(formats.lines(Report((result,), 1, {}, (), read([])), "junit")))
    assert root.find(".//failure").get("type") == "x:z"
