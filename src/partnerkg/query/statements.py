"""What CONSTRUCT and DESCRIBE get back: triples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from pyoxigraph import Triple

from partnerkg.query.results import Solutions
from partnerkg.visible import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx

    from partnerkg.query.formats import Look


class Statements(Sequence[Triple]):
    """Triples in the order in which the engine gave them.

    `look` says how they are shown in a notebook.
    """

    __slots__ = ("_triples", "look")

    def __init__(self, triples: Iterable[Triple], look: Look | None = None) -> None:
        self._triples = tuple(triples)
        self.look = look

    def __repr__(self) -> str:
        return f"<Statements: {many(len(self), 'triple')}>"

    def __len__(self) -> int:
        return len(self._triples)

    @overload
    def __getitem__(self, place: int) -> Triple: ...

    @overload
    def __getitem__(self, place: slice) -> Statements: ...

    def __getitem__(self, place: int | slice) -> Triple | Statements:
        if isinstance(place, slice):
            return Statements(self._triples[place], self.look)
        return self._triples[place]

    def solutions(self) -> Solutions:
        """Return the triples as rows with the columns subject, predicate and object."""
        rows: list[tuple[object, ...]] = [(one.subject, one.predicate, one.object) for one in self._triples]
        return Solutions(("subject", "predicate", "object"), rows, look=self.look)  # type: ignore[arg-type]

    def to_networkx(self) -> networkx.MultiDiGraph:
        """Return a graph with an edge for each triple, from its subject to its object; MissingExtra."""
        return self.solutions().to_networkx("subject", "object")

    def _repr_html_(self) -> str:
        """Return the triples as a table for notebooks, below a picture if they are links."""
        return self.solutions()._repr_html_()

    def _repr_svg_(self) -> str | None:
        """Return the picture of the links, None if there are none."""
        return self.solutions()._repr_svg_()
