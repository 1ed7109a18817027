from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pyoxigraph import RdfFormat, Store, parse

from partnerkg.validate import Severity

PKS, SH = "https://w3id.org/partnerkg/shapes#", "http://www.w3.org/ns/shacl#"


def test_it_puts_the_worst_first(judge, bare) -> None:
    severities = [result.severity for result in judge(bare).results]
    assert severities == sorted(severities, reverse=True)


def test_it_counts_results_by_severity_zeros_included(judge, named) -> None:
    assert judge(named).counts == {Severity.VIOLATION: 0, Severity.WARNING: 0, Severity.INFO: 0}


def test_it_groups_results_by_rule_the_most_frequent_first(judge, bare) -> None:
    shapes = """pks:A sh:targetClass pk:Bookshop ; sh:property pks:few , pks:many .
        pks:few sh:path pk:few ; sh:maxCount 0 . pks:many sh:path pk:many ; sh:minCount 1 ."""
    rules = judge(bare + "shop:bare-0 pk:few 1 .", shapes).by_rule()
    assert [(rule.first.shape, len(rule.results)) for rule in rules] == [(PKS + "many", 4), (PKS + "few", 1)]


def test_it_keeps_two_rules_with_the_same_message_apart(judge) -> None:
    shapes = """pks:A sh:targetClass pk:Bookshop ; sh:property pks:a , pks:b .
        pks:a sh:path pk:a ; sh:minCount 1 ; sh:message "No." .
        pks:b sh:path pk:b ; sh:minCount 1 ; sh:message "No." ."""
    assert len(judge("shop:a a pk:Bookshop .", shapes).by_rule()) == 2


def test_it_tells_in_french_what_to_do(judge, bare) -> None:
    text = judge(bare).text("fr")
    assert ") pks:name – nom\n  Donnez un nom.\n    organization:bare-0 skos:prefLabel\n" in text


def test_it_shows_three_examples_and_how_many_more_there_are(judge, bare) -> None:
    lines = judge(bare).text().splitlines()
    start = lines.index("  Give a name.")
    assert lines[start + 1 : start + 5] == [
        *(f"    organization:bare-{number} skos:prefLabel" for number in range(3)),
        "    and 1 more",
    ]


def test_it_says_at_once_whether_the_data_conform(judge, named, bare) -> None:
    counts = "Nodes checked: {}; shapes met: 1; violations: {}; warnings: {}; remarks: {}."
    assert judge(named).text().startswith("Conforms. " + counts.format(1, 0, 0, 0) + "\n")
    assert judge(bare).text().startswith("Does not conform. " + counts.format(4, 4, 4, 4) + "\n")


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("org:classification shop:k", "No violations, but warnings."),
        ("org:hasSite shop:s", "No violations, but remarks."),
        ("org:hasSite shop:s ; org:classification shop:k", "Conforms."),
    ],
)
@pytest.mark.parametrize("fail_on", ["violation", "info"])
def test_it_says_the_same_in_every_format_whatever_fails(judge, said, verdict, fail_on) -> None:
    report = judge(f'shop:a a pk:Bookshop ; skos:prefLabel "A" ; {said} .', fail_on=fail_on)
    whole, clean = json.loads(report.to_json()), verdict == "Conforms."
    assert report.text().startswith(verdict)
    assert (whole["verdict"], whole["conforms"]) == (verdict, clean)
    assert json.loads(report.written("sarif"))["runs"][0]["properties"]["conforms"] is clean
    assert f"sh:conforms {str(clean).lower()} " in report.to_turtle()
    assert all(verdict in report.written(name) for name in ("markdown", "html", "junit", "sarif", "turtle"))
    assert whole["passes"] is report.passes() is (clean or fail_on == "violation")


def test_it_translates_its_own_words_by_the_catalogue(judge, named) -> None:
    assert judge(named).text("fr").startswith("Conforme. ")


def test_it_cuts_a_long_value(judge) -> None:
    shape = "pks:A sh:targetClass pk:Bookshop ; sh:property pks:a . pks:a sh:path pk:a ; sh:maxLength 3 ."
    line = judge(f'shop:a a pk:Bookshop ; pk:a "{"x" * 200}" .', shape).text().splitlines()[-1]
    assert line.endswith("x…")
    assert len(line) < 100


def test_it_gives_every_result_as_json(judge) -> None:
    whole = json.loads(judge("shop:a a pk:Bookshop .").to_json())
    assert whole["conforms"] is False
    assert whole["counts"] == {"violation": 1, "warning": 1, "info": 1}
    assert whole["results"][0]["messages"] == {"fr": "Donnez un nom.", "en": "Give a name."}
    assert whole["results"][0]["focusNode"]["type"] == "uri"


def test_it_gives_values_as_json_with_language_and_datatype(judge) -> None:
    shape = "pks:A sh:targetClass pk:Bookshop ; sh:property pks:a . pks:a sh:path pk:a ; sh:nodeKind sh:IRI ."
    whole = json.loads(judge('shop:a a pk:Bookshop ; pk:a "a"@fr , 1 , "b" .', shape).to_json())
    assert [result["value"] for result in whole["results"]] == [
        {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
        {"type": "literal", "value": "a", "xml:lang": "fr"},
        {"type": "literal", "value": "b"},
    ]


def test_it_gives_a_validation_report_that_sparql_can_ask(judge, bare) -> None:
    store = Store()
    store.extend(parse(input=judge(bare).to_turtle(), format=RdfFormat.TURTLE))
    asked = "SELECT ?r { ?all a sh:ValidationReport ; sh:result ?r . ?r sh:resultSeverity sh:Violation }"
    assert len(list(store.query(asked, prefixes={"sh": SH}))) == 4


@pytest.mark.parametrize("write", ["to_json", "to_turtle", "text"])
def test_it_writes_the_same_for_the_same_data_in_another_order(judge, bare, write) -> None:
    backwards = "".join(reversed(bare.splitlines(keepends=True)))
    assert getattr(judge(bare), write)() == getattr(judge(backwards), write)()


def test_what_no_shape_looked_at_does_not_pass_but_where_nothing_may_have_changed(judge, named):
    report = judge(named, "pks:A sh:targetClass pk:Bookshopp ; sh:nodeKind sh:IRI .")
    assert report.conforms and not report.passes()
    assert replace(report, since="before").passes()
