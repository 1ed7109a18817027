"""Print how many tests of the W3C SHACL suite the command and each engine pass, and why they fail others.

Exit status 1 if a test fails that is not listed with its reason in tests/conformance/allowed.tsv, or passes
though it is listed.
"""

from __future__ import annotations

import argparse
import csv
import json
import logging
import subprocess
import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from benchmarks import ours, suite
from partnerkg.errors import PartnerkgError
from partnerkg.namespaces import namespace

SH, RDF = namespace("sh"), namespace("rdf")
ALLOWED = Path(__file__).parents[1] / "tests" / "conformance" / "allowed.tsv"
UNNAMED = NamedNode("urn:x-unnamed:shape")
COMMAND = str(Path(sys.executable).parent / "partnerkg")
FILES = "files"  # `partnerkg validate FILE --shapes FILE`, as the list of known failures calls it
COMPARED = {
    SH[name].value
    for name in (
        *("conforms", "result", "focusNode", "resultPath", "resultSeverity", "value"),
        *("sourceConstraintComponent", "sourceShape", "alternativePath", "inversePath"),
        *("zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"),
    )
} | {RDF.first.value, RDF.rest.value}


def judge(case: suite.Case, engine: str, ways: Counter[str] | None = None) -> str:
    """Return why the engine fails the test, "" if it passes; `ways` counts how constraints were judged."""
    try:
        report = ours.report(suite.quads(case.data), suite.quads(case.shapes), engine)
        if ways is not None:
            ways.update(report.ways)
    except PartnerkgError as error:
        return "" if case.expected is None else f"refused: {error}"
    except Exception as error:  # whatever it is, it is no answer to this test, and the others go on
        return f"crashed: {type(error).__name__}: {error}"
    if case.expected is None:
        return "accepted: shapes that are not well-formed"
    found = [quad.triple for quad in parse(input=report.to_turtle(), format=RdfFormat.TURTLE)]
    return difference(found, case.expected)


def commanded(case: suite.Case, ways: Counter[str] | None = None) -> str:
    """Return why the command, given the files of a test, fails it; "" if it passes."""
    code, said, complaint = _run(case, "turtle")
    if case.expected is None:
        return "" if code == 2 and complaint.startswith("partnerkg: ") else f"accepted: code {code}"
    # Where no shape looks at anything, the command does not pass, though it reports no result.
    if code != int(_results(case.expected) > 0) and (code != 1 or _nodes(case)):
        return f"code {code}: {complaint}"
    if ways is not None:
        ways.update(json.loads(_run(case, "json")[1])["constraints"])
    found = [quad.triple for quad in parse(input=said, format=RdfFormat.TURTLE)]
    return difference(found, case.expected)


def _run(case: suite.Case, form: str) -> tuple[int, str, str]:
    command = [COMMAND, "--lang", "en", "validate", str(case.data), "--shapes", str(case.shapes)]
    done = subprocess.run(
        [*command, "--fail-on", "info", "--format", form], check=False, capture_output=True, encoding="utf-8"
    )
    return done.returncode, done.stdout, done.stderr


def _nodes(case: suite.Case) -> int:
    return int(json.loads(_run(case, "json")[1])["nodes"])


def _results(report: Iterable[Triple]) -> int:
    return sum(triple.predicate == SH.result for triple in report)


def difference(found: Iterable[Triple], expected: frozenset[Triple]) -> str:
    """Return how two reports differ, "" if they say the same, whatever their blank nodes are called.

    Messages are compared where the test gives one. A shape without a name is the same as any other such.
    """
    compared = set(COMPARED)
    if any(triple.predicate == SH.resultMessage for triple in expected):
        compared.add(SH.resultMessage.value)
    theirs, wanted = _canonical(found, compared), _canonical(expected, compared)
    if theirs == wanted:
        return ""
    counts = [_results(one) for one in (theirs, wanted)]
    if counts[0] != counts[1]:
        return f"differs: {counts[0]} results instead of {counts[1]}"
    odd = [*sorted(map(_said, theirs - wanted)), "instead of", *sorted(map(_said, wanted - theirs))]
    return "differs: " + " ".join(odd)


def _canonical(triples: Iterable[Triple], compared: set[str]) -> set[Triple]:
    dataset = Dataset(Quad(*_unnamed(triple)) for triple in triples if triple.predicate.value in compared)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {quad.triple for quad in dataset}


def _unnamed(triple: Triple) -> Triple:
    if triple.predicate == SH.sourceShape and isinstance(triple.object, BlankNode):
        return Triple(triple.subject, triple.predicate, UNNAMED)
    return triple


def _said(triple: Triple) -> str:
    value = triple.object
    text = value.value if isinstance(value, NamedNode | Literal) else str(value)
    return f"{triple.predicate.value.rpartition('#')[2]} {text}"


def allowed(engine: str) -> Mapping[str, str]:
    """Return the tests that the engine is known to fail, each with the reason."""
    with ALLOWED.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {row["test"]: row["reason"] for row in rows if engine in row["engines"].split()}


def verdicts(engine: str, ways: Counter[str] | None = None) -> Iterator[tuple[suite.Case, str]]:
    """Yield each test with why the engine fails it, or the command given its files."""
    for case in suite.cases():
        yield case, commanded(case, ways) if engine == FILES else judge(case, engine, ways)


def main() -> int:
    """Print the counts of each engine; return 1 if they are not as the list says."""
    parser = argparse.ArgumentParser(description=__doc__)
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)  # it tells of each ill-formed literal
    warnings.simplefilter("ignore")
    engines = (FILES, *ours.ENGINES)
    parser.add_argument("--engine", action="append", choices=engines, dest="engines")
    if not suite.cases():
        print(f"{suite.folder()} is not there; set PARTNERKG_SUITES to the folder of the suites.")
        return 2
    return max(_counted(engine) for engine in parser.parse_args().engines or engines)


def _counted(engine: str) -> int:
    ways: Counter[str] = Counter()
    failed = {case.name: reason for case, reason in verdicts(engine, ways) if reason}
    names = [case.name for case in suite.cases()]
    parts = [f"{part} {_passing(part, names, failed)}" for part in ("core", "sparql")]
    judged = ", ".join(f"{number} {way}" for way, number in ways.items() if number)
    print(f"SHACL, {engine}: {len(names) - len(failed)} of {len(names)} tests pass ({', '.join(parts)})")
    print(f"  constraints: {judged}")
    return compared(failed, engine)


def compared(failed: Mapping[str, str], engine: str) -> int:
    """Print what fails, and what is listed and does not; return 1 if these are not the same."""
    listed = allowed(engine)
    for name, reason in failed.items():
        print(f"  {name}: {reason} ({listed.get(name, 'NOT LISTED')})")
    for name in sorted(set(listed) - set(failed)):
        print(f"  {name}: passes, though it is listed ({listed[name]})")
    return int(set(failed) != set(listed))


def _passing(part: str, names: Iterable[str], failed: Mapping[str, str]) -> str:
    own = [name for name in names if name.startswith(f"{part}/")]
    return f"{sum(name not in failed for name in own)} of {len(own)}"


if __name__ == "__main__":
    sys.exit(main())
