"""`partnerkg completeness`."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess

import pytest

from .conftest import COMMAND, WORLD


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def project(tmp_path):
    """Return a copy of the invented project that may be written to."""
    return shutil.copytree(WORLD, tmp_path / "project")


def test_it_writes_the_matrix_as_csv_to_a_pipe(ask):
    found = ask("completeness")
    assert (found.returncode, found.stderr) == (0, "")
    shop = {row["label"]: row for row in rows(found.stdout) if row["class_label"] == "bookshop"}
    assert (shop["SIRET number"]["answered"], shop["SIRET number"]["applicable"]) == ("0", "3")


def test_the_commands_it_names_work(ask):
    for row in rows(ask("completeness").stdout)[::9]:
        found = ask(*row["command"].split()[1:])
        assert (found.returncode, found.stderr) == (0, "")
        assert len(rows(found.stdout)) == int(row["missing"])


def test_it_shows_both_measures_as_a_table(ask):
    found = ask("completeness", "--format", "table").stdout
    assert "Of what a good record needs: " in found
    assert "Of what the pages say\n" in found
    assert "partnerkg completeness --missing " in found


def test_a_terminal_gets_a_table_in_colours_as_wide_as_it_is():
    leader, follower = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "70", "LC_ALL": "C"}
    command = [COMMAND, "--project", WORLD, "completeness"]
    subprocess.run(command, check=True, stdout=follower, env=environment)
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    assert "\x1b[31m" in shown
    matrix = (
        shown.replace("\x1b[31m", "")
        .replace("\x1b[32m", "")
        .replace("\x1b[33m", "")
        .replace("\x1b[2m", "")
        .replace("\x1b[0m", "")
    )
    cells = [line.rstrip() for line in matrix.splitlines() if "% " in line and "weight" not in line]
    assert max(map(len, cells)) <= 70


def test_the_ending_of_a_file_says_its_format(ask, tmp_path):
    ask("completeness", "-o", "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    ask("completeness", "--ranking", "-o", "a.json")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))[0]["percent"] < 50


def test_it_groups_and_looks_into_a_group(ask):
    groups = {row["group"]: row for row in rows(ask("completeness", "--by", "kind").stdout)}
    row = groups["independent bookshop"]
    inside = rows(ask(*row["command"].split()[1:]).stdout)
    assert len(inside) == int(row["things"]) == 3
    assert ask("completeness", "--by", "kind", "--group", "independent-bookshop").stdout.count("\n") > 3


def test_it_groups_organisations_by_the_status_of_the_claims_of_their_class(run, tmp_path):
    """One is in a group for each of them, whatever the status of what else is said of it."""
    (tmp_path / "data.trig").write_text(
        """PREFIX : <http://example.org/> PREFIX pk: <https://w3id.org/partnerkg/ontology#>
        PREFIX org: <http://www.w3.org/ns/org#> PREFIX status: <https://w3id.org/partnerkg/concept/status/>
        :1 pk:claimStatus status:stated . :2 pk:claimStatus status:curated .
        :3 pk:claimStatus status:distributed .
        :1 { :a a org:Organization ; :p 1 . :b a org:Organization . :e a org:Organization }
        :2 { :b a org:Organization . :c a org:Organization } :3 { :c :p 1 } :d a org:Organization ."""
    )
    (tmp_path / "shapes.ttl").write_text(
        """PREFIX : <http://example.org/> PREFIX sh: <http://www.w3.org/ns/shacl#>
        :S sh:targetClass <http://www.w3.org/ns/org#Organization> ; sh:property [ sh:path :p ; sh:minCount 1 ] ."""
    )
    ask = ("completeness", "--by", "status", "--project", "data.trig", "--shapes", "shapes.ttl")
    groups = {row["group"]: (row["things"], row["percent"]) for row in rows(run(*ask).stdout)}
    assert groups == {"stated": ("3", "33"), "added in reading": ("2", "50"), "(none)": ("1", "0")}
    inside = rows(run(*ask, "--group", "stated", "--ranking").stdout)
    assert [row["iri"][-1] for row in inside] == ["b", "e", "a"]


def test_the_commands_of_a_part_find_the_same_part(ask):
    for row in rows(ask("completeness", "--by", "town", "--group", "Rivebois").stdout)[::5]:
        assert "--by town --group Rivebois" in row["command"]
        assert len(rows(ask(*row["command"].split()[1:]).stdout)) == int(row["missing"])


def test_it_shows_what_an_organisation_has_and_lacks(ask):
    found = ask("completeness", "--organization", "la-plume-rivebois", "--format", "table").stdout
    assert found.startswith("La Plume\nhttps://w3id.org/partnerkg/id/organization/la-plume-rivebois\n")
    assert "SIRET number" in found
    assert rows(ask("completeness", "--organization", "la-plume-rivebois").stdout)[0]["state"] == "there"


def test_it_measures_any_data_with_any_shapes(run, tmp_path):
    (tmp_path / "data.ttl").write_text(
        "@prefix ex: <https://example.org/> . ex:a a ex:T ; ex:p 1 . ex:b a ex:T ."
    )
    (tmp_path / "shapes.ttl").write_text(
        "@prefix ex: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> ."
        "ex:S sh:targetClass ex:T ; sh:property [ sh:path ex:p ; sh:maxCount 1 ] ."
    )
    (row,) = rows(run("completeness", "--project", "data.ttl", "--shapes", "shapes.ttl").stdout)
    assert (row["answered"], row["applicable"], row["percent"]) == ("1", "2", "50")
    assert row["command"].endswith("--shapes shapes.ttl --project data.ttl")
    gap = run(*row["command"].split()[1:])
    assert [row["iri"] for row in rows(gap.stdout)] == ["https://example.org/b"]


