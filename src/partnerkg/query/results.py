"""What a question gets back: columns and rows of RDF terms."""

from __future__ import annotations

from partnerkg.errors import NoLinks
from partnerkg.query import formats
from partnerkg.query.formats.labelled import labelled
from partnerkg.query.table import Table
from partnerkg.translation import Several, speaking
from partnerkg.visible import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    import networkx
    import pandas
    import polars

    from partnerkg.errors import Message
    from partnerkg.model.terms import Row, Term
    from partnerkg.query.extent import Extent
    from partnerkg.query.formats import Look
    from partnerkg.query.lead import Lead
    from partnerkg.query.proof.proven import Proven
    from partnerkg.query.table import Headings, Links


@speaking(lambda solutions: solutions.look.language if solutions.look else "en")
class Solutions(Table):
    """What a question gets back, in any form that it is wanted in; `look` is how a notebook shows it."""

    __slots__ = ("look",)

    def __init__(
        self, columns: Sequence[str], rows: list[Row], cut: bool = False, look: Look | None = None
    ) -> None:
        super().__init__(columns, rows, cut)
        self.look = look

    def like(self, columns: Sequence[str], rows: list[Row]) -> Self:
        found = super().like(columns, rows)
        found.look = self.look
        return found

    def __reduce__(self) -> tuple[object, ...]:
        proofs = None if callable(self._proofs) else self._proofs
        known = self.headings, self.completeness, proofs, self.nothing, self.leads
        terms: dict[Term | None, int] = {}  # each of them crosses once
        rows = [tuple(terms.setdefault(term, len(terms)) for term in row) for row in self.rows]
        return _restored, (self.columns, (list(terms), rows), self.cut, self.links, known)

    def __repr__(self) -> str:
        cut = ", cut" if self.cut else ""
        return f"<Solutions: {many(len(self), 'row')} of {', '.join(self.columns)}{cut}>"

    def labels(self) -> dict[str, str]:
        """Return the names of the things in the rows by IRI, in the language of the graph that answered."""
        return self.look.labels(self) if self.look else {}

    def labelled(self) -> Solutions:
        """Return the rows with a column of names beside each column of IRIs: `town_label` beside `town`.

        >>> import partnerkg
        >>> answer = partnerkg.open().query("network_members", network="librairies-sorcieres")
        >>> answer.labelled().records()[0]["commune_label"]
        'Lille'
        """
        return labelled(self, self.look) if self.look else self

    def to_pandas(self) -> pandas.DataFrame:
        """Return a pandas data frame of nullable types; MissingExtra without pandas.

        Whole numbers and years are Int64, truths boolean, decimals exact, dates datetimes, gaps NA; a column
        of several kinds holds values as in `records`.

        >>> import partnerkg
        >>> graph = partnerkg.open()
        >>> list(graph.query("network_members", network="librairies-sorcieres").to_pandas()["name"])
        ['Le Bateau Livre']
        """
        from partnerkg.query import convert

        return convert.to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """Return a polars data frame, values as in `records`; MissingExtra without polars.

        A column that holds several kinds of values becomes text.
        """
        from partnerkg.query import convert

        return convert.to_polars(self)

    def to_networkx(self, source: str | None = None, target: str | None = None) -> networkx.MultiDiGraph:
        """Return a graph with an edge for each row from `source` to `target`; MissingExtra without networkx.

        These are columns; by default the edges are the links that the picture of the answer has. Nodes have
        a `label` and a `kind` where the graph knows them, edges the other values of their row. WrongColumns
        if there are no such columns, NoLinks if the answer has no links.
        """
        from partnerkg.query import convert

        return convert.to_networkx(self, self.look, source, target)

    def _repr_html_(self) -> str:
        """Return the rows as a table for notebooks, below a picture if they are links."""
        from partnerkg.query.formats import notebook

        look = self.look or formats.Look()
        if note := self.nothing or (self.completeness and self.completeness.message()):
            look.note = note.text(look.translate)
        table = "".join(notebook.lines(self, look))
        picture = self._repr_svg_()
        if picture is None:
            return table
        count = Several("{count} row", "{count} rows", len(self)).text(look.translate)
        return f"<figure>{picture}</figure>\n<details><summary>{count}</summary>\n{table}</details>\n"

    def _repr_svg_(self) -> str | None:
        """Return the picture of the links between two of the columns, None if there are none."""
        try:
            return "".join(map(str, formats.lines(self, "svg", self.look)))
        except NoLinks:
            return None


def _restored(
    columns: Sequence[str],
    written: tuple[list[Term | None], list[tuple[int, ...]]],
    cut: bool,
    links: Links,
    known: tuple[Headings, Extent | None, list[Proven] | None, Message | None, list[tuple[Lead, ...]]],
) -> Solutions:
    """Return solutions that come from another process."""
    headings, completeness, proofs, nothing, leads = known
    terms, rows = written
    solutions = Solutions(columns, [tuple(terms[place] for place in row) for row in rows], cut)
    solutions.headings = headings
    solutions.links = links
    solutions.rest_on(lambda: completeness)
    solutions.explain(lambda: nothing)
    solutions.prove_by(lambda _: proofs or [])
    solutions.lead_by(lambda _: leads)
    return solutions
