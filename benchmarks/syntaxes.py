"""Print how many tests of the W3C suites of RDF syntaxes pass: of RDF 1.1, and JSON-LD 1.1 to RDF.

Files are read as every command reads them, by `rdf.read`. Tests of JSON-LD 1.0, and of what implementations
need not offer (generalized RDF, directions as RDF), are left out. Exit status 1 if a test fails that is not
listed with its reason in tests/conformance/allowed.tsv, or passes though it is listed.
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat
from pyoxigraph import parse as parsed

from benchmarks import conformance, suite
from partnerkg.errors import PartnerkgError
from partnerkg.rdf.read import parse

ENGINE = "read"  # as the list of known failures calls it
RDFT = "http://www.w3.org/ns/rdftest#"
RDF_1_1 = "https://w3c.github.io/rdf-tests/rdf/rdf11/"
JSON_LD = "https://w3c.github.io/json-ld-api/tests/"
ROOMS = {  # what they are called, and where their tests stand
    "RDF/XML": "rdf-xml",
    "Turtle": "rdf-turtle",
    "TriG": "rdf-trig",
    "N-Triples": "rdf-n-triples",
    "N-Quads": "rdf-n-quads",
    "JSON-LD toRdf": "json-ld",
}


@dataclass(frozen=True)
class Case:
    """One test: a file with its address; `result` is what it says, None where only the syntax is tested."""

    name: str
    path: Path
    base: str
    is_right: bool
    result: Path | None = None

    @property
    def room(self) -> str:
        """Return the folder of the suite."""
        return self.name.partition("/")[0]


def folder() -> Path:
    """Return where the suites are looked for."""
    return suite.folder().parents[1]


def cases(root: Path | None = None) -> list[Case]:
    """Return every test, in the order of the suites; none if the folder is absent."""
    root = folder() if root is None else root
    found = [
        case
        for room in ROOMS.values()
        for path in [root / "w3c-rdf" / room / "manifest.ttl"]
        for case in (_of_rdf(path, room) if path.is_file() else ())
    ]
    path = root / "w3c-json-ld" / "tests" / "toRdf-manifest.jsonld"
    return found + list(_of_json_ld(path) if path.is_file() else ())


def _of_rdf(path: Path, room: str) -> Iterator[Case]:
    rows = suite.index(suite.quads(path))
    for entry, row in sorted(rows.items(), key=str):
        kind = next((str(kind) for kind in row.get(suite.RDF.type.value, ()) if _is_test(kind)), "")
        if not kind:
            continue
        action = suite.at(row[suite.MF + "action"][0])
        name = f"{room}/{str(entry)[1:-1].rpartition('#')[2]}"
        results = [suite.at(one) for one in row.get(suite.MF + "result", ())]
        base = f"{RDF_1_1}{room}/{action.relative_to(path.parent).as_posix()}"
        yield Case(name, action, base, "Negative" not in kind, results[0] if results else None)


def _is_test(kind: object) -> bool:
    return isinstance(kind, NamedNode) and kind.value.startswith(f"{RDFT}Test")


def _of_json_ld(path: Path) -> Iterator[Case]:
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for entry in manifest["sequence"]:
        option = entry.get("option", {})
        if "json-ld-1.0" in option.values() or "requires" in entry:
            continue
        is_right = "jld:NegativeEvaluationTest" not in entry["@type"]
        result = path.parent / entry["expect"] if "expect" in entry else None
        base = option.get("base", JSON_LD + entry["input"])
        name = f"json-ld/{entry['@id'].removeprefix('#')}"
        yield Case(name, path.parent / entry["input"], base, is_right, result)


def judge(case: Case) -> str:
    """Return why a test fails, "" if it passes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = list(parse(str(case.path), case.base))
        except PartnerkgError as error:
            return f"refused: {error}" if case.is_right else ""
        except Exception as error:  # whatever it is, it is no answer to this test, and the others go on
            return f"crashed: {type(error).__name__}: {error}"
    if not case.is_right:
        return "accepted: a file that is none"
    if case.result is None:
        return ""
    mine, wanted = _canonical(found), _canonical(_expected(case.result))
    return "" if mine == wanted else f"differs: {sorted(mine - wanted)} instead of {sorted(wanted - mine)}"


def _expected(path: Path) -> Iterable[Quad]:
    form = RdfFormat.N_QUADS if path.suffix == ".nq" else RdfFormat.N_TRIPLES
    return parsed(path=str(path), format=form)


def _canonical(quads: Iterable[Quad]) -> set[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(map(str, dataset))


def main() -> int:
    """Print the counts; return 1 if they are not as the list says, 2 if the suites are absent."""
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)  # it tells of each ill-formed literal
    verdicts = {case: judge(case) for case in cases()}
    if not verdicts:
        print(f"{folder()} is not there; set PARTNERKG_SUITES to the folder of the suites.")
        return 2
    for title, room in ROOMS.items():
        own = [reason for case, reason in verdicts.items() if case.room == room]
        print(f"{title}: {sum(not reason for reason in own)} of {len(own)} tests pass")
    failed = {case.name: reason for case, reason in verdicts.items() if reason}
    return conformance.compared(failed, ENGINE)


if __name__ == "__main__":
    sys.exit(main())
