"""`partnerkg export`, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from partnerkg.export import FORMATS

RDF = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "jsonld-compact": RdfFormat.JSON_LD,
}
ODD = """@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<http://a/s> <http://a/p> 01 , +1 , 1.0e0 , 1.50 , "2026-01-01T00:00:00+00:00"^^xsd:dateTime , true , "1"^^xsd:boolean ,
    "é\\u0301" , [ <http://a/q> ( 1 2 ) ] .
"""


@pytest.mark.parametrize(
    "name", ["trig", "turtle", "nquads", "ntriples", "rdfxml", "jsonld", "jsonld-compact"]
)
def test_it_writes_a_file_in_another_format_letter_for_letter(run, tmp_path: Path, name: str):
    (tmp_path / "a.ttl").write_text(ODD, encoding="utf-8")
    ending = FORMATS[name].ending
    assert run("export", "a.ttl", "-o", f"b{ending}").returncode == 0
    assert run("export", f"b{ending}", "-o", "c.nt").returncode == 0
    assert run("export", "a.ttl", "-o", "d.nt").returncode == 0
    assert (tmp_path / "c.nt").read_bytes() == (tmp_path / "d.nt").read_bytes()
    text = (tmp_path / "c.nt").read_text(encoding="utf-8")
    assert (
        '"01"^^' in text and '"+1"^^' in text and '"1.0e0"^^' in text and "+00:00" in text and "_:b" in text
    )


@pytest.mark.parametrize(
    "ending", ["csvw.zip", "graphml", "xlsx", "annotations.jsonld", "schema.jsonld"], ids=lambda name: name
)
def test_it_makes_tables_and_networks_of_a_file_too(run, world: str, tmp_path: Path, ending: str):
    run("--project", world, "export", "-o", "a.nq")
    found = run("export", "a.nq", "-o", f"b.{ending}")
    assert (found.returncode, found.stderr) == (0, "")
    run("--project", world, "export", "-o", f"c.{ending}")
    assert (tmp_path / f"b.{ending}").read_bytes() == (tmp_path / f"c.{ending}").read_bytes()


def test_it_keeps_the_order_if_asked_to(run, tmp_path: Path):
    (tmp_path / "a.nt").write_text(
        "<http://a/b> <http://a/p> 'x' .\n".replace("'", '"') * 2, encoding="utf-8"
    )
    assert run("export", "a.nt", "--format", "ntriples", "--unsorted").stdout.count("\n") == 2
    assert run("export", "a.nt", "--format", "ntriples").stdout.count("\n") == 1


def test_it_resolves_relative_iris_if_told_against_what(run, tmp_path: Path):
    (tmp_path / "a.ttl").write_text("<s> <p> <> .", encoding="utf-8")
    assert run("export", "a.ttl").returncode == 2
    found = run("export", "a.ttl", "--base", "http://a/b/", "--format", "ntriples")
    assert found.stdout == "<http://a/b/s> <http://a/b/p> <http://a/b/> .\n"


def test_it_writes_several_files_into_a_folder(ask, tmp_path: Path):
    assert ask("export", "--format", "csvw", "-o", "tables/").returncode == 0
    assert {path.name for path in (tmp_path / "tables").iterdir()} >= {
        "organisations.csv",
        "csv-metadata.json",
    }


@pytest.mark.parametrize(
    ("name", "path"), [("csvw", "tables"), ("csvw", "tables.csv"), ("xlsx", "a.ods"), ("turtle", "a.xlsx")]
)
def test_what_is_no_text_never_stands_under_the_name_of_something_else(ask, tmp_path: Path, name, path):
    found = ask("export", "--format", name, "-o", path)
    assert (found.returncode, f"{path} is no name for what {name} writes" in found.stderr) == (2, True)
    assert not (tmp_path / path).exists()


def test_it_exports_what_is_said_of_an_organisation(ask):
    found = ask("export", "--organization", "la-plume-rivebois", "--format", "schema-org")
    assert json.loads(found.stdout)["name"] == {"@value": "La Plume", "@language": "fr"}


@pytest.mark.parametrize("name", RDF)
def test_a_part_is_the_same_in_every_format(ask, name: str):
    part = ("--kind", "Bookshop", "--source", "fete-du-livre", "--without", "reference")
    expected = set(
        parse(ask("export", *part, "--format", "nquads").stdout.encode(), format=RdfFormat.N_QUADS)
    )
    assert (
        set(parse(ask("export", *part, "--format", name).stdout.encode(), format=RDF[name]))
        == expected
        != set()
    )


def test_it_adds_what_is_inferred_in_a_graph_of_its_own(ask):
    plain, more = (
        set(parse(ask("export", "--format", "nquads", *options).stdout.encode(), format=RdfFormat.N_QUADS))
        for options in ([], ["--with", "inferred"])
    )
    assert plain < more
    assert {quad.graph_name.value for quad in more - plain} == {"https://w3id.org/partnerkg/graph/inferred"}


def test_it_exports_the_things_of_an_answer(ask):
    options = ("--query", "network_members", "--param", "network=libraires-d-ombre", "--format", "schema-org")
    assert "La Plume" in ask("export", *options).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "turtel"], "There is no format `turtel`; did you mean `turtle`, `turtle12`?"),
        (["-o", "a.doc"], "The ending of a.doc is that of no format; choose one of: .annotations.jsonld"),
        (["--organization", "la-plum-rivebois"], "did you mean `La Plume` (Rivebois)"),
        (["--query", "network_member"], "No query named `network_member`; did you mean `network_members`"),
        (["--param", "a=b"], "--param is for a question, add --query"),
        (["--query", "network_members", "--param", "network"], "--param takes NAME=VALUE, not `network`"),
        (["--base", "http://a/"], "--base is for a file"),
        (["--with", "inferred", "--format", "csvw"], "do not see what is inferred"),
        (["x.ttl"], "give a file, --project or --endpoint, only one of them"),
        (["--format", "xlsx", "-o", "."], "xlsx is one file, and . is a folder"),
        (["--format", "rdfxml", "--unsorted"], "--unsorted is for the formats nquads"),
        (["--format", "turtle", "-o", "."], "turtle is one file, and . is a folder"),
    ],
)
def test_it_says_in_one_line_what_is_wrong(ask, arguments: list[str], said: str):
    found = ask("export", *arguments)
    assert (found.returncode, found.stdout) == (2, "")
    assert said in found.stderr and found.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_named(run):
    assert "No file or folder at x.ttl" in run("export", "x.ttl").stderr


def test_nothing_is_left_behind_when_it_fails(run, tmp_path: Path):
    (tmp_path / "a.ttl").write_text("<http://a/s> <http://a/p> 1 .\n<http://a/s> broken", encoding="utf-8")
    assert run("export", "a.ttl", "-o", "b.nq").returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttl"]


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_its_help_names_every_format(run, locale: str):
    found = run("export", "--help", locale=locale).stdout
    assert all(f"\n  {name} " in found for name in FORMATS)


@pytest.mark.parametrize(("name", "said"), [("none.ttl", "none.ttl"), ("-", "standard input")])
def test_it_says_that_a_file_holds_no_statement(run, tmp_path, name, said):
    (tmp_path / "none.ttl").write_text("# nothing\n")
    found = run("export", name, "--format", "nquads", given="\n")
    assert (found.returncode, found.stdout, found.stderr) == (
        0,
        "",
        f"partnerkg: {said} holds no statement.\n",
    )
