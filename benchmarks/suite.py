"""The W3C SHACL test suite: its manifests read into cases. The suite itself is not part of the project."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from partnerkg.namespaces import namespace

Term = NamedNode | BlankNode | Literal | Triple
Index = Mapping[Term, Mapping[str, Sequence[Term]]]

SH, RDF = namespace("sh"), namespace("rdf")
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
BESIDE = Path(__file__).parents[2] / "shared" / "suites"


@dataclass(frozen=True)
class Case:
    """One test: two graphs, and the report that must come out; None where the shapes must be refused."""

    name: str
    data: Path
    shapes: Path
    expected: frozenset[Triple] | None = field(repr=False)


def folder() -> Path:
    """Return where the suite is looked for: under PARTNERKG_SUITES, else beside the project."""
    return Path(os.environ.get("PARTNERKG_SUITES", BESIDE)) / "w3c-shacl" / "tests"


def cases(root: Path | None = None) -> list[Case]:
    """Return every test of the folder, by name, those that no manifest includes too; none if it is absent."""
    root = folder() if root is None else root
    return [case for path in sorted(root.rglob("*.ttl")) for case in _cases(path, root)]


def quads(path: Path) -> list[Quad]:
    """Return the statements of a Turtle file, its own address being the base of relative ones."""
    return list(parse(path=str(path), format=RdfFormat.TURTLE, base_iri=path.as_uri()))


def index(statements: Sequence[Quad] | Sequence[Triple]) -> Index:
    """Return the values of each subject by predicate."""
    rows: dict[Term, dict[str, list[Term]]] = {}
    for statement in statements:
        row = rows.setdefault(statement.subject, {})
        row.setdefault(statement.predicate.value, []).append(statement.object)
    return rows


def _cases(path: Path, root: Path) -> Iterator[Case]:
    rows = index(quads(path))
    for start in rows.get(NamedNode(path.as_uri()), {}).get(MF + "entries", ()):
        for entry in _items(start, rows):
            yield _case(entry, rows, path.relative_to(root))


def _case(entry: Term, rows: Index, path: Path) -> Case:
    action, result = rows[entry][MF + "action"][0], rows[entry][MF + "result"][0]
    failure = isinstance(result, NamedNode) and result.value == SHT + "Failure"
    return Case(
        path.with_suffix("").as_posix(),
        at(rows[action][SHT + "dataGraph"][0]),
        at(rows[action][SHT + "shapesGraph"][0]),
        None if failure else frozenset(_below(result, rows)),
    )


def _below(node: Term, rows: Index) -> Iterator[Triple]:
    """Yield the statements of a report: its own, those of its results, those of their paths."""
    for predicate, values in rows.get(node, {}).items():
        for value in values:
            assert isinstance(node, NamedNode | BlankNode)
            yield Triple(node, NamedNode(predicate), value)
            if predicate == SH.result.value or (_of_path(predicate) and isinstance(value, BlankNode)):
                yield from _below(value, rows)


def _of_path(predicate: str) -> bool:
    return predicate.endswith(("Path", "#first", "#rest"))


def _items(node: Term, rows: Index) -> Iterator[Term]:
    while node != RDF.nil:
        yield rows[node][RDF.first.value][0]
        node = rows[node][RDF.rest.value][0]


def at(term: Term) -> Path:
    """Return the path of a file that a manifest names by its address."""
    assert isinstance(term, NamedNode)
    return Path(unquote(urlsplit(term.value).path))