ANONYMOUS = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e/> .
e:S a sh:NodeShape ; sh:targetClass e:Shop ; sh:property [ sh:path e:name ; sh:minCount 1 ] ."""


def test_it_calls_a_shape_without_iri_by_its_place_as_validate_does(run, tmp_path):
    data, shapes = tmp_path / "data.ttl", tmp_path / "shapes.ttl"
    data.write_text("<http://e/a> a <http://e/Shop> .")
    shapes.write_text(ANONYMOUS)
    found = run("completeness", "--project", str(data), "--shapes", str(shapes), "--format", "csv").stdout
    assert next(csv.DictReader(found.splitlines()))["shape"] == "e:S › e:name"


def test_it_gives_up_after_the_time_it_was_given(run, ask):
    late = run("completeness", "--timeout", "0.001")
    assert (late.returncode, late.stdout) == (2, "")
    assert "No answer within 0.001 s" in late.stderr
    assert ask("completeness", "--timeout", "60").stdout == ask("completeness").stdout


def test_it_keeps_measurements_and_finds_what_fell(run, project):
    def measure(*arguments):
        return run("completeness", *arguments, "--project", str(project))

    assert measure("--record", "1.0.0").stdout == f"{project}/graph/quality/1.0.0.ttl\n"
    same = measure("--against", "last", "--fail-on-regression")
    assert (same.returncode, same.stderr) == (
        0,
        "partnerkg: Since 1.0.0: 0 numbers changed, 0 shares fell.\n",
    )
    claims = project / "graph" / "claims" / "lire-en-ombre.trig"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace('pk:existsSince "1990"^^xsd:gYear ;', ""), encoding="utf-8")
    fallen = measure("--against", "1.0.0", "--fail-on-regression")
    assert fallen.returncode == 1
    assert {row["before"]: row["now"] for row in rows(fallen.stdout)} == {"1/1": "0/1", "1/3": "0/3"}
    assert measure("--against", "1.0.0").returncode == 0
    assert measure("--record", "1.1.0").returncode == 0
    trend = rows(measure("--history").stdout)
    assert [
        row["trend"] for row in trend if row["class"] == "network" and row["property"] == "exists since"
    ] == ["█▁"]


def test_a_measurement_is_no_part_of_the_data(run, project):
    before = run("export", "--project", str(project)).stdout
    run("completeness", "--record", "1.0.0", "--project", str(project))
    assert run("export", "--project", str(project)).stdout == before
    assert run("format", "--check", str(project)).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--missing", "Bokshop", "kind"),
            "No shape wants anything of a class `Bokshop`; did you mean `pk:Bookshop`",
        ),
        (("--missing", "Bookshop", "knd"), "No shape wants a property `knd` of pk:Bookshop; did you mean"),
        (
            ("--organization", "la-plum"),
            "Nothing in the graph is called `la-plum`; did you mean `La Plume` (Rivebois)?",
        ),
        (("--by", "town", "--group", "Riveboi"), "There is no group `Riveboi`; did you mean `commune-95991`"),
        (("--by", "colour"), "invalid choice"),
        (("--group", "x"), "--group needs --by"),
        (("--by", "town", "--ranking"), "--by with another view needs --group"),
        (("--by", "town", "--group", "Rivebois", "--history"), "not by group"),
        (("--class", "Bookshop"), "--class needs --ranking"),
        (("--fail-on-regression",), "--fail-on-regression needs --against"),
        (("--ranking", "--steps"), "not allowed with argument"),
        (("--format", "pdf"), "There is no format `pdf`; choose one of: table, csv, json, markdown, html."),
        (("--record", "../x"), "`../x` is not a value for --record"),
        (("--against", "9.9"), "No measurement of a release `9.9`"),
        (("--shapes", "nothing.ttl"), "No file or folder at nothing.ttl"),
    ],
)
def test_what_is_wrong_is_said_on_one_line(ask, arguments, said):
    found = ask("completeness", *arguments)
    assert (found.returncode, found.stdout) == (2, "")
    assert said in found.stderr
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize("option", [("--history",), ("--record", "1.0.0"), ("--against", "last")])
def test_releases_are_kept_in_project_folders(run, tmp_path, option):
    (tmp_path / "data.ttl").write_text("<https://example.org/a> a <https://example.org/T> .")
    found = run("completeness", *option, "--project", "data.ttl")
    assert (found.returncode, found.stdout) == (2, "")
    assert "data.ttl is no partnerkg project" in found.stderr


def test_releases_are_not_kept_on_a_server(run):
    found = run("completeness", "--record", "1.0.0", "--endpoint", "http://127.0.0.1:1/sparql")
    assert "this command works on files, not on an endpoint" in found.stderr


def test_it_speaks_french(ask):
    found = ask("completeness", "--format", "table", "--lang", "fr").stdout
    assert "librairie" in found
    assert "Numéros des répertoires" in found
    assert (
        ask("completeness", "--missing", "librairie", "numéro SIRET", "--lang", "fr").stdout.count("\n") == 4
    )
