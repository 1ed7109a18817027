"""Putting a graph on a SPARQL server, and seeing that it is there."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.watch import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.push import Pushed

SENT = N_("triples sent")


def pushed(
    opened: Opened,
    url: str,
    audience: Audience,
    updates: str | None = None,
    watch: Watch | None = None,
    *,
    drop: bool = False,
) -> Output:
    """Return what was done to make the graphs of a server those of the graph; findings if it has others.

    `updates` is where the server takes updates, by default what goes with its endpoint; `drop` has graphs
    go that were withdrawn. Unpushable, and the errors of an endpoint.
    """
    from partnerkg.store import remote
    from partnerkg.store.endpoint import Updates
    from partnerkg.store.push import push

    server = remote.read(url)
    endpoint = Updates(updates) if updates else server.endpoint.for_updates()
    with (watch or Watch()).counting(SENT) as count:
        done = push(opened.store.told(), server, endpoint, count, drop=drop)
    sentences = (f"{sentence.text(audience.translate)}\n" for sentence in _sentences(done))
    return Output(sentences, findings=bool(done.wrong or done.left))


def _sentences(done: Pushed) -> Iterator[Message]:
    sentence = N_("{sent} graphs sent, {skipped} were there already; {triples} triples in all.")
    yield Message(sentence, sent=done.sent, skipped=done.skipped, triples=done.triples)
    for graph, (missing, extra) in sorted(done.wrong.items()):
        sentence = N_("the server changed <{graph}>: {missing} triples are missing, {extra} are too many")
        yield Message(sentence, graph=graph, missing=missing, extra=extra)
    if done.dropped:
        yield Message(N_("{count} graphs that are no longer in it were dropped."), count=done.dropped)
    if done.left:
        sentence = N_(
            "The server still has {count} graphs under the same names that are not in it, such as <{graph}>: "
            "withdrawn ones go with --drop."
        )
        yield Message(sentence, count=len(done.left), graph=done.left[0])
    elif not done.wrong:
        yield Message(N_("The server has the same content: sha256 {hash}"), hash=done.sha256)
