"""`--endpoint` on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .test_engines import WRONG_IN_VIRTUOSO

EMPTY = b'{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[]}}'
COMMAND = str(Path(sys.executable).parent / "partnerkg")


@pytest.fixture
def world() -> str:
    return str(Path(__file__).parents[1] / "world")


@pytest.fixture
def run(tmp_path):
    def running(*arguments, language="en", **environment):
        return subprocess.run(
            [COMMAND, "--lang", language, *arguments],
            check=False,
            capture_output=True,
            cwd=tmp_path,
            encoding="utf-8",
            env={**os.environ, "COLUMNS": "80", **environment},
        )

    return running


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("query", "network_members", "--network", "librairies-sorcieres"),
        ("query", "-e", "SELECT DISTINCT ?x { ?x a pk:Network }", "--format", "table"),
        ("show", "le-bateau-livre-lille"),
        ("export", "--format", "turtle"),
    ],
)
def test_every_command_says_of_an_endpoint_what_it_says_of_its_files(run, oxigraph, arguments):
    there, here = run("--endpoint", oxigraph, *arguments), run(*arguments)
    assert (there.returncode, there.stderr) == (0, here.stderr)
    # what it suggests to do next is said to the same server
    assert there.stdout.replace(f"partnerkg --endpoint {oxigraph} ", "partnerkg ") == here.stdout


def test_it_pushes_the_graph_once_and_exports_the_same_again(run, serve):
    url = serve("--union-default-graph") + "/query"
    first, again = run("push", url), run("push", url)
    assert (first.returncode, first.stderr) == (again.returncode, again.stderr) == (0, "")
    assert "0 were there already" in first.stdout
    assert again.stdout.startswith("0 graphs sent")
    assert first.stdout.splitlines()[1] == again.stdout.splitlines()[1]
    assert run("export", "--endpoint", url).stdout == run("export").stdout


def test_it_shows_a_person_how_far_a_push_is(serve, world):
    leader, follower = os.openpty()
    command = [COMMAND, "--lang", "en", "--project", world, "push", serve("--union-default-graph") + "/query"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=follower, env=environment)
    os.close(follower)
    assert b"triples sent" in os.read(leader, 100_000)
    assert b"triples sent" not in found.stdout
    os.close(leader)


def test_it_says_that_a_server_kept_nothing(run, serve, world):
    url, other = serve("--union-default-graph") + "/query", serve() + "/update"
    found = run("push", url, "--update", other, "--project", world)
    assert (found.returncode, found.stderr) == (1, "")
    assert "the server changed <" in found.stdout


def test_it_says_that_an_engine_answers_every_question(run, oxigraph):
    found = run("engine-check", oxigraph)
    assert (found.returncode, found.stderr) == (0, "")
    assert all(" the same " in line for line in found.stdout.splitlines())
    assert "network_members: the same 1 row\n" in found.stdout


def test_it_says_which_questions_an_engine_answers_wrongly(run, virtuoso):
    found = run("engine-check", virtuoso)
    assert (found.returncode, found.stderr) == (1, "")
    wrong = [line.partition(":")[0] for line in found.stdout.splitlines() if ": wrong: of" in line]
    assert wrong == sorted(WRONG_IN_VIRTUOSO)
    assert "\n  + " in found.stdout
    assert "\n  - " in found.stdout


def test_it_says_when_an_engine_refuses_a_question(run, oxigraph, behaving):
    """As an engine does that does not know a function or a form."""

    def refuse(request):
        if "COUNT" not in request.text:
            return False
        request.send_error(400, "no counting here")
        return True

    url = behaving(headers={"Content-Type": "application/sparql-results+json"}, body=EMPTY, act=refuse)
    found = run("engine-check", url)
    assert found.returncode == 1
    assert f"claim_coverage: {url} refuses the query: " in found.stdout


def test_it_leaves_out_questions_whose_example_another_project_does_not_hold(run, serve, world):
    url = serve("--union-default-graph") + "/query"
    run("push", url, "--project", world)
    found = run("engine-check", url, "--project", world)
    assert (found.returncode, found.stderr) == (0, "")
    assert "network_members: Nothing in the graph is called `librairies-sorcieres`" in found.stdout
    assert "bookshop_places: the same " in found.stdout


def test_it_says_what_shapes_find_on_a_server_otherwise_than_here(run, serve, tmp_path):
    (tmp_path / "shapes.ttl").write_text(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX e: <http://e/> "
        "e:S sh:targetClass e:T ; sh:property e:P , e:Q . e:P sh:path e:name ; sh:minCount 1 . "
        "e:Q sh:path e:of ; sh:minCount 1 ."
    )
    here, there = tmp_path / "here.trig", tmp_path / "there.trig"
    here.write_text("PREFIX e: <http://e/> e:g { e:a a e:T ; e:name 1 . e:b a e:T }")
    there.write_text("PREFIX e: <http://e/> e:g { e:a a e:T . e:b a e:T ; e:name 1 }")
    url, shapes = serve("--union-default-graph") + "/query", str(tmp_path / "shapes.ttl")
    run("push", url, "--project", str(here))
    found = run("engine-check", url, "--project", str(here), "--shapes", shapes)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.endswith(f"{shapes}: the same 3 findings\n")
    found = run("engine-check", url, "--project", str(there), "--shapes", shapes)
    assert found.returncode == 1
    assert found.stdout.splitlines()[:3] == [
        "e:P http://e/name sh:MinCountConstraintComponent: wrong: of 1 finding, 1 is missing, and 1 is too many",
        "  - <http://e/a> -",
        "  + <http://e/b> -",
    ]
    assert "e:Q http://e/of sh:MinCountConstraintComponent: the same 2 findings" in found.stdout


def test_it_says_that_a_server_refuses_what_shapes_ask(run, oxigraph, behaving, tmp_path):
    (tmp_path / "d.ttl").write_text("<http://e/a> a <http://e/T> .")
    (tmp_path / "s.ttl").write_text(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> <http://e/S> sh:targetClass <http://e/T> ; "
        "sh:property [ sh:path <http://e/p> ; sh:minCount 1 ] ."
    )

    def refuse(request):
        if "http://e/p" not in request.text:
            return False
        request.send_error(400, "not this")
        return True

    url = behaving(headers={"Content-Type": "application/sparql-results+json"}, body=EMPTY, act=refuse)
    found = run(
        "engine-check", url, "--project", str(tmp_path / "d.ttl"), "--shapes", str(tmp_path / "s.ttl")
    )
    assert found.returncode == 1
    assert "s.ttl: A query that counts got no number as its answer; " in found.stdout


def test_it_says_which_shapes_virtuoso_does_not_look_at_rightly(run, serve_virtuoso, tmp_path):
    url = serve_virtuoso()
    (tmp_path / "d.trig").write_text(
        "PREFIX e: <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> e:g { "
        'e:a a e:V ; e:name "Hello" ; e:on "2024-01-01T23:30:00-05:00"^^xsd:dateTime ; e:is true . '
        'e:b a e:V ; e:name "Köln" ; e:on "2024-01-02T01:00:00Z"^^xsd:dateTime ; e:is false }',
        "utf-8",
    )
    (tmp_path / "s.ttl").write_text(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX e: <http://e/> "
        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> e:S sh:targetClass e:V ; sh:property "
        '[ sh:path e:name ; sh:hasValue "Hello" ; sh:pattern "^[A-Z].*ö" ; sh:maxLength 4 ] , '
        '[ sh:path e:on ; sh:maxInclusive "2024-01-02T02:00:00Z"^^xsd:dateTime ] , '
        "[ sh:path e:is ; sh:in ( true ) ; sh:datatype xsd:boolean ] .",
        "utf-8",
    )
    run("push", url, "--project", str(tmp_path / "d.trig"))
    arguments = ("--project", str(tmp_path / "d.trig"), "--shapes", str(tmp_path / "s.ttl"))
    found = run("engine-check", url, *arguments)
    assert ": wrong: of " in found.stdout
    assert (found.returncode, found.stderr) == (1, "")


def test_it_fails_when_there_is_no_engine(run):
    found = run("engine-check", "http://127.0.0.1:9/sparql")
    assert (found.returncode, found.stdout) == (2, "")


@pytest.mark.parametrize("arguments", [("build",), ("format",), ("places", ".")])
def test_commands_that_write_files_refuse_an_endpoint(run, arguments):
    found = run(*arguments, "--endpoint", "http://127.0.0.1:9/")
    assert (found.returncode, found.stdout) == (2, "")
    assert "works on files, not on an endpoint" in found.stderr


def test_it_refuses_a_project_and_an_endpoint_together(run):
    found = run("--project", ".", "validate", "--endpoint", "http://127.0.0.1:9/")
    assert found.returncode == 2
    assert found.stderr == (
        "partnerkg: give --project or --endpoint, not both; `partnerkg --help` shows how.\n"
    )


def test_it_says_in_one_line_that_no_server_runs(run):
    found = run("--endpoint", "http://127.0.0.1:9/sparql", language="fr")
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.count("\n") == 1
    assert "Connexion refusée" in found.stderr


def test_it_asks_files_without_loading_the_protocol(run):
    code = "import sys; from partnerkg.cli import run; run(['query', 'network_members', '--network', 'librairies-sorcieres']); print([m for m in sys.modules if m == 'rdflib' or 'urllib.request' in m])"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert found.stdout.splitlines()[-1] == "[]"


def test_a_time_limit_holds_for_an_endpoint_and_asks_no_other_graph(run, serve):
    empty = serve("--union-default-graph") + "/query"
    found = run("query", "--endpoint", empty, "--timeout", "30", "-e", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert (found.returncode, found.stderr, found.stdout) == (0, "", "n\n0\n")


def test_a_time_limit_gives_an_endpoint_more_time_too(run, behaving):
    url = behaving(
        headers={"Content-Type": "application/sparql-results+json"},
        body=b'{"head":{},"boolean":true}',
        act=lambda request: time.sleep(0.8),
    )
    impatient = {"PARTNERKG_ENDPOINT_TIMEOUT": "0.3"}
    asked = ("query", "--endpoint", url, "-e", "ASK { ?s ?p ?o }")
    found = run(*asked, **impatient)
    assert (found.returncode, found.stdout) == (2, "")
    assert "no answer within 0.3 s;" in found.stderr
    assert run(*asked, "--timeout", "30", **impatient).stdout == "yes\n"


def test_it_says_that_a_setting_is_wrong(run):
    found = run("--endpoint", "http://127.0.0.1:9/", PARTNERKG_ENDPOINT_TIMEOUT="soon")
    assert (found.returncode, found.stdout) == (2, "")
    assert "PARTNERKG_ENDPOINT_TIMEOUT is `soon`" in found.stderr
