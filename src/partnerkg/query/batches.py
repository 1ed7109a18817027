"""One query about many things, a thousand at a time."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg import errors
from partnerkg.store.base import ROOMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

BATCH = 1000


def rows(
    query: str, iris: Iterable[str], store: Store, rooms: tuple[str, ...] = ROOMS
) -> Iterator[list[Term | None]]:
    """Yield the rows of a query in which `%(values)s` stands for things, given as IRIs.

    `rooms` are the parts of the project that it looks at; a store may leave out the others. A term that
    cannot be read is nothing in its row, and said in a warning: names are not worth an answer.
    """
    for text in _texts(query, [(NamedNode(iri),) for iri in sorted(set(iris))]):
        try:
            answers = store.each(text, rooms)
        except errors.UnreadableTerms:
            answers = iter(store.select(text, rooms=rooms))
        yield from map(list, answers)


def tuples(query: str, values: Sequence[Sequence[Term]], store: Store) -> Iterator[list[Term | None]]:
    """Yield the rows of a query in which `%(values)s` stands for rows of terms, in brackets if several."""
    for text in _texts(query, values):
        yield from map(list, store.each(text))


def _texts(query: str, values: Sequence[Sequence[Term]]) -> Iterator[str]:
    for start in range(0, len(values), BATCH):
        some = values[start : start + BATCH]
        written = (" ".join(map(str, row)) for row in some)
        brackets = "{}" if len(some[0]) == 1 else "({})"
        yield query % {"values": " ".join(brackets.format(row) for row in written)}
