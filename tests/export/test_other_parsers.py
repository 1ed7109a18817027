"""What is written, read by parsers written in other languages: Raptor (C), N3.js and jsonld.js (JavaScript)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from partnerkg.export import FORMATS, write
from partnerkg.store import embedded

from .test_round_trips import shape

pytestmark = pytest.mark.slow

RAPTOR = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "rdfxml", "nquads": "nquads"}
MODULES = Path(__file__).parents[2] / "build" / "npm" / "node_modules"
N3 = """
const {Parser} = require('n3'), text = require('fs').readFileSync(0, 'utf8');
const said = term => ({
    NamedNode: () => `<${term.value}>`,
    BlankNode: () => `_:${term.value}`,
    DefaultGraph: () => '',
    Quad: () => `<<( ${said(term.subject)} ${said(term.predicate)} ${said(term.object)} )>>`,
    Literal: () => JSON.stringify(term.value)
        + (term.language ? `@${term.language}` : `^^<${term.datatype.value}>`),
})[term.termType]();
for (const quad of new Parser({format: process.argv[1]}).parse(text))
    process.stdout.write(['subject', 'predicate', 'object', 'graph'].map(name => said(quad[name])).join(' ') + ' .\\n');
"""
JSONLD = """
const jsonld = require('jsonld'), text = require('fs').readFileSync(0, 'utf8');
const refuse = async url => { throw new Error('it asked for ' + url); };
jsonld.toRDF(JSON.parse(text), {format: 'application/n-quads', documentLoader: refuse})
    .then(result => process.stdout.write(result));
"""


def quads(store: embedded.Embedded, name: str) -> list[Quad]:
    if FORMATS[name].graphs:
        return list(store.quads())
    return [Quad(quad.subject, quad.predicate, quad.object) for quad in store.quads()]


def output(command: list[str], given: bytes, **options: object) -> list[Quad]:
    done = subprocess.run(command, input=given, capture_output=True, check=True, **options)
    return list(parse(done.stdout, format=RdfFormat.N_QUADS))


def script(module: str, text: str, given: bytes, *arguments: str, absent) -> list[Quad]:
    if not shutil.which("node") or not (MODULES / module).is_dir():
        absent(f"npm's {module} is not here: `make npm` fetches it, with Debian's nodejs and npm")
    return output(["node", "-e", text, *arguments], given, cwd=MODULES.parent)


@pytest.mark.parametrize("name", RAPTOR)
def test_raptor_reads_what_was_written(name: str, store: embedded.Embedded, absent) -> None:
    if not shutil.which("rapper"):
        absent("no Raptor here: apt-get install raptor2-utils")
    data = b"".join(write(store, name))
    found = output(["rapper", "-q", "-i", RAPTOR[name], "-o", "nquads", "-", "http://base.example/"], data)
    assert shape(found) == shape(quads(store, name))


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "nquads"])
def test_n3_reads_what_was_written(name: str, store: embedded.Embedded, absent) -> None:
    data = b"".join(write(store, name))
    found = script("n3", N3, data, FORMATS[name].media_type, absent=absent)
    assert shape(found) == shape(quads(store, name))


@pytest.mark.parametrize("name", ["turtle12", "trig12"])
def test_n3_reads_the_reifiers_of_rdf_1_2(name: str, store: embedded.Embedded, absent) -> None:
    data = b"".join(write(store, name))
    form = RdfFormat.TURTLE if name == "turtle12" else RdfFormat.TRIG
    found = script("n3", N3, data, FORMATS[name].media_type.partition(";")[0], absent=absent)
    assert set(found) == set(parse(data, format=form))


@pytest.mark.parametrize("name", ["jsonld", "jsonld-compact"])
def test_jsonld_reads_what_was_written_and_fetches_nothing(
    name: str, store: embedded.Embedded, absent
) -> None:
    found = script("jsonld", JSONLD, b"".join(write(store, name)), absent=absent)
    assert shape(found) == shape(quads(store, name))
