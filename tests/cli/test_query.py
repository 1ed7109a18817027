"""`partnerkg query`."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess

import pytest

from .conftest import COMMAND, WORLD

ASK = ("query", "network_members", "--network", "libraires-d-ombre")
BASE = "https://w3id.org/partnerkg/id/"
UNKNOWN = "partnerkg: It is not known whether this is all: no page says so.\n"


@pytest.fixture
def run(inside):
    return inside


def test_it_writes_csv_into_a_pipe(ask):
    found = ask(*ASK)
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert (found.returncode, found.stderr) == (0, UNKNOWN)
    assert rows == [
        {
            "member": f"{BASE}organization/la-plume-rivebois",
            "member_label": "La Plume",
            "name": "La Plume",
            "commune": f"{BASE}place/commune-95991",
            "commune_label": "Rivebois",
            "network_since": "1990",
        }
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "network_members", "--param", "network=libraires-d-ombre"),
        ("query", "network_members", "--network=organization:libraires-d-ombre"),
        ("query", "--format", "csv", "network_members", "--network", "libraires-d-ombre"),
    ],
)
def test_it_takes_values_in_several_ways(ask, arguments):
    assert ask(*arguments).stdout == ask(*ASK).stdout


def test_its_columns_are_called_in_the_language_asked_for(ask):
    lines = ask(*ASK, "--lang", "fr").stdout.splitlines()
    assert lines[0] == "membre,membre (libellé),nom,commune,commune (libellé),réseau depuis"
    assert lines[1:] == ask(*ASK).stdout.splitlines()[1:]


def test_it_takes_the_project_before_and_after_the_verb(run, ask, world):
    assert run(*ASK, "--project", world).stdout == ask(*ASK).stdout != ""


def test_it_writes_json(ask):
    (record,) = json.loads(ask("query", "bookshop_places", "--format", "json").stdout)[:1]
    assert record["sites"] == 1


def test_it_writes_labels_in_a_table(ask):
    table = ask("query", "publisher_partners", "--publisher", "lire-en-ombre", "--format", "table")
    assert "independent bookshop" in table.stdout
    assert "librairie indépendante" in ask(*table.args[3:], locale="fr_FR.UTF-8").stdout


def test_it_draws_a_table_on_a_terminal():
    ours, theirs = pty.openpty()
    subprocess.run(
        [COMMAND, "--project", WORLD, *ASK],
        check=True,
        stdout=theirs,
        env={**os.environ, "COLUMNS": "70", "TERM": "dumb"},
    )
    os.close(theirs)
    screen = os.read(ours, 10_000).decode()
    assert "La Plume" in screen and "──" in screen and BASE not in screen


def test_it_writes_to_a_file(ask, tmp_path):
    found = ask(*ASK, "-o", "answer.csv")
    assert (found.stdout, found.stderr) == ("", UNKNOWN)
    assert (
        (tmp_path / "answer.csv")
        .read_text()
        .startswith("member,member_label,name,commune,commune_label,network_since\n")
    )
    assert [path.name for path in tmp_path.iterdir()] == ["answer.csv"]


def test_it_lists_the_questions(ask):
    found = list(csv.DictReader(io.StringIO(ask("query").stdout)))
    assert {"network_members", "town_organizations"} <= {row["name"] for row in found}
    assert "réseau" in ask("query", "--lang", "fr").stdout


def test_it_explains_a_question(ask):
    found = ask("query", "town_organizations", "--help")
    assert found.returncode == 0
    for words in (
        "Which organisations have a site",
        "--town TOWN",
        "name or code",
        "example Rivebois",
        "name (text)",
        "Example: partnerkg query town_organizations --town Rivebois --since 1990.",
        "Tags: place.",
    ):
        assert words in " ".join(found.stdout.split())
    assert "nom ou code" in ask("query", "town_organizations", "-h", locale="fr").stdout


def test_it_asks_a_question_of_the_project(ask):
    rows = ask("query", "town_organizations", "--town", "clairval").stdout.splitlines()[1:]
    assert [row.split(",")[1] for row in rows] == ["Le Grimoire", "Médiathèque de Clairval", "Page blanche"]


@pytest.mark.parametrize(
    ("locale", "answer"), [("en", "yes\n"), ("fr", "oui\n"), ("C", "yes\n"), ("de_DE.UTF-8", "yes\n")]
)
def test_it_says_yes_or_no(ask, locale, answer):
    assert ask("query", "-e", "ASK { ?s a pk:Network }", locale=locale).stdout == answer


def test_it_says_no(ask):
    no = ("query", "-e", "ASK { ?s a pk:Prize }")
    assert ask(*no).stdout == "no\n"
    assert json.loads(ask(*no, "--format", "json").stdout) is False


def test_it_asks_sparql_of_a_file_and_of_its_input(ask, tmp_path):
    text = "SELECT ?n (1 AS ?x)\n{ organization:radio-ombre skos:prefLabel ?n }"
    (tmp_path / "q.rq").write_text(text)
    expected = "n,x\nRadio Ombre,1\n"
    assert ask("query", "-f", "q.rq").stdout == expected
    assert ask("query", "-f", "-", given=text).stdout == expected


def test_it_writes_the_graph_that_is_asked_for_as_turtle(ask):
    text = "CONSTRUCT { ?s skos:prefLabel ?n } WHERE { ?s a pk:Network ; skos:prefLabel ?n }"
    found = ask("query", "-e", text).stdout
    assert 'organization:libraires-d-ombre skos:prefLabel "Libraires d’Ombre"@fr .' in found


def test_it_counts_a_triple_once_that_two_claims_make(ask):
    text = "SELECT (COUNT(*) AS ?n) { organization:la-plume-rivebois a ?class }"
    assert ask("query", "-e", text).stdout == "n\n1\n"


def test_it_opens_any_rdf_file(run, ask, tmp_path):
    ask("export", "--format", "turtle", "-o", "world.ttl")
    assert run("--project", "world.ttl", *ASK).stdout == ask(*ASK).stdout


def test_it_writes_utf8_whatever_the_locale(ask):
    text = "SELECT ?n { organization:mediatheque-de-clairval skos:prefLabel ?n }"
    assert ask("query", "-e", text, locale="C", PYTHONUTF8="0").stdout == "n\nMédiathèque de Clairval\n"


def test_it_says_which_value_it_takes_by_default(run):
    found = run("query", "place_small_libraries", "--help")
    assert "by default 10000" in " ".join(found.stdout.split())
    french = run("query", "place_small_libraries", "--help", locale="fr_FR.UTF-8")
    assert "par défaut 10000" in " ".join(french.stdout.split())


def test_it_answers_with_the_default(run):
    by_default = run("query", "place_small_libraries")
    assert by_default.stdout == run("query", "place_small_libraries", "--below", "10000").stdout != ""


@pytest.mark.parametrize("name", ["tsv", "sparql-json", "sparql-xml", "markdown", "html"])
def test_it_writes_the_formats_of_others(ask, name):
    found = ask(*ASK, "--format", name)
    below = name in ("markdown", "html")
    assert (found.returncode, found.stderr) == (0, "" if below else UNKNOWN)
    assert "La Plume" in found.stdout


def test_it_says_yes_as_a_document(ask):
    found = ask("query", "-e", "ASK { ?s a pk:Network }", "--format", "sparql-json").stdout
    assert json.loads(found)["boolean"] is True
    assert "<boolean>true</boolean>" in ask("query", "-e", "ASK {}", "--format", "sparql-xml").stdout


@pytest.mark.parametrize(("terminal", "linked"), [("xterm-256color", True), ("dumb", False)])
def test_it_links_cells_on_terminals_that_show_links(terminal, linked):
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "70", "TERM": terminal}
    subprocess.run([COMMAND, "--project", WORLD, *ASK], check=True, stdout=theirs, env=environment)
    os.close(theirs)
    screen = os.read(ours, 10_000).decode()
    assert (f";{BASE}organization/la-plume-rivebois\x1b\\La Plume" in screen) is linked


def test_it_shows_the_quotes_behind_a_row(ask):
    (record,) = json.loads(ask(*ASK, "--why").stdout)
    assert "La Plume is a member" in [reason["quote"] for reason in record["why"]]
    table = ask(*ASK, "--why", "--format", "table", "--lang", "fr").stdout
    assert "\n      228–248 «\u00a0La Plume is a member\u00a0» (" in table


def test_it_shows_the_quotes_behind_a_free_query(ask):
    text = "SELECT ?a ?b { ?a org:memberOf ?b }"
    assert json.loads(ask("query", "-e", text, "--why").stdout)[0]["why"]


def test_it_writes_the_query_without_asking_it(ask):
    text = ask(*ASK, "--explain", locale="fr").stdout
    assert text.startswith("# network_members: Quelles organisations")
    assert f"VALUES ?network {{ <{BASE}organization/libraires-d-ombre> }}" in text
    assert (
        ask("query", "-e", text)
        .stdout.splitlines()[1]
        .endswith("La Plume,https://w3id.org/partnerkg/id/place/commune-95991,1990")
    )
    free = ask("query", "-e", "ASK { ?s a pk:Network }", "--explain").stdout
    assert "PREFIX pk: <https://w3id.org/partnerkg/ontology#>\nASK" in free


PARTIAL = "Partial answer: the page says “in particular” (independent bookshops, Lis avec moi)."
PARTNERS = ("query", "publisher_partners", "--publisher", "lis-avec-moi")


@pytest.mark.parametrize("name", ["csv", "json", "sparql-json"])
def test_it_says_beside_the_data_whether_they_are_all_there_is(run, name):
    found = run(*PARTNERS, "--format", name)
    assert found.stderr == f"partnerkg: {PARTIAL}\n"
    assert "artial" not in found.stdout


def test_a_page_has_what_was_asked_for_its_title_and_the_language_of_lang(run, tmp_path):
    assert run(*PARTNERS, "--lang", "fr", "-o", str(tmp_path / "page.html")).returncode == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert "<title>Avec qui Lis avec moi dit-il travailler" in page
    assert '<p class="lead">Réponse partielle\u00a0: ' in page


@pytest.mark.parametrize("name", ["table", "markdown"])
def test_it_says_below_a_table_whether_it_is_all_there_is(run, name):
    found = run(*PARTNERS, "--format", name)
    assert found.stderr == ""
    assert found.stdout.splitlines()[-1] == PARTIAL


def test_it_says_below_a_table_on_a_terminal_whether_it_is_all_there_is():
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "60", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    subprocess.run([COMMAND, "query", "network_values"], check=True, stdout=theirs, env=environment)
    os.close(theirs)
    screen = " ".join(os.read(ours, 10_000).decode().split())
    assert "Partial answer: the page says “single price of the book…”" in screen


def test_it_says_how_many_lists_were_read_where_no_page_says_more(run):
    found = run("query", "place_small_libraries")
    assert found.stdout.count("\n") > 1
    assert found.stderr.endswith("Lists that the answer rests on: 1; read whole: 1.\n")


def test_it_says_of_an_empty_answer_which_values_have_rows(run):
    found = run("query", "place_small_libraries", "--below", "100")
    assert found.stdout.count("\n") == 1
    assert found.stderr.startswith("partnerkg: Nothing in the graph answers this.")
    assert found.stderr.endswith(" Other values of `below` have rows: 2000, 5000, 10000, ….\n")


def test_it_says_nothing_of_lists_where_nobody_asked_about_any(run):
    assert run("query", "name_unnamed").stderr == ""
    assert run("query", "-e", "SELECT ?s { ?s a pk:Network }").stderr == ""


def test_it_says_which_values_the_graph_has(ask, run):
    found = ask("query", "network_members", "--help")
    assert "· in the graph: Libraires d’Ombre " in " ".join(found.stdout.split())
    many = " ".join(run("query", "place_kind_partners", "--help").stdout.split())
    assert "in the graph: Achicourt, Angres, Arras, " in many and "Mer and 24 more" in many


def test_it_says_that_the_graph_has_no_value(run, tmp_path):
    (tmp_path / "empty.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    found = run("--project", "empty.ttl", "query", "network_members", "--help")
    assert "the graph has none" in " ".join(found.stdout.split())


@pytest.mark.parametrize("place", [("--endpoint", "http://127.0.0.1:9/"), ("--project", "broken.ttl")])
def test_it_helps_without_a_graph(run, tmp_path, place):
    (tmp_path / "broken.ttl").write_text("this is no Turtle")
    found = run(*place, "query", "network_members", "-h")
    assert (found.returncode, found.stderr) == (0, "")
    assert "for example librairies-sorcieres" in " ".join(found.stdout.split())


def test_it_draws_links_from_a_question_and_from_triples(ask):
    text = "CONSTRUCT { ?a org:memberOf ?b } WHERE { ?a org:memberOf ?b }"
    for asked in (("partnership_edges",), ("-e", text)):
        found = ask("query", *asked, "--format", "svg")
        assert found.returncode == 0
        assert found.stdout.startswith("<svg ") and ">La Plume</text>" in found.stdout
    found = ask("query", "class_completeness", "--format", "svg")
    assert (found.returncode, found.stdout) == (2, "")
    assert "A picture needs two columns with IRIs" in found.stderr


def test_it_says_what_a_question_takes_when_it_takes_nothing(ask):
    found = ask("query", "bookshop_places", "--town", "Lille")
    assert found.returncode == 2
    assert found.stderr == (
        "partnerkg: The query `bookshop_places` has no parameter `town`; "
        "`partnerkg query bookshop_places --help` shows how. It takes: nothing.\n"
    )


def test_it_says_yes_and_no_in_a_table_and_true_and_false_in_data(ask):
    text = ("query", "-e", "SELECT (1 = 1 AS ?a) (1 = 2 AS ?b) {}")
    assert ask(*text, "--format", "table", locale="fr").stdout.splitlines()[-1].split() == ["oui", "non"]
    assert ask(*text, locale="fr").stdout == "a,b\ntrue,false\n"


def test_it_says_in_french_what_a_column_holds(run):
    found = run("query", "network_members", "--help", locale="fr_FR.UTF-8")
    assert "commune (lieu, ou rien)" in " ".join(found.stdout.split())
