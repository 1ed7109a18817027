"""`partnerkg validate --focus`: one thing alone."""

from __future__ import annotations

import json

import pytest

SHOPS = """@prefix pk: <https://w3id.org/partnerkg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix organization: <https://w3id.org/partnerkg/id/organization/> .
organization:une a pk:Bookshop ; skos:prefLabel "Une"@fr . organization:autre a pk:Bookshop ."""


@pytest.fixture
def run(inside):
    return inside


@pytest.fixture
def check(run, tmp_path):
    """Return a function that validates two shops of which nearly nothing is said."""
    (tmp_path / "shops.ttl").write_text(SHOPS, encoding="utf-8")
    return lambda *arguments: run("validate", "--project", "shops.ttl", *arguments)


def focused(found) -> set[str]:
    return {result["focusNode"]["value"].rpartition("/")[2] for result in json.loads(found.stdout)["results"]}


@pytest.mark.parametrize(
    "name",
    ["une", "organization:une", "https://w3id.org/partnerkg/id/organization/une"],
)
def test_it_looks_at_one_thing_alone(check, name) -> None:
    assert focused(check("--focus", name, "--format", "json")) == {"une"}


def test_it_looks_at_several_things(check) -> None:
    assert focused(check("--focus", "une", "--focus", "autre", "--format", "json")) == {"une", "autre"}


def test_it_finds_of_one_thing_what_it_finds_of_all(check) -> None:
    def of_one(*arguments):
        results = json.loads(check("--format", "json", *arguments).stdout)["results"]
        return [result for result in results if result["focusNode"]["value"].endswith("/une")]

    assert of_one("--focus", "une") == of_one() != []


def test_it_says_that_it_looked_at_nothing_else(check) -> None:
    lines = check("--focus", "une").stdout.splitlines()
    assert " Nodes checked: 1; " in lines[0]
    assert lines[1] == "Nothing was looked at but Une (organization:une)."
    assert not any("checked nothing" in line for line in lines)


def test_a_thing_without_violation_passes(ask) -> None:
    found = ask("validate", "--focus", "la-plume-rivebois")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("No violations, but warnings.")


def test_what_is_wrong_elsewhere_does_not_count(run, tmp_path) -> None:
    text = "@prefix pk: <https://w3id.org/partnerkg/ontology#> . <https://w3id.org/partnerkg/id/support/x> a pk:Support ."
    (tmp_path / "a.ttl").write_text(SHOPS + text, encoding="utf-8")
    found = run("validate", "--project", "a.ttl", "--focus", "une", "--format", "json")
    assert "support" not in {
        result["focusNode"]["value"].split("/")[-2] for result in json.loads(found.stdout)["results"]
    }


def test_it_looks_at_what_exists_only_for_the_thing(ask) -> None:
    whole = json.loads(ask("validate", "--focus", "la-plume-rivebois", "--format", "json").stdout)
    assert "https://w3id.org/partnerkg/id/site/la-plume-rivebois" in whole["focus"]
    assert whole["checked"]["https://w3id.org/partnerkg/shapes#Site"]["targeted"] == 1


def test_it_looks_only_at_what_changed_since_a_dump(run, tmp_path):
    whole = run("export", "--format", "nquads").stdout
    (tmp_path / "before.nq").write_text(whole)
    site = "/organization/cap-nord-arras> <http://www.w3.org/ns/org#hasSite>"
    (tmp_path / "after.nq").write_text("".join(line for line in whole.splitlines(True) if site not in line))
    found = run("validate", "after.nq", "--since", "before.nq", "--format", "json")
    rules = {result["shape"].rpartition("#")[2] for result in json.loads(found.stdout)["results"]}
    assert found.returncode == 1
    assert {"site-belongs-to-an-organisation", "Completeness-Bookshop-commune"} <= rules
    assert "Completeness-School-uai" not in rules


def test_a_new_name_concerns_the_thing_and_what_links_to_it_whatever_else_changed(run, tmp_path):
    whole = run("export", "--format", "nquads").stdout
    (tmp_path / "before.nq").write_text(whole)
    mention = "/id/mention/coleres-du-present-8df5bf32-1400-1408>"
    kept = "".join(line for line in whole.splitlines(True) if mention not in line)
    (tmp_path / "after.nq").write_text(kept.replace('"Cap Nord"@fr', '"Cap-Nord"@fr'))
    found = json.loads(run("validate", "after.nq", "--since", "before.nq", "--format", "json").stdout)
    kinds = [iri.split("/id/")[1] for iri in found["focus"] if "/id/" in iri and "/mention/" not in iri]
    assert [one for one in kinds if one.startswith("collaboration")] == [
        "collaboration/coleres-du-present-cap-nord-arras"
    ]
    assert {one for one in kinds if one.startswith("organization")} == {
        "organization/cap-nord-arras",
        "organization/coleres-du-present",
    }


@pytest.mark.parametrize("other", [("--focus", "les-lisieres"), ("--strict",)])
def test_it_refuses_options_that_exclude_each_other(run, other):
    found = run("validate", "--since", "x.nq", *other)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.count("\n") == 1


def test_it_says_that_there_is_nothing_to_compare_with(run):
    found = run("validate", "--since", "none.nq")
    assert found.returncode == 2
    assert "none.nq" in found.stderr
