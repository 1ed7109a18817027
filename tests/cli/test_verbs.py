"""The other verbs, and what stands around them."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

import partnerkg
from partnerkg.cli.parser import VERBS

from .conftest import WORLD


@pytest.fixture
def run(inside):
    return inside


def test_it_says_what_is_in_the_graph_and_what_to_try_next(ask):
    lines = ask().stdout.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [["organisations", "12"], ["networks", "1"]]
    asking = f"  partnerkg --project {WORLD} query network_members --network"
    assert any(line.startswith(asking) for line in lines)
    assert "À essayer" in ask("--lang", "fr").stdout


def test_it_says_what_it_does_not_count(run, tmp_path):
    path = tmp_path / "others.ttl"
    path.write_text(
        "@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix old: <http://schema.org/> . @prefix e: <http://e/> ."
        " @prefix org: <http://www.w3.org/ns/org#> . e:a a foaf:Organization . e:b a old:BookStore ."
        " e:c a org:Organization, foaf:Organization ; <http://www.w3.org/2004/02/skos/core#prefLabel> 'C'@fr ."
    )
    said = run("--project", str(path)).stdout
    assert said.splitlines()[0].split()[:2] == ["organisations", "1"]
    assert "in the words of other vocabularies, such as FOAF or schema.org: 2." in said
    assert "vocabularies" not in run().stdout


def test_it_says_which_bodies_have_members_and_are_no_networks(run, tmp_path):
    path = tmp_path / "others.ttl"
    path.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix e: <http://e/> ."
        " e:a a org:Organization ; org:memberOf e:b . e:b a org:Organization ."
    )
    said = run("--project", str(path)).stdout
    assert said.splitlines()[1].split()[:2] == ["networks", "0"]
    assert "not said to be networks (pk:Network): 1. They are not counted" in said
    assert "pk:Network" not in run().stdout


def test_it_says_what_a_file_without_graphs_cannot_tell(run, tmp_path):
    path = tmp_path / "plain.ttl"
    assert run("export", "-o", str(path)).returncode == 0
    said = run("--project", str(path)).stdout
    assert said.splitlines()[0].split()[:2] == ["organisations", "167"]
    assert "no named graphs" in said
    assert "no named graphs" not in run().stdout


def test_the_commands_it_suggests_work(run):
    suggested = [line.split("  ")[1] for line in run().stdout.splitlines() if line.startswith("  partnerkg")]
    assert len(suggested) == 5
    for command in (command for command in suggested if "validate" not in command):
        assert run(*shlex.split(command)[1:]).returncode == 0


def test_it_shows_an_organisation(ask):
    found = ask("show", "la-plume-rivebois").stdout
    for words in (
        "La Plume\n",
        "kind: independent bookshop\n",
        "town: Rivebois\n",
        "member of: Libraires d’Ombre\n",
        "13–32 “La Plume (Rivebois)” under “LIBRAIRIES” (stated)\n",
        "commune: Rivebois",
    ):
        assert words in found
    assert "membre de" in ask("show", "la-plume-rivebois", "--lang", "fr").stdout


def test_it_shows_an_organisation_as_json(ask):
    assert json.loads(ask("show", "la-plume-rivebois", "--format", "json").stdout)["towns"] == ["Rivebois"]


def test_it_exports_to_a_file_what_it_exports_to_a_pipe(ask, tmp_path):
    piped = ask("export", "--format", "nquads").stdout
    ask("export", "--format", "nquads", "-o", "world.nq")
    assert (tmp_path / "world.nq").read_text(encoding="utf-8") == piped
    assert len(list(parse(piped.encode(), format=RdfFormat.N_QUADS))) == 689


def test_it_says_that_a_graph_conforms(ask):
    found = ask("validate", "--lang", "fr")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("Aucune violation, mais des avertissements.")
    assert json.loads(ask("validate", "--format", "json").stdout)


def test_it_says_what_does_not_conform(run, tmp_path):
    (tmp_path / "a.ttl").write_text(
        "@prefix pk: <https://w3id.org/partnerkg/ontology#> .\n<https://w3id.org/partnerkg/id/support/x> a pk:Support ."
    )
    found = run("validate", "--project", "a.ttl")
    assert (found.returncode, found.stderr) == (1, "")
    assert "support:x" in found.stdout
    report = run("validate", "--project", "a.ttl", "--format", "turtle", "-o", "report.ttl")
    assert (report.returncode, report.stdout) == (1, "")
    assert "ValidationReport" in (tmp_path / "report.ttl").read_text()


def test_it_formats_files_and_names_those_it_changes(run, tmp_path):
    (tmp_path / "a.ttl").write_text("<http://e/b> <http://e/p> 1 .\n<http://e/a> <http://e/p> 1 .")
    assert run("format", "--check", "a.ttl").returncode == 1
    assert run("format", ".").stdout == "./a.ttl\n"
    assert (tmp_path / "a.ttl").read_text().index("e/a") < (tmp_path / "a.ttl").read_text().index("e/b")
    again = run("format", "--check", "a.ttl")
    assert (again.returncode, again.stdout) == (0, "")


def test_it_keeps_comments_unless_told_to_drop_them(run, tmp_path):
    (tmp_path / "a.ttl").write_text("<http://e/b> <http://e/p> 1 . # why\n")
    assert "a.ttl, line 1" in run("format", "a.ttl").stderr
    assert run("format", "--drop-comments", "a.ttl").returncode == 0
    assert "why" not in (tmp_path / "a.ttl").read_text()


def test_its_own_world_is_in_canonical_form(run):
    assert run("format", "--check", WORLD).stdout == ""


def test_it_writes_places_only_if_they_change(run, tmp_path):
    shutil.copytree(
        Path(partnerkg.__file__).parents[2] / "graph" / "reference", tmp_path / "graph" / "reference"
    )
    found = run("places", "--project", ".", "nowhere")
    assert (found.returncode, found.stderr) == (
        2,
        "partnerkg: No file or folder at nowhere/communes.json; check the path.\n",
    )


@pytest.mark.parametrize("verb", [name for name in VERBS if name != "build"])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_every_verb_explains_itself(run, verb, locale):
    found = run(verb, "--help", locale=locale)
    assert (found.returncode, found.stderr) == (0, "")
    usage = "usage\u00a0: " if locale == "fr" else "usage: "
    assert found.stdout.startswith(f"{usage}partnerkg {verb}")


def test_its_help_in_french_has_no_english_left(run):
    found = run("--help", locale="fr").stdout
    assert not {"show", "and", "exit", "the", "write", "usage:"} & set(
        found.replace("partnerkg", "").split()
    ) - {"show"}


def test_it_says_its_version(run):
    assert run("--version").stdout == f"partnerkg {partnerkg.__version__}\n"
    module = subprocess.run([sys.executable, "-m", "partnerkg", "--version"], check=True, capture_output=True)
    assert module.stdout.decode() == run("--version").stdout


def test_it_starts_without_what_only_answers_need():
    code = "import sys; from partnerkg.cli import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    heavy = {
        "pyoxigraph",
        "rich",
        "rdflib",
        "yaml",
        "json",
        "typing",
        "dataclasses",
        "pathlib",
        "inspect",
        "shutil",
    }
    assert not heavy & set(found.stderr.decode().split())


def test_it_answers_without_what_only_other_verbs_need():
    code = (
        "import sys; from partnerkg.cli import run; "
        "run(['query', 'network_members', '--network', 'librairies-sorcieres']); print(*sys.modules, file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    heavy = {
        "rich",
        "rdflib",
        "yaml",
        "typing",
        "dataclasses",
        "pathlib",
        "inspect",
        "difflib",
        "partnerkg.validate",
    }
    assert not heavy & set(found.stderr.decode().split())


def test_where_no_page_can_be_read_it_tells_how_to_make_a_project(run, tmp_path):
    (tmp_path / "strange.ttl").write_text("<http://e/a> <http://e/b> <http://e/c> .\n", encoding="utf-8")
    strange, own = run("--project", str(tmp_path / "strange.ttl")).stdout, tmp_path / "own"
    assert ("partnerkg init FOLDER" in strange, " read PAGE" in strange) == (True, False)
    assert run("init", str(own)).returncode == 0
    assert " read PAGE" in run("--project", str(own)).stdout
