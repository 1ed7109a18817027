"""The compiled shapes, asked of servers: the same findings and the same counts as from the embedded store."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse

from partnerkg.cli import run
from partnerkg.rdf import lexical
from partnerkg.store import embedded, remote
from partnerkg.store.push import push
from partnerkg.validate import Report, load, validate
from partnerkg.validate.compiled.outcome import multiset

# What Virtuoso 7.2 finds wrongly; a shape that is mended, in the engine or by other words, must leave.
WRONG_IN_VIRTUOSO = {
    "https://w3id.org/partnerkg/shapes#same-name-same-town": "REPLACE loses letters with accents",
}
FIXTURES = Path(__file__).parents[1] / "shapes" / "fixtures"
WORLD = Path(__file__).parents[1] / "world"


@pytest.fixture(scope="module")
def faults() -> list[Quad]:
    """Return the invented project and a fault of each kind: every fixture that fails, in a graph of its own."""
    found = list(embedded.read(str(WORLD)).everything())
    for shape in load():
        path = FIXTURES / shape.iri.rpartition("#")[2] / "fail.ttl"
        if not path.exists():
            continue
        graph = NamedNode(f"urn:fault:{path.parent.name}")
        for s, p, o, _ in parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True):
            found.append(Quad(_named(s), p, _named(o), graph))
    return found


def _named(term: object) -> object:
    """Return a term as a server has it, and one that `push` can compare: a blank node gets a name."""
    return NamedNode(f"urn:blank:{term.value}") if isinstance(term, BlankNode) else lexical.stored(term)


@pytest.fixture(scope="module")
def expected(faults) -> Report:
    return validate(faults, engine="sparql")


@pytest.fixture(scope="module")
def found(serve, faults) -> Report:
    return validate(
        remote.read(serve("--union-default-graph", quads=faults) + "/query"), load(), engine="sparql"
    )


def test_oxigraph_finds_the_same(expected, found) -> None:
    assert len(found.results) > 500
    assert multiset(found.results) == multiset(expected.results)


@pytest.mark.parametrize("counted", ["checked", "nodes", "subjects", "unseen", "unmet"])
def test_oxigraph_counts_the_same(expected, found, counted) -> None:
    assert getattr(found, counted) == getattr(expected, counted)


def test_virtuoso_finds_the_same_but_for_what_is_known(serve_virtuoso, faults, tmp_path, capsys) -> None:
    """It knows no triple terms, so that what they say is not put there."""
    plain = [quad for quad in faults if not any(isinstance(term, Triple) for term in quad)]
    expected = validate(plain, engine="sparql")
    server = remote.read(serve_virtuoso())
    assert push(plain, server, server.endpoint.for_updates()).wrong == {}
    report = validate(server, load(), engine="sparql")
    less = multiset(expected.results) - multiset(report.results)
    assert not multiset(report.results) - multiset(expected.results)
    assert {shape for shape, *_ in less} == WRONG_IN_VIRTUOSO.keys()
    assert report.nodes == expected.nodes  # not subjects: its own graphs describe things too
    _says_how_to_check(server.endpoint.url, tmp_path / "shapes.ttl", capsys)


def _says_how_to_check(url: str, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Shapes of one's own may be judged wrongly there: the command says so, and what finds it out."""
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <x:s> sh:targetClass <x:C> ; sh:nodeKind sh:IRI ."
    )
    run(["--endpoint", url, "--lang", "en", "validate", "--shapes", str(path)])
    assert f"`partnerkg engine-check {url} --shapes {path}`" in capsys.readouterr().out


def test_no_other_server_is_taken_for_virtuoso(serve) -> None:
    assert not remote.read(serve("--union-default-graph") + "/query").is_virtuoso()
