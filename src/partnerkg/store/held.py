"""A store of quads at hand, such as a part of another store."""

from __future__ import annotations

from pyoxigraph import Quad

from partnerkg import resources
from partnerkg.store import project
from partnerkg.store.base import ONTOLOGY
from partnerkg.store.embedded import Embedded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from partnerkg.rdf.statements import Statements
    from partnerkg.store.base import Store


class Held(Embedded):
    """A dataset of quads that were given, with the ontology that comes with partnerkg to ask about them.

    `about` are the things that it is about, None if it is about all that it has; `whole` is the store of
    which it is a part, None if it is none.
    """

    __slots__ = ("_given", "about", "whole")

    def __init__(
        self, quads: Iterable[Quad], about: frozenset[NamedNode] | None = None, whole: Store | None = None
    ) -> None:
        """Take the quads; `quads` gives them back as they were given."""
        self._given = list(quads)
        self.about = about
        self.whole = whole
        super().__init__({ONTOLOGY: project.parts(resources.root())[ONTOLOGY]}, borrowed=True)

    def _empty(self) -> None:
        super()._empty()
        self._store.bulk_extend(self._given)

    def quads(self) -> Iterator[Quad]:
        return iter(self._given)

    def everything(self) -> Iterator[Quad]:
        yield from self._given
        yield from super().everything()


def hold(statements: Statements) -> Held:
    """Return the store of these statements."""
    return Held(
        statement
        if isinstance(statement, Quad)
        else Quad(statement.subject, statement.predicate, statement.object)
        for statement in statements
    )
