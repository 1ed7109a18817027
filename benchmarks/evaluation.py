"""Print how many tests of the W3C SPARQL 1.1 suite pass by `query -f` and over HTTP, and why others fail.

By `query -f` a test is asked as the command asks it, of a file that holds its graphs, but in this process;
the default graph of `partnerkg` is the union of all graphs, so a test with named graphs says by FROM which is
which. Over HTTP all are asked of one server that holds the graphs of all tests: the protocol says at which a
test looks, and what looks at none is asked of a second server that has none. Tests of entailment and of calls
to other servers are left out. Exit status 1 if a test fails that is not listed with its reason in
tests/conformance/allowed.tsv, or passes though it is listed.
"""

from __future__ import annotations

import csv
import http.client
import io
import json
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import urlencode

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
    serialize,
)

from benchmarks import conformance, serving, suite
from partnerkg.errors import PartnerkgError, WrongSparql
from partnerkg.pipeline import ask
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.opened import Opened
from partnerkg.pipeline.publish import media
from partnerkg.query.run import Task, perform
from partnerkg.sparql import query

ENGINES = {"query": "query -f", "http": "over HTTP"}  # as the list of known failures calls them
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
LEFT_OUT = ("entailment", "service", "syntax-fed")
EVALUATION = frozenset(suite.MF + name for name in ("QueryEvaluationTest", "CSVResultFormatTest"))
SYNTAX = {
    f"{suite.MF}{kind}SyntaxTest{version}": kind == "Positive"
    for kind in ("Positive", "Negative")
    for version in ("", "11")
}
WRITTEN = {".srx": "sparql-xml", ".srj": "sparql-json", ".tsv": "tsv", ".csv": "csv"}
READ = {
    "sparql-xml": QueryResultsFormat.XML,
    "sparql-json": QueryResultsFormat.JSON,
    "tsv": QueryResultsFormat.TSV,
}


@dataclass(frozen=True)
class Case:
    """One test: a query and the graphs it is asked of; `result` is None where only its syntax is tested."""

    name: str
    query: Path
    data: tuple[Path, ...] = ()
    named: tuple[Path, ...] = ()
    result: Path | None = None
    is_right: bool = True  # of a test of syntax


def folder() -> Path:
    """Return where the suite is looked for."""
    return suite.folder().parents[1] / "w3c-sparql"


def cases(root: Path | None = None) -> list[Case]:
    """Return every test of a query in the folder, by name; none if the folder is absent."""
    root = folder() if root is None else root
    return [
        case
        for path in sorted(root.rglob("manifest*.ttl"))
        if path.parent.name not in LEFT_OUT
        for case in sorted(_cases(path, root), key=lambda case: case.name)
    ]


def _cases(path: Path, root: Path) -> Iterator[Case]:
    rows = suite.index(suite.quads(path))
    for entry, row in rows.items():
        kinds = {kind.value for kind in row.get(suite.RDF.type.value, ()) if isinstance(kind, NamedNode)}
        name = f"{path.parent.relative_to(root).as_posix()}/{entry.value.rpartition('#')[2]}"  # type: ignore[union-attr]
        for action in row.get(suite.MF + "action", ()):
            if kinds & EVALUATION:
                of = rows[action]
                yield Case(
                    name,
                    suite.at(of[QT + "query"][0]),
                    tuple(map(suite.at, of.get(QT + "data", ()))),
                    tuple(map(suite.at, of.get(QT + "graphData", ()))),
                    suite.at(row[suite.MF + "result"][0]),
                )
            for kind in kinds & set(SYNTAX):
                yield Case(name, suite.at(action), is_right=SYNTAX[kind])


Engine = Callable[[Case, str], str]  # a test and the text of its query → the answer


def judge(case: Case, engine: Engine | None = None) -> str:
    """Return why a test fails, "" if it passes; it is asked as the command asks unless an engine is given."""
    try:
        found = (engine or asked)(case, ask.text_of(str(case.query)))
    except WrongSparql as error:
        return "" if not case.is_right else f"refused: {error}"
    except PartnerkgError as error:
        return f"refused: {error}"
    except Exception as error:  # whatever it is, it is no answer to this test, and the others go on
        return f"crashed: {type(error).__name__}: {error}"
    if case.result is None:
        return "" if case.is_right else "accepted: a query that is none"
    return _difference(found, case.result)


