"""Where an answer is written, and in which format."""

from __future__ import annotations

import gzip
import os
import pty
import subprocess
from argparse import Namespace

import pytest

from partnerkg.cli import output, run
from partnerkg.errors import UnguessableFormat

from .conftest import COMMAND

ENDINGS = {".ttl": "turtle", ".rdf12.ttl": "turtle12", ".csv": "csv"}
WRITING = [
    ["query", "network_members", "--network", "x"],
    ["query", "-e", "ASK {}"],
    ["query", "-e", "ASK {}", "--explain"],
    ["query"],
    ["questions"],
    ["show", "x"],
    ["validate"],
    ["completeness"],
    ["completeness", "--ranking"],
    ["completeness", "--by", "town"],
    ["completeness", "--organization", "x"],
    ["export"],
    ["diff", "nothing"],
    ["infer"],
    ["infer", "--rules"],
    ["identifiers"],
    ["fair", "nothing"],
]


def asked(path, name=None):
    return output.asked(Namespace(output=path, format=name), lambda: ENDINGS)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.ttl", "turtle"),
        ("A.TTL", "turtle"),
        ("b/a.rdf12.ttl", "turtle12"),
        ("a.csv.gz", "csv"),
        ("a.CSV.GZ", "csv"),
        *((path, None) for path in ("a", "a.gz", "/dev/stdout", None)),
    ],
)
def test_the_longest_ending_that_fits_says_the_format(path, name):
    assert asked(path) == name


def test_a_name_comes_before_an_ending():
    assert asked("a.csv", "turtle") == asked("a.doc", "turtle") == "turtle"


def test_an_ending_that_says_nothing_is_refused_with_those_that_do():
    with pytest.raises(UnguessableFormat) as refused:
        asked("a.doc")
    assert str(refused.value) == (
        "The ending of a.doc is that of no format; choose one of: .ttl, .rdf12.ttl, .csv."
    )


@pytest.mark.parametrize("verb", WRITING, ids=" ".join)
def test_every_verb_refuses_an_unknown_ending(verb, world, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    assert run(["--lang", "en", "--project", world, *verb, "-o", "a.doc"]) == 2
    said = capfd.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "The ending of a.doc is that of no format; choose one of: ." in said.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("verb", "name", "start"),
    [
        (["query", "network_members", "--network", "libraires-d-ombre"], "a.json", b"["),
        (["query", "-e", "CONSTRUCT { ?s a pk:Network } WHERE { ?s a pk:Network }"], "a.ttl", b"@prefix"),
        (["questions"], "a.html", b"<!DOCTYPE html>"),
        (["show", "la-plume-rivebois"], "a.json", b"{"),
        (["completeness"], "a.md", b"#"),
        (["completeness", "--ranking"], "a.tsv", b"?name\t"),
        (["export"], "a.nq", b"<"),
        (["infer"], "a.nt", b"<"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_the_ending_chooses_the_format_in_every_verb(verb, name, start, world, tmp_path):
    assert run(["--lang", "en", "--project", world, *verb, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_hyphen_is_standard_output(ask, tmp_path):
    verb = ["questions", "network", "members"]
    assert ask(*verb, "-o", "-").stdout == ask(*verb).stdout != ""
    assert not list(tmp_path.iterdir())


def test_gz_packs_the_same_bytes_into_the_same_bytes(world, tmp_path):
    export = ["--project", world, "export", "-o"]
    for name in ("a.nq", "a.nq.gz", "b.nq.gz"):
        assert run([*export, str(tmp_path / name)]) == 0
    packed = (tmp_path / "a.nq.gz").read_bytes()
    assert gzip.decompress(packed) == (tmp_path / "a.nq").read_bytes()
    assert packed == (tmp_path / "b.nq.gz").read_bytes()


@pytest.mark.parametrize("verb", ["release 1.0.0", "documentation", "load"])
@pytest.mark.parametrize("name", ["", "-"])
def test_standard_output_is_no_folder(verb, name, capfd):
    assert run(["--lang", "en", *verb.split(), "-o", name]) == 2
    assert "-o takes the name of a folder" in capfd.readouterr().err


def test_nothing_is_no_file(capfd):
    assert run(["--lang", "en", "export", "-o", ""]) == 2
    assert "-o takes the name of a file" in capfd.readouterr().err


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_what_is_no_text_is_not_written_to_a_terminal(form, world):
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [COMMAND, "--lang", "en", "--project", world, "export", "--format", form],
        check=False,
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.decode() == f"partnerkg: {form} is no text for a terminal; add -o FILE.\n"
