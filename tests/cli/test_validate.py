"""`partnerkg validate`: forms, files and exit codes."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse

from partnerkg.validate.formats import NAMES

SUPPORT = """@prefix pk: <https://w3id.org/partnerkg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/partnerkg/id/support/x> a pk:Support ; skos:prefLabel "Aide"@fr , "Help"@en ."""


@pytest.fixture
def run(inside):
    return inside


@pytest.fixture
def check(run, tmp_path):
    """Return a function that validates a support of which nothing is said but its name."""
    (tmp_path / "a.ttl").write_text(SUPPORT, encoding="utf-8")
    return lambda *arguments, **options: run("validate", "--project", "a.ttl", *arguments, **options)


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        ("txt", "Does not conform."),
        ("json", "{"),
        ("csv", "outcome,shape,"),
        ("md", "# Validation report"),
        ("html", "<!DOCTYPE html>"),
        ("ttl", "@prefix dct:"),
        ("sarif", "{"),
        ("xml", "<?xml"),
    ],
)
def test_it_writes_what_the_ending_of_the_file_asks_for(check, tmp_path, ending, start) -> None:
    found = check("-o", f"out.{ending}")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("partnerkg: Does not conform.")
    assert (tmp_path / f"out.{ending}").read_text(encoding="utf-8").startswith(start)


def test_its_help_names_every_format(run) -> None:
    assert f"one of {', '.join(NAMES)} (by default" in " ".join(run("validate", "--help").stdout.split())


def test_a_format_asked_for_goes_before_the_ending(check, tmp_path) -> None:
    check("--format", "json", "-o", "out.xml")
    assert json.loads((tmp_path / "out.xml").read_text(encoding="utf-8"))["conforms"] is False


def test_it_calls_things_by_their_name_in_the_language_chosen(check) -> None:
    assert "    Help (support:x) pk:beneficiary\n" in check().stdout
    assert "    Aide (support:x) pk:beneficiary\n" in check("--lang", "fr").stdout


def test_it_is_strict_about_shapes_that_met_no_node(ask, run, tmp_path) -> None:
    assert run("validate").returncode == run("validate", "--strict").returncode == 0
    (tmp_path / "data.ttl").write_text("<x:a> a <x:C> .")
    shapes = "PREFIX sh: <http://www.w3.org/ns/shacl#> {0} sh:targetClass <x:{1}> ; sh:nodeKind sh:IRI ."
    (tmp_path / "met.ttl").write_text(shapes.format("<x:s>", "C"))
    (tmp_path / "unmet.ttl").write_text(shapes.format("<x:t>", "D"))
    both = ["data.ttl", "--shapes", "met.ttl", "--shapes", "unmet.ttl"]
    loose, strict = run("validate", *both), run("validate", *both, "--strict")
    assert (loose.returncode, strict.returncode) == (0, 1)
    assert "Yet it does not pass" in strict.stdout
    assert "Yet it does not pass" not in loose.stdout


def test_a_strict_report_for_a_build_server_fails_where_the_command_does(check) -> None:
    found = check("--strict", "--format", "junit")
    root = ElementTree.fromstring(found.stdout)
    failed = {
        case.get("name").split()[0] for case in root.iter("testcase") if case.find("failure") is not None
    }
    assert found.returncode == 1
    assert {"pks:Support-supporter", "pks:Claim"} <= failed


def test_it_shows_what_every_shape_was_asked_about(check) -> None:
    assert "pks:Support " not in check().stdout
    assert any(line.split()[:2] == ["pks:Support", "1"] for line in check("--verbose").stdout.splitlines())


def test_it_gives_the_report_as_turtle_to_a_pipe(check) -> None:
    text = check("--format", "turtle").stdout
    assert any(quad.predicate.value.endswith("#sourceShape") for quad in parse(text, format=RdfFormat.TURTLE))
