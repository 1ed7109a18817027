"""Goal 9: what each question costs, against the size of the graph, as a table with the fitted exponent.

Measured is what a person waits for: the values are looked up, the rows found, and whether they are all
there is; with proof, the words behind them too. About one thing the graphs know as much, whatever their size.
Counted is the time of the processor, of all threads, so that what else a machine does decides nothing.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import generator
from benchmarks.measure import best
from partnerkg.pipeline.graph import KnowledgeGraph, open_graph

SIZES = (100_000, 1_000_000)
ONE, ALL = "one thing", "all"
LIMITS = {ONE: 0.1, ALL: 1.25}  # n log n, and the rows themselves
LONG = 1.0  # seconds; what takes longer is measured once

ORGANIZATION, PUBLISHER, NETWORK, PLACE, SOURCE, PASSAGE = (
    *("organisation-0", "publisher-0", "network-0", "Commune 0", "publisher-0"),
    "passage:publisher-0-organisation-0",
)
VALUES: dict[str, list[dict[str, str]]] = {
    "activity_categories": [{"publisher": PUBLISHER}],
    "claim_items": [{"measure": "claims"}],
    "claim_interpretations": [{}, {"status": "layout"}],
    "kind_shared_partners": [{"kind": "public-library", "place": PLACE}],
    "class_property_things": [{"class": "pk:Bookshop", "property": "org:memberOf"}],
    "class_things": [{"class": "pk:Bookshop"}],
    "network_members": [{"network": NETWORK}],
    "organization_connections": [{"organization": ORGANIZATION}],
    "organization_covering_groups": [{"organization": ORGANIZATION}],
    "organization_networks": [{}, {"network": NETWORK}],
    "organization_shared_partners": [{"organization": PUBLISHER, "place": PLACE}],
    "organization_sightings": [{}, {"organization": ORGANIZATION}],
    "organization_sites": [{}, {"organization": ORGANIZATION}],
    "organization_statements": [{"organization": ORGANIZATION}],
    "passage_claims": [{"passage": PASSAGE}],
    "place_kind_partners": [{"commune": PLACE, "kind": "public-library"}],
    "partner_without_activity": [{"publisher": PUBLISHER}],
    "place_nearby_partners": [{"place": PLACE}],
    "publisher_activities": [{"publisher": PUBLISHER}],
    "publisher_partners": [{"publisher": PUBLISHER}],
    "source_claims": [{}, {"source": SOURCE}],
    "source_doubts": [{}, {"source": SOURCE}],
    "source_gaps": [{}, {"source": SOURCE}],
    "source_items": [{}, {"source": SOURCE}],
    "source_list_completeness": [{}, {"subject": PUBLISHER}],
    "source_passages": [{}, {"source": SOURCE}],
    "statement_sources": [{}, {"subject": ORGANIZATION}],
    "term_uses": [{"term": "pk:existsSince"}],
    "supporter_beneficiaries": [{"supporter": PUBLISHER}],
}
# Values that are shared by a part of the whole graph.
WIDE = frozenset({"status", "below", "least", "kind", "class", "property", "term", "measure"})
FAR = frozenset({"place_nearby_partners"})  # names one place, and looks at where all the others are


@dataclass(frozen=True)
class Measured:
    """Rows, and seconds of the processor, of a question in each graph."""

    question: str
    values: dict[str, str]
    proof: bool
    rows: list[int]
    seconds: list[float]

    @property
    def subject(self) -> str:
        """Return whether it is about one organisation, place, network or source, or about all."""
        return ONE if set(self.values) - WIDE and self.question not in FAR else ALL


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Return the slope of the line through the logarithms, fitted by least squares."""
    xs, ys = ([math.log(number) for number in numbers] for numbers in (sizes, seconds))
    middle, height = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle) ** 2 for x in xs)
    return sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True)) / spread


def asked(graph: KnowledgeGraph, names: Sequence[str]) -> Iterator[tuple[str, dict[str, str], bool]]:
    """Yield each question with the values it is measured with, and whether the words are wanted too."""
    for name in names or graph.questions.names():
        for values in VALUES.get(name, [{}]):
            yield name, values, False
            if set(values) - WIDE:
                yield name, values, True


def ask(graph: KnowledgeGraph, name: str, values: dict[str, str], proof: bool) -> int:
    """Return how many rows a question has, when all that is shown with them is found."""
    answer = graph.query(name, **values)
    _ = answer.completeness
    if proof:
        _ = answer.proofs
    return len(answer)


def measure(graphs: Sequence[KnowledgeGraph], rounds: int, names: Sequence[str] = ()) -> Iterator[Measured]:
    """Yield what each question takes, the graphs in turns so that all meet the same weather."""
    for name, values, proof in asked(graphs[0], names):
        rows = [ask(graph, name, values, proof) for graph in graphs]
        actions = [lambda g=graph, n=name, v=values, p=proof: ask(g, n, v, p) for graph in graphs]
        seconds = best(*actions, rounds=1, clock=time.process_time)
        if max(seconds) < LONG and rounds > 1:
            again = best(*actions, rounds=rounds - 1, clock=time.process_time)
            seconds = list(map(min, seconds, again))
        yield Measured(name, values, proof, rows, seconds)


def line(one: Measured, sizes: Sequence[int]) -> str:
    """Return a measurement as a line of the table."""
    what = f"{one.question}{' with proof' if one.proof else ''}"
    rows = " ".join(f"{number:>8}" for number in one.rows)
    times = " ".join(f"{second * 1000:>10.2f}" for second in one.seconds)
    if not all(one.rows):
        return f"9 {what:42} {one.subject:9} {rows} {times}        no rows: nothing is measured"
    found, limit = exponent(sizes, one.seconds), LIMITS[one.subject]
    verdict = "met" if found <= limit else "NOT MET"
    return f"9 {what:42} {one.subject:9} {rows} {times} {found:8.2f}  at most {limit:g}  {verdict}"


def into(path: Path, lines: Sequence[str]) -> None:
    """Put lines of questions into a table in the place of theirs, in the order of the names."""
    heading, *rows = path.read_text(encoding="utf-8").splitlines()
    again = [line.removeprefix("9 ") for line in lines]
    names = {line.split()[0] for line in again}
    kept = [row for row in rows if row.split()[0] not in names]
    merged = sorted(
        [*kept, *again], key=lambda row: row.split()[0]
    )  # stable: those of one question stay in order
    path.write_text("\n".join([heading, *merged, ""]), encoding="utf-8")


def main() -> None:
    """Print one line a question."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost", description=__doc__)
    parser.add_argument("questions", nargs="*", help="by default all")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="of the graphs, in statements")
    parser.add_argument("--rounds", type=int, default=5, help="of which the fastest counts")
    parser.add_argument(
        "--into", type=Path, help="a table, such as benchmarks/cost.txt, to put the lines into"
    )
    options = parser.parse_args()
    if len(set(options.sizes)) < 2:
        parser.error("an exponent takes two sizes")
    with tempfile.TemporaryDirectory() as folder:
        graphs = [open_graph(generator.write(Path(folder) / f"{n}.nq", n)) for n in options.sizes]
        heads = [f"{f'rows {n:g}':>8}" for n in options.sizes], [f"{f'ms {n:g}':>10}" for n in options.sizes]
        print(f"9 {'question':42} {'about':9} {' '.join(heads[0])} {' '.join(heads[1])} exponent")
        lines = []
        for one in measure(graphs, options.rounds, options.questions):
            lines.append(line(one, options.sizes))
            print(lines[-1], flush=True)
    if options.into:
        into(options.into, lines)


if __name__ == "__main__":
    main()
