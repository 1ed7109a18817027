"""`partnerkg validate DATA --shapes SHAPES`: any RDF, any shapes."""

from __future__ import annotations

import json

import pytest

PREFIXES = "PREFIX : <http://example.org/> PREFIX sh: <http://www.w3.org/ns/shacl#> "
PREFIXES += "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX org: <http://www.w3.org/ns/org#> "
NAMED = ":S a sh:NodeShape ; sh:targetClass :Shop ; sh:property :P . :P sh:path :name ; sh:minCount 1 ."


@pytest.fixture
def run(inside):
    return inside


@pytest.fixture
def written(tmp_path):
    """Return a function that writes Turtle below the folder in which the command runs."""

    def writing(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PREFIXES + text, encoding="utf-8")
        return name

    return writing


def test_it_checks_any_data_against_any_shapes(run, written):
    data, shapes = written("data.ttl", ":a a :Shop ."), written("shapes.ttl", NAMED)
    found = run("validate", data, "--shapes", shapes, "--format", "json")
    assert (found.returncode, found.stderr) == (1, "")
    assert [one["shape"] for one in json.loads(found.stdout)["results"]] == ["http://example.org/P"]


def test_it_reads_folders_of_data_and_of_shapes(run, written):
    first, rest = NAMED.split(":P sh:path")
    written("data/a.ttl", ":a a :Shop ."), written("data/b.ttl", ':a :name "A" . :b a :Shop .')
    written("shapes/s.ttl", first), written("shapes/p.ttl", ":P sh:path" + rest)
    found = run("validate", "data", "--shapes", "shapes", "--format", "json")
    assert [one["focusNode"]["value"] for one in json.loads(found.stdout)["results"]] == [
        "http://example.org/b"
    ]


def test_it_takes_several_shapes_files(run, written):
    data = written("data.ttl", ":a a :Shop .")
    first, rest = NAMED.split(":P sh:path")
    found = run(
        "validate",
        data,
        "--shapes",
        written("s.ttl", first),
        "--shapes",
        written("p.ttl", ":P sh:path" + rest),
    )
    assert found.returncode == 1


def test_it_takes_data_without_the_ontology_where_shapes_are_given(run, written):
    data = written("data.ttl", ":a a org:FormalOrganization .")
    shapes = written(
        "shapes.ttl", ":S sh:targetClass org:Organization ; sh:property [ sh:path :p ; sh:minCount 1 ] ."
    )
    assert run("validate", data, "--shapes", shapes).stdout.startswith("Nothing was looked at")
    written(
        "data.ttl", ":a a org:FormalOrganization . org:FormalOrganization rdfs:subClassOf org:Organization ."
    )
    assert run("validate", data, "--shapes", shapes).returncode == 1


def test_it_checks_data_against_the_shipped_shapes_with_the_ontology(run, written):
    data = written(
        "data.ttl",
        "<https://w3id.org/partnerkg/id/support/x> a <https://w3id.org/partnerkg/ontology#Support> .",
    )
    found = run("validate", data)
    assert (found.returncode, found.stdout) == (1, run("validate", "--project", data).stdout)


def test_it_speaks_of_the_data_alone_where_all_that_was_looked_at_is_the_ontology(run, written):
    found = run("validate", written("data.ttl", ":a a :Shop ."))
    said = found.stdout
    assert found.returncode == 1  # 0 would read "conforms"
    assert said.startswith("Nothing was looked at: no shape meets a node. Nodes checked: 0;")
    assert "Things described: 1; looked at by no shape: 1 (100%)." in said


@pytest.mark.parametrize("engine", ["auto", "sparql", "pyshacl"])
def test_each_engine_finds_the_same(run, written, engine):
    data, shapes = written("data.ttl", ":a a :Shop . :b a :Shop ; :name 1 ."), written("shapes.ttl", NAMED)
    found = run("validate", data, "--shapes", shapes, "--engine", engine, "--format", "json")
    assert [one["focusNode"]["value"] for one in json.loads(found.stdout)["results"]] == [
        "http://example.org/a"
    ]


@pytest.mark.parametrize("engine", ["auto", "sparql", "pyshacl"])
def test_it_counts_the_things_of_a_rule_by_what_became_of_them(run, written, engine):
    shapes = written(
        "shapes.ttl",
        """:S sh:targetClass :Shop ; sh:property :Year , :Name . :Name sh:path :name ; sh:minCount 1 .
        :Year sh:path :year ; sh:datatype <http://www.w3.org/2001/XMLSchema#integer> .""",
    )
    data = written(
        "data.ttl",
        """:a a :Shop ; :year 1981 . :b a :Shop ; :year 1990 , 1991 . :c a :Shop ; :year 2001 ; :name "C" .
        :d a :Shop ; :year "soon" , "late" ; :name "D" . :e a :Shop ; :year 1999 , "or later" . :f a :Shop .""",
    )
    found = run("validate", data, "--shapes", shapes, "--engine", engine, "--format", "json")
    checked = json.loads(found.stdout)["checked"]
    counts = {
        iri.rpartition("/")[2]: [
            one[name] for name in ("targeted", "conforming", "violating", "notApplicable")
        ]
        for iri, one in checked.items()
    }
    assert counts == {"S": [6, 1, 5, 0], "Year": [6, 3, 2, 1], "Name": [6, 2, 4, 0]}


