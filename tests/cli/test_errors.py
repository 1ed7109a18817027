"""What goes wrong is one line on standard error, exit code 2, nothing written - in two languages."""

from __future__ import annotations

import gzip
import os
import shlex
import subprocess

import pytest

from partnerkg.cli import language
from partnerkg.errors import UnreadableFile
from partnerkg.rdf import source

from .conftest import COMMAND

ASK = ("query", "network_members", "--network", "libraires-d-ombre")
WRONG = [
    (("query", "network_member"), "did you mean `network_members`", "vouliez-vous dire `network_members`"),
    (("query", ""), "No query named ``; `partnerkg query` lists them", "Aucune question nommée ``"),
    (("search", " "), "there are no words to search", "il n’y a pas de mots à chercher"),
    (("query", "zzz"), "No query named `zzz`; `partnerkg query` lists them", "Aucune question nommée `zzz`"),
    (("query", "network_members", "--netwrk", "x"), "has no parameter `netwrk`; did you mean `network`", "n’a pas de paramètre `netwrk`"),
    (("query", "bookshop_places", "--param", "x=1"), "has no parameter `x`", "Elle attend : rien"),
    (("query", "network_members"), "needs --network; for example --network", "a besoin de --network ; par exemple"),
    (("query", "network_members", "--network", "libraire-d-ombre"), "did you mean `Libraires d’Ombre`", "vouliez-vous dire"),
    (("query", "network_members", "--network", "le-grimoire"), "it is no pk:Network", "ce n’est pas un pk:Network"),
    (("query", "network_members", "--param", "network"), "--param takes NAME=VALUE", "--param attend NOM=VALEUR"),
    (("query", "network_members", "extra", "--network", "x"), "one argument too many", "un argument de trop"),
    (("query", "network_members", "-e", "ASK {}"), "not both", "pas les deux"),
    ((*ASK, "--format", "xls"), "no format `xls`; choose one of: table, csv, json", "choisissez parmi"),
    ((*ASK, "--why", "--format", "csv"), "no place for the quotes of --why; choose one of: json, table", "pas de place pour les citations"),
    (("query", "-e", "ASK {}", "--why"), "--why is for a question or a SELECT query", "--why vaut pour"),
    ((*ASK, "-o", "no/where.csv"), "no/where.csv cannot be written", "aucun fichier ni dossier à cet endroit"),
    ((*ASK, "--project", "nothing"), "No file or folder at nothing", "Aucun fichier ni dossier à nothing"),
    ((*ASK, "--project", "empty"), "it has no folder `graph`", "il n’a pas de dossier `graph`"),
    ((*ASK, "--project", "broken.ttl"), "broken.ttl, line 2", "broken.ttl, ligne 2"),
    ((*ASK, "--project", "table.xlsx"), "`.xlsx` is no RDF", "`.xlsx` n’est pas du RDF"),
    (("query", "-e", "SELECT * { ?s ?p }"), "line 1, column 19", "ligne 1, colonne 19"),
    (("query", "-e", "CLEAR ALL"), "CLEAR changes data", "CLEAR modifie des données"),
    (("query", "-e", "SELECT * { SERVICE <http://e/> {} }"), "SERVICE is not allowed", "SERVICE n’est pas permis"),
    (("query", "-f", "nothing.rq"), "No file or folder at nothing.rq", "Aucun fichier"),
    (("query", "-f", "latin.rq"), "line 1: the byte 0xe9 is not UTF-8", "ligne 1 : l’octet 0xe9 n’est pas de l’UTF-8"),
    (("query", "-f", "."), "is a directory", "c’est un dossier"),
    (("query", "-e", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"), "choose one of: turtle", "choisissez parmi"),
    (("show", "le-grimoir"), "did you mean `Le Grimoire`", "vouliez-vous dire `Le Grimoire`"),
    (("show",), "the following arguments are required", "il manque"),
    (("show", "le-grimoire", "--format", "xls"), "choose one of: text, json", "choisissez parmi : text, json"),
    (("export", "--format", "xls"), "no format `xls`", "pas de format `xls`"),
    (("export", "-o", "."), "is a folder", "est un dossier"),
    (("validate", "--fail-on", "x"), "invalid choice: 'x'", "choix impossible"),
    (("validate", "--format", "x"), "choose one of: text, json, csv", "choisissez parmi"),
    (("validate", "--focus", "la-plume-rivebos"), "did you mean `La Plume`", "vouliez-vous dire"),
    (("validate", "--focus", "x:y"), "there is no prefix `x`", "pas de préfixe `x`"),
    (("validate", "--focus", "la-plume-rivebois", "--strict"), "is for the whole graph", "validate --help"),
    (("format", "nothing.ttl"), "No file or folder", "Aucun fichier"),
    (("format", "broken.ttl"), "broken.ttl, line 2", "broken.ttl, ligne 2"),
    (("places", "nothing", "--project", "."), ". is no partnerkg project", ". n’est pas un projet partnerkg"),
    (("places", "nothing", "--project", "bare"), "No file or folder at bare/graph/reference/communes.yaml", "communes.yaml"),
    (("qery",), "no command `qery`; did you mean `query`", "pas de commande `qery`"),
    (("--colour",), "unrecognized arguments: --colour", "arguments inconnus : --colour"),
    (("query", "--format"), "expected one argument", "une valeur est attendue"),
    (("query", "x", "--lang", "de"), "invalid choice: 'de'", "choix impossible : 'de'"),
]  # fmt: skip


PACKED = [
    ("broken.ttl.gz", "broken.ttl.gz, line 40002: ", "broken.ttl.gz, ligne 40002"),
    ("latin.nq.gz", "line 40001: the byte 0xe9 is not UTF-8", "ligne 40001"),
    ("torn.ttl.gz", "torn.ttl.gz cannot be read: it is no whole gzip file", "ce n’est pas un fichier gzip entier"),
    ("zeros.nt.gz", "zeros.nt.gz, line 1: a line is longer than 16777216 bytes", "une ligne dépasse"),
]  # fmt: skip


@pytest.fixture
def run(inside):
    return inside


@pytest.fixture
def folder(tmp_path):
    """Put broken files into the folder that the command runs in."""
    (tmp_path / "broken.ttl").write_text("<http://e/s> <http://e/p> <http://e/o> .\n<http://e/s> oops")
    (tmp_path / "latin.rq").write_bytes("ASK { ?s ?p 'é' }".encode("latin-1"))
    (tmp_path / "table.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "empty").mkdir()
    (tmp_path / "bare" / "graph").mkdir(parents=True)
    return tmp_path


def content(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("locale", ["en_GB.UTF-8", "fr_FR.UTF-8"])
@pytest.mark.parametrize(("arguments", "english", "french"), WRONG, ids=lambda value: str(value)[:40])
def test_it_says_in_one_line_what_to_do(ask, folder, locale, arguments, english, french):
    before = content(folder)
    found = ask(*arguments, locale=locale)
    assert found.returncode == 2
    assert found.stdout == ""
    assert found.stderr.startswith("partnerkg: ") and found.stderr.count("\n") == 1
    assert (french if locale.startswith("fr") else english).casefold() in found.stderr.casefold()
    assert content(folder) == before


@pytest.fixture
def packed(tmp_path):
    """Put packed files with faults far behind their beginning into the folder that the command runs in."""
    many = b"<http://e/s> <http://e/p> 'o' .\n" * 40_000
    (tmp_path / "broken.ttl.gz").write_bytes(gzip.compress(many + b"<http://e/s>\noops"))
    (tmp_path / "latin.nq.gz").write_bytes(gzip.compress(many.replace(b"'", b'"') + b"\xe9"))
    (tmp_path / "torn.ttl.gz").write_bytes(gzip.compress(many)[:-9])
    (tmp_path / "zeros.nt.gz").write_bytes(gzip.compress(b"0" * 30_000_000))
    return tmp_path


@pytest.mark.parametrize("locale", ["en_GB.UTF-8", "fr_FR.UTF-8"])
@pytest.mark.parametrize(("name", "english", "french"), PACKED, ids=lambda value: value[:12])
def test_it_says_where_a_large_file_is_broken_and_writes_nothing(run, packed, locale, name, english, french):
    before = content(packed)
    found = run("export", name, "-o", "x.nq", locale=locale)
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert (french if locale.startswith("fr") else english) in found.stderr
    assert content(packed) == before


def test_it_speaks_the_language_of_lang_before_that_of_the_locale(run):
    for arguments in (("--lang", "fr", "qery"), ("query", "x", "--lang=fr"), ("--lang=fr", "query", "x")):
        assert "Aucun" in run(*arguments).stderr or "Il n’y a pas" in run(*arguments).stderr


def test_it_says_that_it_may_not_read(closed):
    with pytest.raises(UnreadableFile) as caught:
        source.text(str(closed / "a.ttl"))
    assert "permission refusée" in caught.value.text(language.translations("fr")[0])


def test_it_keeps_the_old_file_when_it_fails(ask, tmp_path):
    (tmp_path / "answer.csv").write_text("old")
    assert ask("query", "network_members", "--network", "x", "-o", "answer.csv").returncode == 2
    assert (tmp_path / "answer.csv").read_text() == "old"


def test_it_is_quiet_when_its_reader_has_seen_enough(world):
    command = f"partnerkg --project {world} export | head -c 1; exit ${{PIPESTATUS[0]}}"
    path = os.pathsep.join([os.path.dirname(os.sys.executable), os.environ["PATH"]])
    found = subprocess.run(
        ["bash", "-c", command], check=False, capture_output=True, env={**os.environ, "PATH": path}
    )
    assert (found.returncode, found.stderr) == (0, b"")


def test_it_fails_on_findings_though_nobody_reads_them(tmp_path):
    shape = "[] a sh:NodeShape ; sh:targetNode <https://a.example/b> ; sh:property [ sh:path sh:name ; sh:minCount 1 ] ."
    (tmp_path / "shapes.ttl").write_text(f"@prefix sh: <http://www.w3.org/ns/shacl#> . {shape}")
    (tmp_path / "data.ttl").write_text("<https://a.example/b> a <https://a.example/C> .")
    reading, writing = os.pipe()
    os.close(reading)
    command = [COMMAND, "validate", "data.ttl", "--shapes", "shapes.ttl"]
    done = subprocess.run(command, check=False, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
def test_it_says_that_the_disk_is_full(world):
    with open("/dev/full", "w") as full:
        command = [
            os.path.join(os.path.dirname(os.sys.executable), "partnerkg"),
            "--project",
            world,
            "export",
        ]
        found = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert found.returncode == 2
    assert found.stderr.startswith("partnerkg: ") and found.stderr.count("\n") == 1


def test_it_shows_where_an_unexpected_error_comes_from_only_when_asked(monkeypatch, capsys):
    from partnerkg import cli

    def fail(*_):
        raise ZeroDivisionError("one\ntwo")

    monkeypatch.setattr(cli, "_answer", fail)
    assert cli.run([]) == 2
    assert "Unexpected ZeroDivisionError: one two" in capsys.readouterr().err
    monkeypatch.setenv("PARTNERKG_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        cli.run([])


def test_it_stops_quietly_when_interrupted(monkeypatch, capsys):
    from partnerkg import cli

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_answer", interrupt)
    assert cli.run([]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name != "posix", reason="how a shell starts a command without an output")
@pytest.mark.parametrize(
    ("closed", "said"), [(">&-", "standard output cannot be written: "), (">&- 2>&-", "")]
)
def test_it_fails_in_one_line_where_it_has_no_output(closed, said, world):
    words = shlex.join([COMMAND, "--project", world, "--lang", "en", "questions", "network"])
    done = subprocess.run(
        ["/bin/sh", "-c", f"{words} {closed}"], check=False, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"partnerkg: {said}" if said else "")
    assert done.stderr.count("\n") == bool(said)
