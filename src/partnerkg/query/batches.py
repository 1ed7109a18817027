"""One query about many things, a thousand at a time."""

from __future__ import annotations

from pyoxigraph import NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

BATCH = 1000


def rows(query: str, iris: Iterable[str], store: Store) -> Iterator[list[Term | None]]:
    """Yield the rows of a query in which `%(values)s` stands for things, given as IRIs."""
    return tuples(query, [(NamedNode(iri),) for iri in sorted(set(iris))], store)


def tuples(query: str, values: Sequence[Sequence[Term]], store: Store) -> Iterator[list[Term | None]]:
    """Yield the rows of a query in which `%(values)s` stands for rows of terms, in brackets if several."""
    for start in range(0, len(values), BATCH):
        some = values[start : start + BATCH]
        written = (" ".join(map(str, row)) for row in some)
        brackets = "{}" if len(some[0]) == 1 else "({})"
        text = query % {"values": " ".join(brackets.format(row) for row in written)}
        yield from map(list, store.each(text))