def test_it_says_that_an_engine_cannot_do_it_and_which_can(run, written):
    recursive = ":S a sh:NodeShape ; sh:targetClass :Shop ; sh:property [ sh:path :next ; sh:node :S ] ."
    data, shapes = written("data.ttl", ":a a :Shop ."), written("shapes.ttl", recursive)
    found = run("validate", data, "--shapes", shapes, "--engine", "sparql")
    assert (found.returncode, found.stdout) == (2, "")
    assert "--engine auto" in found.stderr
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.ttl"], "No file or folder at none.ttl"),
        (["data.ttl", "--shapes", "none.ttl"], "No file or folder at none.ttl"),
        (["data.ttl", "--shapes", "data.ttl"], "no SHACL shape with a target"),
        (["data.ttl", "--shapes", "broken.ttl"], "broken.ttl, line 1"),
        (["data.ttl", "--shapes", "wrong.ttl"], "sh:minCount needs sh:path"),
        (["data.ttl", "--shapes", "wrong.docx"], "There is no format `.docx`"),
        (["partners.csv"], "`.csv` is no RDF; choose one of:"),
        (["data.ttl", "--project", "data.ttl"], "not two of them"),
        (["data.ttl", "--engine", "quick"], "invalid choice: 'quick'"),
        (["data.ttl", "--shapes", ""], "argument --shapes: expected one argument"),
        (["data.ttl", "--shapes", "wrong.ttl", "--base", ""], "`` is no base for relative IRIs"),
        (["data.ttl", "--since", ""], "argument --since: expected one argument"),
        (["--endpoint", ""], "argument --endpoint: expected one argument"),
        (["--project", ""], "argument --project: expected one argument"),
        ([""], "argument DATA: expected one argument"),
    ],
)
def test_it_says_in_one_line_what_is_wrong(run, written, arguments, said):
    written("data.ttl", ":a a :Shop ."), written("broken.ttl", ":a :b"), written("wrong.docx", "")
    written("partners.csv", "name,town")
    written("wrong.ttl", ":S sh:targetClass :Shop ; sh:minCount 1 .")
    found = run("validate", *arguments)
    assert (found.returncode, found.stdout) == (2, "")
    assert said in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_scanner_is_told_the_lines_of_the_data_and_of_the_shape(run, written):
    data = written("data.ttl", "\n:b a :Other .\n:a a :Shop .")
    shapes = written(
        "shapes.ttl", "\n:S sh:targetClass :Shop ; sh:property [ sh:path :name ; sh:minCount 1 ] ."
    )
    found = run("validate", data, "--shapes", shapes, "--format", "sarif")
    [result] = json.loads(found.stdout)["runs"][0]["results"]
    [place], [rule] = result["locations"], result["relatedLocations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "data.ttl"},
        "region": {"startLine": 3},
    }
    assert rule["physicalLocation"] == {
        "artifactLocation": {"uri": "shapes.ttl"},
        "region": {"startLine": 2},
    }


def test_it_gives_up_after_the_time_that_it_is_given(run, written):
    data = written("data.ttl", "".join(f":s :p :o{number} . " for number in range(300)))
    many = " ".join(f"?a{number} ?b{number} ?c{number} ." for number in range(5))
    select = f"SELECT $this {{ $this ?p ?o . {many} FILTER(?a0 = ?c4) }}"
    shapes = written(
        "shapes.ttl", f':S a sh:NodeShape ; sh:targetNode :s ; sh:sparql [ sh:select "{select}" ] .'
    )
    found = run("validate", data, "--shapes", shapes, "--timeout", "1.5", "-o", "report.html")
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("partnerkg: No answer within 1.5 s; ask for less")


def test_relative_iris_of_data_and_shapes_have_the_base_that_is_given(run, written):
    data = written("data.ttl", "<#a> a <#Shop> .")
    shapes = written(
        "shapes.ttl",
        "<#S> a sh:NodeShape ; sh:targetClass <#Shop> ; sh:property [ sh:path <#p> ; sh:minCount 1 ] .",
    )
    apart = run("validate", data, "--shapes", shapes, "--format", "json")
    assert (apart.returncode, json.loads(apart.stdout)["nodes"]) == (1, 0)  # each file is a base of its own
    found = run("validate", data, "--shapes", shapes, "--base", "http://e.org/x", "--format", "json")
    assert [one["focusNode"]["value"] for one in json.loads(found.stdout)["results"]] == ["http://e.org/x#a"]
    piped = run("validate", "-", "--shapes", shapes, "--base", "http://e.org/x", given="<#a> a <#Shop> .")
    assert (piped.returncode, piped.stderr) == (1, "")
    assert "--base is for DATA" in run("validate", "--base", "http://e.org/").stderr


RULED = """:S a sh:NodeShape ; sh:targetClass :Shop ; sh:rule [ a sh:TripleRule ; sh:subject sh:this ;
    sh:predicate :kind ; sh:object :small ] . :K sh:targetSubjectsOf :kind ; sh:property :P . :P sh:path :name ; sh:minCount 1 ."""


def test_it_runs_the_rules_of_shapes_where_somebody_asks_for_it(run, written):
    data, shapes = written("data.ttl", ":a a :Shop ."), written("shapes.ttl", RULED)
    without = run("validate", data, "--shapes", shapes, "--strict")
    assert (without.returncode, "shapes.ttl, line 1" in without.stdout, "--rules once" in without.stdout) == (
        1,
        True,
        True,
    )
    found = run("validate", data, "--shapes", shapes, "--rules", "once", "--format", "json")
    assert [one["shape"] for one in json.loads(found.stdout)["results"]] == ["http://example.org/P"]


def test_rules_are_for_shapes_of_ones_own_and_for_all_of_the_data(run, written):
    data, shapes = written("data.ttl", ":a a :Shop ."), written("shapes.ttl", RULED)
    alone = run("validate", data, "--rules", "once")
    assert (alone.returncode, "--rules is for shapes of your own" in alone.stderr) == (2, True)
    since = run("validate", data, "--shapes", shapes, "--rules", "once", "--since", data)
    assert (since.returncode, "--since cannot tell what the rules" in since.stderr) == (2, True)