def asked(case: Case, text: str) -> str:
    """Return what the command writes."""
    with tempfile.TemporaryDirectory() as place, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = Opened(_data(case, Path(place)))
        opened.store.need()
        text = _over(text, case)
        asking = ask.Asking(text, format=_form(case))
        pieces = ask.shown(opened, asking, Audience(), perform(Task(text), opened.store)).pieces
        return "".join(piece if isinstance(piece, str) else piece.decode() for piece in pieces)


@contextmanager
def served(found: Sequence[Case]) -> Iterator[Engine]:
    """Give what asks the two servers: that of the graphs of all these tests, and that of none."""
    files = {path for case in found for path in (*case.data, *case.named)}
    quads = {path: _statements(path) for path in files}
    command = (str(Path(sys.executable).with_name("partnerkg")), "--project")
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        whole, empty = Path(place, "whole.nq"), Path(place, "empty.nq")
        graphs = (
            Quad(one.subject, one.predicate, one.object, NamedNode(path.as_uri()))
            for path in sorted(files)
            for one in quads[path]
        )
        serialize(graphs, str(whole), format=RdfFormat.N_QUADS)
        empty.touch()
        ports = {path: serving.free_port() for path in (whole, empty)}
        for path, port in ports.items():
            start = (*command, str(path), "serve", "--port", str(port))
            stack.enter_context(serving.serving(start, port, "/sparql"))

        def sent(case: Case, text: str) -> str:
            graphs = [("default-graph-uri", path.as_uri()) for path in case.data if quads[path]]
            graphs += [("named-graph-uri", path.as_uri()) for path in case.named if quads[path]]
            names_them = bool(query.read(text).chosen)
            return _sent(ports[whole if graphs else empty], [] if names_them else graphs, text, _form(case))

        yield sent


def _sent(port: int, graphs: Sequence[tuple[str, str]], text: str, form: str | None) -> str:
    """Return what the server at a port sends; WrongSparql for what it refuses to read."""
    offered = media.ROWS | media.TRUTHS
    accept = next((one for one, name in offered.items() if name == form), "text/turtle" if form else "*/*")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Accept": accept, "Content-Type": "application/sparql-query", "Connection": "close"}
    connection.request("POST", f"/sparql?{urlencode(graphs)}", text.encode(), headers)
    answer = connection.getresponse()
    data = answer.read().decode()
    connection.close()
    if answer.status == 400:
        raise WrongSparql(reason=json.loads(data)["detail"])
    if answer.status != 200:
        raise ValueError(data)
    return data


def _data(case: Case, place: Path) -> str:
    """Write the graphs of a test into a file, the default graph under its address if there are others."""
    quads = [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(path.as_uri()) if case.named else None)
        for path in (*case.data, *case.named)
        for quad in _statements(path)
    ]
    serialize(quads, str(place / "data.nq"), format=RdfFormat.N_QUADS)
    return str(place / "data.nq")


def _statements(path: Path) -> list[Quad]:
    form = RdfFormat.RDF_XML if path.suffix == ".rdf" else RdfFormat.TURTLE
    return list(parse(path=str(path), format=form, base_iri=path.as_uri(), rename_blank_nodes=True))


def _over(text: str, case: Case) -> str:
    """Return a query that says which graphs it is asked of, if the test has named ones."""
    asked = query.read(text)
    if not case.named or asked.chosen or asked.opening is None:
        return text
    clauses = [f"FROM <{path.as_uri()}>" for path in case.data]
    clauses += [f"FROM NAMED <{path.as_uri()}>" for path in case.named]
    group = asked.tokens[asked.group or 0]
    where = next(
        token for token in asked.tokens if token is group or (not token.depth and token.says("WHERE"))
    )
    return f"{text[: where.start]} {' '.join(clauses)} {text[where.start :]}"


