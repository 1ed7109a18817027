"""A dataset onto a server by SPARQL Update: what is new before what goes, and the proof that it arrived."""

from __future__ import annotations

from pyoxigraph import BlankNode, DefaultGraph, NamedNode

from partnerkg.errors import N_, Message, Unpushable
from partnerkg.store.sameness import digest, written
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from partnerkg.store.endpoint import Updates
    from partnerkg.store.remote import Remote

    Graphs = dict[str, set[str]]
    Progress = Callable[[int, int], None]

_CLAIM = "/claim/"  # below the address of a project stand the claims of all its pages
BATCH = 500  # triples a request; Virtuoso 7 refuses texts of some thousand
_NO_BLANK = """DELETE { GRAPH %(graph)s { ?s ?p ?o } }
WHERE { GRAPH %(graph)s { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) } }"""


class Pushed:
    """What a push did: `skipped` graphs were there already, `sent` were changed, `wrong` are not the same.

    `left` are graphs of the server that look like the dataset's own and are not in it, `dropped` how many of
    them were removed. `triples` counts all of the dataset; `sha256` is the hash of its sorted N-Quads.
    """

    __slots__ = ("dropped", "left", "sent", "sha256", "skipped", "triples", "wrong")

    def __init__(
        self, graphs: Graphs, sent: int, wrong: Mapping[str, tuple[int, int]], left: list[str], dropped: int
    ) -> None:
        self.triples = sum(map(len, graphs.values()))
        self.sha256 = digest(f"{line} <{name}> ." for name, lines in graphs.items() for line in lines)
        self.skipped = len(graphs) - sent
        self.sent = sent
        self.wrong = dict(wrong)
        self.left = left
        self.dropped = dropped


def push(
    quads: Iterable[Quad],
    server: Remote,
    updates: Updates,
    progress: Progress | None = None,
    *,
    drop: bool = False,
) -> Pushed:
    """Return what was done to make the named graphs of a server those of the dataset.

    A graph with the same triples is left as it is, so that a push that was broken off goes on where it
    stopped. Of another the missing triples are put there, and only when all are there those that are too
    many go: who asks the server meanwhile finds the new beside the old, never a hole. Graphs that the
    dataset does not have are left alone; with `drop` those go that stand under the same names.
    `progress` is told the triples sent and those to send. `wrong` of the answer has, by graph, how many
    triples are missing and how many are too many in the end. Unpushable, or the errors of an endpoint.
    """
    graphs = _graphs(quads)
    counts = server.counts()
    there = {name: _there(name, counts, server) for name in graphs}
    missing = {name: new for name, lines in graphs.items() if (new := lines - there[name])}
    extra = {name: old for name, lines in graphs.items() if (old := there[name] - lines)}
    blank = {name for name, old in extra.items() if any(map(_is_blank, old))}
    extra = {name: {line for line in old if not _is_blank(line)} for name, old in extra.items()}
    left = sorted(name for name in counts.keys() - graphs.keys() if name.startswith(_relatives(graphs)))
    total = sum(map(len, missing.values())) + sum(map(len, extra.values()))
    done = 0
    for verb, changes in (("INSERT DATA", missing), ("DELETE DATA", extra)):
        for batch in _batches(changes):
            updates.update(_statement(verb, batch))
            done += len(batch)
            if progress:
                progress(done, total)
    for name in sorted(blank):
        updates.update(_NO_BLANK % {"graph": NamedNode(name)})
    if drop:
        _drop(left, updates)
    changed = missing.keys() | extra.keys() | blank
    after = server.counts() if changed else {}
    checked = {name: _difference(graphs[name], _there(name, after, server)) for name in sorted(changed)}
    wrong = {name: found for name, found in checked.items() if any(found)}
    return Pushed(graphs, len(changed), wrong, [] if drop else left, len(left) if drop else 0)


def _is_blank(line: str) -> bool:
    """Return whether a triple has a node that no text can name."""
    subject, _, value = line.split(" ", 2)
    return subject.startswith("_:") or value.startswith("_:")


def _difference(wanted: set[str], there: set[str]) -> tuple[int, int]:
    return len(wanted - there), len(there - wanted)


def _drop(names: list[str], updates: Updates) -> None:
    for start in range(0, len(names), BATCH):
        part = names[start : start + BATCH]
        updates.update(" ;\n".join(f"DROP SILENT GRAPH {NamedNode(name)}" for name in part))


def _graphs(quads: Iterable[Quad]) -> Graphs:
    graphs: Graphs = {}
    homeless = blank = nameless = 0
    for quad in quads:
        homeless += isinstance(quad.graph_name, DefaultGraph)
        blank += isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
        nameless += isinstance(quad.graph_name, BlankNode)
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        line = " ".join(map(written, (quad.subject, quad.predicate, quad.object)))
        graphs.setdefault(name, set()).add(line)
    for count, reason in (
        (homeless, N_("they stand in no named graph")),
        (nameless, N_("their graph has no name that a server could keep")),
        (blank, N_("they have blank nodes")),
    ):
        if count:
            triples = Several("{count} triple", "{count} triples", count)
            raise Unpushable(triples=triples, reason=Message(reason))
    return graphs


def _there(name: str, counts: Mapping[str, int], server: Remote) -> set[str]:
    """Return the triples of a graph of the server as lines."""
    if name not in counts:
        return set()
    return {" ".join(map(written, row)) for row in server.triples(NamedNode(name), counts[name])}


def _relatives(names: Iterable[str]) -> tuple[str, ...]:
    """Return what the names of graphs of this dataset begin with, one withdrawn from it included."""
    names = list(names)
    places = {name[: max(name.rfind("/"), name.rfind("#")) + 1] for name in names}
    claims = {f"{name.partition(_CLAIM)[0]}{_CLAIM}" for name in names if _CLAIM in name}
    return tuple(filter(None, places | claims))


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


def _statement(verb: str, batch: list[tuple[str, str]]) -> str:
    graphs: dict[str, list[str]] = {}
    for name, line in batch:
        graphs.setdefault(name, []).append(f"{line} .")
    blocks = (f"GRAPH {NamedNode(name)} {{\n" + "\n".join(lines) + "\n}" for name, lines in graphs.items())
    return verb + " {\n" + "\n".join(blocks) + "\n}"
