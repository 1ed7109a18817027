"""What a question gets back: columns and rows of RDF terms."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_, NoLinks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import overload

    import networkx
    import pandas
    import polars

    from partnerkg.model.terms import Row, Term
    from partnerkg.query.extent import Extent
    from partnerkg.query.formats import Look
    from partnerkg.query.proof import Proven

    End = str | Term  # a column, or what stands there in every row
    Links = tuple[tuple[End, End, End | None], ...]
    Plain = str | int | float | bool | None
    Headings = Mapping[str, Mapping[str, str]]

XSD = "http://www.w3.org/2001/XMLSchema#"
WHOLE = frozenset(
    XSD + name
    for name in ("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger")
)
_BROKEN = frozenset(XSD + name for name in ("decimal", "double", "float"))


class Solutions:
    """Rows of terms under named columns; a place that has no value is None.

    `cut` says that there are more rows than were asked for, `look` how they are shown in a notebook. `links`
    are the links that a row stands for, each with its two ends and its kind: columns, or terms that the
    question was told; where there are none, the names of the columns tell them. `headings` are what people
    call the columns, by language; where there are none, the columns are called by their names.
    """

    __slots__ = ("_completeness", "_proofs", "columns", "cut", "headings", "links", "look", "rows")

    def __init__(
        self, columns: Sequence[str], rows: list[Row], cut: bool = False, look: Look | None = None
    ) -> None:
        self.columns = tuple(columns)
        self.rows = rows
        self.cut = cut
        self.look = look
        self.links: Links = ()
        self.headings: Headings = {}
        self._completeness: Extent | Callable[[], Extent | None] | None = None
        self._proofs: list[Proven] | Callable[[Solutions], list[Proven]] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        proofs = None if callable(self._proofs) else self._proofs
        known = self.headings, self.completeness, proofs
        return _restored, (self.columns, self.rows, self.cut, self.links, known)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> Row: ...

        @overload
        def __getitem__(self, place: slice) -> Solutions: ...

    def __getitem__(self, place: int | slice) -> Row | Solutions:
        if not isinstance(place, slice):
            return self.rows[place]
        some = Solutions(self.columns, self.rows[place], self.cut, self.look)
        some.links, some.headings = self.links, self.headings
        some.rest_on(lambda: self.completeness)
        some.prove_by(lambda _: self.proofs[place])
        return some

    def __repr__(self) -> str:
        return f"<Solutions: {len(self)} rows of {', '.join(self.columns)}{', cut' if self.cut else ''}>"

    @property
    def completeness(self) -> Extent | None:
        """Return whether these rows are all there is, None if their question names no lists they rest on.

        The lists are looked for when this is asked for the first time.
        """
        if callable(self._completeness):
            self._completeness = self._completeness()
        return self._completeness

    def rest_on(self, lists: Callable[[], Extent | None]) -> None:
        """Take what will find the lists that the rows rest on."""
        self._completeness = lists

    @property
    def proofs(self) -> list[Proven]:
        """Return the words that prove each row, all and no others; none for rows that were not asked for.

        They are looked for when this is asked for the first time.

        >>> import partnerkg
        >>> answer = partnerkg.open().query("network_members", network="librairies-sorcieres")
        >>> "a member of" in " ".join(proof.quote or "" for proof in answer.proofs[0].proofs)
        True
        """
        if callable(self._proofs):
            self._proofs = self._proofs(self)
        return self._proofs or []

    def prove_by(self, proofs: Callable[[Solutions], list[Proven]]) -> None:
        """Take what will find the words behind the rows."""
        self._proofs = proofs

    def records(self) -> list[dict[str, Plain]]:
        """Return the rows as plain Python: IRIs and texts as str, numbers as numbers, nothing as None."""
        return [dict(zip(self.columns, map(plain, row), strict=True)) for row in self.rows]

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
        from partnerkg.query.formats.labelled import labelled

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

        return convert.to_networkx(self, source, target)

    def _repr_html_(self) -> str:
        """Return the rows as a table for notebooks, below a picture if they are links."""
        from partnerkg.query import formats

        look = self.look or formats.Look()
        if self.completeness:
            look.note = self.completeness.message().text(look.translate)
        table = "".join(map(str, formats.lines(self, "html", look)))
        picture = self._repr_svg_()
        if picture is None:
            return table
        count = look.say(N_("{count} rows"), count=len(self))
        return f"<figure>{picture}</figure>\n<details><summary>{count}</summary>\n{table}</details>\n"

    def _repr_svg_(self) -> str | None:
        """Return the picture of the links between two of the columns, None if there are none."""
        from partnerkg.query import formats

        try:
            return "".join(map(str, formats.lines(self, "svg", self.look)))
        except NoLinks:
            return None


def _restored(
    columns: Sequence[str],
    rows: list[Row],
    cut: bool,
    links: Links,
    known: tuple[Headings, Extent | None, list[Proven] | None],
) -> Solutions:
    """Return solutions that come from another process."""
    headings, completeness, proofs = known
    solutions = Solutions(columns, rows, cut)
    solutions.headings = headings
    solutions.links = links
    solutions.rest_on(lambda: completeness)
    solutions.prove_by(lambda _: proofs or [])
    return solutions


def plain(term: Term | None) -> Plain:
    """Return a term as plain Python; numbers that JSON cannot hold (INF, NaN) and dates stay text."""
    if isinstance(term, Literal):
        return _plain_literal(term)
    if isinstance(term, NamedNode):
        return term.value
    return None if term is None else str(term)


def _plain_literal(term: Literal) -> Plain:
    datatype = term.datatype.value
    try:
        if datatype in WHOLE:
            return int(term.value)
        if datatype in _BROKEN:
            number = float(term.value)
            return number if number - number == 0 else term.value
    except ValueError:
        return term.value
    if datatype == XSD + "boolean" and term.value in ("true", "false", "1", "0"):
        return term.value in ("true", "1")
    return term.value


def text(term: Term | None) -> str:
    """Return a term as text: an IRI in full, a literal without quotes, nothing as an empty text."""
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