def _form(case: Case) -> str | None:
    """Return the format in which a table or a truth is compared, None for what has none."""
    if case.result is None or not _is_table(case.result):
        return None
    return WRITTEN.get(case.result.suffix, "sparql-xml")


def _is_table(path: Path) -> bool:
    return path.suffix in WRITTEN or any(quad.predicate.value.startswith(RS) for quad in _statements(path))


def _difference(found: str, expected: Path) -> str:
    """Return how an answer differs from the one expected, "" if it says the same."""
    form = WRITTEN.get(expected.suffix, "sparql-xml")
    if not _is_table(expected):
        mine = _canonical(parse(input=found, format=RdfFormat.TURTLE))
        return _told(mine, _canonical(_statements(expected)))
    if form == "csv":
        return _told(_rows(found), _rows(expected.read_text(encoding="utf-8")))
    if expected.suffix in WRITTEN:
        wanted = _table(expected.read_bytes(), form)
    else:
        wanted = _canonical(_statements(expected))
    return _told(_table(found.encode(), form), wanted)


def _rows(text: str) -> list[list[str]]:
    """Return the rows of a CSV answer, numbers by their value: the engine writes them in its own way."""
    first, *rest = csv.reader(io.StringIO(text, newline=""))
    return [first, *sorted([_cell(cell) for cell in row] for row in rest)]


def _cell(text: str) -> str:
    if text.startswith("_:"):
        return "_:"
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def _table(text: bytes, form: str) -> set[str]:
    """Return the statements that say an answer in the vocabulary of the suite."""
    answer = parse_query_results(text, format=READ[form])
    top = BlankNode("table")
    if isinstance(answer, QueryBoolean):
        return _canonical([_said(top, "boolean", Literal(bool(answer)))])
    columns = [variable.value for variable in answer.variables]
    quads = [_said(top, "resultVariable", Literal(name)) for name in columns]
    for number, row in enumerate(answer):
        quads.append(_said(top, "solution", BlankNode(f"row{number}")))
        for name in columns:
            if (value := row[name]) is not None:
                binding = BlankNode(f"row{number}{name}")
                quads.append(_said(BlankNode(f"row{number}"), "binding", binding))
                quads.append(_said(binding, "variable", Literal(name)))
                quads.append(_said(binding, "value", value))
    return _canonical(quads)


def _said(subject: BlankNode, name: str, value: NamedNode | BlankNode | Literal) -> Quad:
    return Quad(subject, NamedNode(RS + name), value)


def _canonical(quads: Iterable[Quad]) -> set[str]:
    """Return statements as text, whatever their blank nodes are called and their numbers written as."""
    store = Store()  # writes each number in one way
    store.extend(
        Quad(quad.subject, quad.predicate, quad.object)
        for quad in quads
        if quad.predicate.value != RS + "index" and quad.object != NamedNode(RS + "ResultSet")
    )
    dataset = Dataset(store)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(map(str, dataset))


def _told(found: object, wanted: object) -> str:
    if found == wanted:
        return ""
    if isinstance(found, set) and isinstance(wanted, set):
        return f"differs: {sorted(found - wanted)[:3]} instead of {sorted(wanted - found)[:3]}"
    return f"differs: {found} instead of {wanted}"[:300]


def main() -> int:
    """Print the counts; return 1 if they are not as the list says, 2 if the suite is absent."""
    found = cases()
    if not found:
        print(f"{folder()} is not there; set PARTNERKG_SUITES to the folder of the suites.")
        return 2
    with served(found) as server:
        return max(_counted(found, "query", asked), _counted(found, "http", server))


def _counted(found: Sequence[Case], name: str, engine: Engine) -> int:
    failed = {case.name: reason for case in found if (reason := judge(case, engine))}
    print(f"SPARQL, {ENGINES[name]}: {len(found) - len(failed)} of {len(found)} tests pass")
    return conformance.compared(failed, name)


if __name__ == "__main__":
    sys.exit(main())
