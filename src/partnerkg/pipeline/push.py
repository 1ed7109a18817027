"""Putting a graph on a SPARQL server, and seeing that it is there."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.watch import Watch
from partnerkg.translation import Several

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
    yield Message(
        N_("{sent}, {skipped}; {triples} in all."),
        sent=Several("{count} graph sent", "{count} graphs sent", done.sent),
        skipped=Several("{count} was there already", "{count} were there already", done.skipped),
        triples=Several("{count} triple", "{count} triples", done.triples),
    )
    for graph, (missing, extra) in sorted(done.wrong.items()):
        yield Message(
            N_("the server changed <{graph}>: {missing}, {extra}"),
            graph=graph,
            missing=Several("{count} triple is missing", "{count} triples are missing", missing),
            extra=Several("{count} is too many", "{count} are too many", extra),
        )
    if done.dropped:
        yield Several(
            "{count} graph that is no longer in it was dropped.",
            "{count} graphs that are no longer in it were dropped.",
            done.dropped,
        )
    if done.left:
        yield Several(
            "The server still has {count} graph under the same names that is not in it, <{graph}>: withdrawn "
            "ones go with --drop.",
            "The server still has {count} graphs under the same names that are not in it, such as <{graph}>: "
            "withdrawn ones go with --drop.",
            len(done.left),
            graph=done.left[0],
        )
    elif not done.wrong:
        yield Message(N_("The server has the same content: sha256 {hash}"), hash=done.sha256)
