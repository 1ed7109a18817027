"""What data of strangers may do to a terminal: nothing."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from partnerkg import cli

EVIL = """PREFIX pk: <https://w3id.org/partnerkg/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX o: <https://w3id.org/partnerkg/id/organization/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
o:evil a pk:Bookshop ; skos:prefLabel "Evil\\u001B]0;owned\\u0007\\u202E"@fr ; rdfs:label "Evil\\u001B[2J"@fr ."""
SHAPE = """PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<http://e/S> a sh:NodeShape ; sh:targetSubjectsOf skos:prefLabel ; sh:property <http://e/P> .
<http://e/P> sh:path skos:prefLabel ; sh:name "n\\u001B[3m" ; sh:maxLength 2 ; sh:message "m\\u202E" ."""
RAW = set("\x1b\x07\u202e\x9b")


@pytest.fixture
def evil(tmp_path):
    (tmp_path / "data.ttl").write_text(EVIL)
    (tmp_path / "changed.ttl").write_text(EVIL.replace("owned", "moved"))
    (tmp_path / "shape.ttl").write_text(SHAPE)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        "--project data.ttl show evil",
        "--project data.ttl query -e SELECT(?o){?s?p?o} --format table",
        "--project data.ttl query -e SELECT?o{?s?p?o} --format table",
        "--project data.ttl query -e SELECT?o{?s?p?o} --format markdown",
        "--project data.ttl query -e SELECT?o{?s?p?o} --format html",
        "--project data.ttl search Evil --format table",
        "--project data.ttl completeness --shapes shape.ttl --format table",
        "--project data.ttl completeness --format markdown",
        "validate data.ttl --shapes shape.ttl",
        "validate data.ttl --shapes shape.ttl --format markdown",
        "validate data.ttl --shapes shape.ttl --format html",
        "diff data.ttl changed.ttl",
        "diff data.ttl changed.ttl --format markdown",
        "diff data.ttl changed.ttl --format html",
        "--project no\x1b[2J.ttl show evil",
        "query -e SELECT\x1b[2J",
        "que\x1b[2Jry",
    ],
)
def test_what_people_read_has_nothing_raw(evil, arguments, capfdbinary, monkeypatch):
    monkeypatch.chdir(evil)
    cli.run(arguments.split(" "))
    out, said = (text.decode() for text in capfdbinary.readouterr())
    assert out + said
    assert not RAW & set(out + said)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "sparql-json"])
def test_a_format_for_programs_has_nothing_raw_on_a_terminal(evil, form):
    ours, theirs = pty.openpty()
    command = [Path(sys.executable).parent / "partnerkg", "--project", "data.ttl", "query", "--format", form]
    with subprocess.Popen([*command, "-e", "SELECT ?o { ?s ?p ?o }"], stdout=theirs, cwd=evil) as process:
        process.wait(60)
    os.close(theirs)
    seen = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "Evil" in seen
    assert not RAW & set(seen)
