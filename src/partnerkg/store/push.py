"""A dataset onto a server by SPARQL Update, graph by graph, and the proof that it arrived."""

from __future__ import annotations

from pyoxigraph import BlankNode, DefaultGraph, NamedNode

from partnerkg.errors import N_, Message, Unpushable
from partnerkg.store.sameness import digest, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from partnerkg.store.endpoint import Endpoint
    from partnerkg.store.remote import Remote

    Graphs = dict[str, set[str]]
    Progress = Callable[[int, int], None]

BATCH = 500  # triples a request; Virtuoso 7 refuses texts of some thousand


class Pushed:
    """What a push did: `skipped` graphs were there already, `sent` were written, `wrong` are not the same.

    `triples` counts all of the dataset; `sha256` is the hash of its sorted N-Quads.
    """

    __slots__ = ("sent", "sha256", "skipped", "triples", "wrong")

    def __init__(self, graphs: Graphs, sent: Graphs, wrong: Mapping[str, tuple[int, int]]) -> None:
        self.triples = sum(map(len, graphs.values()))
        self.sha256 = digest(f"{line} <{name}> ." for name, lines in graphs.items() for line in lines)
        self.skipped = len(graphs) - len(sent)
        self.sent = len(sent)
        self.wrong = dict(wrong)


def push(
    quads: Iterable[Quad], server: Remote, updates: Endpoint, progress: Progress | None = None
) -> Pushed:
    """Return what was done to make the named graphs of a server those of the dataset.

    A graph with the same triples is left as it is, so that a push that was broken off goes on where it
    stopped; another is emptied and written anew; graphs that the dataset does not have are left alone.
    `progress` is told the triples sent and those to send. `wrong` of the answer has, by graph, how many
    triples are missing and how many are too many in the end. Unpushable, or the errors of an endpoint.
    """
    graphs = _graphs(quads)
    there = server.counts()
    waiting = {name: lines for name, lines in graphs.items() if _differ(name, lines, there, server)}
    _clear(sorted(waiting.keys() & there), updates)
    done, total = 0, sum(map(len, waiting.values()))
    for batch in _batches(waiting):
        updates.update(_insertion(batch))
        done += len(batch)
        if progress:
            progress(done, total)
    after = server.counts() if waiting else {}
    checked = {name: _differ(name, lines, after, server) for name, lines in waiting.items()}
    return Pushed(graphs, waiting, {name: wrong for name, wrong in checked.items() if wrong})


def _graphs(quads: Iterable[Quad]) -> Graphs:
    graphs: Graphs = {}
    homeless = blank = 0
    for quad in quads:
        homeless += isinstance(quad.graph_name, DefaultGraph)
        blank += isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        line = " ".join(map(written, (quad.subject, quad.predicate, quad.object)))
        graphs.setdefault(name, set()).add(line)
    for count, reason in (
        (homeless, N_("they stand in no named graph")),
        (blank, N_("they have blank nodes")),
    ):
        if count:
            raise Unpushable(count=count, reason=Message(reason))
    return graphs


def _differ(name: str, lines: set[str], counts: Mapping[str, int], server: Remote) -> tuple[int, int] | None:
    """Return how many triples of a graph are missing there and how many too many; None if it is the same."""
    if name not in counts:
        return len(lines), 0
    found = {" ".join(map(written, row)) for row in server.triples(NamedNode(name), counts[name])}
    return (len(lines - found), len(found - lines)) if found != lines else None


def _clear(names: list[str], updates: Endpoint) -> None:
    for start in range(0, len(names), BATCH):
        part = names[start : start + BATCH]
        updates.update(" ;\n".join(f"CLEAR SILENT GRAPH {NamedNode(name)}" for name in part))


def _batches(graphs: Graphs) -> Iterator[list[tuple[str, str]]]:
    batch: list[tuple[str, str]] = []
    for name in sorted(graphs):
        for line in sorted(graphs[name]):
            batch.append((name, line))
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


def _insertion(batch: list[tuple[str, str]]) -> str:
    graphs: dict[str, list[str]] = {}
    for name, line in batch:
        graphs.setdefault(name, []).append(f"{line} .")
    blocks = (f"GRAPH {NamedNode(name)} {{\n" + "\n".join(lines) + "\n}" for name, lines in graphs.items())
    return "INSERT DATA {\n" + "\n".join(blocks) + "\n}"
