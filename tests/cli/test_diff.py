"""`partnerkg diff`, run as a process."""

from __future__ import annotations

import gzip
import json

import pytest

SAME, DIFFERENT, FAILED = 0, 1, 2
TEXT = "<http://a/s> <http://a/p> %s .\n"


@pytest.fixture
def run(inside):
    return inside


@pytest.fixture
def files(tmp_path):
    for name, value in (("a", "_:x"), ("b", "_:y"), ("c", "1")):
        (tmp_path / f"{name}.ttl").write_text(TEXT % value)
    return tmp_path


def test_it_exits_0_where_only_labels_of_blank_nodes_differ(run, files):
    assert run("diff", "a.ttl", "b.ttl").returncode == SAME


def test_it_exits_1_and_says_what_differs(run, files):
    found = run("diff", "a.ttl", "c.ttl", "--lang", "en")
    assert (found.returncode, found.stderr) == (DIFFERENT, "")
    assert '  + <http://a/s> <http://a/p> "1"^^xsd:integer\n' in found.stdout


def test_it_compares_with_the_project_given(run, world):
    assert run("--project", world, "diff", world).returncode == SAME


def test_it_compares_a_project_with_a_packed_dump_of_it(run, world, tmp_path):
    dump = run("--project", world, "export", "--format", "nquads").stdout
    (tmp_path / "world.nq.gz").write_bytes(gzip.compress(dump.encode()))
    assert run("diff", world, "world.nq.gz").returncode == SAME


def test_it_writes_to_a_file(run, files):
    run("diff", "a.ttl", "c.ttl", "--format", "json", "-o", "changes.json")
    assert json.loads((files / "changes.json").read_text())["statements"]["added"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.ttl", "absent.ttl"), "No file or folder at absent.ttl"),
        (("a.ttl", "torn.nq.gz"), "torn.nq.gz cannot be read: it is no whole gzip file"),
        (("a.ttl", "b.ttl", "--format", "html"), "choose one of: text, markdown, json, patch"),
        (("a.ttl", "b.ttl", "--timeout", "soon"), "--timeout takes a number of seconds"),
        (("a.ttl", "http://localhost:1/query"), "http://localhost:1/query cannot be reached"),
    ],
)
def test_it_says_in_one_line_what_is_wrong(run, files, arguments, words):
    (files / "torn.nq.gz").write_bytes(gzip.compress(b"<a:a> <a:a> <a:a> .\n" * 99)[:-9])
    found = run("diff", *arguments)
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (FAILED, "", 1)
    assert words in found.stderr
