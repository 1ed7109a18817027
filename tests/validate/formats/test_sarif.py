from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

SCHEMA = Path(__file__).parent / "sarif-schema-2.1.0.json"


def log(report, look=None) -> dict:
    return json.loads(report.written("sarif", look))


@pytest.mark.parametrize("strict", [False, True])
def test_it_is_valid_sarif(counted, judge, look, strict) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for report in (counted, judge("", "")):
        jsonschema.Draft4Validator(schema).validate(log(report, look(strict=strict, version="1.2.3")))


def test_a_schema_that_refuses_nothing_would_be_noticed(counted) -> None:
    broken = log(counted)
    broken["runs"][0]["results"][0]["level"] = "bad"
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(schema).validate(broken)


def test_it_has_a_rule_for_every_shape_with_help_and_counts(counted) -> None:
    rules = log(counted)["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["pks:Library", "pks:Shop", "pks:name", "pks:site"]
    assert rules[2]["help"]["text"] == "Give a name. Why."
    assert rules[3]["defaultConfiguration"]["level"] == "warning"
    assert rules[3]["properties"]["notApplicable"] == 6


def test_each_result_points_at_its_rule_and_its_thing(counted, look) -> None:
    run = log(counted, look())["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][0]["locations"][0]["logicalLocations"][0]["name"] == "Chez <Nous>"
    assert [result["level"] for result in run["results"]] == [*["error"] * 4, *["warning"] * 2]


def test_a_fingerprint_stays_when_the_message_changes(judge, bare) -> None:
    def marks(text):
        results = log(
            judge(bare, f"pks:A sh:targetClass pk:Bookshop ; sh:nodeKind sh:Literal ; sh:message '{text}' .")
        )
        return [result["partialFingerprints"] for result in results["runs"][0]["results"]]

    assert marks("one") == marks("two")
    assert len({str(mark) for mark in marks("one")}) == 4


@pytest.mark.parametrize(("strict", "level"), [(False, "warning"), (True, "error")])
def test_it_notifies_of_a_shape_that_met_no_node(counted, look, strict, level) -> None:
    (found,) = log(counted, look(strict=strict))["runs"][0]["invocations"][0][
        "toolConfigurationNotifications"
    ]
    assert (found["level"], found["associatedRule"]["id"]) == (level, "pks:Library")
