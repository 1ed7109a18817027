from __future__ import annotations

import csv

PKS = "https://w3id.org/partnerkg/shapes#"


def rows(report, look=None) -> list[dict[str, str]]:
    return list(csv.DictReader(report.written("csv", look).splitlines(keepends=True)))


def test_it_has_a_line_for_every_result_and_every_silent_shape(counted) -> None:
    found = rows(counted)
    silent = ["unmet", "conforms", "unseen"]
    assert [row["outcome"] for row in found] == [*["violation"] * 4, *["warning"] * 2, *silent]
    assert [row["shape"] for row in found[-3:]] == [PKS + "Library", PKS + "Shop", ""]


def test_it_ends_with_how_much_no_shape_looked_at(counted) -> None:
    last = rows(counted)[-1]
    assert (last["targeted"], last["not_applicable"]) == (str(counted.subjects), str(counted.unseen))


def test_it_gives_label_messages_and_counts_of_a_result(counted, look) -> None:
    first = rows(counted, look())[0]
    assert first == {
        "outcome": "violation",
        "shape": PKS + "name",
        "shape_name": "name",
        "path": "skos:prefLabel",
        "component": "http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        "focus_node": "https://w3id.org/partnerkg/id/organization/bare-0",
        "focus_label": "Chez <Nous>",
        "value": "",
        "value_label": "",
        "message_en": "Give a name.",
        "message_fr": "Donnez un nom.",
        "targeted": "10",
        "conforming": "6",
        "violating": "4",
        "not_applicable": "0",
    }


def test_it_says_in_both_languages_what_a_shape_without_message_wants(counted) -> None:
    row = next(row for row in rows(counted) if row["shape"] == PKS + "site")
    assert row["message_en"] == "The value must be an IRI; it is a literal."
    assert row["message_fr"] == "La valeur doit être un IRI ; c’est un littéral."


def test_it_keeps_lines_and_quotes_of_a_value(judge) -> None:
    shape = "pks:A sh:targetNode shop:a ; sh:property pks:p . pks:p sh:path pk:p ; sh:nodeKind sh:IRI ."
    assert rows(judge('shop:a pk:p "a\\n\\"b\\", c" .', shape))[0]["value"] == 'a\n"b", c'


def test_a_property_shape_of_a_shape_that_met_no_node_does_not_conform(judge) -> None:
    assert {row["outcome"] for row in rows(judge(""))} == {"unmet"}
